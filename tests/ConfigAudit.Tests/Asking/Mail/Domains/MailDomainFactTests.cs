using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>What is told of a mail domain, and a reason for each value that is not known.</summary>
public sealed class MailDomainFactTests : IDisposable
{
    private const string City = "city.example";

    /// <summary>It knows the host of the policy, too.</summary>
    private readonly DnsServer _dns = new DnsServer()
        .With("mx.city.example", DnsServer.A, new byte[] { 192, 0, 2, 1 })
        .With("localhost", DnsServer.A, new byte[] { 127, 0, 0, 1 })
        .With("localhost", DnsServer.Aaaa);

    public void Dispose() => _dns.Dispose();

    [NeedsTheory("openssl")]
    [InlineData("mx.city.example", true)]
    [InlineData("*.city.example", true)]
    [InlineData("mx.backup.example", false)]
    public async Task A_domain_with_everything(string covered, bool isCovered)
    {
        using var server = PolicyServer.Of($"version: STSv1\nmode: enforce\nmx: {covered}\nmax_age: 86400\n");
        Announced().With("_smtp._tls.city.example", DnsServer.Txt, DnsServer.Text("v=TLSRPTv1; rua=mailto:tls@city.example"));
        var facts = await ReadAsync(
            new()
            {
                AskHttps = true,
                PolicyOf = _ => server.Address,
                Trusted = new X509Certificate2Collection(server.Authority),
            }
        );
        Assert.Empty(facts.Gaps);
        var fact = Assert.Single(facts.Items);
        Assert.Equal((City, City, "1"), (fact.ComputerName, fact.Domain, fact.StsId));
        Assert.Equal(new[] { "mx.city.example" }, fact.Exchangers);
        Assert.Equal(new[] { covered }, fact.StsExchangers);
        Assert.Equal((true, true, true), (fact.AcceptsMail, fact.HasSts, fact.HasTlsReporting));
        Assert.Equal((MtaStsMode.Enforce, TimeSpan.FromDays(1)), (fact.StsMode, fact.StsMaxAge));
        Assert.Equal(isCovered, fact.StsCoversExchangers);
        Assert.True(fact.IsStsSound);
    }

    /// <summary>What answers, and is nothing that a sender may heed, is known to be wrong.</summary>
    [NeedsTheory("openssl")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.city.example\nmax_age: 99999999\n", true)]
    [InlineData("version: STSv1\nmode: enforce\nmax_age: 86400\n", true)]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.*.example\nmax_age: 86400\n", true)]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.city.example\nmax_age: 86400\n", false)]
    public async Task A_policy_that_can_not_be_used_is_unsound(string policy, bool isTrusted)
    {
        using var server = PolicyServer.Of(policy);
        Announced();
        var fact = Assert.Single(
            (
                await ReadAsync(
                    new()
                    {
                        AskHttps = true,
                        PolicyOf = _ => server.Address,
                        Trusted = isTrusted ? new X509Certificate2Collection(server.Authority) : new X509Certificate2Collection(),
                    }
                )
            ).Items
        );
        Assert.Equal((true, false), (fact.HasSts, fact.IsStsSound));
    }

    /// <summary>RFC 8461 §8.3: whoever gives MTA-STS up hands out the mode "none", which needs to name nobody (§3.2).</summary>
    [NeedsTheory("openssl")]
    [InlineData("none", Outcome.NotApplicable)]
    [InlineData("testing", Outcome.Fail)]
    [InlineData("enforce", Outcome.Fail)]
    public async Task The_way_out_of_MTA_STS_names_nobody_and_does_not_fail(string mode, Outcome outcome)
    {
        using var server = PolicyServer.Of($"version: STSv1\nmode: {mode}\nmax_age: 86400\n");
        Announced();
        var facts = await ReadAsync(
            new()
            {
                AskHttps = true,
                PolicyOf = _ => server.Address,
                Trusted = new X509Certificate2Collection(server.Authority),
            }
        );
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-Recommended");
        var snapshot = new Snapshot { ComputerName = City, Table = new FactTable(new FactSet[] { facts }) };
        Assert.Equal(outcome, Evaluator.Evaluate(baseline, snapshot).Single(finding => finding.CheckId == "MAIL-11").Outcome);
    }

    /// <summary>What senders refuse fails, be it beside what they take; a null MX alone says that there is no mail.</summary>
    [Theory]
    [InlineData("mx.city.example", "", Outcome.Pass)]
    [InlineData("alias.city.example", "Alias alias.city.example", Outcome.Fail)]
    [InlineData("192.0.2.1", "Address 192.0.2.1", Outcome.Fail)]
    [InlineData("192.0.2.1 mx.city.example", "Address 192.0.2.1", Outcome.Fail)]
    [InlineData(". mx.city.example", "NullMx", Outcome.Fail)]
    [InlineData("mx.city.example gone.city.example", "NoAddress gone.city.example", Outcome.Fail)]
    [InlineData(".", "", Outcome.NotApplicable)]
    [InlineData("quiet.city.example", null, Outcome.Unknown)]
    [InlineData("quiet.city.example gone.city.example", "NoAddress gone.city.example", Outcome.Fail)]
    public async Task MX_records_that_senders_refuse_fail(string exchangers, string? faults, Outcome outcome)
    {
        _dns.With(City, DnsServer.Mx, exchangers.Split(' ').Select(host => DnsServer.Exchanger(10, host)).ToArray());
        _dns.With("alias.city.example", DnsServer.Cname, DnsServer.Alias("mx.city.example"));
        _dns.With("quiet.city.example", DnsServer.A, 2, false);
        var facts = await ReadAsync(new());
        var fact = Assert.Single(facts.Items);
        Assert.Equal(faults, fact.ExchangerFaults is null ? null : string.Join(", ", fact.ExchangerFaults));
        Assert.Equal(faults is null, facts.Gaps.Any(gap => gap.Property == nameof(fact.ExchangerFaults)));
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-Recommended");
        var snapshot = new Snapshot { ComputerName = City, Table = new FactTable(new FactSet[] { facts }) };
        Assert.Equal(outcome, Evaluator.Evaluate(baseline, snapshot).Single(finding => finding.CheckId == "MAIL-17").Outcome);
    }

    [Fact]
    public async Task Two_announcements_are_none_and_unsound()
    {
        _dns.With("_mta-sts.city.example", DnsServer.Txt, DnsServer.Text("v=STSv1; id=1"), DnsServer.Text("v=STSv1; id=2"));
        var fact = Assert.Single((await ReadAsync(new() { AskHttps = true })).Items);
        Assert.Equal((false, false), (fact.HasSts, fact.IsStsSound));
    }

    /// <summary>A host that nobody reaches says nothing of the policy.</summary>
    [Fact]
    public async Task A_policy_that_could_not_be_had_may_be_sound()
    {
        Announced();
        var fact = Assert.Single(
            (await ReadAsync(new() { AskHttps = true, PolicyOf = _ => new Uri($"https://127.0.0.1:{OpenSslServer.FreePort()}/") })).Items
        );
        Assert.Null(fact.IsStsSound);
    }

    [Fact]
    public async Task A_policy_that_was_not_asked_for_is_not_absent()
    {
        Announced();
        var facts = await ReadAsync(new());
        var fact = Assert.Single(facts.Items);
        Assert.True(fact.HasSts);
        Assert.Null(fact.StsMode);
        Assert.Null(fact.StsCoversExchangers);
        Assert.Equal(
            new[]
            {
                nameof(fact.IsStsSound),
                nameof(fact.StsCoversExchangers),
                nameof(fact.StsExchangers),
                nameof(fact.StsMaxAge),
                nameof(fact.StsMode),
            },
            facts
                .Gaps.Where(gap => gap.Kind == GapKind.NotCollected)
                .Select(gap => gap.Property)
                .OrderBy(name => name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_domain_without_MTA_STS_has_no_mode_in_force_and_covers_nothing()
    {
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(1, "mx.city.example"));
        var facts = await ReadAsync(new() { AskHttps = true });
        var fact = Assert.Single(facts.Items);
        Assert.Equal((false, MtaStsMode.None, false, false), (fact.HasSts, fact.StsMode, fact.StsCoversExchangers, fact.HasTlsReporting));
        Assert.Empty(fact.StsExchangers!);
        Assert.All(facts.Gaps, gap => Assert.Equal(GapKind.NotPresent, gap.Kind));
        Assert.Equal(new[] { nameof(fact.StsId), nameof(fact.StsMaxAge) }, facts.Gaps.Select(gap => gap.Property));
    }

    [Fact]
    public async Task An_announcement_with_a_flaw_is_none_and_says_why()
    {
        Announced().With("_mta-sts.city.example", DnsServer.Txt, DnsServer.Text("v=STSv1; id=1;"), DnsServer.Text("v=STSv1; id=2;"));
        var facts = await ReadAsync(new() { AskHttps = true });
        Assert.False(Assert.Single(facts.Items).HasSts);
        Assert.Contains(
            "2 MTA-STS records",
            facts.Gaps.Single(gap => gap.Property == nameof(MailDomainFact.StsId)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_fails_leaves_everything_unknown_with_a_reason()
    {
        _dns.Spoil = answer =>
        {
            answer[3] = (byte)((answer[3] & 0xf0) | 2);
            return answer;
        };
        var facts = await ReadAsync(new() { AskHttps = true });
        var fact = Assert.Single(facts.Items);
        var type = FactType<MailDomainFact>.Instance;
        Assert.All(
            type.Properties.Where(property => property.Name is not ("ComputerName" or "Source" or "Domain")),
            property =>
            {
                Assert.Null(property.Format(fact));
                Assert.Contains(facts.Gaps, gap => gap.Property == property.Name && gap.Message.Contains("could not be looked up"));
            }
        );
    }

    [NeedsFact("openssl")]
    public async Task Of_more_exchangers_than_are_looked_at_it_is_not_said_that_all_are_covered()
    {
        using var server = PolicyServer.Of("version: STSv1\nmode: enforce\nmx: *.x\nmax_age: 86400\n");
        Announced().With(City, DnsServer.Mx, Enumerable.Range(0, 60).Select(i => DnsServer.Exchanger(i, $"m{i}.x")).ToArray());
        var facts = await ReadAsync(
            new()
            {
                AskHttps = true,
                PolicyOf = _ => server.Address,
                Trusted = new X509Certificate2Collection(server.Authority),
            }
        );
        Assert.Null(Assert.Single(facts.Items).StsCoversExchangers);
        Assert.Contains(facts.Gaps, gap => gap.Property == nameof(MailDomainFact.StsCoversExchangers));
        Assert.Single(facts.SetGaps);
    }

    private DnsServer Announced() =>
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(1, "mx.city.example"))
            .With("_mta-sts.city.example", DnsServer.Txt, DnsServer.Text("v=STSv1; id=1;"));

    private async Task<FactSet<MailDomainFact>> ReadAsync(DomainLookupOptions options) =>
        DomainReader.Read(
            await new DomainLookup(options with { DnsServers = new[] { _dns.Address } }).AskAsync(City, CancellationToken.None)
        );
}
