using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>Each check of mail servers passes, fails, stays unknown and steps aside where it should; the source that decides is the
/// organisation's choice.</summary>
public sealed class MailCheckTests
{
    private static readonly Baseline Mic = Load();

    private static readonly MailServiceFact Good = new()
    {
        ComputerName = "mail.city.example",
        Source = "tcp:192.0.2.1:587",
        Port = 587,
        IsReachable = true,
        OffersTls = true,
        IsStartTlsStripped = false,
        IsStartTlsClean = true,
        OffersLoginBeforeTls = false,
        Versions = new[] { TlsVersion.Tls12, TlsVersion.Tls13 },
        HasSecureRenegotiation = true,
        HasCompression = false,
        CertificateNamesHost = true,
        CertificateIsTrusted = true,
        CertificateLeft = TimeSpan.FromDays(60),
        TlsaRecords = Array.Empty<string>(),
        TlsaIsSecure = false,
        StsMode = MtaStsMode.None,
    };

    /// <summary>The check, what one property is, and the outcome.</summary>
    public static TheoryData<string, string, Outcome> Cases() =>
        new()
        {
            { "MAIL-01", "good", Outcome.Pass },
            { "MAIL-01", "no TLS", Outcome.Fail },
            { "MAIL-01", "TLS not known", Outcome.Unknown },
            { "MAIL-01", "nothing listens", Outcome.NotApplicable },
            { "MAIL-01", "no answer", Outcome.Unknown },
            { "MAIL-02", "good", Outcome.Pass },
            { "MAIL-02", "stripped", Outcome.Fail },
            { "MAIL-02", "no STARTTLS at all", Outcome.Unknown },
            { "MAIL-02", "nothing known", Outcome.Unknown },
            { "MAIL-02", "nothing listens", Outcome.NotApplicable },
            { "MAIL-03", "good", Outcome.Pass },
            { "MAIL-03", "TLS 1.0", Outcome.Fail },
            { "MAIL-03", "versions not known", Outcome.Unknown },
            { "MAIL-03", "no TLS", Outcome.NotApplicable },
            { "MAIL-03", "nothing listens", Outcome.NotApplicable },
            { "MAIL-04", "no TLS", Outcome.NotApplicable },
            { "MAIL-04", "answers 421 halfway", Outcome.Unknown },
            { "MAIL-05", "no TLS", Outcome.NotApplicable },
            { "MAIL-05", "answers 421 halfway", Outcome.Unknown },
            { "MAIL-06", "good", Outcome.Pass },
            { "MAIL-06", "another name", Outcome.Fail },
            { "MAIL-06", "not trusted", Outcome.Fail },
            { "MAIL-06", "ends in a week", Outcome.Fail },
            { "MAIL-06", "certificate not known", Outcome.Unknown },
            { "MAIL-06", "port 25", Outcome.NotApplicable },
            { "MAIL-07", "good", Outcome.Pass },
            { "MAIL-07", "login in the clear", Outcome.Fail },
            { "MAIL-07", "nothing known", Outcome.Unknown },
            { "MAIL-07", "nothing listens", Outcome.NotApplicable },
            { "MAIL-08", "good", Outcome.Pass },
            { "MAIL-08", "carries it out", Outcome.Fail },
            { "MAIL-08", "clean not known", Outcome.Unknown },
            { "MAIL-08", "no TLS", Outcome.NotApplicable },
            { "MAIL-09", "good", Outcome.Pass },
            { "MAIL-09", "compresses", Outcome.Fail },
            { "MAIL-09", "old renegotiation", Outcome.Fail },
            { "MAIL-09", "compression not known", Outcome.Unknown },
            { "MAIL-09", "no TLS", Outcome.NotApplicable },
            { "MAIL-10", "records are right", Outcome.Pass },
            { "MAIL-10", "records are wrong", Outcome.Fail },
            { "MAIL-10", "records of another use", Outcome.Unknown },
            { "MAIL-10", "good", Outcome.NotApplicable },
            { "MAIL-10", "records not looked up", Outcome.Unknown },
            { "MAIL-10", "no records in a signed zone", Outcome.NotApplicable },
            { "MAIL-13", "no TLS", Outcome.NotApplicable },
            { "MAIL-13", "good", Outcome.Unknown },
            { "MAIL-12", "good", Outcome.NotApplicable },
            { "MAIL-12", "enforced and good", Outcome.Pass },
            { "MAIL-12", "enforced, and another name", Outcome.Fail },
            { "MAIL-12", "enforced, and no TLS", Outcome.Fail },
            { "MAIL-12", "tested, and another name", Outcome.NotApplicable },
            { "MAIL-12", "MTA-STS not looked up", Outcome.Unknown },
        };

    /// <summary>The source that decides, the suite that is offered, and the outcome of MAIL-04.</summary>
    public static TheoryData<string, string, Outcome> SuiteCases() =>
        new()
        {
            { "Cryptrec", "TLS_RSA_WITH_AES_128_CBC_SHA", Outcome.Pass },
            { "CryptrecStrict", "TLS_RSA_WITH_AES_128_CBC_SHA", Outcome.Fail },
            { "Ncsc", "TLS_RSA_WITH_AES_128_CBC_SHA", Outcome.Fail },
            { "Cryptrec", "TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256", Outcome.Pass },
            { "NcscStrict", "TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256", Outcome.Fail },
            { "Ncsc", "TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256", Outcome.Pass },
            { "Cryptrec", "TLS_RSA_WITH_RC4_128_SHA", Outcome.Fail },
        };

    /// <summary>The source that decides, what the server uses, and the outcome of MAIL-05.</summary>
    public static TheoryData<string, TlsParameterKind, string, long, Outcome> ParameterCases() =>
        new()
        {
            { "Cryptrec", TlsParameterKind.CertificateKey, "RSA", 2048, Outcome.Pass },
            { "NcscStrict", TlsParameterKind.CertificateKey, "RSA", 2048, Outcome.Fail },
            { "Cryptrec", TlsParameterKind.CertificateKey, "RSA", 1024, Outcome.Fail },
            { "Cryptrec", TlsParameterKind.CertificateHash, "SHA1", 0, Outcome.Fail },
            { "Cryptrec", TlsParameterKind.CertificateHash, "SHA256", 0, Outcome.Pass },
            { "Cryptrec", TlsParameterKind.Group, "Secp160r1", 0, Outcome.Fail },
            { "Ncsc", TlsParameterKind.Group, "Sect163k1", 0, Outcome.Fail },
            { "CryptrecStrict", TlsParameterKind.CertificateHash, "SHA1", 0, Outcome.Fail },
            { "Ncsc", TlsParameterKind.Group, "Ffdhe2048", 0, Outcome.Fail },
            { "Cryptrec", TlsParameterKind.Prime, "DH", 1024, Outcome.Fail },
            { "Cryptrec", TlsParameterKind.Group, "BrainpoolP256r1", 0, Outcome.Unknown },
        };

    /// <summary>What is left of the server's own certificate and of the intermediate one, in hours, and the outcome of MAIL-13: thirty days
    /// are 720.</summary>
    public static TheoryData<double, double, Outcome> EndCases() =>
        new()
        {
            { 8760, 8760, Outcome.Pass },
            { 720, 720, Outcome.Pass },
            { 719.999, 8760, Outcome.Fail },
            { 8760, 719.999, Outcome.Fail },
            { 0, 8760, Outcome.Fail },
            { -24, 8760, Outcome.Fail },
        };

    /// <summary>Whether a domain has a policy of MTA-STS, whether that covers its servers, and the outcome of MAIL-11.</summary>
    public static TheoryData<bool?, bool?, Outcome> DomainCases() =>
        new()
        {
            { true, true, Outcome.Pass },
            { true, false, Outcome.Fail },
            { true, null, Outcome.Unknown },
            { null, null, Outcome.Unknown },
            { false, false, Outcome.NotApplicable },
        };

    /// <summary>The MX records of a domain that senders refuse, whether it takes mail, and the outcome of MAIL-17.</summary>
    public static TheoryData<string?, bool?, Outcome> ExchangerCases() =>
        new()
        {
            { "", true, Outcome.Pass },
            { "Alias mx.city.example", true, Outcome.Fail },
            { "Address 192.0.2.1", null, Outcome.Fail },
            { null, true, Outcome.Unknown },
            { null, null, Outcome.Unknown },
            { "", false, Outcome.NotApplicable },
        };

    /// <summary>All of these: the check, the story, and the outcome.</summary>
    public static TheoryData<string, string, Outcome> Rows()
    {
        var rows = Cases();
        var tables = new[]
        {
            ("MAIL-04", (IEnumerable<object[]>)SuiteCases()),
            ("MAIL-05", ParameterCases()),
            ("MAIL-13", EndCases()),
            ("MAIL-11", DomainCases()),
            ("MAIL-17", ExchangerCases()),
        };
        foreach (var (check, table) in tables)
        {
            foreach (var row in table)
                rows.Add(check, string.Join(" ", row.Take(row.Length - 1)), (Outcome)row[row.Length - 1]);
        }

        return rows;
    }

    /// <summary>Servers and domains, each with a check that it passes.</summary>
    internal static IEnumerable<(Check Check, Snapshot Snapshot)> Passing()
    {
        foreach (var row in Cases().Where(row => (Outcome)row[2] == Outcome.Pass))
            yield return (Of((string)row[0]), Snapshot(Service((string)row[1])));
        foreach (var row in SuiteCases().Where(row => (Outcome)row[2] == Outcome.Pass))
            yield return (Of("MAIL-04", (string)row[0]), Snapshot(Good, new[] { Suite((string)row[1]) }));
        foreach (var row in ParameterCases().Where(row => (Outcome)row[4] == Outcome.Pass))
        {
            yield return (
                Of("MAIL-05", (string)row[0]),
                Snapshot(Good, parameters: new[] { Parameter((TlsParameterKind)row[1], (string)row[2], (long)row[3]) })
            );
        }

        foreach (var row in EndCases().Where(row => (Outcome)row[2] == Outcome.Pass))
            yield return (Of("MAIL-13"), Ending((double)row[0], (double)row[1]));
        foreach (var row in DomainCases().Where(row => (Outcome)row[2] == Outcome.Pass))
            yield return (Of("MAIL-11"), Domain((bool?)row[0], (bool?)row[1]));
        foreach (var row in ExchangerCases().Where(row => (Outcome)row[2] == Outcome.Pass))
            yield return (Of("MAIL-17"), Exchanging((string?)row[0], (bool?)row[1]));

        static Check Of(string id, string? source = null) => (source is null ? Mic : Load(source)).Checks.Single(check => check.Id == id);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Services_are_judged(string check, string story, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Judge(
                check,
                Service(story),
                gap: story == "answers 421 halfway" ? new Gap(GapKind.Busy, "tcp:192.0.2.1:587", "the server said 421") : null
            )
        );

    [Theory]
    [MemberData(nameof(SuiteCases))]
    public void One_suite_fares_differently_by_the_source_that_decides(string source, string suite, Outcome outcome)
    {
        Assert.Equal(outcome, Judge("MAIL-04", Good, new[] { Suite(suite) }, baseline: Load(source)));
    }

    [Theory]
    [MemberData(nameof(ParameterCases))]
    public void So_does_a_key_a_group_a_hash(string source, TlsParameterKind kind, string name, long bits, Outcome outcome)
    {
        Assert.Equal(outcome, Judge("MAIL-05", Good, parameters: new[] { Parameter(kind, name, bits) }, baseline: Load(source)));
    }

    [Theory]
    [MemberData(nameof(EndCases))]
    public void A_certificate_of_the_chain_that_ends_within_the_watch_is_told_of(double own, double intermediate, Outcome outcome) =>
        Assert.Equal(outcome, Judge("MAIL-13", Ending(own, intermediate)));

    /// <summary>Those that were seen end late; another kind of key may have one that doesn't.</summary>
    [Fact]
    public void A_certificate_that_may_be_there_and_was_not_seen_leaves_it_open_and_one_that_ends_soon_does_not()
    {
        var gap = new Gap(GapKind.Unusable, "tcp:192.0.2.1:587", "the server's certificate can't be read");
        Assert.Equal(Outcome.Unknown, Judge("MAIL-13", Ending(8760, 8760, gap)));
        Assert.Equal(Outcome.Fail, Judge("MAIL-13", Ending(8760, 24, gap)));
    }

    [Fact]
    public void An_old_version_that_was_seen_decides_whatever_wasn_t()
    {
        var ledger = new MailLedger();
        var service = Good with { Versions = null };
        new MailParameters(Machine.Catalogs.TlsParameters, ledger).Take(service, new[] { TlsVersion.Tls10 });
        var parameters = ledger.Build().OfType<FactSet<MailParameterFact>>().Single();
        var snapshot = new Snapshot
        {
            ComputerName = "mail.city.example",
            Table = new FactTable(new FactSet[] { Set(new[] { service }, null), parameters }),
        };
        Assert.Equal(Outcome.Fail, Evaluator.Evaluate(Mic, snapshot).Single(finding => finding.CheckId == "MAIL-03").Outcome);
    }

    [Fact]
    public void A_mail_server_is_judged_by_the_checks_of_mail_servers_alone_and_a_PC_by_the_others()
    {
        var mail = Evaluator.Evaluate(Mic, Snapshot(Good)).Select(finding => finding.CheckId).ToArray();
        Assert.Equal(12, mail.Length);
        Assert.All(mail, id => Assert.StartsWith("MAIL-", id, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Evaluator.Evaluate(Mic, new Snapshot { ComputerName = "PC001" }),
            finding => finding.CheckId.StartsWith("MAIL-", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(DomainCases))]
    public void A_domain_is_judged_by_its_own_checks_alone(bool? hasSts, bool? covers, Outcome outcome)
    {
        var findings = Evaluator.Evaluate(Mic, Domain(hasSts, covers)).ToArray();
        Assert.Equal(new[] { "MAIL-11", "MAIL-17" }, findings.Select(finding => finding.CheckId));
        Assert.Equal(outcome, findings[0].Outcome);
    }

    [Theory]
    [MemberData(nameof(ExchangerCases))]
    public void MX_records_are_judged_whatever_the_policy_is(string? faults, bool? acceptsMail, Outcome outcome) =>
        Assert.Equal(outcome, Judge("MAIL-17", Exchanging(faults, acceptsMail)));

    /// <summary>RFC 8461 §8.3: the way out of MTA-STS is a policy of that mode, which needs to name nobody.</summary>
    [Fact]
    public void A_policy_that_asks_nothing_of_senders_is_not_judged() =>
        Assert.Equal(Outcome.NotApplicable, Judge("MAIL-11", Domain(true, false, MtaStsMode.None)));

    /// <summary>A policy that answers and can't be used, or two records: what senders would do with it isn't to be had, and what is wrong
    /// is known.</summary>
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, false)]
    public void One_that_can_not_be_used_fails(bool hasSts, bool? covers) =>
        Assert.Equal(Outcome.Fail, Judge("MAIL-11", Domain(hasSts, covers, isSound: false)));

    [Fact]
    public void What_is_expected_is_told_in_the_words_of_the_source_that_was_chosen()
    {
        Assert.Contains(
            "grade by NCSC-NL is Good or Sufficient",
            Load("NcscStrict").Checks.Single(check => check.Id == "MAIL-04").Expected.En,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("tlsSource", Mic.Checks.Single(check => check.Id == "MAIL-04").Expected.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_no_choice_is_an_error_that_names_the_choices() =>
        Assert.Contains(
            "Cryptrec, CryptrecStrict, Ncsc, NcscStrict",
            Assert.Throws<BaselineException>(() => Load("Nist")).Message,
            StringComparison.Ordinal
        );

    /// <summary>It graded fifteen suites of 350 and no group: whoever still names it learns why it went, and what there is.</summary>
    [Fact]
    public void A_source_that_was_a_choice_once_is_an_error_that_tells_why_it_is_none()
    {
        var message = Assert.Throws<BaselineException>(() => Load("Ipa")).Message;
        Assert.Contains("no choice any more", message, StringComparison.Ordinal);
        Assert.Contains("fifteen suites", message, StringComparison.Ordinal);
        Assert.Contains("Cryptrec, CryptrecStrict, Ncsc, NcscStrict", message, StringComparison.Ordinal);
    }

    private static MailSuiteFact Suite(string name)
    {
        var entry = Machine.Catalogs.TlsSuites.Single(each => each.Name == name);
        return new MailSuiteFact
        {
            ComputerName = "mail.city.example",
            Port = 587,
            Version = TlsVersion.Tls12,
            Suite = name,
            Cryptrec = entry.Cryptrec,
            Ipa = entry.Ipa,
            Ncsc = entry.Ncsc,
        };
    }

    private static MailParameterFact Parameter(TlsParameterKind kind, string name, long bits)
    {
        var entry = Machine.Catalogs.TlsParameters.First(each => each.Fits(kind, name, bits));
        return new MailParameterFact
        {
            ComputerName = "mail.city.example",
            Port = 587,
            Kind = kind,
            Name = name,
            Bits = bits,
            Cryptrec = entry.Cryptrec,
            Ipa = entry.Ipa,
            Ncsc = entry.Ncsc,
        };
    }

    private static Snapshot Domain(bool? hasSts, bool? covers, MtaStsMode mode = MtaStsMode.Enforce, bool? isSound = null)
    {
        var set = Set(
            new[]
            {
                new MailDomainFact
                {
                    ComputerName = "city.example",
                    Domain = "city.example",
                    HasSts = hasSts,
                    StsMode = hasSts switch
                    {
                        true => mode,
                        false => MtaStsMode.None,
                        null => null,
                    },
                    IsStsSound =
                        isSound
                        ?? (
                            hasSts is null ? null
                            : covers is null ? null
                            : true
                        ),
                    StsCoversExchangers = covers,
                },
            },
            null
        );
        return new Snapshot { ComputerName = "city.example", Table = new FactTable(new FactSet[] { set }) };
    }

    private static Snapshot Exchanging(string? faults, bool? acceptsMail)
    {
        var domain = new MailDomainFact
        {
            ComputerName = "city.example",
            Domain = "city.example",
            AcceptsMail = acceptsMail,
            ExchangerFaults = faults?.Split(new[] { ", " }, StringSplitOptions.RemoveEmptyEntries),
        };
        return new Snapshot { ComputerName = "city.example", Table = new FactTable(new FactSet[] { Set(new[] { domain }, null) }) };
    }

    private static MailServiceFact Service(string story) =>
        story switch
        {
            "good" or "answers 421 halfway" => Good,
            "no TLS" => Good with { OffersTls = false },
            "TLS not known" => Good with { OffersTls = null },
            "nothing listens" => new MailServiceFact
            {
                ComputerName = "mail.city.example",
                Port = 587,
                IsReachable = false,
                OffersTls = false,
                OffersLoginBeforeTls = false,
                IsStartTlsStripped = false,
            },
            "no answer" or "nothing known" => new MailServiceFact { ComputerName = "mail.city.example", Port = 587 },
            "stripped" => Good with { IsStartTlsStripped = true },
            "no STARTTLS at all" => Good with { OffersTls = false, IsStartTlsStripped = null },
            "enforced and good" => Good with { StsMode = MtaStsMode.Enforce },
            "enforced, and another name" => Good with { StsMode = MtaStsMode.Enforce, Port = 25, CertificateNamesHost = false },
            "enforced, and no TLS" => Good with
            {
                StsMode = MtaStsMode.Enforce,
                Port = 25,
                OffersTls = false,
                CertificateNamesHost = null,
                CertificateIsTrusted = null,
            },
            "tested, and another name" => Good with { StsMode = MtaStsMode.Testing, Port = 25, CertificateNamesHost = false },
            "MTA-STS not looked up" => Good with { StsMode = null },
            "TLS 1.0" => Good with { Versions = new[] { TlsVersion.Tls10, TlsVersion.Tls12 } },
            "versions not known" => Good with { Versions = null },
            "another name" => Good with { CertificateNamesHost = false },
            "not trusted" => Good with { CertificateIsTrusted = false },
            "ends in a week" => Good with { CertificateLeft = TimeSpan.FromDays(7) },
            "certificate not known" => Good with { CertificateIsTrusted = null },
            "port 25" => Good with { Port = 25, CertificateIsTrusted = false },
            "login in the clear" => Good with { OffersLoginBeforeTls = true },
            "carries it out" => Good with { IsStartTlsClean = false },
            "clean not known" => Good with { IsStartTlsClean = null },
            "compresses" => Good with { HasCompression = true },
            "old renegotiation" => Good with { HasSecureRenegotiation = false },
            "compression not known" => Good with { HasCompression = null },
            "records are right" => Good with { TlsaIsSecure = true, TlsaRecords = new[] { "3 1 1 00" }, TlsaMatches = true },
            "records are wrong" => Good with { TlsaIsSecure = true, TlsaRecords = new[] { "3 1 1 00" }, TlsaMatches = false },
            "records of another use" => Good with { TlsaIsSecure = true, TlsaRecords = new[] { "3 1 1 00" }, TlsaMatches = null },
            "no records in a signed zone" => Good with { TlsaIsSecure = true, TlsaMatches = null },
            "records not looked up" => Good with { TlsaRecords = null, TlsaIsSecure = null },
            _ => throw new ArgumentException(story),
        };

    /// <summary>What no path needs may be over; where nobody looked, it may be needed.</summary>
    [Theory]
    [InlineData(false, Outcome.Pass)]
    [InlineData(true, Outcome.Fail)]
    [InlineData(null, Outcome.Unknown)]
    public void A_certificate_counts_where_a_path_leads_over_it(bool? isInPath, Outcome outcome) =>
        Assert.Equal(outcome, Judge("MAIL-13", Ending(8760, -24, isInPath: isInPath)));

    private static Outcome Judge(string check, Snapshot snapshot) =>
        Evaluator.Evaluate(Mic, snapshot).Single(finding => finding.CheckId == check).Outcome;

    private static Snapshot Ending(double own, double intermediate, Gap? gap = null, bool? isInPath = true)
    {
        var certificates = new[] { own, intermediate }.Select(
            (left, place) =>
                new MailCertificateFact
                {
                    ComputerName = Good.ComputerName,
                    Source = Good.Source,
                    Port = 25,
                    Chain = 1,
                    Place = place,
                    IsInPath = place == 0 ? true : isInPath,
                    Left = TimeSpan.FromHours(left),
                }
        );
        return new Snapshot
        {
            ComputerName = "mail.city.example",
            Table = new FactTable(new FactSet[] { Set(new[] { Good with { Port = 25 } }, null), Set(certificates.ToArray(), gap) }),
        };
    }

    private static Outcome Judge(
        string check,
        MailServiceFact service,
        IReadOnlyList<MailSuiteFact>? suites = null,
        IReadOnlyList<MailParameterFact>? parameters = null,
        Gap? gap = null,
        Baseline? baseline = null
    ) =>
        Evaluator.Evaluate(baseline ?? Mic, Snapshot(service, suites, parameters, gap)).Single(finding => finding.CheckId == check).Outcome;

    private static Snapshot Snapshot(
        MailServiceFact service,
        IReadOnlyList<MailSuiteFact>? suites = null,
        IReadOnlyList<MailParameterFact>? parameters = null,
        Gap? gap = null
    ) =>
        new()
        {
            ComputerName = "mail.city.example",
            Table = new FactTable(
                new FactSet[]
                {
                    Set(new[] { service }, null),
                    Set(suites, gap),
                    parameters is null && gap is null ? Parameters(service) : Set(parameters, gap),
                }
            ),
        };

    /// <summary>As the probe takes them from a service.</summary>
    private static FactSet<MailParameterFact> Parameters(MailServiceFact service)
    {
        var ledger = new MailLedger();
        if (service.OffersTls != false)
            new MailParameters(Machine.Catalogs.TlsParameters, ledger).Take(service, service.Versions ?? Array.Empty<TlsVersion>());
        return ledger.Build().OfType<FactSet<MailParameterFact>>().Single();
    }

    private static FactSet<T> Set<T>(IReadOnlyList<T>? items, Gap? gap)
        where T : Fact, new()
    {
        var set = new FactSetBuilder<T>();
        foreach (var item in items ?? Array.Empty<T>())
            set.Add(item);
        set.MayLack(gap);
        return set.Build();
    }

    private static Baseline Load(string? source = null)
    {
        var folder = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));
        if (source is null)
            return folder.Load("MIC-Recommended");
        using var own = new TemporaryFolder();
        own.File(
            "town.json",
            $$"""
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "MIC-Recommended", "parameters": { "tlsSource": "{{source}}" } }
            """
        );
        return folder.Load(own["town.json"]);
    }
}
