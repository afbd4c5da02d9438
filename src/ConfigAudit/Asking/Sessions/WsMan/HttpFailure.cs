using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What an HTTP status without a fault means.</summary>
internal static class HttpFailure
{
    public static SessionException Of(HttpResponseMessage response, Uri address)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(GapKind.Denied, $"{address} refuses these credentials (HTTP 401); it takes: {Schemes(response)}") { IsRefusal = true },
            HttpStatusCode.Forbidden => new(GapKind.Denied, $"{address} refuses this account or certificate (HTTP 403)"),
            HttpStatusCode.ServiceUnavailable => new(GapKind.Busy, $"{address} is too busy (HTTP 503)"),
            HttpStatusCode.NotFound => new(GapKind.Unusable, $"there is no WS-Management service at {address} (HTTP 404)"),
            _ => new(GapKind.Unusable, $"{address} answers HTTP {status} and nothing that tells why"),
        };
    }

    /// <summary>Names alone: what follows them can be a token.</summary>
    private static string Schemes(HttpResponseMessage response)
    {
        var schemes = response.Headers.WwwAuthenticate.Select(each => each.Scheme).Distinct(StringComparer.OrdinalIgnoreCase).Take(8).ToArray();
        return schemes.Length == 0 ? "it doesn't say" : string.Join(", ", schemes);
    }
}
