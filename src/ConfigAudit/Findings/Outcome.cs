namespace ConfigAudit.Findings;

/// <summary>What a check came to on a host. None is ever folded into another.</summary>
public enum Outcome
{
    /// <summary>What is asked for holds, by what was read.</summary>
    Pass,

    /// <summary>It doesn't hold, by what was read.</summary>
    Fail,

    /// <summary>The check isn't for this host.</summary>
    NotApplicable,

    /// <summary>A person has to say.</summary>
    Attest,

    /// <summary>It could not be read, so nobody knows.</summary>
    Unknown,
}
