using System;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// SMB over QUIC: UDP 443, which web servers use for HTTP/3 as well. Windows' own rule for it is known by its identity; of another one that
/// names the port, and is bound to nothing or to
/// the kernel, nobody can tell which of them it is for. A rule for all ports of UDP isn't taken for one: Windows has SMB over QUIC on
/// servers alone, where somebody sets it up.
/// </summary>
internal static class SmbOverQuic
{
    private const int Port = 443;
    private const string Own = "FPSSMBQ";

    /// <summary>Rules of the role "Web Server", whose HTTP/3 has the same port.</summary>
    private const string Web = "IIS-WebServerRole";

    public static bool? IsLetIn(FirewallRule rule)
    {
        if (
            !PortText.Is(rule.Protocol, PortText.Udp)
            || rule.IsForApp
            || rule.Ports?.Any(port => PortText.Range(port) is { First: Port, Last: Port }) != true
            || Begins(rule, Web)
        )
        {
            return false;
        }

        return Begins(rule, Own) ? true
            : FirewallOwners.Serve(rule, RemoteService.Smb) == false ? false
            : null;
    }

    /// <summary>Whether a rule is for that port, where another one is.</summary>
    public static bool Holds(FirewallRule rule, FirewallRule other) =>
        IsLetIn(other) == false
        || (
            PortText.IsFor(rule.Protocol, PortText.Udp)
            && rule.Ports?.Any(port => PortText.IsAny(port) || (PortText.Range(port) is { First: <= Port, Last: >= Port })) == true
        );

    private static bool Begins(FirewallRule rule, string text) => rule.Id?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true;
}
