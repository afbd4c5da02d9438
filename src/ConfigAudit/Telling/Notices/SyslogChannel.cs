using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Notices;

/// <summary>A syslog server: one message a failure (RFC 5424).</summary>
internal sealed class SyslogChannel : NoticeChannel
{
    /// <summary>Facility local0 (RFC 5424 §6.2.1).</summary>
    private const int Facility = 16;

    /// <summary>What every receiver of datagrams should take (RFC 5426 §3.2).</summary>
    private const int MaxDatagram = 2048;

    private readonly string _host;
    private readonly int _port;
    private readonly SyslogTransport _transport;
    private readonly X509Certificate2Collection _authorities;

    public SyslogChannel(string host, int? port, SyslogTransport transport, X509Certificate2Collection authorities) =>
        (_host, _port, _transport, _authorities) = (host, port ?? (transport == SyslogTransport.Tls ? 6514 : 514), transport, authorities);

    public override string Id => $"syslog:{_host}:{_port}";

    public override async Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        try
        {
            var messages = notice.Failures.Select(failure => Message(notice, failure)).ToArray();
            if (_transport == SyslogTransport.Udp)
                await SendDatagramsAsync(messages).ConfigureAwait(false);
            else
                await SendStreamAsync(messages, cancellation).ConfigureAwait(false);
        }
        catch (Exception bad) when (bad is SocketException or IOException or AuthenticationException or ObjectDisposedException)
        {
            throw new NoticeException(
                new LocalText(
                    $"Syslogサーバ {_host}:{_port} に通知できませんでした: {bad.Message}",
                    $"{_host}:{_port}, the syslog server, could not be told: {bad.Message}"
                ),
                bad
            );
        }
    }

    /// <summary>PRI, version, time, host, application, process, kind, no structured data, and the text after a byte order mark, as UTF-8
    /// has to be marked.</summary>
    internal static byte[] Message(Notice notice, Finding failure) =>
        Encoding.UTF8.GetBytes(
            string.Format(
                CultureInfo.InvariantCulture,
                "<{0}>1 {1:yyyy-MM-ddTHH:mm:ss.fffzzz} {2} ConfigAudit - {3} - \uFEFF{4}",
                (Facility * 8) + Level(failure.Severity),
                notice.At,
                HostName(Dns.GetHostName()),
                Ascii(failure.CheckId, 32),
                notice.Line(failure)
            )
        );

    /// <summary>At most 255 printable characters of ASCII (RFC 5424 §6.2.4), which Windows doesn't ask of a computer's name; "-" where
    /// nothing would be left of it.</summary>
    internal static string HostName(string name)
    {
        var ascii = Ascii(name, 255);
        return ascii.Trim('_').Length == 0 ? "-" : ascii;
    }

    private static int Level(Severity severity) =>
        severity switch
        {
            Severity.Critical => 2,
            Severity.High => 3,
            Severity.Medium => 4,
            _ => 5,
        };

    /// <summary>A MSGID is at most 32 printable characters of ASCII (RFC 5424 §6.2.7).</summary>
    private static string Ascii(string text, int most) => new(text.Select(one => one is > ' ' and <= '~' ? one : '_').Take(most).ToArray());

    private async Task SendDatagramsAsync(IEnumerable<byte[]> messages)
    {
        using var client = new UdpClient();
        foreach (var message in messages)
        {
            var length = Math.Min(message.Length, MaxDatagram);
            while (length < message.Length && (message[length] & 0xC0) == 0x80)
                length--;
            await client.SendAsync(message, length, _host, _port).ConfigureAwait(false);
        }
    }

    private async Task SendStreamAsync(IEnumerable<byte[]> messages, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        using var cut = cancellation.Register(client.Dispose);
        await client.ConnectAsync(_host, _port).ConfigureAwait(false);
        using var stream =
            _transport == SyslogTransport.Tls ? await SecureAsync(client.GetStream()).ConfigureAwait(false) : client.GetStream();
        foreach (var message in messages)
        {
            var length = Encoding.ASCII.GetBytes(message.Length.ToString(CultureInfo.InvariantCulture) + " ");
            await stream.WriteAsync(length, 0, length.Length, cancellation).ConfigureAwait(false);
            await stream.WriteAsync(message, 0, message.Length, cancellation).ConfigureAwait(false);
        }

        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<Stream> SecureAsync(Stream inner)
    {
        var stream = new SslStream(
            inner,
            leaveInnerStreamOpen: false,
            (_, certificate, chain, errors) => Trust.IsGood(certificate, chain, errors, _authorities)
        );
        try
        {
            await stream.AuthenticateAsClientAsync(_host).ConfigureAwait(false);
            return stream;
        }
        catch (Exception)
        {
            stream.Dispose();
            throw;
        }
    }
}
