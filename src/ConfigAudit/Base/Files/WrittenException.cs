using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>What somebody wrote can't be what it is for. Where it stands, whoever reads the file adds.</summary>
internal sealed class WrittenException : FormatException
{
    public WrittenException(LocalText problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    public LocalText Problem { get; }

    /// <summary>What is wrong, in both languages as far as they are known.</summary>
    public static LocalText Of(FormatException bad) => bad is WrittenException written ? written.Problem : LocalText.Of(bad.Message);
}
