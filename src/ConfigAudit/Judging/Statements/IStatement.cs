using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Statements;

/// <summary>What somebody said of findings, a waiver or an attestation.</summary>
internal interface IStatement
{
    /// <summary>Which findings it is about.</summary>
    FindingSelector Selector { get; }

    /// <summary>The file that it was read from, with the line; null for a new one.</summary>
    string? Source { get; }

    /// <summary>As a sentence.</summary>
    LocalText Words { get; }
}
