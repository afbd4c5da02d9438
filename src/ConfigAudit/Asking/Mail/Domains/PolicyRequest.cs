using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>Fetches the policy of a domain over HTTPS (RFC 8461 §3.3): certified, not redirected, plain text, and no longer than it needs to be.</summary>
internal sealed class PolicyRequest
{
    private const int MaxBytes = 64 * 1024;

    private readonly DomainLookupOptions _options;
    private bool _isRefused;

    public PolicyRequest(DomainLookupOptions options) => _options = options;

    public async Task<(MtaStsPolicy? Policy, Gap? Gap)> AskAsync(string domain, CancellationToken token)
    {
        var address = _options.PolicyOf(domain);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_options.Timeout);
        try
        {
            var text = await TextAsync(address, deadline.Token).ConfigureAwait(false);
            return (MtaStsPolicy.Read(text), null);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
        catch (FormatException bad)
        {
            return (null, Lack(GapKind.Unusable, bad.Message));
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            return (null, Lack(GapKind.Timeout, "there was no answer in time"));
        }
        catch (Exception) when (_isRefused)
        {
            return (null, Lack(GapKind.Unusable, "the certificate of its host is not valid for it, or comes from no authority that is trusted here"));
        }
        catch (Exception bad) when (bad is HttpRequestException or IOException or WebException or SocketException or AuthenticationException or InvalidOperationException or OperationCanceledException)
        {
            return (null, Lack(GapKind.Unreachable, HostileText.Shown(bad.GetBaseException().Message)));
        }

        Gap Lack(GapKind kind, string why) => new(kind, address.AbsoluteUri, $"the MTA-STS policy could not be had: {why}");
    }

    private async Task<string> TextAsync(Uri address, CancellationToken token)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, ServerCertificateCustomValidationCallback = Accepts };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
        // A failure of the moment says nothing of the policy (RFC 9110 §15.6, RFC 6585 §4).
        if ((int)response.StatusCode is >= 500 or 429)
            throw new HttpRequestException($"its host answered {(int)response.StatusCode}");
        if (response.StatusCode != HttpStatusCode.OK)
            throw new FormatException($"its host answered {(int)response.StatusCode}{((int)response.StatusCode is >= 300 and < 400 ? ", and redirections are not followed" : null)}");
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, "text/plain", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("it is not text/plain");
        using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        // Not every framework's stream obeys the token.
        using var cut = token.Register(body.Dispose);
        var bytes = new byte[MaxBytes + 1];
        var read = 0;
        for (int count; (count = await body.ReadAsync(bytes, read, bytes.Length - read, token).ConfigureAwait(false)) > 0;)
            read += count;
        return read > MaxBytes ? throw new FormatException($"it is longer than {MaxBytes / 1024} KB") : Encoding.UTF8.GetString(bytes, 0, read);
    }

    private bool Accepts(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // The name is compared here as well: Mono was seen not to.
        var isNamed = certificate is not null && MailCertificate.IsFor(certificate, request.RequestUri.IdnHost);
        var isAccepted = isNamed && (errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors
            && OwnAuthorities.VouchFor(certificate!, chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate) ?? Enumerable.Empty<X509Certificate2>(), _options.Trusted)));
        _isRefused |= !isAccepted;
        return isAccepted;
    }
}
