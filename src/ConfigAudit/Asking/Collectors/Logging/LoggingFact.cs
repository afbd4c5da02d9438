using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>What policy has recorded beyond the logs' own settings, and where it is sent. One a host.</summary>
public sealed record LoggingFact : Fact
{
    /// <summary>Whether policy names a collector that events are forwarded to.</summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager")]
    public bool? ForwardsEvents { get; init; }

    /// <summary>
    /// The collectors: the Server part of the values of
    /// <c>HKLM\SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager</c>. Empty
    /// when there is none. Agents of other vendors that send logs aren't seen.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager")]
    public IReadOnlyList<string>? ForwardedTo { get; init; }

    /// <summary>EnableScriptBlockLogging of PowerShell's policy is 1. Without the policy, only scripts that look suspicious are
    /// recorded.</summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging")]
    public bool? ScriptBlockLogging { get; init; }

    /// <summary>ProcessCreationIncludeCmdLine_Enabled is 1: command lines stand in the events of process creation.</summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\Audit")]
    public bool? CommandLinesLogged { get; init; }

    /// <summary>
    /// SCENoApplyLegacyAuditPolicy is 1: the categories of <see cref="AuditPolicyFact"/> don't count, and subcategories do, which stand
    /// where no remote
    /// question reaches them. Null where the value isn't there: its default depends on the version.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa")]
    public bool? SubcategoriesCount { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(new LocalText("ログのポリシー（空の場合を含む）", "a policy of logging, if an empty one"), new LoggingFact()),
        };

    internal override string Label => "logging";
}
