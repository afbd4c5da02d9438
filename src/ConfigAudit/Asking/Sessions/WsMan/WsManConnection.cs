using System;
using System.ComponentModel;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Carries requests to one host over HTTP and brings back replies. Connections are kept and reused, as many as questions are in flight.
/// What comes
/// back is bounded, answer by answer and in sum.
/// </summary>
internal sealed class WsManConnection : IDisposable
{
    /// <summary>The largest answer that is asked for; WinRM's own limit on current systems.</summary>
    public const int EnvelopeSize = 500 * 1024;

    /// <summary>The largest answer that is read. Servers that pay no heed to the limit asked for get some room.</summary>
    private const int MaxAnswer = 2 * 1024 * 1024;

    /// <summary>The most that is read from one host in all. The fullest machine needs a few megabytes.</summary>
    private const long MaxTotal = 32 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue Soap = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-8");

    private readonly HttpClient _client;
    private readonly CertificateCheck _certificates;
    private readonly AuthenticationMethod _method;
    private readonly bool _hasCredential;
    private long _read;

    public WsManConnection(WsManEndpoint endpoint, SessionOptions options)
    {
        (Address, _method, _hasCredential) = (endpoint.Address, endpoint.Authentication, options.Credential is not null);
        _certificates = new CertificateCheck(endpoint.Name ?? endpoint.Address.Host, options);
        _client = new HttpClient(Handler(endpoint, options, _certificates)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.ExpectContinue = false;
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ConfigAudit", ProductInfo.Version));
        // .NET takes the name that the certificate must have (SNI, too) and the one that Kerberos asks a ticket for from here; with a port
        // it would ask for HTTP/name:port, which nobody has.
        if (endpoint.Name is not null)
            _client.DefaultRequestHeaders.Host = endpoint.Name;
        // Sent unasked: OMI gives a request without it no answer at all.
        if (endpoint.Authentication == AuthenticationMethod.Basic)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Basic(options.Credential!));
        // [MS-WSMV] §2.2.1.4: beside the certificate in TLS, WinRM wants to be told that it is meant.
        if (endpoint.Authentication == AuthenticationMethod.Certificate)
        {
            _client.DefaultRequestHeaders.TryAddWithoutValidation(
                "Authorization",
                "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual"
            );
        }
    }

    public Uri Address { get; }

    /// <exception cref="SessionException">No usable answer came. A fault is an answer.</exception>
    public async Task<WsManReply> SendAsync(WsManRequest request, CancellationToken token)
    {
        try
        {
            var message = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(request.Envelope) };
            message.Content.Headers.ContentType = Soap;
            using var response = await SentAsync(message, token).ConfigureAwait(false);
            // On .NET Framework a read that waits doesn't heed the token.
            using (token.Register(response.Dispose))
                return Understood(request, await ReadAsync(response, token).ConfigureAwait(false));
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or SessionException) && token.IsCancellationRequested)
        {
            throw new OperationCanceledException("The wait was over.", broken, token);
        }
        catch (Exception broken)
            when (broken
                    is HttpRequestException
                        or IOException
                        or WebException
                        or AuthenticationException
                        or InvalidOperationException
                        or FormatException
                        or Win32Exception
                        or NotSupportedException
                        or DllNotFoundException
                        or TypeInitializationException
            )
        {
            throw TransportFailure.Of(broken, Address, _certificates.Refusal);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A message that nobody waits for any more is still being sent, so it isn't disposed of: its bytes are memory
    /// alone.</summary>
    private Task<HttpResponseMessage> SentAsync(HttpRequestMessage message, CancellationToken token) =>
        _method == AuthenticationMethod.Negotiate
            ? Abandonment.WithinAsync(
                () => _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token),
                late => late.Dispose(),
                token
            )
            : _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);

    private SessionException Failed(HttpResponseMessage response) => HttpFailure.Of(response, Address, _method, _hasCredential);

    private static HttpClientHandler Handler(WsManEndpoint endpoint, SessionOptions options, CertificateCheck certificates)
    {
        var handler = new HttpClientHandler
        {
            // A proxy, a redirection or a cookie would take the question, and with it the credential, to someone else.
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = LimitedSource.InFlight,
        };
        if (endpoint.Address.Scheme == Uri.UriSchemeHttps)
        {
            handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
                certificates.Accepts(certificate, chain, errors);
        }

        if (endpoint.Authentication == AuthenticationMethod.Negotiate && options.Credential is null)
            handler.UseDefaultCredentials = true;
        else if (endpoint.Authentication == AuthenticationMethod.Negotiate)
            handler.Credentials = new CredentialCache { { endpoint.Address, "Negotiate", options.Credential } };
        if (endpoint.Authentication == AuthenticationMethod.Certificate)
            handler.ClientCertificates.Add(options.Certificate!);
        // Windows PowerShell 5.1 would begin with TLS 1.0.
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))
            handler.SslProtocols = SslProtocols.Tls12;
        return handler;
    }

    private static string Basic(NetworkCredential credential) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                $"{(credential.Domain.Length > 0 ? credential.Domain + "\\" : null)}{credential.UserName}:{credential.Password}"
            )
        );

    private static WsManReply Understood(WsManRequest request, WsManReply reply) =>
        reply.RelatesTo is null
        || request.MessageId.Length == 0
        || string.Equals(reply.RelatesTo, request.MessageId, StringComparison.OrdinalIgnoreCase)
            ? reply
            : throw new SessionException(
                GapKind.Unusable,
                new LocalText("別の問合せへの応答が返った", "the answer belongs to another question")
            );

    private async Task<WsManReply> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        // Faults come with 500; some servers use 400 as well.
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest))
            throw Failed(response);
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is not (null or "application/soap+xml" or "text/xml" or "application/xml"))
        {
            throw response.StatusCode == HttpStatusCode.OK
                ? new SessionException(
                    GapKind.Unusable,
                    new LocalText(
                        $"{Address} の応答はSOAPではなく {type}。WS-Management以外のものが待ち受けている",
                        $"{Address} answers {type} instead of SOAP: something else than WS-Management listens there"
                    )
                )
                : Failed(response);
        }

        var body = await BodyAsync(response, token).ConfigureAwait(false);
        return body.Count > 0 ? WsManReader.Read(body) : throw Failed(response);
    }

    private async Task<ArraySegment<byte>> BodyAsync(HttpResponseMessage response, CancellationToken token)
    {
        var announced = response.Content.Headers.ContentLength;
        if (announced > MaxAnswer)
            throw TooMuch(new LocalText($"{announced}バイトの応答", $"an answer of {announced} bytes"));
        // One more than announced, so that its end is seen without growing.
        var body = new byte[(int)(announced ?? 4096) + 1];
        var length = 0;
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        while (await stream.ReadAsync(body, length, body.Length - length, token).ConfigureAwait(false) is var count and > 0)
        {
            length += count;
            if (length > MaxAnswer)
                throw TooMuch(new LocalText($"{MaxAnswer}バイトを超える応答", $"an answer of more than {MaxAnswer} bytes"));
            if (Interlocked.Add(ref _read, count) > MaxTotal)
                throw TooMuch(new LocalText($"合計{MaxTotal}バイトを超えるデータ", $"more than {MaxTotal} bytes in all"));
            if (length == body.Length)
                Array.Resize(ref body, body.Length * 2);
        }

        return new ArraySegment<byte>(body, 0, length);
    }

    private static SessionException TooMuch(LocalText what) =>
        new(
            GapKind.Unusable,
            new LocalText(
                $"ホストが{what.Ja}を送ってきた。どのコンピュータにも必要のない量であり、残りは読んでいない",
                $"the host sends {what.En}, which no machine needs; the rest wasn't read"
            )
        );
}
