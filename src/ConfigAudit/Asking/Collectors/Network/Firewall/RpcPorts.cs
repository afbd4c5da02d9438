using System;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// The ports that Windows chooses for remote procedure calls: from 49152 on (Microsoft Learn, "Service overview and network port
/// requirements"). A rule may mean them by a word, or by
/// their numbers.
/// </summary>
internal static class RpcPorts
{
    private const int First = 49152;
    private const int Most = 65535;

    /// <summary>A program that opens ports of its own in this range, such as an FTP server, is given a few hundred; whoever lets in
    /// thousands lets RPC in.</summary>
    private const int Enough = (Most - First + 1) / 4;

    /// <summary>Where Windows' own processes were seen to listen since Windows 10, from the host's start on. Unverified:
    /// undocumented.</summary>
    private const int Seen = 49664;

    /// <summary>Whether a rule lets them in by number.</summary>
    public static bool AreOf(FirewallRule rule) => PortText.IsFor(rule.Protocol, PortText.Tcp) && rule.Ports?.Any(IsRange) == true;

    /// <summary>Whether a rule is for all of them that another one is for.</summary>
    public static bool Hold(FirewallRule rule, FirewallRule other) =>
        (other.Ports ?? Array.Empty<string>())
            .Where(MayBe)
            .All(wanted => PortText.IsFor(rule.Protocol, PortText.Tcp) && rule.Ports?.Any(port => Holds(port, wanted)) == true);

    private static bool IsRange(string port) =>
        PortText.Range(port) is { } range
        && range.Last > range.First
        && (range.Last - Math.Max(range.First, First) + 1 >= Enough || (range.First <= Seen && range.Last >= Seen));

    private static bool MayBe(string port) =>
        PortText.Is(port, PortText.Rpc)
        || PortText.IsAny(port)
        || PortText.Range(port) is { Last: >= First }
        || !PortText.IsUnderstood(port);

    private static bool Holds(string port, string wanted) =>
        PortText.Is(port, PortText.Rpc)
        || PortText.IsAny(port)
        || (
            PortText.Range(port) is { } range
            && PortText.Range(wanted) is { } other
            && range.First <= other.First
            && range.Last >= other.Last
        );
}
