using System;
using System.Collections.Generic;
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

/// <summary>Fetches the policy of a domain over HTTPS (RFC 8461 §3.3): certified, not redirected, plain text, and no longer than it needs
/// to be.</summary>
internal sealed class PolicyRequest
{
    private const int MaxBytes = 64 * 1024;

    private readonly DomainLookupOptions _options;
    private string _host = string.Empty;
    private bool _isRefused;

    public PolicyRequest(DomainLookupOptions options) => _options = options;

    public async Task<(MtaStsPolicy? Policy, Gap? Gap)> AskAsync(string domain, CancellationToken token)
    {
        var address = _options.PolicyOf(domain);
        _host = address.IdnHost;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_options.Timeout);
        try
        {
            var (hosts, gap) = await HostsAsync(address, deadline.Token).ConfigureAwait(false);
            return gap is not null
                ? (null, GapOf(gap.Kind, gap.Told))
                : (MtaStsPolicy.Read(await TextAsync(address, hosts, deadline.Token).ConfigureAwait(false)), null);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
        catch (FormatException bad)
        {
            return (null, GapOf(GapKind.Unusable, WrittenException.Of(bad)));
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            return (null, GapOf(GapKind.Timeout, new LocalText("時間内に応答がない", "there was no answer in time")));
        }
        catch (Exception) when (_isRefused)
        {
            return (
                null,
                GapOf(
                    GapKind.Unusable,
                    new LocalText(
                        "ポリシーのホストの証明書が、そのホストのものではないか、ここで信頼する認証局のものではない",
                        "the certificate of its host is not valid for it, or comes from no authority that is trusted here"
                    )
                )
            );
        }
        catch (Exception bad)
            when (bad
                    is HttpRequestException
                        or IOException
                        or WebException
                        or SocketException
                        or AuthenticationException
                        or InvalidOperationException
                        or OperationCanceledException
            )
        {
            return (null, GapOf(GapKind.Unreachable, LocalText.Of(HostileText.Shown(bad.GetBaseException().Message))));
        }

        Gap GapOf(GapKind kind, LocalText why) =>
            new(
                kind,
                address.AbsoluteUri,
                new LocalText("MTA-STSのポリシーを取得できない: ", "the MTA-STS policy could not be had: ").Then(why)
            );
    }

    /// <summary>Where its host is, by the servers of DNS that were named; itself where none were, for this computer to find.</summary>
    private async Task<(IReadOnlyList<Uri> Hosts, Gap? Gap)> HostsAsync(Uri address, CancellationToken token)
    {
        if (_options.DnsServers.Count == 0)
            return (new[] { address }, null);
        var (addresses, gap) = await new HostAddresses(_options).AskAsync(_host, token).ConfigureAwait(false);
        return (
            addresses.Select(each => new UriBuilder(address) { Host = each.ToString() }.Uri).ToArray(),
            addresses.Count > 0 ? null : gap
        );
    }

    /// <summary>From the first of the host's addresses that answers at all.</summary>
    private async Task<string> TextAsync(Uri address, IReadOnlyList<Uri> hosts, CancellationToken token)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                return await TextAsync(address, hosts[tried], token).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (!_isRefused && tried + 1 < hosts.Count)
            {
                // Another address may answer.
            }
        }
    }

    private async Task<string> TextAsync(Uri address, Uri host, CancellationToken token)
    {
        using var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ServerCertificateCustomValidationCallback = Accepts,
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        // The header names the host in the handshake, too.
        using var request = new HttpRequestMessage(HttpMethod.Get, host) { Headers = { Host = address.Authority } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
        // A failure of the moment says nothing of the policy (RFC 9110 §15.6, RFC 6585 §4).
        if ((int)response.StatusCode is >= 500 or 429)
            throw new HttpRequestException($"its host answered {(int)response.StatusCode}");
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var isRedirected = (int)response.StatusCode is >= 300 and < 400;
            throw new WrittenException(
                new LocalText(
                    $"ポリシーのホストの応答: {(int)response.StatusCode}{(isRedirected ? "（リダイレクトには従わない）" : null)}",
                    $"its host answered {(int)response.StatusCode}{(isRedirected ? ", and redirections are not followed" : null)}"
                )
            );
        }

        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, "text/plain", StringComparison.OrdinalIgnoreCase))
            throw new WrittenException(new LocalText("text/plain ではない", "it is not text/plain"));
        using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        // Not every framework's stream obeys the token.
        using var cut = token.Register(body.Dispose);
        var bytes = new byte[MaxBytes + 1];
        var read = 0;
        for (int count; (count = await body.ReadAsync(bytes, read, bytes.Length - read, token).ConfigureAwait(false)) > 0; )
            read += count;
        return read > MaxBytes
            ? throw new WrittenException(new LocalText($"{MaxBytes / 1024} KBを超えている", $"it is longer than {MaxBytes / 1024} KB"))
            : Encoding.UTF8.GetString(bytes, 0, read);
    }

    private bool Accepts(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // The name is compared here: Mono was seen not to, and others may compare the address.
        var isNamed = certificate is not null && MailCertificate.IsFor(certificate, _host);
        var others = errors & ~SslPolicyErrors.RemoteCertificateNameMismatch;
        var isAccepted =
            isNamed
            && (
                others == SslPolicyErrors.None
                || (
                    others == SslPolicyErrors.RemoteCertificateChainErrors
                    && OwnAuthorities.VouchFor(
                        certificate!,
                        chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate)
                            ?? Enumerable.Empty<X509Certificate2>(),
                        _options.Trusted
                    )
                )
            );
        _isRefused |= !isAccepted;
        return isAccepted;
    }
}
