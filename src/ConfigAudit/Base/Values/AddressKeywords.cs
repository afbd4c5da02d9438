using System.Collections.Generic;

namespace ConfigAudit.Base.Values;

/// <summary>Words that Windows' firewall knows for addresses ([MS-GPFAS] §2.2.2.13, MSFT_NetAddressFilter.RemoteAddress).</summary>
internal static class AddressKeywords
{
    /// <summary>Those that mean some addresses, and not all.</summary>
    public static readonly IReadOnlyList<string> Some = new[]
    {
        "LocalSubnet",
        "LocalSubnet4",
        "LocalSubnet6",
        "DNS",
        "DHCP",
        "WINS",
        "DefaultGateway",
        "Intranet",
        "RmtIntrAnet",
        "IntranetRemoteAccess",
        "Ply2Renders",
        "PlayToTargets",
        "CaptivePortal",
    };
}
