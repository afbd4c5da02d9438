using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>A hand-over, or a file of one, isn't what was signed. The message says which and why.</summary>
internal sealed class HandoverException : Exception
{
    public HandoverException(Refusal refusal, string path, LocalText problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Refusal = refusal;
        Path = path;
        Told = LocalText.Of(path + ": ").Then(problem);
    }

    public Refusal Refusal { get; }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>The message in both languages: it may be kept with what was collected.</summary>
    public LocalText Told { get; }
}
