using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>Verdicts: never Pass on what was not read, and always a reason.</summary>
public sealed class EvaluatorTests
{
    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    public static TheoryData<string> Fleet()
    {
        var names = new TheoryData<string>();
        foreach (var path in Directory.GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "*.json"))
            names.Add(Path.GetFileName(path)!);
        return names;
    }

    [Fact]
    public void On_a_host_of_which_nothing_is_known_but_its_name_no_check_passes_and_none_fails()
    {
        var findings = Evaluator.Evaluate(Mic, new Snapshot { ComputerName = "PC001" }).ToArray();
        Assert.Equal(Mic.Checks.Count(check => check.IsEnabled && check.Subject == FactSubject.Host), findings.Length);
        Assert.All(findings, finding => Assert.Equal(Outcome.Unknown, finding.Outcome));
    }

    [Fact]
    public void On_a_host_that_could_not_be_reached_every_check_is_Unknown_for_that_reason()
    {
        var findings = Evaluate("""{ "failures": { "*": "unreachable" } }""", Zone.MyNumber);
        Assert.All(findings, finding => Assert.Equal(Outcome.Unknown, finding.Outcome));
        Assert.All(findings, finding => Assert.Contains("Unreachable", finding.Reason));
    }

    [Fact]
    public void A_recording_that_holds_nothing_gives_no_verdict() =>
        Assert.All(Evaluate("""{ "instances": {} }""", Zone.MyNumber), finding => Assert.Equal(Outcome.Unknown, finding.Outcome));

    [Fact]
    public void A_host_that_has_none_of_the_classes_gives_no_verdict()
    {
        // As a CIM server that isn't Windows answers: everything asked for is "not there".
        var places = Collector
            .All.SelectMany(collector => collector.Sources)
            .Select(source => source.Place.Split(':')[0])
            .Where(place => place.StartsWith("root/", StringComparison.Ordinal))
            .Distinct();
        var findings = Evaluate(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", "instances": {}, "absent": [ {{string.Join(", ", places.Select(place => $"\"{place}\""))}} ] }""",
            Zone.MyNumber
        );
        Assert.All(findings, finding => Assert.Equal(Outcome.Unknown, finding.Outcome));
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void Taking_evidence_away_never_turns_a_verdict_into_a_Pass(string recording)
    {
        var whole = Machine.Recorded(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", recording), Zone.Lgwan);
        var outcomes = Mic.Checks.ToDictionary(check => check.Id, check => Evaluator.Judge(check, whole));
        foreach (var set in whole.Table.Sets)
        {
            var less = whole with { Table = new FactTable(whole.Table.Sets.Where(other => other != set)) };
            foreach (var check in Mic.Checks)
            {
                var outcome = Evaluator.Judge(check, less);
                Assert.True(
                    outcome == outcomes[check.Id] || outcome == Outcome.Unknown,
                    $"{recording} without {set.Type.Name}: {check.Id} went from {outcomes[check.Id]} to {outcome}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void A_finding_is_explained_by_the_outcome_that_it_has(string recording)
    {
        var snapshot = Machine.Recorded(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", recording), Zone.Lgwan);
        foreach (var finding in Evaluator.Evaluate(Mic, snapshot))
        {
            Assert.NotEqual(string.Empty, finding.Reason);
            Assert.NotEqual(string.Empty, finding.Expected);
            if (finding.Outcome == Outcome.Fail)
                Assert.NotEqual(string.Empty, finding.Actual);
            if (finding.Outcome is Outcome.Fail or Outcome.Unknown)
                Assert.NotEqual(string.Empty, finding.Evidence);
        }
    }

    [Fact]
    public void A_check_for_another_zone_is_not_applicable_and_one_for_an_undeclared_zone_unknown()
    {
        Assert.Equal(Outcome.NotApplicable, OutcomeOf("VPN-02", Zone.Internet));
        Assert.Equal(Outcome.Unknown, OutcomeOf("VPN-02", null));
        Assert.Contains(
            "nobody declared this host's zone",
            Evaluate("""{ "instances": {} }""", null).Single(finding => finding.CheckId == "VPN-02").Reason
        );
    }

    [Fact]
    public void What_rules_a_check_out_decides_before_what_leaves_it_open()
    {
        var finding = Evaluate(
                """
                { "instances": {}, "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                  { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [] } },
                  { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [] } } ] } } }
                """,
                null
            )
            .Single(finding => finding.CheckId == "VPN-02");
        Assert.Equal(Outcome.NotApplicable, finding.Outcome);
        Assert.Contains("not for this host", finding.Reason);
    }

    [Fact]
    public void A_product_without_pattern_files_doesnt_fail_for_having_none()
    {
        var finding = Evaluate(
            """
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ],
                "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "Auto" } ] }, "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "CrowdStrike Falcon Sensor", "productState": 266240 } ] } },
              "absent": [ "root/Microsoft/Windows/Defender" ] }
            """,
            Zone.Internet
        );
        Assert.Equal(Outcome.Pass, Of(finding, "AV-01"));
        Assert.Equal(Outcome.NotApplicable, Of(finding, "AV-02"));
        Assert.Equal(Outcome.NotApplicable, Of(finding, "AV-03"));
        Assert.Equal(Outcome.Pass, Of(finding, "AV-04"));
    }

    [Fact]
    public void Titles_follow_the_language_of_the_user()
    {
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
            Assert.Equal("不正プログラム対策ソフトウェアが動作している", Evaluate("""{ "instances": {} }""", null)[0].Title);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            Assert.Equal("An antivirus or EDR product protects the host", Evaluate("""{ "instances": {} }""", null)[0].Title);
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    [Fact]
    public void A_demand_that_rests_on_secondary_sources_says_so()
    {
        Assert.All(
            Mic.Checks,
            check =>
                Assert.Equal(!check.Guideline.IsVerified, check.Guideline.ToString().EndsWith("[unverified]", StringComparison.Ordinal))
        );
        Assert.Contains(Mic.Checks, check => !check.Guideline.IsVerified);
    }

    [Fact]
    public void A_regular_expression_that_explodes_on_a_value_leaves_it_open_and_costs_its_limit_once()
    {
        using var folder = new TemporaryFolder();
        var check = new BaselineFile(FactTypes.Shipped, (_, name) => name)
            .Load(
                folder.File(
                    "slow.json",
                    """
                    { "format": "ConfigAudit.Baseline/1", "id": "slow", "version": "1.0", "title": { "ja": "x", "en": "x" }, "checks": [
                      { "id": "A", "title": { "ja": "x", "en": "x" }, "remediation": { "ja": "x", "en": "x" }, "guideline": { "edition": "2022-03", "section": "x" },
                        "obligation": "Required", "severity": "Low",
                        "assert": { "any": "Account", "have": { "property": "Name", "matches": "^(\\W+\\W)+$" } } } ] }
                    """
                )
            )
            .Checks.Single();
        var accounts = string.Join(
            ",",
            Enumerable.Range(0, 200).Select(number => $$"""{ "LocalAccount": true, "Name": "{{new string('*', 60)}}{{number}}x" }""")
        );
        var snapshot = Machine.Answering($$"""{ "instances": { "root/cimv2": { "Win32_UserAccount": [ {{accounts}} ] } } }""");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(Outcome.Unknown, Evaluator.Judge(check, snapshot));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static Outcome OutcomeOf(string id, Zone? zone) => Of(Evaluate("""{ "instances": {} }""", zone), id);

    private static Outcome Of(IEnumerable<Finding> findings, string id) => findings.Single(finding => finding.CheckId == id).Outcome;

    private static Finding[] Evaluate(string recording, Zone? zone) =>
        Evaluator.Evaluate(Mic, Machine.Answering(recording, zone: zone)).ToArray();
}
