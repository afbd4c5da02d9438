using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>The checks of the way out pass, fail, stay unknown and step aside where they should; nothing given passes nothing.</summary>
public sealed class OutboundCheckTests
{
    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-Recommended"
    );

    private static readonly MailHopFact Hop = new()
    {
        ComputerName = "city.example",
        Source = "file:m.eml",
        File = "m.eml",
        ReceivedBy = "mx.pref.example",
        IsEncrypted = true,
        Version = TlsVersion.Tls13,
        Suite = "TLS_AES_256_GCM_SHA384",
        Cryptrec = CryptrecGrade.Recommended,
        Ncsc = NcscGrade.Good,
    };

    private static readonly MailTlsReportFact Report = new()
    {
        ComputerName = "city.example",
        Source = "file:r.json",
        File = "r.json",
        Organization = "Company-X",
        Direction = TlsReportDirection.Incoming,
        PolicyType = TlsReportPolicy.Sts,
        Successes = 10,
        Failures = 0,
        FailureKinds = Array.Empty<string>(),
    };

    public static TheoryData<string, string, Outcome> Cases() =>
        new()
        {
            { "MAIL-14", "good", Outcome.Pass },
            { "MAIL-14", "in the clear", Outcome.Fail },
            { "MAIL-14", "not told", Outcome.Unknown },
            { "MAIL-14", "a file that can't be read", Outcome.Unknown },
            { "MAIL-14", "nothing", Outcome.Unknown },
            { "MAIL-14", "known to be none", Outcome.NotApplicable },
            { "MAIL-15", "good", Outcome.Pass },
            { "MAIL-15", "TLS 1.0", Outcome.Fail },
            { "MAIL-15", "old suite", Outcome.Fail },
            { "MAIL-15", "suite not told", Outcome.Unknown },
            { "MAIL-15", "version not told", Outcome.Unknown },
            { "MAIL-15", "in the clear", Outcome.NotApplicable },
            { "MAIL-15", "nothing", Outcome.Unknown },
            { "MAIL-16", "good", Outcome.Pass },
            { "MAIL-16", "failures", Outcome.Fail },
            { "MAIL-16", "failures not known", Outcome.Unknown },
            { "MAIL-16", "of another domain", Outcome.Unknown },
            { "MAIL-16", "of another domain, without failures", Outcome.Unknown },
            { "MAIL-16", "no sessions", Outcome.NotApplicable },
            { "MAIL-16", "nothing", Outcome.Unknown },
        };

    /// <summary>Each with a check that it passes.</summary>
    internal static IEnumerable<(Check Check, Snapshot Snapshot)> Passing() =>
        Cases()
            .Where(row => (Outcome)row[2] == Outcome.Pass)
            .Select(row => (Mic.Checks.Single(check => check.Id == (string)row[0]), Snapshot((string)row[1])));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_way_out_is_judged(string check, string story, Outcome outcome) =>
        Assert.Equal(outcome, Evaluator.Evaluate(Mic, Snapshot(story)).Single(finding => finding.CheckId == check).Outcome);

    [Fact]
    public void It_is_judged_by_its_own_checks_alone() =>
        Assert.Equal(
            new[] { "MAIL-14", "MAIL-15", "MAIL-16" },
            Evaluator.Evaluate(Mic, Snapshot("good")).Select(finding => finding.CheckId)
        );

    private static Snapshot Snapshot(string story)
    {
        var hop = story switch
        {
            "in the clear" => Hop with { IsEncrypted = false, Version = null, Suite = null, Cryptrec = null, Ncsc = null },
            "not told" => Hop with { IsEncrypted = null },
            "TLS 1.0" => Hop with { Version = TlsVersion.Tls10 },
            "old suite" => Hop with { Cryptrec = CryptrecGrade.NotListed },
            "suite not told" => Hop with { Suite = null, Cryptrec = null, Ncsc = null },
            "version not told" => Hop with { Version = null },
            _ => Hop,
        };
        var report = story switch
        {
            "failures" => Report with { Failures = 3 },
            "failures not known" => Report with { Failures = null },
            "of another domain" => Report with { Direction = null, Failures = 3 },
            "of another domain, without failures" => Report with { Direction = null },
            "no sessions" => Report with { Successes = 0 },
            _ => Report,
        };
        var gap = story switch
        {
            "nothing" => new Gap(GapKind.NotCollected, "files", "none was given"),
            "known to be none" => new Gap(GapKind.NotPresent, "files", "there is none"),
            "a file that can't be read" => new Gap(GapKind.Unusable, "file:x.eml", "no Received"),
            _ => null,
        };
        return new Snapshot { ComputerName = "city.example", Table = new FactTable(new FactSet[] { Set(hop, gap), Set(report, gap) }) };
    }

    private static FactSet<T> Set<T>(T item, Gap? gap)
        where T : Fact, new()
    {
        var set = new FactSetBuilder<T>();
        if (gap?.Kind is not (GapKind.NotCollected or GapKind.NotPresent))
            set.Add(item);
        set.MayLack(gap?.Kind == GapKind.NotPresent ? null : gap);
        return set.Build();
    }
}
