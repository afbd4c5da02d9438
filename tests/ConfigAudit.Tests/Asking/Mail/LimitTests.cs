using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
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

    private static async Task<(MailServiceFact Service, FactSet<MailSuiteFact> Suites)> AskAsync(StartTlsFront front)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(3), Service = TimeSpan.FromSeconds(30) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(front.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        return (sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single(), sets.OfType<FactSet<MailSuiteFact>>().Single());
    }
}
