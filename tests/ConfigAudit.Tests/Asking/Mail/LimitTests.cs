using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail.Stacks;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Servers that limit whoever asks often, and ones that answer without end: what they don't say is unknown, never
/// refused.</summary>
public sealed class LimitTests
{
    private const int Ecdhe = 0xC02F;
    private const string Refusal = "15030300020228";
    private const string OtherVersion = "15030300020246";

    [Fact]
    public async Task A_server_that_says_421_now_and_then_is_asked_again_and_is_known_whole()
    {
        var asked = 0;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (Interlocked.Increment(ref asked) % 10 != 5)
                    return await ServeAsync(stream, reader);
                await StartTlsFront.SayAsync(stream, "421 too many connections\r\n");
                return false;
            }
        );
        await IsKnownAsync(front);
    }

    [Fact]
    public async Task A_server_that_says_454_to_STARTTLS_now_and_then_is_asked_again_and_is_known_whole()
    {
        var asked = 0;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (Interlocked.Increment(ref asked) % 10 != 5)
                    return await ServeAsync(stream, reader);
                await StartTlsFront.SayAsync(stream, "220 ok\r\n");
                await reader.ReadLineAsync();
                await StartTlsFront.SayAsync(stream, "250 STARTTLS\r\n");
                await reader.ReadLineAsync();
                await StartTlsFront.SayAsync(stream, "454 not now\r\n");
                return false;
            }
        );
        await IsKnownAsync(front);
    }

    /// <summary>It ends each connection at the ClientHello after so many of them.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task A_silent_limit_is_unknown_and_not_a_refusal(int limit)
    {
        var asked = 0;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (Interlocked.Increment(ref asked) <= limit)
                    return await ServeAsync(stream, reader);
                if (await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                    await ScriptedHello.ReadAsync(stream);
                return false;
            }
        );
        var (service, suites) = await AskAsync(front);
        Assert.Null(service.Versions);
        Assert.Null(service.Suites);
        Assert.NotEmpty(suites.SetGaps);
    }

    /// <summary>So many at once, and whoever comes besides is closed before a word is said (couriertcpd -maxperip, per_source of
    /// xinetd).</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_limit_that_closes_before_it_greets_is_no_refusal(int limit)
    {
        var open = 0;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                try
                {
                    return Interlocked.Increment(ref open) <= limit && await ServeAsync(stream, reader);
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            }
        );
        for (var run = 0; run < 3; run++)
            await IsKnownAsync(front);
    }

    /// <summary>Before TLS from the start the end of the stream may be a refusal, too; it is none of a server that takes later what it
    /// ended then. HAProxy closes whoever is one too many, and takes a while to notice who has gone.</summary>
    [NeedsTheory("HAProxy")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_that_closes_where_TLS_begins_is_known_whole(int limit)
    {
        const string Weak = "ssl-min-ver TLSv1.0 ciphers ALL:@SECLEVEL=0";
        using var free = StackServer.HaProxy(Weak)!;
        var all = Shown((await AskAsync(free.Address, MailProtocol.Imap, isImplicit: true)).Suites);
        Assert.Contains(all, suite => suite.StartsWith("Tls10 ", StringComparison.Ordinal));
        using var server = StackServer.HaProxy(
            $$"""
            {{Weak}}
              stick-table type ip size 10 expire 30s store conn_cur
              tcp-request connection track-sc0 src
              tcp-request connection reject if { sc0_conn_cur gt {{limit}} }
            """
        )!;
        for (var run = 0; run < 3; run++)
        {
            var (service, suites) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true);
            Assert.Equal(all, Shown(suites));
            Assert.Equal(new[] { TlsVersion.Tls10, TlsVersion.Tls11, TlsVersion.Tls12, TlsVersion.Tls13 }, service.Versions);
        }
    }

    [Fact]
    public async Task A_server_that_refuses_with_the_end_of_the_stream_is_known_without_delay()
    {
        using var front = new StartTlsFront(
            async (stream, _) =>
            {
                var (version, suites) = await ScriptedHello.ReadAsync(stream);
                if (version == 0x0303 && suites.Contains(Ecdhe))
                    await StartTlsFront.SendHexAsync(stream, ScriptedHello.Answer(Ecdhe));
                return false;
            }
        );
        var watch = Stopwatch.StartNew();
        var (service, suites) = await AskAsync(front.Address, MailProtocol.Imap, isImplicit: true);
        Assert.Equal(new[] { TlsVersion.Tls12 }, service.Versions);
        Assert.Equal(new[] { "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" }, suites.Items.Select(suite => suite.Suite));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    /// <summary>So many connections in a while, by Postfix's own counting (smtpd_client_connection_rate_limit).</summary>
    [NeedsFact("postfix")]
    public async Task One_that_counts_by_the_minute_is_known_whole_a_minute_later()
    {
        const string Ciphers = "ALL:@SECLEVEL=0";
        string[] all;
        using (var free = MailDaemon.Postfix(Ciphers))
            all = Shown((await AskAsync(free.Address, MailProtocol.Smtp, isImplicit: false)).Suites);
        // It counts for eight seconds here, and not for sixty.
        using var server = MailDaemon.Postfix(
            Ciphers,
            _ => "smtpd_client_connection_rate_limit = 100\nanvil_rate_time_unit = 8s\nsmtpd_client_event_limit_exceptions ="
        );
        var watch = Stopwatch.StartNew();
        var (service, suites) = await AskAsync(
            server.Address,
            MailProtocol.Smtp,
            isImplicit: false,
            new MailProbeOptions { Service = TimeSpan.FromMinutes(2), RateUnit = TimeSpan.FromSeconds(5) }
        );
        Assert.Equal(all, Shown(suites));
        Assert.NotNull(service.Suites);
        // Three short waits, which don't do, and the long one.
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(9), TimeSpan.FromMinutes(1.5));
        // Where that is no time for it, it is let be. This one counts for longer than the slowest machine takes to come to its limit.
        using var patient = MailDaemon.Postfix(
            Ciphers,
            _ => "smtpd_client_connection_rate_limit = 50\nanvil_rate_time_unit = 600s\nsmtpd_client_event_limit_exceptions ="
        );
        (service, suites) = await AskAsync(
            patient.Address,
            MailProtocol.Smtp,
            isImplicit: false,
            new MailProbeOptions { Service = TimeSpan.FromSeconds(60) }
        );
        Assert.Null(service.Suites);
        Assert.Contains(suites.SetGaps, gap => gap.Message.Contains("limit_exceptions"));
    }

    /// <summary>It would count each try, and nobody else from that address would get in.</summary>
    [Fact]
    public async Task A_server_that_has_no_room_any_more_is_let_be_and_the_reader_is_told_what_to_do()
    {
        var asked = 0;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (Interlocked.Increment(ref asked) <= 6)
                    return await ServeAsync(stream, reader);
                await StartTlsFront.SayAsync(stream, "421 4.7.0 too many connections\r\n");
                return false;
            }
        );
        var (service, suites) = await AskAsync(front);
        Assert.Null(service.Suites);
        Assert.Contains(suites.SetGaps, gap => gap.Message.Contains("421 4.7.0") && gap.Message.Contains("limit_exceptions"));
        Assert.InRange(front.Connections, 7, 18);
    }

    /// <summary>Warnings are allowed before a ServerHello, but not without end.</summary>
    [Theory]
    [InlineData("15030300020170")]
    [InlineData("160303000a0200")]
    public async Task What_never_becomes_an_answer_ends_within_bounds(string hex)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                    return false;
                await ScriptedHello.ReadAsync(stream);
                for (var i = 0; i < 100; i++)
                    await StartTlsFront.SendHexAsync(stream, string.Concat(Enumerable.Repeat(hex, 1000)));
                return false;
            }
        );
        var watch = Stopwatch.StartNew();
        var (service, suites) = await AskAsync(front);
        Assert.Null(service.Versions);
        Assert.NotEmpty(suites.SetGaps);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(40));
    }

    private static async Task IsKnownAsync(StartTlsFront front)
    {
        var (service, suites) = await AskAsync(front);
        Assert.Equal(new[] { TlsVersion.Tls12 }, service.Versions);
        Assert.Equal(new[] { "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" }, suites.Items.Select(suite => suite.Suite));
        Assert.Empty(suites.SetGaps);
    }

    /// <summary>TLS 1.2 with one suite.</summary>
    private static async Task<bool> ServeAsync(Stream stream, StreamReader reader)
    {
        if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader))
            return false;
        var (version, suites) = await ScriptedHello.ReadAsync(stream);
        await StartTlsFront.SendHexAsync(
            stream,
            version != 0x0303 ? OtherVersion
                : suites.Contains(Ecdhe) ? ScriptedHello.Answer(Ecdhe)
                : Refusal
        );
        return false;
    }

    private static string[] Shown(FactSet<MailSuiteFact> suites) =>
        suites.Items.Select(suite => $"{suite.Version} {suite.Suite}").OrderBy(suite => suite, StringComparer.Ordinal).ToArray();

    private static Task<(MailServiceFact Service, FactSet<MailSuiteFact> Suites)> AskAsync(StartTlsFront front) =>
        AskAsync(front.Address, MailProtocol.Smtp, isImplicit: false);

    private static async Task<(MailServiceFact Service, FactSet<MailSuiteFact> Suites)> AskAsync(
        IPEndPoint address,
        MailProtocol protocol,
        bool isImplicit,
        MailProbeOptions? options = null
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            options ?? new MailProbeOptions { Round = TimeSpan.FromSeconds(3), Service = TimeSpan.FromSeconds(45) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(address, protocol, isImplicit, "mail.city.example") },
            CancellationToken.None
        );
        return (sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single(), sets.OfType<FactSet<MailSuiteFact>>().Single());
    }
}
