using System;
using System.Linq;
using System.Net;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Updates;

/// <summary>Whether a server of updates stands on the internet. Of a number it can be told, and of Microsoft's names; any other name may stand anywhere, and is for a register to judge.</summary>
internal static class InternetHost
{
    /// <summary>Domains of Microsoft's own update services.</summary>
    private static readonly string[] Microsofts = { "microsoft.com", "windowsupdate.com", "windows.com" };

    public static bool IsOne(string name)
    {
        var host = name.TrimEnd('.');
        return IPAddress.TryParse(host, out var number)
            ? AddressRanges.IsPublic(number)
            : Microsofts.Any(domain => host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same of a share: <c>\\server\\share</c>, and over WebDAV <c>\\server@SSL@443\\DavWWWRoot</c> or a URL. An IPv6 address stands in the name as <c>2001-db8--1.ipv6-literal.net</c>.</summary>
    public static bool HasShare(string path)
    {
        if (path.Contains("://"))
            return Uri.TryCreate(path, UriKind.Absolute, out var url) && IsOne(url.DnsSafeHost);
        var host = path.TrimStart('\\', '/').Split('\\', '/').SkipWhile(part => part is "?" or "." || part.Equals("UNC", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() ?? string.Empty;
        host = host.Split('@')[0];
        const string Literal = ".ipv6-literal.net";
        return IsOne(host.EndsWith(Literal, StringComparison.OrdinalIgnoreCase) ? host.Substring(0, host.Length - Literal.Length).Split('s')[0].Replace('-', ':') : host);
    }
}
