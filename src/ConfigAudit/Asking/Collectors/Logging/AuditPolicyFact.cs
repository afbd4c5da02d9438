using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>
/// A category of the audit policy that group policy delivered: RSOP_AuditPolicy of root/rsop/computer, the instance of precedence 1. Local
/// policy and
/// subcategories aren't in it, so a category that isn't there may be audited all the same. What its Status and ErrorCode say wasn't applied
/// isn't known, and what is audited isn't where the
/// service EventLog, which would write it down, is disabled or doesn't run (Win32_Service).
/// </summary>
public sealed record AuditPolicyFact : Fact
{
    /// <summary>RSOP_AuditPolicy.Category: "AuditLogonEvents", "AuditAccountManage"… The same in every language.</summary>
    public string? Category { get; init; }

    /// <summary>RSOP_AuditPolicy.Success.</summary>
    public bool? Success { get; init; }

    /// <summary>RSOP_AuditPolicy.Failure.</summary>
    public bool? Failure { get; init; }

    internal override string Label => Category ?? "(unnamed category)";
}
