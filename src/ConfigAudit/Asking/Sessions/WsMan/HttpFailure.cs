using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What an HTTP status without a fault means.</summary>
internal static class HttpFailure
{
    public static SessionException Of(HttpResponseMessage response, Uri address, AuthenticationMethod method, bool hasCredential)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Refusal401.Of(address, method, hasCredential, Schemes(response)),
            HttpStatusCode.Forbidden => new(
                GapKind.Denied,
                new LocalText(
                    $"{address} がこのアカウント又は証明書を拒否した（HTTP 403）",
                    $"{address} refuses this account or certificate (HTTP 403)"
                )
            ),
            HttpStatusCode.ServiceUnavailable => new(
                GapKind.Busy,
                new LocalText($"{address} が混雑している（HTTP 503）", $"{address} is too busy (HTTP 503)")
            ),
            HttpStatusCode.NotFound => new(
                GapKind.Unusable,
                new LocalText(
                    $"{address} にWS-Managementのサービスがない（HTTP 404）",
                    $"there is no WS-Management service at {address} (HTTP 404)"
                )
            ),
            _ => new(
                GapKind.Unusable,
                new LocalText(
                    $"{address} がHTTP {status}だけを返し、理由を示さない",
                    $"{address} answers HTTP {status} and nothing that tells why"
                )
            ),
        };
    }

    /// <summary>Names alone: what follows them can be a token.</summary>
    private static string[] Schemes(HttpResponseMessage response) =>
        response.Headers.WwwAuthenticate.Select(each => each.Scheme).Distinct(StringComparer.OrdinalIgnoreCase).Take(8).ToArray();
}
