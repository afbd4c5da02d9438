namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What a sender does with mail for a server that its domain's policy doesn't bear out (RFC 8461 §5).</summary>
public enum MtaStsMode
{
    /// <summary>No policy is in force: it says so itself, or there is none.</summary>
    None,

    /// <summary>It reports, and delivers all the same.</summary>
    Testing,

    /// <summary>It doesn't deliver.</summary>
    Enforce,
}
