using System;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>A hand-over, or a file of one, isn't what was signed. The message says which and why.</summary>
internal sealed class HandoverException : Exception
{
    public HandoverException(Refusal refusal, string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Refusal = refusal;
        Path = path;
    }

    public Refusal Refusal { get; }

    /// <summary>The file or folder.</summary>
    public string Path { get; }
}
