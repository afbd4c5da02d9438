#if NET
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Notices;
using MimeKit;
using Xunit;

namespace ConfigAudit.Tests.Telling.Notices;

/// <summary>Mail goes over TLS, to a server that proves who it is. The server here is a scripted one with a certificate of its
/// own.</summary>
public sealed class NoticeMailTests
{
    [Fact]
    public async Task It_arrives_over_STARTTLS_with_its_Japanese_text()
    {
        using var certificate = Certificate("localhost");
        await using var server = new Server(certificate);
        await Send(server, "localhost", new X509Certificate2Collection(certificate));
        var heard = await server.Heard;
        Assert.Equal("STARTTLS", heard.Commands[1]);
        Assert.True(heard.IsSecure);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(heard.Data)));
        Assert.Equal("ConfigAudit: 1 new failure on 1 host (Low 1)", mail.Subject);
        Assert.Contains("[Low] LG-PC-001 (10.20.1.101) AV-01 fails: 対策ソフト", mail.TextBody);
        Assert.Equal("jouhou@city.example", mail.To.ToString());
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("mail.city.example", true)]
    public async Task A_server_that_nobody_vouches_for_or_that_is_another_one_hears_nothing_of_it(string name, bool isTrusted)
    {
        using var certificate = Certificate(name);
        await using var server = new Server(certificate);
        var bad = await Assert.ThrowsAsync<NoticeException>(() =>
            Send(server, "localhost", isTrusted ? new X509Certificate2Collection(certificate) : new X509Certificate2Collection())
        );
        Assert.Contains($"localhost:{server.Port}, the mail server, could not be told", bad.Message);
        Assert.DoesNotContain((await server.Heard).Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    /// <summary>The server took it (250 after the text); a second mail would be one too many.</summary>
    [Fact]
    public async Task A_server_that_hangs_up_after_it_took_the_mail_was_told()
    {
        using var certificate = Certificate("localhost");
        await using var server = new Server(certificate, hangsUpAtQuit: true);
        await Send(server, "localhost", new X509Certificate2Collection(certificate));
        Assert.Contains("AV-01", (await server.Heard).Data, StringComparison.Ordinal);
    }

    private static async Task Send(Server server, string host, X509Certificate2Collection authorities)
    {
        var failure = new Finding
        {
            ComputerName = "LG-PC-001",
            IPAddress = "10.20.1.101",
            CheckId = "AV-01",
            Title = "対策ソフト",
            Severity = Severity.Low,
            Outcome = Outcome.Fail,
        };
        var channel = new SmtpChannel(host, server.Port, "audit@city.example", new[] { "jouhou@city.example" }, null, authorities);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await channel.SendAsync(new Notice(new[] { failure }, DateTimeOffset.Now), limit.Token);
    }

    internal static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private sealed record Dialogue(List<string> Commands, string Data, bool IsSecure);

    /// <summary>Takes one connection.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate;
        private readonly bool _hangsUpAtQuit;

        public Server(X509Certificate2 certificate, bool hangsUpAtQuit = false)
        {
            (_certificate, _hangsUpAtQuit) = (certificate, hangsUpAtQuit);
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            Heard = Task.Run(ListenAsync);
        }

        public int Port { get; }

        public Task<Dialogue> Heard { get; }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await Heard;
        }

        private async Task<Dialogue> ListenAsync()
        {
            var commands = new List<string>();
            var data = new StringBuilder();
            using var client = await _listener.AcceptTcpClientAsync();
            Stream stream = client.GetStream();
            try
            {
                await SayAsync("220 localhost ESMTP");
                while (await LineAsync() is { } line)
                {
                    commands.Add(line);
                    switch (line.Split(' ')[0])
                    {
                        case "EHLO":
                            await SayAsync(stream is SslStream ? "250 localhost" : "250-localhost\r\n250 STARTTLS");
                            break;
                        case "STARTTLS":
                            await SayAsync("220 go on");
                            var secure = new SslStream(stream);
                            await secure.AuthenticateAsServerAsync(_certificate);
                            stream = secure;
                            break;
                        case "DATA":
                            await SayAsync("354 go on");
                            while (await LineAsync() is { } text && text != ".")
                                data.Append(text).Append("\r\n");
                            await SayAsync("250 taken");
                            break;
                        case "QUIT":
                            if (!_hangsUpAtQuit)
                                await SayAsync("221 bye");
                            return new Dialogue(commands, data.ToString(), stream is SslStream);
                        default:
                            await SayAsync("250 fine");
                            break;
                    }
                }
            }
            catch (Exception bad) when (bad is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, which is what some tests are about.
            }

            return new Dialogue(commands, data.ToString(), stream is SslStream);

            async Task SayAsync(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));

            async Task<string?> LineAsync()
            {
                var line = new List<byte>();
                var one = new byte[1];
                while (await stream.ReadAsync(one) == 1)
                {
                    if (one[0] == '\n')
                        return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
                    line.Add(one[0]);
                }

                return null;
            }
        }
    }
}
#endif
