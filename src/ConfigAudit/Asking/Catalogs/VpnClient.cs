using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A VPN client, and how a host shows that it is there.</summary>
internal sealed record VpnClient(string Id, string Name)
{
    public string? Vendor { get; init; }

    /// <summary>The drivers of its adapters (Win32_NetworkAdapter.ServiceName).</summary>
    public IReadOnlyList<string> Adapters { get; init; } = Array.Empty<string>();

    /// <summary>Its services (Win32_Service.Name). One that is there is enough.</summary>
    public IReadOnlyList<string> Services { get; init; } = Array.Empty<string>();

    /// <summary>How it is registered as installed.</summary>
    public ProgramNames Programs { get; init; } = ProgramNames.None;

    /// <summary>Whether these names are confirmed by a recorded host or a published source.</summary>
    public bool IsVerified { get; init; }
}
