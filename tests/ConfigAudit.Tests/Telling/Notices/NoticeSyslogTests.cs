#if NET
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Notices;
using Xunit;

namespace ConfigAudit.Tests.Telling.Notices;

/// <summary>Notices over TLS to rsyslog, and to servers that aren't whom they should be: those hear nothing.</summary>
public sealed class NoticeSyslogTests
{
    [NeedsFact("rsyslog")]
    public async Task Each_failure_arrives_over_TLS_with_its_Japanese_text()
    {
        using var server = new RsyslogServer("localhost");
        await SendAsync(server, SyslogTransport.Tls, isTrusted: true);
        Assert.Equal(
            new[]
            {
                "local0.err ConfigAudit AV-01 [High] LG-PC-001 (10.20.1.101) AV-01 fails: 対策ソフト",
                "local0.err ConfigAudit AV-02 [High] LG-PC-001 (10.20.1.101) AV-02 fails: 対策ソフト",
            },
            server.Lines(2).Select(line => line.Replace("\uFEFF", string.Empty).Replace("  ", " "))
        );
    }

    [NeedsTheory("rsyslog")]
    [InlineData("localhost", false, "-TrustedRoot")]
    [InlineData("syslog.city.example", true, "isn't for localhost")]
    public async Task A_server_that_nobody_vouches_for_or_that_is_another_one_hears_nothing(string name, bool isTrusted, string remedy)
    {
        using var server = new RsyslogServer(name);
        var bad = await Assert.ThrowsAsync<NoticeException>(() => SendAsync(server, SyslogTransport.Tls, isTrusted));
        Assert.Contains($"localhost:{server.Port}, the syslog server, could not be told", bad.Message);
        Assert.Contains(remedy, bad.Message);
        Thread.Sleep(500);
        Assert.DoesNotContain(server.Lines(0), line => line.Contains("LG-PC-001"));
    }

    /// <summary>rsyslog takes the beginning of TLS for that of a message and waits for more, or closes, as the random bytes have it.</summary>
    [NeedsFact("rsyslog")]
    public async Task A_server_without_TLS_hears_nothing_unless_clear_text_is_asked_for_by_name()
    {
        using var server = new RsyslogServer("localhost", isSecure: false);
        var bad = await Assert.ThrowsAsync<NoticeException>(() => SendAsync(server, SyslogTransport.Tls, isTrusted: true, seconds: 3));
        Assert.Contains("-SyslogTransport Tcp or Udp by name", bad.Message);
        await SendAsync(server, SyslogTransport.Tcp, isTrusted: false);
        // Beside what it made of the beginning of TLS.
        Assert.Equal(2, server.Lines(2, "LG-PC-001").Count(line => line.Contains("LG-PC-001")));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_waited_for_no_longer_than_the_caller_does()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var bad = await Assert.ThrowsAsync<NoticeException>(() =>
            new SyslogChannel("localhost", port, SyslogTransport.Tls, new X509Certificate2Collection()).SendAsync(
                new Notice(new[] { Failure("AV-01") }, Now),
                limit.Token
            )
        );
        Assert.Contains("no TLS came about", bad.Message);
        listener.Stop();
    }

    /// <summary>A server that is slow to read has everything all the same: TLS 1.3's tickets lie unread with the sender, and a connection that
    /// is closed over them is reset.</summary>
    [Fact]
    public async Task A_server_that_reads_late_loses_nothing()
    {
        using var certificate = NoticeMailTests.Certificate("localhost");
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            client.ReceiveBufferSize = 4096;
            using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(certificate, false, SslProtocols.None, false);
            await Task.Delay(1000);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            return all.ToArray();
        });
        var notice = new Notice(Enumerable.Range(0, 2000).Select(each => Failure($"AV-{each:0000}")).ToArray(), Now);
        await new SyslogChannel(
            "localhost",
            ((IPEndPoint)listener.LocalEndpoint).Port,
            SyslogTransport.Tls,
            new X509Certificate2Collection(certificate)
        ).SendAsync(notice, CancellationToken.None);
        Assert.Contains("AV-1999", System.Text.Encoding.UTF8.GetString(await heard));
        listener.Stop();
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    private static Finding Failure(string check) =>
        new()
        {
            ComputerName = "LG-PC-001",
            IPAddress = "10.20.1.101",
            CheckId = check,
            Title = "対策ソフト",
            Outcome = Outcome.Fail,
            Severity = Severity.High,
            Baseline = "b",
        };

    private static async Task SendAsync(RsyslogServer server, SyslogTransport transport, bool isTrusted, int seconds = 20)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var authorities = new X509Certificate2Collection();
        if (isTrusted)
            authorities.Add(X509CertificateLoader.LoadCertificateFromFile(server.Certificate));
        await new SyslogChannel("localhost", server.Port, transport, authorities).SendAsync(
            new Notice(new[] { Failure("AV-01"), Failure("AV-02") }, Now),
            limit.Token
        );
    }
}
#endif
