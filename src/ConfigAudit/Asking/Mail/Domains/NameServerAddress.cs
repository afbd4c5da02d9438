using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>The address of a server of DNS, with a port where it isn't 53: "10.0.0.1", "10.0.0.1:5353", "::1", "[::1]:5353" (RFC 3986
/// §3.2.2).</summary>
internal static class NameServerAddress
{
    public const int UsualPort = 53;

    /// <summary>Null for what is none.</summary>
    public static IPEndPoint? Read(string text)
    {
        text = text.Trim();
        var (host, port) = (text, (string?)null);
        if (text.StartsWith("[", StringComparison.Ordinal))
        {
            var end = text.IndexOf(']');
            if (end < 0 || !(end == text.Length - 1 || text[end + 1] == ':') || text.IndexOf(':', 0, end) < 0)
                return null;
            (host, port) = (text.Substring(1, end - 1), end == text.Length - 1 ? null : text.Substring(end + 2));
        }
        else if (text.Count(each => each == ':') == 1)
        {
            (host, port) = (text.Substring(0, text.IndexOf(':')), text.Substring(text.IndexOf(':') + 1));
        }

        var number = UsualPort;
        if (
            port is not null
            && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= IPEndPoint.MaxPort)
        )
        {
            return null;
        }
        // The framework takes "10.1" and "5353" for addresses, too, and throws ports away.
        var isWhole = host.IndexOf(':') >= 0 ? host.IndexOfAny(new[] { '[', ']' }) < 0 : host.Count(each => each == '.') == 3;
        return isWhole && IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, number) : null;
    }
}
