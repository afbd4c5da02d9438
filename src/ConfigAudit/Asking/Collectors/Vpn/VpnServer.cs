using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>The server that a VPN connection leads to: a name or an address, with a port or a path behind for those over TLS.</summary>
internal static class VpnServer
{
    private static readonly Regex Written = LinearPattern.Of(
        @"^(?:https?://)?(?:\[(?<host>[^\]]*)\]|(?<host>[^/:]+))(?::\d{1,5})?(?:/.*)?$",
        RegexOptions.IgnoreCase
    );

    /// <summary>Null for a name. "10" and "10.1" are names here, though .NET takes them for addresses, and so are numbers with a zero
    /// before, which some read as octal.</summary>
    public static IPAddress? Address(string? server)
    {
        var text = server?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var match = Written.Match(text);
        var host = match.Success ? match.Groups["host"].Value : text!;
        var isWhole =
            host.Contains(':')
            || (
                host.Split('.') is { Length: 4 } parts
                && parts.All(part => part.Length > 0 && part.All(each => each is >= '0' and <= '9') && (part.Length == 1 || part[0] != '0'))
            );
        return isWhole && IPAddress.TryParse(host, out var address) ? address : null;
    }
}
