using System;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// WinRM's compatibility listeners, TCP 80 and 443, which web servers use as well: Windows' own rule for them is known by its identity.
/// Another rule for these ports is a web server's.
/// </summary>
internal static class WinRmCompatibility
{
    private const string Own = "WINRM-HTTP-Compat-In-TCP";

    public static bool IsLetIn(FirewallRule rule) => rule.Id?.StartsWith(Own, StringComparison.OrdinalIgnoreCase) == true && !rule.IsForApp;

    /// <summary>Whether a rule is for those ports, where another one is.</summary>
    public static bool Holds(FirewallRule rule, FirewallRule other) =>
        !IsLetIn(other)
        || (
            PortText.IsFor(rule.Protocol, PortText.Tcp)
            && other.Ports is { } wanted
            && wanted.All(port =>
                PortText.Range(port) is { } each
                && rule.Ports?.Any(held =>
                    PortText.IsAny(held) || (PortText.Range(held) is { } range && range.First <= each.First && range.Last >= each.Last)
                ) == true
            )
        );
}
