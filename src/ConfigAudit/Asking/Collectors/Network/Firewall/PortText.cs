using System;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>A rule's protocol and ports as they are written: "TCP"; "445", "5000-5010", "RPC".</summary>
internal static class PortText
{
    public const string Tcp = "TCP";
    public const string Udp = "UDP";

    /// <summary>The ports that Windows chooses for remote procedure calls, by its word.</summary>
    public const string Rpc = "RPC";

    /// <summary>Windows' words for the ports of remote procedure calls: [MS-GPFAS] §2.2.2.3, MSFT_NetProtocolPortFilter.LocalPort, and as
    /// people write it.</summary>
    private static readonly string[] RpcWords = { Rpc, "RPC-EPMap", "RPCEPMap" };

    /// <summary>The words for ports of other protocols, from the same places.</summary>
    private static readonly string[] OtherWords =
    {
        "Teredo",
        "IPTLSIn",
        "IPHTTPSIn",
        "DHCP",
        "Ply2Disc",
        "PlayToDiscovery",
        "mDNS",
        "TcpCDPSvc",
    };

    public static bool IsFor(string? protocol, string wanted) => Is(protocol, FirewallRule.Any) || Is(protocol, wanted);

    public static bool IsAny(string port) => Is(port, FirewallRule.Any);

    public static bool IsRpc(string port) => RpcWords.Any(word => Is(port, word));

    public static bool IsOther(string port) => OtherWords.Any(word => Is(port, word));

    public static bool IsUnderstood(string port) => IsAny(port) || IsRpc(port) || IsOther(port) || Range(port) is not null;

    /// <summary>"445" or "5000-5010"; null for a word.</summary>
    public static (int First, int Last)? Range(string port)
    {
        var parts = port.Split('-');
        return parts.Length <= 2 && Number(parts[0]) is { } first && Number(parts[parts.Length - 1]) is { } last && first <= last
            ? (first, last)
            : null;
    }

    public static bool Is(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? number : null;
}
