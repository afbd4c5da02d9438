using System;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A server's certificate, held against what DNS says of it (RFC 7672).</summary>
public sealed class DaneTests : IDisposable
{
    private const string Host = "mail.city.example";

    private readonly DnsServer _dns = new();

    public void Dispose() => _dns.Dispose();

    [NeedsTheory("openssl")]
    [InlineData("of the certificate", true, true)]
    [InlineData("of another", true, false)]
    [InlineData("of the certificate", false, null)]
    [InlineData("of another use", true, false)]
    [InlineData("none", true, null)]
    public async Task Records_that_a_sender_heeds_are_true_or_not(string record, bool isSecure, bool? matches)
    {
        using var server = new OpenSslServer("-tls1_2");
        var digest = record == "of another" ? new byte[32] : await DigestAsync(server.Address);
        var records =
            record == "none" ? Array.Empty<byte[]>() : new[] { DnsServer.Certificate(record == "of another use" ? 1 : 3, 0, 1, digest) };
        _dns.With($"_{server.Port}._tcp.{Host}", DnsServer.Tlsa, 0, isSecure, records);
        var service = await AskAsync(server.Address, MailProtocol.Smtp, Lookup());
        Assert.Equal(isSecure, service.TlsaIsSecure);
        Assert.Equal(records.Length, service.TlsaRecords!.Count);
        Assert.Equal(matches, service.TlsaMatches);
    }

    /// <summary>A server that has two names shows each its own certificate: senders ask by the name that the record stands under (RFC 7672
    /// §8.1).</summary>
    [NeedsFact("openssl")]
    public async Task A_service_is_named_as_its_records_are()
    {
        const string Real = "real.city.example";
        using var server = new OpenSslServer(
            folder =>
            {
                foreach (var name in new[] { Host, Real })
                {
                    OpenSslServer.Run(
                        $"req -x509 -newkey rsa:2048 -nodes -keyout {folder[name + ".key"]} -out {folder[name + ".pem"]} -days 30 -subj /CN={name}"
                    );
                }

                return (folder[Host + ".pem"], folder[Host + ".key"]);
            },
            $"-tls1_2 -servername {Real} -cert2 @/{Real}.pem -key2 @/{Real}.key"
        );
        var digest = await DigestAsync(server.Address, Real);
        Assert.NotEqual(digest, await DigestAsync(server.Address));
        _dns.With(Host, DnsServer.Cname, 0, true, DnsServer.Alias(Real));
        _dns.With($"_{server.Port}._tcp.{Real}", DnsServer.Tlsa, 0, true, DnsServer.Certificate(3, 0, 1, digest));
        Assert.True((await AskAsync(server.Address, MailProtocol.Smtp, Lookup())).TlsaMatches);
    }

    [NeedsFact("openssl")]
    public async Task Where_DNS_is_not_asked_nothing_is_known_and_other_protocols_have_none()
    {
        using var server = new OpenSslServer("-tls1_2");
        Assert.Null((await AskAsync(server.Address, MailProtocol.Smtp, null)).TlsaRecords);
        Assert.Empty((await AskAsync(server.Address, MailProtocol.Imap, Lookup())).TlsaRecords!);
        Assert.DoesNotContain(_dns.Asked, question => question.Type == DnsServer.Tlsa);
    }

    [Fact]
    public async Task A_service_whose_time_is_over_is_not_looked_up()
    {
        using var over = new CancellationTokenSource();
        over.Cancel();
        var ledger = new MailLedger();
        ledger.Add(
            await Dane.ReadAsync(
                new MailServiceFact(),
                new MailEndpoint(_dns.Address, MailProtocol.Smtp, IsImplicit: false, Host),
                Lookup(),
                ledger,
                _ => throw new InvalidOperationException("not asked"),
                over.Token
            )
        );
        Assert.Contains(ledger.Build()[0].Gaps, gap => gap.Property == nameof(MailServiceFact.TlsaRecords) && gap.Kind == GapKind.Timeout);
    }

    private DomainLookup Lookup() =>
        new(new DomainLookupOptions { DnsServers = new[] { _dns.Address }, Timeout = TimeSpan.FromSeconds(5) });

    private static async Task<MailServiceFact> AskAsync(IPEndPoint address, MailProtocol protocol, DomainLookup? lookup)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions
            {
                Round = TimeSpan.FromSeconds(2),
                Service = TimeSpan.FromSeconds(60),
                Dane = lookup,
            }
        );
        var sets = await probe.AskAsync(
            Host,
            new[] { new MailEndpoint(address, protocol, IsImplicit: true, Host) },
            CancellationToken.None
        );
        return Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items);
    }

#pragma warning disable CA5359, CA1850 // Any certificate is to be seen; .NET Framework has no static hash.
    /// <summary>SHA-256 of the server's certificate, as another client sees it.</summary>
    private static async Task<byte[]> DigestAsync(IPEndPoint address, string name = Host)
    {
        byte[] seen = Array.Empty<byte>();
        using var client = new TcpClient();
        await client.ConnectAsync(address.Address, address.Port);
        using var tls = new SslStream(
            client.GetStream(),
            false,
            (_, certificate, _, _) =>
            {
                seen = certificate!.GetRawCertData();
                return true;
            }
        );
        await tls.AuthenticateAsClientAsync(name, null, SslProtocols.Tls12, false);
        using var hash = SHA256.Create();
        return hash.ComputeHash(seen);
    }
}
