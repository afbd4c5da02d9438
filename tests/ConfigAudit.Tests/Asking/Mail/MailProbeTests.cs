using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>What is learnt of a mail service: before TLS from scripted servers, of TLS from openssl s_server behind them where it is
/// installed.</summary>
public sealed class MailProbeTests
{
    [NeedsFact("openssl")]
    public async Task A_service_tells_what_it_says_before_TLS_and_what_it_accepts_of_it()
    {
        using var server = new OpenSslServer("-tls1_2 -cipher ECDHE+AESGCM:DHE+AESGCM -serverpref");
        using var front = new StartTlsFront(StartTlsFront.Smtp("SIZE 1000", "STARTTLS", "AUTH PLAIN LOGIN"), server.Address);
        var (service, suites, _) = await AskAsync(MailProtocol.Smtp, front.Address);
        Assert.Equal((true, true, true), (service.IsReachable!.Value, service.OffersTls!.Value, service.OffersLoginBeforeTls!.Value));
        Assert.StartsWith("220 mail.city.example ESMTP", service.Greeting, StringComparison.Ordinal);
        Assert.Equal(new[] { TlsVersion.Tls12 }, service.Versions);
        Assert.Equal(
            new[]
            {
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            },
            service.Suites
        );
        Assert.True(service.HasServerOrder);
        Assert.Contains(NamedGroup.X25519, service.Groups!);
        Assert.InRange(service.DiffieHellmanBits!.Value, 2048, 8192);
        Assert.Equal((true, true), (service.HasExtendedMasterSecret!.Value, service.HasSecureRenegotiation!.Value));
        Assert.Equal(
            ("RSA", 2048L, "SHA256", true, false),
            (
                service.CertificateKey,
                service.CertificateKeyBits!.Value,
                service.CertificateHash,
                service.CertificateNamesHost!.Value,
                service.CertificateIsTrusted!.Value
            )
        );
        Assert.Equal(4, suites.Items.Length);
        Assert.Equal(NcscGrade.Sufficient, suites.Items.Single(suite => suite.Suite == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256").Ncsc);
        Assert.Equal(NcscGrade.PhaseOut, suites.Items.Single(suite => suite.Suite == "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256").Ncsc);
        Assert.All(suites.Items, suite => Assert.Equal(CryptrecGrade.Recommended, suite.Cryptrec));
    }

    [NeedsTheory("openssl")]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task Mailbox_protocols_begin_TLS_in_their_own_words(MailProtocol protocol)
    {
        using var server = new OpenSslServer("-tls1_3");
        using var front = new StartTlsFront(
            protocol == MailProtocol.Imap ? StartTlsFront.Imap("IMAP4rev1 STARTTLS LOGINDISABLED") : StartTlsFront.Pop3("TOP", "STLS"),
            server.Address
        );
        var (service, _, gaps) = await AskAsync(protocol, front.Address);
        Assert.Equal(new[] { TlsVersion.Tls13 }, service.Versions);
        Assert.False(service.OffersLoginBeforeTls);
        Assert.Equal("CN=mail.city.example", service.CertificateSubject);
        Assert.Equal(
            (true, false, false),
            (service.HasExtendedMasterSecret!.Value, service.AllowsRenegotiation!.Value, service.HasCompression!.Value)
        );
        Assert.Empty(service.SignatureSchemes!);
        // The server behind speaks no mail: it says nothing under TLS.
        Assert.Contains(gaps, gap => gap.Property == nameof(MailServiceFact.CapabilitiesUnderTls) && gap.Kind == GapKind.Timeout);
    }

    [Fact]
    public async Task Without_STARTTLS_there_is_no_TLS_and_that_is_known()
    {
        using var front = new StartTlsFront(StartTlsFront.Smtp("SIZE 1000", "XXXXXXXA"));
        var (service, suites, _) = await AskAsync(MailProtocol.Smtp, front.Address);
        Assert.Equal((false, false), (service.OffersTls!.Value, service.OffersLoginBeforeTls!.Value));
        Assert.Null(service.Versions);
        Assert.Empty(suites.Gaps);
        Assert.Equal(1, front.Connections);
    }

    [Fact]
    public async Task Where_nothing_listens_nothing_is_offered_and_that_is_known()
    {
        var (service, suites, gaps) = await AskAsync(MailProtocol.Smtp, new IPEndPoint(IPAddress.Loopback, OpenSslServer.FreePort()));
        Assert.Equal((false, false, false), (service.IsReachable!.Value, service.OffersTls!.Value, service.OffersLoginBeforeTls!.Value));
        Assert.Empty(suites.Items);
        Assert.Empty(suites.SetGaps);
        Assert.Contains(gaps, gap => gap.Property == nameof(MailServiceFact.Versions) && gap.Kind == GapKind.NotPresent);
    }

    /// <summary>The ways in which a server can be bad, and the kind of the gap that says so.</summary>
    public static TheoryData<string, GapKind> Bad() =>
        new()
        {
            { "silence", GapKind.Timeout },
            { "drip", GapKind.Timeout },
            { "banner", GapKind.Unusable },
            { "endless", GapKind.Unusable },
            { "garbage", GapKind.Unusable },
            { "goodbye", GapKind.Busy },
            { "421", GapKind.Busy },
            { "lines", GapKind.Unusable },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_server_costs_nothing_but_itself_and_its_time_is_bounded(string kind, GapKind expected)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                switch (kind)
                {
                    case "silence":
                        await reader.ReadLineAsync();
                        break;
                    case "drip":
                        for (var i = 0; i < 1000; i++)
                        {
                            await StartTlsFront.SayAsync(stream, "2");
                            await Task.Delay(50);
                        }

                        break;
                    case "banner":
                        await StartTlsFront.SayAsync(stream, "220 " + new string('x', 1024 * 1024));
                        break;
                    case "endless":
                        for (var i = 0; i < 100_000; i++)
                            await StartTlsFront.SayAsync(stream, "220-more\r\n");
                        break;
                    case "garbage":
                        await StartTlsFront.SayAsync(stream, "\0\u0001\u0002\r\n\u0016\u0003");
                        break;
                    case "421":
                        await StartTlsFront.SayAsync(stream, "421 too many connections\r\n");
                        break;
                    case "lines":
                        await StartTlsFront.SayAsync(stream, "220 ok\r\n");
                        await reader.ReadLineAsync();
                        for (var i = 0; i < 100_000; i++)
                            await StartTlsFront.SayAsync(stream, "250-X\r\n");
                        break;
                }

                return false;
            }
        );
        var watch = Stopwatch.StartNew();
        var (service, _, gaps) = await AskAsync(MailProtocol.Smtp, front.Address, TimeSpan.FromSeconds(1));
        Assert.Null(service.Versions);
        Assert.Equal(expected, gaps.First(gap => gap.Property == nameof(MailServiceFact.Versions)).Kind);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("1603030002", "0000")]
    [InlineData("160303ffff", "")]
    [InlineData("1603030004", "02ffffff")]
    [InlineData("5050505050", "")]
    [InlineData("1603030026", "0200002203030000")]
    public async Task Garbage_in_place_of_TLS_is_neither_acceptance_nor_refusal(string header, string body)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                    return false;
                await ScriptedHello.ReadAsync(stream);
                await StartTlsFront.SendHexAsync(stream, header + body);
                return false;
            }
        );
        var (service, suites, gaps) = await AskAsync(MailProtocol.Smtp, front.Address, TimeSpan.FromSeconds(1));
        Assert.Null(service.Versions);
        Assert.NotEmpty(suites.SetGaps);
        Assert.Contains(gaps, gap => gap.Property == nameof(MailServiceFact.Versions));
    }

    [Fact]
    public async Task A_service_that_could_not_be_asked_leaves_room_for_suites_and_parameters()
    {
        using var busy = new StartTlsFront(
            async (stream, _) =>
            {
                await StartTlsFront.SayAsync(stream, "421 too many connections\r\n");
                return false;
            }
        );
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(1), Service = TimeSpan.FromSeconds(2) },
            Machine.Catalogs.TlsParameters
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(busy.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        Assert.All(sets.Where(set => set is not FactSet<MailServiceFact>), set => Assert.NotEmpty(set.SetGaps));
    }

    [Fact]
    public async Task Alerts_to_everything_are_a_server_without_any_version()
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                // What comes together with the reply to STARTTLS is no TLS, and whoever closes with the hello unread resets the
                // connection, and may take the alert with it: so the hello is read.
                if (await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                {
                    await ScriptedHello.ReadAsync(stream);
                    await StartTlsFront.SendHexAsync(stream, "15030300020228");
                }

                return false;
            }
        );
        var (service, _, gaps) = await AskAsync(MailProtocol.Smtp, front.Address, TimeSpan.FromSeconds(10));
        Assert.Empty(service.Versions!);
        Assert.False(service.OffersTls);
        Assert.Null(service.HasServerOrder);
        Assert.Null(service.HasExtendedMasterSecret);
        Assert.Contains(gaps, gap => gap.Property == nameof(MailServiceFact.CertificateSubject) && gap.Kind == GapKind.NotPresent);
    }

    /// <summary>It prefers Diffie-Hellman, and fails with whatever it says of that, since it has no parameters: as Dovecot does.</summary>
    [Theory]
    [InlineData("15030300020250")]
    [InlineData("")]
    public async Task A_server_that_fails_at_its_own_pick_is_asked_again_without_it(string failure)
    {
        const int Ecdhe = 0xC02F;
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                    return false;
                var (version, suites) = await ScriptedHello.ReadAsync(stream);
                if (version != 0x0303)
                    await StartTlsFront.SendHexAsync(stream, "15030300020246");
                else if (suites.Contains(0x009E))
                    await StartTlsFront.SendHexAsync(stream, failure);
                else
                    await StartTlsFront.SendHexAsync(stream, suites.Contains(Ecdhe) ? ScriptedHello.Answer(Ecdhe) : "15030300020228");
                return false;
            }
        );
        var (service, suites, _) = await AskAsync(MailProtocol.Smtp, front.Address, TimeSpan.FromSeconds(10));
        Assert.Equal(new[] { "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" }, suites.Items.Select(suite => suite.Suite));
        Assert.Equal(new[] { TlsVersion.Tls12 }, service.Versions);
    }

    [Fact]
    public async Task A_server_that_only_ever_ends_the_connection_is_not_known_to_refuse()
    {
        using var front = new StartTlsFront(async (stream, reader) => await StartTlsFront.Smtp("STARTTLS")(stream, reader) && false);
        var (service, _, gaps) = await AskAsync(MailProtocol.Smtp, front.Address, TimeSpan.FromSeconds(2));
        Assert.Null(service.Versions);
        Assert.Contains(gaps, gap => gap.Message.Contains("a refusal or a limit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mail.city.example", "mail.city.example", true)]
    [InlineData("*.city.example", "mail.city.example", true)]
    [InlineData("*.city.example", "a.mail.city.example", false)]
    [InlineData("*.example", "city.example.", true)]
    [InlineData("mail.city.example", "mail.town.example", false)]
    public void A_star_stands_for_one_part_of_a_name(string name, string host, bool matches) =>
        Assert.Equal(matches, MailCertificate.Matches(name, host));

    [Fact]
    public void What_a_server_says_bears_no_control_characters_and_has_an_end()
    {
        var shown = HostileText.Shown("\u001b[31m220\u202e ok\r\n" + new string('x', 1000));
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.DoesNotContain('\u202e', shown);
        Assert.True(shown.Length < 300);
    }

    private static async Task<(MailServiceFact Service, FactSet<MailSuiteFact> Suites, IReadOnlyList<Gap> Gaps)> AskAsync(
        MailProtocol protocol,
        IPEndPoint address,
        TimeSpan? round = null
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = round ?? TimeSpan.FromSeconds(5), Service = TimeSpan.FromSeconds(60) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(address, protocol, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        var services = sets.OfType<FactSet<MailServiceFact>>().Single();
        return (Assert.Single(services.Items), sets.OfType<FactSet<MailSuiteFact>>().Single(), services.Gaps);
    }
}
