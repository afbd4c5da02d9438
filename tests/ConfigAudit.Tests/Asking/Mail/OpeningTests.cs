using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>What a server lets one do before TLS, whatever it says that it does; and that TLS which never comes to its end isn't
/// offered.</summary>
public sealed class OpeningTests
{
    /// <summary>What SMTP says to EHLO and to AUTH, and whether a login is let in before TLS.</summary>
    [Theory]
    [InlineData("250 SIZE", "334 ", true)]
    [InlineData("250 SIZE", "334 VXNlcm5hbWU6", true)]
    [InlineData("250 SIZE", "235 2.7.0 already", true)]
    [InlineData("250 SIZE", "503 5.5.1 authentication not enabled", false)]
    [InlineData("250 SIZE", "530 5.7.0 Must issue a STARTTLS command first", false)]
    [InlineData("250 SIZE", "502 no", false)]
    [InlineData("250 SIZE", "250 ok", false)]
    [InlineData("250 SIZE", "", false)]
    [InlineData("250 AUTH PLAIN LOGIN", "334 ", true)]
    [InlineData("250 AUTH PLAIN LOGIN", "535 5.7.8 no", true)]
    [InlineData("250 AUTH PLAIN LOGIN", "501 5.5.4 initial response", true)]
    [InlineData("250 AUTH PLAIN LOGIN", "", true)]
    [InlineData("250 AUTH PLAIN LOGIN", "530 5.7.0 Must issue a STARTTLS command first", false)]
    [InlineData("250 AUTH PLAIN LOGIN", "538 5.7.11 Encryption required for requested authentication mechanism", false)]
    [InlineData("250 AUTH=PLAIN", "502 no", true)]
    public async Task A_login_of_SMTP_is_begun_and_broken_off(string capabilities, string answer, bool isLetIn)
    {
        var said = new ConcurrentQueue<string>();
        using var front = new StartTlsFront(
            Smtp($"250-mail\r\n{capabilities}", said, line => line.StartsWith("AUTH", StringComparison.Ordinal) ? answer : "502 no")
        );
        var service = await AskAsync(front, MailProtocol.Smtp);
        Assert.Equal(isLetIn, service.OffersLoginBeforeTls);
        // No name and no password is ever said.
        Assert.All(said, line => Assert.Contains(line.Split(' ')[0], new[] { "EHLO", "AUTH", "*", "STARTTLS" }));
        Assert.All(said.Where(line => line.StartsWith("AUTH", StringComparison.Ordinal)), line => Assert.Equal(2, line.Split(' ').Length));
    }

    /// <summary>A mechanism that a server makes up isn't repeated to it.</summary>
    [Fact]
    public async Task What_is_no_name_of_a_mechanism_is_not_said()
    {
        var said = new ConcurrentQueue<string>();
        using var front = new StartTlsFront(Smtp("250-mail\r\n250 AUTH \u0001\u0002 " + new string('X', 99), said, _ => "502 no"));
        await AskAsync(front, MailProtocol.Smtp);
        Assert.Equal("AUTH PLAIN", said.First(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("IMAP4rev1 LOGINDISABLED", "+ ", true)]
    [InlineData("IMAP4rev1 LOGINDISABLED", "TAG NO [PRIVACYREQUIRED] not before TLS", false)]
    [InlineData("IMAP4rev1 LOGINDISABLED", "TAG BAD what?", false)]
    [InlineData("IMAP4rev1", "TAG NO [PRIVACYREQUIRED] not before TLS", false)]
    [InlineData("IMAP4rev1", "TAG BAD what?", true)]
    [InlineData("IMAP4rev1", "+ ", true)]
    public async Task So_is_one_of_IMAP(string capabilities, string answer, bool isLetIn)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "* OK ready\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    var tag = line.Split(' ')[0];
                    var says =
                        line == "*" ? "a2 BAD broken off"
                        : line.EndsWith("CAPABILITY", StringComparison.Ordinal) ? $"* CAPABILITY {capabilities}\r\n{tag} OK"
                        : answer.Replace("TAG", tag);
                    await StartTlsFront.SayAsync(
                        stream,
                        (line.EndsWith("STARTTLS", StringComparison.Ordinal) ? $"{tag} BAD what?" : says) + "\r\n"
                    );
                }

                return false;
            }
        );
        Assert.Equal(isLetIn, (await AskAsync(front, MailProtocol.Imap)).OffersLoginBeforeTls);
    }

    [Theory]
    [InlineData("TOP", "+ ", "-ERR", true)]
    [InlineData("TOP", "-ERR", "+OK", true)]
    [InlineData("TOP", "-ERR", "-ERR [AUTH] Plaintext authentication disallowed", false)]
    [InlineData("USER", "-ERR", "+OK", true)]
    [InlineData("USER", "-ERR", "-ERR not before TLS", false)]
    [InlineData("SASL CRAM-MD5", "-ERR", "-ERR", true)]
    public async Task And_one_of_POP3(string capability, string toAuth, string toUser, bool isLetIn)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "+OK ready\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    await StartTlsFront.SayAsync(
                        stream,
                        (
                            line == "CAPA" ? $"+OK\r\n{capability}\r\n."
                            : line.StartsWith("AUTH", StringComparison.Ordinal) ? toAuth
                            : line.StartsWith("USER", StringComparison.Ordinal) ? toUser
                            : "-ERR"
                        ) + "\r\n"
                    );
                }

                return false;
            }
        );
        Assert.Equal(isLetIn, (await AskAsync(front, MailProtocol.Pop3)).OffersLoginBeforeTls);
    }

    /// <summary>The server says that it has STARTTLS, and then that it hasn't, or nothing that is TLS.</summary>
    [Theory]
    [InlineData("454 4.7.0 TLS not available due to local problem", "")]
    [InlineData("220 go", "")]
    [InlineData("220 go", "garbage")]
    [InlineData("220 go", "silence")]
    public async Task TLS_that_no_handshake_comes_to_is_not_offered(string answer, string then)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "220 mail\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    await StartTlsFront.SayAsync(
                        stream,
                        line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail\r\n250 STARTTLS\r\n"
                            : line == "STARTTLS" ? answer + "\r\n"
                            : "502 no\r\n"
                    );
                    if (line != "STARTTLS" || answer[0] == '4')
                        continue;
                    if (then == "silence")
                        await Task.Delay(20_000);
                    if (then == "garbage")
                    {
                        await ScriptedHello.ReadAsync(stream);
                        await StartTlsFront.SayAsync(stream, "HTTP/1.1 400 Bad Request\r\n\r\n");
                    }

                    return false;
                }

                return false;
            }
        );
        var service = await AskAsync(front, MailProtocol.Smtp, TimeSpan.FromSeconds(10));
        Assert.NotEqual(true, service.OffersTls);
        Assert.Equal(false, service.IsStartTlsStripped);
    }

    /// <summary>A temporary refusal that lasts may be a key that it can't use, or a limit: that isn't known, and is said at once.</summary>
    [Fact]
    public async Task TLS_that_is_put_off_each_time_is_not_known()
    {
        using var front = new StartTlsFront(
            Smtp(
                "250-mail\r\n250 STARTTLS",
                new ConcurrentQueue<string>(),
                line => line == "STARTTLS" ? "454 4.7.0 TLS not available" : "502 no"
            )
        );
        var (service, gaps) = await ReadAsync(front, MailProtocol.Smtp, isImplicit: false);
        Assert.Null(service.OffersTls);
        Assert.Contains(gaps, gap => gap.Property == nameof(MailServiceFact.OffersTls) && gap.Message.Contains("454 4.7.0"));
        Assert.InRange(front.Connections, 3, 8);
    }

    /// <summary>CAPA is optional (RFC 2449 §5).</summary>
    [Theory]
    [InlineData("+OK", true, false)]
    [InlineData("-ERR", false, null)]
    public async Task A_server_of_POP3_without_capabilities_is_asked_for_TLS(string answer, bool offersTls, bool? isStripped)
    {
        using var front = Pop3("+OK ready", line => line == "STLS" ? answer : "-ERR what?");
        var (service, _) = await ReadAsync(front, MailProtocol.Pop3, isImplicit: false);
        // Nobody shakes hands here: what was said before is what is looked at.
        Assert.Equal(offersTls, service.OffersTls != false);
        Assert.Equal(isStripped, service.IsStartTlsStripped);
    }

    /// <summary>RFC 1939 §7: the timestamp is how a server says that it takes APOP.</summary>
    [Theory]
    [InlineData("+OK <1896.697170952@mail.city.example>", true)]
    [InlineData("+OK ready <mail.city.example>", false)]
    public async Task A_timestamp_in_the_greeting_of_POP3_is_a_way_to_log_in(string greeting, bool isLetIn)
    {
        using var front = Pop3(greeting, _ => "-ERR");
        Assert.Equal(isLetIn, (await AskAsync(front, MailProtocol.Pop3)).OffersLoginBeforeTls);
    }

    /// <summary>RFC 9051 §7.1.4: whoever connects is logged in.</summary>
    [Fact]
    public async Task PREAUTH_of_IMAP_is_a_login_before_TLS()
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "* PREAUTH welcome\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    var tag = line.Split(' ')[0];
                    await StartTlsFront.SayAsync(
                        stream,
                        line.EndsWith("CAPABILITY", StringComparison.Ordinal)
                            ? $"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n{tag} OK\r\n"
                            : $"{tag} BAD\r\n"
                    );
                }

                return false;
            }
        );
        Assert.True((await AskAsync(front, MailProtocol.Imap)).OffersLoginBeforeTls);
    }

    [Fact]
    public async Task A_server_that_wants_a_name_instead_of_an_address_is_told_one()
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "220 mail\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    await StartTlsFront.SayAsync(
                        stream,
                        line.StartsWith("EHLO [", StringComparison.Ordinal) ? "501 invalid domain name\r\n"
                            : line.StartsWith("EHLO ", StringComparison.Ordinal) ? "250-mail\r\n250 STARTTLS\r\n"
                            : "502 no\r\n"
                    );
                }

                return false;
            }
        );
        Assert.Equal(new[] { "STARTTLS" }, (await AskAsync(front, MailProtocol.Smtp)).Capabilities);
    }

    /// <summary>RFC 5321 §3.2: it has no extensions, STARTTLS among them.</summary>
    [Fact]
    public async Task A_server_that_knows_HELO_alone_offers_no_TLS()
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, "220 mail\r\n");
                while (await reader.ReadLineAsync() is { } line)
                {
                    await StartTlsFront.SayAsync(
                        stream,
                        line.StartsWith("HELO ", StringComparison.Ordinal) ? "250 mail\r\n" : "502 no\r\n"
                    );
                }

                return false;
            }
        );
        var service = await AskAsync(front, MailProtocol.Smtp);
        Assert.Equal((false, false), (service.OffersTls, service.OffersLoginBeforeTls));
        Assert.Empty(service.Capabilities!);
    }

    /// <summary>A port that is for TLS from the start lets nobody say anything before it: if it does speak TLS.</summary>
    [Fact]
    public async Task A_server_that_speaks_in_the_clear_where_TLS_was_asked_is_seen_to()
    {
        using var front = new StartTlsFront(
            Smtp(
                "250-mail\r\n250 AUTH PLAIN LOGIN",
                new ConcurrentQueue<string>(),
                line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "334 " : "502 no"
            )
        );
        var (service, gaps) = await ReadAsync(front, MailProtocol.Smtp, isImplicit: true);
        Assert.Equal((false, true), (service.OffersTls, service.OffersLoginBeforeTls));
        Assert.Equal("220 mail", service.Greeting);
        Assert.Contains(gaps, gap => gap.Message.Contains("in the clear"));
    }

    [Fact]
    public async Task An_address_is_told_as_it_is()
    {
        var said = new ConcurrentQueue<string>();
        using var front = new StartTlsFront(Smtp("250 mail", said, _ => "502 no"));
        await AskAsync(front, MailProtocol.Smtp);
        Assert.Contains("EHLO [127.0.0.1]", said);
    }

    /// <summary>From whatever address the connection is made (RFC 5321 §4.1.3).</summary>
    [Theory]
    [InlineData("::1", "EHLO [IPv6:::1]")]
    [InlineData("127.0.0.1", "EHLO [127.0.0.1]")]
    public async Task So_is_any_other(string address, string expected)
    {
        if (address == "::1" && !Socket.OSSupportsIPv6)
            return;
        var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            using var connection = await MailConnection.OpenAsync((IPEndPoint)listener.LocalEndpoint, deadline.Token);
            using var client = await listener.AcceptTcpClientAsync();
            await StartTlsFront.SayAsync(client.GetStream(), "220 mail\r\n250 mail\r\n");
            var dialogue = MailDialogue.Of(MailProtocol.Smtp, connection);
            await dialogue.GreetAsync(deadline.Token);
            await dialogue.CapabilitiesAsync(deadline.Token);
            var said = await new StreamReader(client.GetStream()).ReadLineAsync();
            Assert.Equal(expected, said);
        }
        finally
        {
            listener.Stop();
        }
    }

    private static Func<Stream, StreamReader, Task<bool>> Smtp(
        string capabilities,
        ConcurrentQueue<string> said,
        Func<string, string> answer
    ) =>
        async (stream, reader) =>
        {
            await StartTlsFront.SayAsync(stream, "220 mail\r\n");
            while (await reader.ReadLineAsync() is { } line)
            {
                said.Enqueue(line);
                var says = line.StartsWith("EHLO", StringComparison.Ordinal) ? capabilities : answer(line);
                if (says.Length == 0)
                    return false;
                await StartTlsFront.SayAsync(stream, says + "\r\n");
            }

            return false;
        };

    private static StartTlsFront Pop3(string greeting, Func<string, string> answer) =>
        new(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, greeting + "\r\n");
                while (await reader.ReadLineAsync() is { } line)
                    await StartTlsFront.SayAsync(stream, answer(line) + "\r\n");
                return false;
            }
        );

    private static async Task<MailServiceFact> AskAsync(StartTlsFront front, MailProtocol protocol, TimeSpan? service = null) =>
        (await ReadAsync(front, protocol, isImplicit: false, service)).Service;

    private static async Task<(MailServiceFact Service, IReadOnlyList<Gap> Gaps)> ReadAsync(
        StartTlsFront front,
        MailProtocol protocol,
        bool isImplicit,
        TimeSpan? service = null
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(5), Service = service ?? TimeSpan.FromSeconds(60) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(front.Address, protocol, isImplicit, "mail.city.example") },
            CancellationToken.None
        );
        var services = sets.OfType<FactSet<MailServiceFact>>().Single();
        return (Assert.Single(services.Items), services.Gaps);
    }
}
