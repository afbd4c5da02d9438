using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>
/// Real servers of many stacks, each asked three times: all three say the same, and the same as one question after the other, which nothing
/// can be held against. Skipped
/// where a stack isn't installed.
/// </summary>
public sealed class StackTests
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private readonly ITestOutputHelper _output;

    public StackTests(ITestOutputHelper output) => _output = output;

    [Theory]
    [StackData("OpenSSL")]
    [StackData("GnuTLS")]
    [StackData("NSS")]
    [StackData("Java")]
    [StackData("Node")]
    [StackData("Go")]
    [StackData("wolfSSL")]
    [StackData("mbedTLS")]
    [StackData("Botan")]
    [StackData("nginx")]
    [StackData("HAProxy")]
    [StackData("stunnel")]
    [StackData("Erlang")]
    [StackData("socat")]
    [StackData("Sendmail")]
    [StackData("Courier SMTP")]
    [StackData("Courier IMAP")]
    [StackData("Courier POP3")]
    [StackData("aiosmtpd")]
    [StackData("OpenSMTPD")]
    public async Task Each_time_the_same_is_found_and_all_of_it(string name)
    {
        using ServerProcess server = UnpackedServer.Names.Contains(name) ? UnpackedServer.Of(name)! : StackServer.Of(name)!;
        var endpoint = server.Endpoint;
        // Some of these serve one connection after the other.
        var first = StackServer.IsOneByOne(name)
            ? new[] { await AskAsync(endpoint), await AskAsync(endpoint) }
            : Array.Empty<IReadOnlyList<FactSet>>();
        var asked = first
            .Concat(await Task.WhenAll(Enumerable.Range(first.Length, 3 - first.Length).Select(_ => AskAsync(endpoint))))
            .ToArray();
        Assert.All(asked, each => Assert.Equal(Shown(asked[0]), Shown(each)));
        var service = asked[0].OfType<FactSet<MailServiceFact>>().Single().Items.Single();
        // Debian's OpenSMTPD can't sign with its own keys since OpenSSL 3: no handshake comes to its end (OpenSMTPD/OpenSMTPD#1171).
        var begun = server.IsImplicit ? string.Empty : "-starttls " + server.Protocol.ToString().ToLowerInvariant();
        Assert.Equal(Client.Shakes(server.Port, begun) ? true : null, service.OffersTls);
        _output.WriteLine(
            $"{name}: {string.Join(" ", service.Versions!)}; {service.Suites!.Count} suites; {string.Join(" ", service.Groups ?? Array.Empty<NamedGroup>())}; DH {service.DiffieHellmanBits}; {service.SignatureSchemes?.Count} signatures; {service.Connections} connections"
        );
        using var places = new SemaphoreSlim(8);
        var prober = new Prober(endpoint, Round, places);
        var suites = asked[0]
            .OfType<FactSet<MailSuiteFact>>()
            .Single()
            .Items.GroupBy(suite => suite.Version!.Value)
            .ToDictionary(each => each.Key, each => each.Select(suite => suite.Suite!).ToArray());
        Assert.Equal(service.Versions, suites.Keys.OrderBy(version => version));
        var names = Machine.Catalogs.TlsSuites.ToDictionary(suite => suite.Code, suite => suite.Name);
        foreach (var (version, found) in suites.Select(each => (each.Key, each.Value)))
        {
            Assert.Equal(
                (await OneByOne.AskAsync(prober, Machine.Catalogs.TlsSuites, version))
                    .Select(code => names[code])
                    .OrderBy(each => each, StringComparer.Ordinal),
                found.OrderBy(each => each, StringComparer.Ordinal)
            );
        }

        if (service.OffersTls is null)
        {
            // Keys are ephemeral where they are signed.
            Assert.Equal((true, true), (service.Groups is null, service.SignatureSchemes is null));
            return;
        }

        // One certificate, and that there is no other; and the prime, where the other client is shown one. OpenSSL has a shorter one where
        // nobody signs, and Java for export, which that client doesn't speak.
        Assert.Null(service.RestOfCertificates);
        Assert.Equal((true, 0), (service.CertificateNamesHost, service.OtherCertificates!.Count));
        if (
            name is not ("OpenSSL" or "socat" or "Java")
            && Client.TemporaryKey(server.Port, $"{begun} -tls1_2 -cipher DHE:@SECLEVEL=0") is { } prime
        )
        {
            Assert.Equal(prime, $"DH, {service.DiffieHellmanBits} bits");
        }

        Assert.Equal(await OneByOne.GroupsAsync(prober, suites, names), service.Groups);
        Assert.Equal(await OneByOne.SchemesAsync(prober, suites, names), service.SignatureSchemes);
    }

    private static async Task<IReadOnlyList<FactSet>> AskAsync(MailEndpoint endpoint)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = Round, Service = TimeSpan.FromSeconds(60) },
            Machine.Catalogs.TlsParameters
        );
        return await probe.AskAsync("mail.city.example", new[] { endpoint }, CancellationToken.None);
    }

    /// <summary>All that was learnt and wasn't, but for what the asking took and the moment of it.</summary>
    private static string Shown(IReadOnlyList<FactSet> sets) =>
        string.Join(
            "\n",
            sets.SelectMany(set =>
                set.Facts.Select(Shown).Concat(set.Gaps.Select(gap => gap.ToString()).OrderBy(gap => gap, StringComparer.Ordinal))
            )
        );

    private static string Shown(Fact fact) =>
        fact switch
        {
            MailServiceFact service => string.Join(
                " | ",
                FactType<MailServiceFact>
                    .Instance.Properties.Where(property =>
                        property.Name is not (nameof(service.Connections) or nameof(service.CertificateLeft) or nameof(service.Greeting))
                    )
                    .Select(property => $"{property.Name}={property.Format(service)}")
            ),
            MailSuiteFact suite => $"{suite.Key} {suite.Rank}",
            _ => fact.Key,
        };
}
