using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// What Windows Firewall does in one profile, three a host: each value from group policy
/// (<c>HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall</c>), else from the
/// machine (<c>HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy</c>). What device management (MDM) sets stands
/// below that in <c>Mdm</c>: it counts where it
/// says the same or is alone; where it says something else, nobody documents which wins, and the value isn't known. The registry, since the
/// CIM classes tell of the local
/// settings alone unless another store is asked for, which a plain query can't. A firewall of another vendor may have taken
/// Windows Firewall's place: that it is off, or on, says nothing of that one.
/// </summary>
public sealed record FirewallProfileFact : Fact
{
    /// <summary>Which profile.</summary>
    public FirewallProfile? Profile { get; init; }

    /// <summary>Whether it is on: <see cref="IsSetOn"/> and <see cref="ServiceWorks"/>. What is set protects nobody while nothing runs that
    /// does it.</summary>
    public bool? Enabled { get; init; }

    /// <summary>
    /// EnableFirewall. Null where nobody says it (Windows always writes it), where two policies, or policy and device management,
    /// contradict each other, and where
    /// connections are left out (DisabledInterfaces; unverified).
    /// </summary>
    public bool? IsSetOn { get; init; }

    /// <summary>
    /// Whether the firewall's service (mpssvc) runs and isn't disabled, and the filtering engine that it rests on (BFE) where the host
    /// shows it: Win32_Service.State and
    /// StartMode. The same for all profiles.
    /// </summary>
    public bool? ServiceWorks { get; init; }

    /// <summary>DefaultInboundAction. Absent: Block (INetFwPolicy2). Block also with DoNotAllowExceptions, which refuses everything. Rules
    /// that allow are not in here.</summary>
    public FirewallAction? DefaultInbound { get; init; }

    /// <summary>DefaultOutboundAction. Absent: Allow.</summary>
    public FirewallAction? DefaultOutbound { get; init; }

    /// <summary>AllowLocalPolicyMerge, which only policy has: whether the machine's own rules count. Absent: true.</summary>
    public bool? AllowLocalRules { get; init; }

    /// <summary>LogDroppedPackets of the profile's Logging key. Absent: false.</summary>
    public bool? LogBlocked { get; init; }

    /// <summary>LogSuccessfulConnections of the profile's Logging key. Absent: false.</summary>
    public bool? LogAllowed { get; init; }

    /// <summary>Where <see cref="IsSetOn"/> comes from.</summary>
    public SettingOrigin? Origin { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { FirewallProfile.Domain, FirewallProfile.Private, FirewallProfile.Public }
            .Select(profile => new Expected(
                new LocalText($"ファイアウォールのプロファイル {profile}", $"a firewall profile {profile}"),
                new FirewallProfileFact { Profile = profile }
            ))
            .ToArray();

    internal override string Label => Profile?.ToString() ?? "(profile)";
}
