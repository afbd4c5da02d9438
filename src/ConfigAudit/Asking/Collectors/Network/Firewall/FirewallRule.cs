using System.Collections.Generic;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>A rule that is on and allows or blocks inbound connections, in the same terms wherever it comes from.</summary>
internal sealed record FirewallRule(string? Id, SettingOrigin Origin, string Source)
{
    /// <summary>Every protocol, port, address, program or service.</summary>
    public const string Any = "Any";

    public string? Name { get; init; }

    /// <summary>Whether it blocks rather than allows.</summary>
    public bool Blocks { get; init; }

    /// <summary>"TCP", "UDP", "Any", or another one by name or number.</summary>
    public string? Protocol { get; init; }

    public IReadOnlyList<string>? Ports { get; init; }

    public IReadOnlyList<string>? RemoteAddresses { get; init; }

    public IReadOnlyList<FirewallProfile>? Profiles { get; init; }

    public string? Program { get; init; }

    public string? WindowsService { get; init; }

    /// <summary>Whether it is bound to an app from the store.</summary>
    public bool IsForApp { get; init; }

    /// <summary>Whether something else narrows it, of which isn't known what it leaves.</summary>
    public bool IsNarrowed { get; init; }

    public bool? RequiresIpsec { get; init; }
}
