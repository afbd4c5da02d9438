using System;
using System.Linq;
using System.Net;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// Whether a server of updates stands on the internet. Of a number it can be told, and of names of Microsoft's and of public clouds; any
/// other name may stand anywhere, and is for a
/// register to judge.
/// </summary>
internal static class InternetHost
{
    /// <summary>Domains of Microsoft's own update services, and those in which a public cloud names what its customers rent.</summary>
    private static readonly string[] Domains =
    {
        "microsoft.com",
        "windowsupdate.com",
        "windows.com",
        "azure.com",
        "core.windows.net",
        "cloudapp.net",
        "azurewebsites.net",
        "azureedge.net",
        "azurefd.net",
        "azure-api.net",
        "trafficmanager.net",
        "azurestaticapps.net",
        "azurecontainerapps.io",
        "azurecontainer.io",
        "sharepoint.com",
        "live.com",
        "live.net",
        "1drv.ms",
        "amazonaws.com",
        "cloudfront.net",
        "awsglobalaccelerator.com",
        "elasticbeanstalk.com",
        "amplifyapp.com",
        "googleapis.com",
        "googleusercontent.com",
        "appspot.com",
        "run.app",
        "cloudfunctions.net",
        "web.app",
        "firebaseapp.com",
        "oraclecloud.com",
        "digitaloceanspaces.com",
        "ondigitalocean.app",
        "workers.dev",
        "pages.dev",
        "r2.dev",
        "trycloudflare.com",
        "akamaized.net",
        "akamaihd.net",
        "akamaiedge.net",
        "edgesuite.net",
        "edgekey.net",
        "fastly.net",
        "backblazeb2.com",
        "wasabisys.com",
        "dropbox.com",
        "dropboxusercontent.com",
        "box.com",
        "ngrok.io",
        "ngrok.app",
    };

    /// <summary>Where these clouds name what stands in a customer's own network.</summary>
    private static readonly string[] Inside = { "internal.cloudapp.net", "vpce.amazonaws.com" };

    public static bool IsOne(string name)
    {
        var host = name.TrimEnd('.');
        return IPAddress.TryParse(host, out var number)
            ? AddressRanges.IsPublic(number)
            : Domains.Any(domain => IsIn(host, domain)) && !IsInside(host);
    }

    /// <summary>The name or address of a server that is told alone, with a port behind it, or by a URL; null for what tells none.</summary>
    public static string? Of(string server) =>
        Uri.TryCreate(
            server.Contains("://") ? server
                : IsAddress(server) ? $"http://[{server}]"
                : $"http://{server}",
            UriKind.Absolute,
            out var url
        )
        && url.DnsSafeHost.Length > 0
            ? url.DnsSafeHost
            : null;

    /// <summary>The same of a share: <c>\\server\\share</c>, and over WebDAV <c>\\server@SSL@443\\DavWWWRoot</c> or a URL. An IPv6 address
    /// stands in the name as <c>2001-db8--1.ipv6-literal.net</c>.</summary>
    public static bool HasShare(string path)
    {
        if (path.Contains("://"))
            return Uri.TryCreate(path, UriKind.Absolute, out var url) && IsOne(url.DnsSafeHost);
        var host =
            path.TrimStart('\\', '/')
                .Split('\\', '/')
                .SkipWhile(part => part is "?" or "." || part.Equals("UNC", StringComparison.OrdinalIgnoreCase))
                .FirstOrDefault()
            ?? string.Empty;
        host = host.Split('@')[0];
        const string Literal = ".ipv6-literal.net";
        return IsOne(
            host.EndsWith(Literal, StringComparison.OrdinalIgnoreCase)
                ? host.Substring(0, host.Length - Literal.Length).Split('s')[0].Replace('-', ':')
                : host
        );
    }

    /// <summary>An IPv6 address, whose colons are no port's.</summary>
    private static bool IsAddress(string server) =>
        server[0] != '[' && server.IndexOf(':') != server.LastIndexOf(':') && IPAddress.TryParse(server, out _);

    private static bool IsIn(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>The private endpoints of Azure have the label "privatelink"; load balancers of AWS within a network have names that begin
    /// with "internal-".</summary>
    private static bool IsInside(string host) =>
        Inside.Any(domain => IsIn(host, domain))
        || host.Split('.').Contains("privatelink", StringComparer.OrdinalIgnoreCase)
        || (
            host.StartsWith("internal-", StringComparison.OrdinalIgnoreCase)
            && host.EndsWith(".elb.amazonaws.com", StringComparison.OrdinalIgnoreCase)
        );
}
