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

    /// <summary>How long a server is waited for to take what was sent, before the connection goes.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(5);

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
            throw Untold(LocalText.Of(bad.Message), bad);
        }
    }

    private NoticeException Untold(LocalText why, Exception bad) =>
        new(
            new LocalText(
                $"syslogサーバ {_host}:{_port} に通知できませんでした: {why.Ja}",
                $"{_host}:{_port}, the syslog server, could not be told: {why.En}"
            ),
            bad
        );

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
        var network = client.GetStream();
        using var stream = _transport == SyslogTransport.Tls ? await SecureAsync(network).ConfigureAwait(false) : network;
        foreach (var message in messages)
        {
            var length = Encoding.ASCII.GetBytes(message.Length.ToString(CultureInfo.InvariantCulture) + " ");
            await stream.WriteAsync(length, 0, length.Length, cancellation).ConfigureAwait(false);
            await stream.WriteAsync(message, 0, message.Length, cancellation).ConfigureAwait(false);
        }

        await stream.FlushAsync(cancellation).ConfigureAwait(false);
        await PartAsync(client.Client, network).ConfigureAwait(false);
    }

    /// <summary>
    /// Says that nothing more comes, and lets the server close. A connection that is closed while something of the server's lies unread, as
    /// TLS 1.3's tickets do, is reset, and what the server hadn't read yet is lost to it (RFC 9293 §3.10.4, RFC 2525 §2.17).
    /// </summary>
    private static async Task PartAsync(Socket socket, Stream network)
    {
        socket.Shutdown(SocketShutdown.Send);
        var rest = ReadToEndAsync(network);
        await Task.WhenAny(rest, Task.Delay(Parting)).ConfigureAwait(false);

        static async Task ReadToEndAsync(Stream stream)
        {
            var buffer = new byte[4096];
            try
            {
                while (await stream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false) > 0) { }
            }
            catch (Exception bad) when (bad is IOException or ObjectDisposedException) { }
        }
    }

    private async Task<Stream> SecureAsync(Stream inner)
    {
        LocalText? refusal = null;
        var stream = new SslStream(inner, leaveInnerStreamOpen: false, IsGood);
        try
        {
            await stream.AuthenticateAsClientAsync(_host).ConfigureAwait(false);
            return stream;
        }
        catch (Exception bad)
        {
            stream.Dispose();
            if (refusal is not null)
                throw Untold(refusal, bad);
            if (bad is AuthenticationException or IOException)
                throw Untold(NoTls.Then(LocalText.Of(": " + bad.Message)), bad);
            // Who speaks no TLS may wait for the rest of a line, until whoever calls has waited enough.
            if (bad is ObjectDisposedException)
                throw Untold(NoTls, bad);
            throw;
        }

        bool IsGood(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            var isGood = Trust.IsGood(certificate, chain, errors, _authorities);
            refusal = isGood ? null : Trust.Refusal(_host, certificate, errors);
            return isGood;
        }
    }

    private static LocalText NoTls { get; } =
        new(
            "TLSの接続を確立できません。TLSを受け付けるポート（既定は6514）を -SyslogPort で指定してください。TLSに対応しないサーバには、内容が平文で流れることを承知の上で -SyslogTransport Tcp 又は Udp を指定してください",
            "no TLS came about: name the port that takes TLS with -SyslogPort (6514 as a rule); for a server that has none, ask for -SyslogTransport Tcp or Udp by name, knowing that the notices then travel in clear"
        );
}
