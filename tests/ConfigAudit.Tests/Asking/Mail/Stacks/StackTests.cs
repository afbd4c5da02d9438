using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>
/// Real servers of many stacks, each asked three times: all three say the same, and the same as one question after the other, which nothing can be held against. Skipped
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
    public async Task Each_time_the_same_is_found_and_all_of_it(string name)
    {
        using var server = StackServer.Of(name)!;
        var endpoint = new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example");
        // Some of these serve one connection after the other.
        var first = StackServer.IsOneByOne(name) ? new[] { await AskAsync(endpoint), await AskAsync(endpoint) } : Array.Empty<IReadOnlyList<FactSet>>();
        var asked = first.Concat(await Task.WhenAll(Enumerable.Range(first.Length, 3 - first.Length).Select(_ => AskAsync(endpoint)))).ToArray();
        Assert.All(asked, each => Assert.Equal(Shown(asked[0]), Shown(each)));
        var service = asked[0].OfType<FactSet<MailServiceFact>>().Single().Items.Single();
        Assert.True(service.OffersTls);
        _output.WriteLine($"{name}: {string.Join(" ", service.Versions!)}; {service.Suites!.Count} suites; {string.Join(" ", service.Groups!)}; DH {service.DiffieHellmanBits}; {service.SignatureSchemes!.Count} signatures; {service.Connections} connections");
        using var places = new SemaphoreSlim(8);
        var prober = new Prober(endpoint, Round, places);
        var suites = asked[0].OfType<FactSet<MailSuiteFact>>().Single().Items.GroupBy(suite => suite.Version!.Value).ToDictionary(each => each.Key, each => each.Select(suite => suite.Suite!).ToArray());
        Assert.Equal(service.Versions, suites.Keys.OrderBy(version => version));
        var names = Machine.Catalogs.TlsSuites.ToDictionary(suite => suite.Code, suite => suite.Name);
        foreach (var (version, found) in suites.Select(each => (each.Key, each.Value)))
            Assert.Equal((await OneByOne.AskAsync(prober, Machine.Catalogs.TlsSuites, version)).Select(code => names[code]).OrderBy(each => each, StringComparer.Ordinal), found.OrderBy(each => each, StringComparer.Ordinal));
        Assert.Equal(await OneByOne.GroupsAsync(prober, suites, names), service.Groups);
        Assert.Equal(await OneByOne.SchemesAsync(prober, suites, names), service.SignatureSchemes);
    }

    private static async Task<IReadOnlyList<FactSet>> AskAsync(MailEndpoint endpoint)
    {
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions { Round = Round, Service = TimeSpan.FromSeconds(60) }, Machine.Catalogs.TlsParameters);
        return await probe.AskAsync("mail.city.example", new[] { endpoint }, CancellationToken.None);
    }

    /// <summary>All that was learnt and wasn't, but for what the asking took and the moment of it.</summary>
    private static string Shown(IReadOnlyList<FactSet> sets) => string.Join(
        "\n", sets.SelectMany(set => set.Facts.Select(Shown).Concat(set.Gaps.Select(gap => gap.ToString()).OrderBy(gap => gap, StringComparer.Ordinal))));

    private static string Shown(Fact fact) => fact switch
    {
        MailServiceFact service => string.Join(
            " | ", FactType<MailServiceFact>.Instance.Properties.Where(property => property.Name is not (nameof(service.Connections) or nameof(service.CertificateLeft) or nameof(service.Greeting))).Select(property => $"{property.Name}={property.Format(service)}")),
        MailSuiteFact suite => $"{suite.Key} {suite.Rank}",
        _ => fact.Key,
    };
}
