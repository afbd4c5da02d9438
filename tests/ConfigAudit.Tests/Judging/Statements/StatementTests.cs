using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Statements;
using Xunit;

namespace ConfigAudit.Tests.Judging.Statements;

/// <summary>What people say of findings stands beside them and never replaces their outcome.</summary>
public sealed class StatementTests : IDisposable
{
    private static readonly DateTime Today = new(2026, 11, 16);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A waiver may name its host by any of the machine's names, and means no other machine of a like name.</summary>
    [Theory]
    [InlineData("SHIYAKUSHO-MADO", true)]
    [InlineData("shiyakusho-madoguchi-pc-0001", true)]
    [InlineData("shiyakusho-madoguchi-pc-0001.lg.city.example", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("shiyakusho-*", true)]
    [InlineData("shiyakusho-madoguchi-pc-0002", false)]
    [InlineData("shiyakusho-madoguchi-pc-0001.other.example", false)]
    [InlineData("10.1.2.4", false)]
    public void A_host_is_meant_by_each_of_its_names(string name, bool isOf)
    {
        var host = new ConfigAudit.Facts.Targets.HostIdentity(
            "SHIYAKUSHO-MADO",
            "SHIYAKUSHO-MADO",
            "shiyakusho-madoguchi-pc-0001",
            "lg.city.example",
            new[] { "10.1.2.3" }
        );
        var selector = new FindingSelector { CheckId = "NET-01", ComputerNames = new[] { name } };
        Assert.Equal(
            isOf,
            Set(Waiver() with { Selector = selector })
                .Annotate(Finding(Outcome.Fail) with { ComputerName = "SHIYAKUSHO-MADO" }, host)
                .WaiverState == WaiverState.Honoured
        );
    }

    [Theory]
    [InlineData(Outcome.Fail)]
    [InlineData(Outcome.Unknown)]
    [InlineData(Outcome.Attest)]
    public void A_waiver_stands_beside_what_does_not_pass(Outcome outcome)
    {
        var beside = Set(Waiver()).Annotate(Finding(outcome));
        Assert.Equal(outcome, beside.Outcome);
        Assert.Equal(WaiverState.Honoured, beside.WaiverState);
        Assert.Equal("Accepted by CISO from 2026-04-01 until 2027-03-31, because: until the contract ends (123)", beside.Waiver);
        Assert.Null(beside.AttestationState);
    }

    /// <summary>What a check asks for, and who accepted what, are told in the language of the report and not in that of the run.</summary>
    [Fact]
    public void A_report_tells_them_in_its_own_language()
    {
        var finding = Finding(Outcome.Fail) with { Check = ConfigAudit.Tests.Judging.Findings.ShippedChecks.Of("ID-03") };
        var beside = Set(Waiver()).Annotate(finding).In(Language.Japanese);
        Assert.Equal("ローカルアカウントのうち有効であるものは、すべてパスワードが必須である", beside.Expected);
        Assert.Equal("CISOが、2026-04-01から2027-03-31まで例外として承認。理由：until the contract ends（決定の記録：123）", beside.Waiver);
        Assert.StartsWith("Accepted by CISO from", beside.In(Language.English).Waiver, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.Pass)]
    [InlineData(Outcome.NotApplicable)]
    public void What_passes_needs_none_and_the_waiver_is_named_as_unused(Outcome outcome)
    {
        var set = Set(Waiver());
        Assert.Equal(Finding(outcome), set.Annotate(Finding(outcome)));
        Assert.Equal("waivers.json(1): no finding needed the waiver of NET-01", Assert.Single(set.Unused(With("NET-01"))));
        Assert.Equal("waivers.json(1): town has no check NET-01, of which there is a waiver", Assert.Single(set.Unused(With("NET-02"))));
    }

    [Fact]
    public void In_Japanese_it_is_named_as_unused_in_the_tone_of_a_message()
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        try
        {
            var set = Set(Waiver());
            set.Annotate(Finding(Outcome.Pass));
            Assert.Equal("waivers.json(1): NET-01の例外承認を必要とする判定結果はありません", Assert.Single(set.Unused(With("NET-01"))));
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    [Theory]
    [InlineData("2026-03-31", WaiverState.NotYet)]
    [InlineData("2026-04-01", WaiverState.Honoured)]
    [InlineData("2027-03-31", WaiverState.Honoured)]
    [InlineData("2027-04-01", WaiverState.Expired)]
    public void It_holds_from_its_first_day_to_its_last(string today, WaiverState state)
    {
        var set = new StatementSet(
            new[] { Waiver() },
            Array.Empty<Attestation>(),
            DateTime.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(state, set.Annotate(Finding(Outcome.Fail)).WaiverState);
        Assert.Empty(set.Unused(With("NET-01")));
    }

    [Fact]
    public void One_bound_to_what_was_found_lapses_when_something_else_is_found()
    {
        var bound = Waiver() with { EvidenceHash = ConfigAudit.Judging.Statements.Waiver.HashOf(Finding(Outcome.Fail)) };
        Assert.Equal(WaiverState.Honoured, Set(bound).Annotate(Finding(Outcome.Fail)).WaiverState);
        Assert.Equal(WaiverState.Lapsed, Set(bound).Annotate(Finding(Outcome.Fail) with { Actual = "Public: Enabled=false" }).WaiverState);
        Assert.Equal(WaiverState.Lapsed, Set(bound).Annotate(Finding(Outcome.Unknown)).WaiverState);
        Assert.Equal(
            WaiverState.Expired,
            Set(bound with { Until = new DateTime(2026, 11, 15) }).Annotate(Finding(Outcome.Fail)).WaiverState
        );
    }

    /// <summary>Five items are shown, and the sixth may be the one that matters.</summary>
    [Theory]
    [InlineData("P9", "P9", WaiverState.Honoured)]
    [InlineData("P9", "Malware", WaiverState.Lapsed)]
    public void What_is_bound_is_everything_that_was_found_and_not_what_is_shown(string then, string now, WaiverState state)
    {
        var (before, after) = (Judged("P1", "P2", "P3", "P4", "P5", "P6", then), Judged("P1", "P2", "P3", "P4", "P5", now, "P6"));
        Assert.Equal(before.Actual, after.Actual);
        var bound = Waiver() with
        {
            Selector = new FindingSelector { CheckId = "A-1" },
            EvidenceHash = ConfigAudit.Judging.Statements.Waiver.HashOf(before),
        };
        Assert.Equal(state, Set(bound).Annotate(after).WaiverState);
    }

    [Fact]
    public void What_could_not_be_read_is_bound_too()
    {
        var (denied, missing) = (Unread(GapKind.Denied), Unread(GapKind.Timeout));
        Assert.Equal((Outcome.Unknown, string.Empty), (denied.Outcome, denied.Actual));
        Assert.Equal(
            ConfigAudit.Judging.Statements.Waiver.HashOf(denied),
            ConfigAudit.Judging.Statements.Waiver.HashOf(Unread(GapKind.Denied))
        );
        Assert.NotEqual(ConfigAudit.Judging.Statements.Waiver.HashOf(denied), ConfigAudit.Judging.Statements.Waiver.HashOf(missing));
    }

    [Fact]
    public void What_was_found_twice_alike_makes_two_equal_findings() =>
        Assert.Equal(
            Judged("P1", "P2", "P3", "P4", "P5", "P6") with
            {
                Check = null,
            },
            Judged("P1", "P2", "P3", "P4", "P5", "P6") with
            {
                Check = null,
            }
        );

    [Fact]
    public void Of_several_the_one_that_holds_is_taken() =>
        Assert.Equal(
            WaiverState.Honoured,
            Set(Waiver() with { Until = new DateTime(2026, 10, 1) }, Waiver()).Annotate(Finding(Outcome.Fail)).WaiverState
        );

    [Theory]
    [InlineData("net-01", "lg-pc-*", null, true)]
    [InlineData("NET-01", "LG-SV-*", null, false)]
    [InlineData("NET-02", null, null, false)]
    [InlineData("NET-01", null, Zone.Lgwan, true)]
    [InlineData("NET-01", null, Zone.MyNumber, false)]
    [InlineData("NET-01", "LG-PC-001", Zone.MyNumber, false)]
    public void It_is_about_one_check_on_some_hosts(string check, string? host, Zone? zone, bool isOf)
    {
        var selector = new FindingSelector
        {
            CheckId = check,
            ComputerNames = host is null ? Array.Empty<string>() : new[] { host },
            Zones = zone is null ? Array.Empty<Zone>() : new[] { zone.Value },
        };
        Assert.Equal(isOf, Set(Waiver() with { Selector = selector }).Annotate(Finding(Outcome.Fail)).WaiverState == WaiverState.Honoured);
    }

    [Fact]
    public void A_host_whose_zone_nobody_declared_is_in_no_zone_s_waiver() =>
        Assert.Null(
            Set(
                    Waiver() with
                    {
                        Selector = new FindingSelector { CheckId = "NET-01", Zones = new[] { Zone.Lgwan } },
                    }
                )
                .Annotate(Finding(Outcome.Fail) with { Zone = null })
                .WaiverState
        );

    [Theory]
    [InlineData(Outcome.Attest, true)]
    [InlineData(Outcome.Unknown, true)]
    [InlineData(Outcome.Fail, false)]
    public void Nobody_can_attest_away_what_was_seen_to_be_wrong(Outcome outcome, bool stands)
    {
        var beside = new StatementSet(Array.Empty<Waiver>(), new[] { Attestation() }, Today).Annotate(Finding(outcome));
        Assert.Equal(outcome, beside.Outcome);
        Assert.Equal(stands, beside.AttestationState == AttestationState.Current);
    }

    /// <summary>What is audited for a day is judged by what had been said on that day.</summary>
    [Theory]
    [InlineData("2026-11-17", AttestationState.NotYet)]
    [InlineData("2026-11-16", AttestationState.Current)]
    public void An_attestation_dated_in_the_future_is_none_yet(string on, AttestationState state) =>
        Assert.Equal(
            state,
            new StatementSet(Array.Empty<Waiver>(), new[] { Attestation() with { On = Day(on) } }, Today)
                .Annotate(Finding(Outcome.Attest))
                .AttestationState
        );

    [Fact]
    public void One_whose_next_review_is_before_it_was_said_is_an_error() =>
        Assert.Contains(
            "its next review is before the day on which it was said",
            Assert.Single(Problems("\"statement\": \"s\", \"by\": \"b\", \"on\": \"2026-11-02\", \"nextReview\": \"2026-11-01\"")).Message
        );

    [Theory]
    [InlineData("\"computers\": []")]
    [InlineData("\"zones\": []")]
    [InlineData("\"computers\": null")]
    [InlineData("\"zones\": null")]
    public void A_list_left_empty_does_not_mean_all(string member)
    {
        var path = _folder.File(
            "waivers.json",
            $$"""{ "format": "ConfigAudit.Waivers/1", "waivers": [ { "check": "A", {{member}}, "reason": "r", "approver": "a", "from": "2026-04-01", "until": "2027-03-31" } ] }"""
        );
        var problems = new List<InputException>();
        Assert.Empty(StatementFile.ReadWaivers(path, problems.Add));
        Assert.StartsWith(path + "(1,", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Single(Problems(member + ", \"statement\": \"s\", \"by\": \"b\", \"on\": \"2026-11-02\", \"nextReview\": \"2027-11-01\""));
    }

    [Theory]
    [InlineData("a%41.txt")]
    [InlineData("契約 100%.txt")]
    [InlineData("a#b+c&d.txt")]
    [InlineData("sub/a%20b.txt")]
    public void A_file_of_evidence_keeps_its_name_whatever_is_in_it(string name)
    {
        Directory.CreateDirectory(_folder["sub"]);
        Directory.CreateDirectory(_folder["other"]);
        var proof = _folder.File(name, "x");
        var path = _folder["attestations.json"];
        Assert.Equal(name, AttestedFile.Of(proof, Path.GetDirectoryName(path)!).Path);
        Assert.Equal("../" + name, AttestedFile.Of(proof, _folder["other"]).Path);
        StatementFile.Set(path, Attestation() with { Evidence = new[] { AttestedFile.Of(proof, Path.GetDirectoryName(path)!) } });
        Assert.Equal(AttestationState.Current, Assert.Single(StatementFile.ReadAttestations(path, bad => throw bad)).StateOn(Today));
    }

    [Fact]
    public void An_attestation_is_overdue_after_its_next_review() =>
        Assert.Equal(
            AttestationState.Overdue,
            new StatementSet(Array.Empty<Waiver>(), new[] { Attestation() with { NextReview = new DateTime(2026, 11, 15) } }, Today)
                .Annotate(Finding(Outcome.Attest))
                .AttestationState
        );

    [Fact]
    public void An_attestation_lapses_when_its_evidence_changes_or_goes()
    {
        var proof = _folder.File("proof.txt", "permit 443");
        var path = _folder["attestations.json"];
        StatementFile.Set(path, Attestation() with { Evidence = new[] { AttestedFile.Of(proof, Path.GetDirectoryName(path)!) } });
        Assert.Equal(AttestationState.Current, Read().StateOn(Today));
        Assert.Equal("proof.txt", Assert.Single(Read().Evidence).Path);
        File.WriteAllText(proof, "permit any");
        Assert.Equal(AttestationState.Lapsed, Read().StateOn(Today));
        Assert.Contains("changed since: proof.txt", Read().ToString());
        File.Delete(proof);
        Assert.Equal(AttestationState.Lapsed, Read().StateOn(Today));

        Attestation Read() => Assert.Single(StatementFile.ReadAttestations(path, bad => throw bad));
    }

    [Fact]
    public void Waivers_are_added_and_what_stands_there_stays()
    {
        var path = _folder["new/waivers.json"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var second = Waiver() with
        {
            Selector = new FindingSelector
            {
                CheckId = "OS-01",
                ComputerNames = new[] { "A", "B*" },
                Zones = new[] { Zone.Internet },
            },
            Ticket = null,
            EvidenceHash = "00ff",
        };
        StatementFile.Add(path, new[] { Waiver() });
        StatementFile.Add(path, new[] { second });
        var read = StatementFile.ReadWaivers(path, bad => throw bad);
        Assert.Equal(new[] { Waiver().ToString(), second.ToString() }, read.Select(waiver => waiver.ToString()));
        Assert.Equal("OS-01 on A, B* in zone Internet", read[1].Selector.ToString());
        Assert.Equal("00ff", read[1].EvidenceHash);
    }

    [Fact]
    public void What_is_attested_again_gives_way_and_the_rest_stays()
    {
        var path = _folder["attestations.json"];
        var other = Attestation() with
        {
            Selector = new FindingSelector { CheckId = "NET-01", ComputerNames = new[] { "X" } },
        };
        StatementFile.Set(path, Attestation());
        StatementFile.Set(path, other);
        StatementFile.Set(path, Attestation() with { Statement = "looked at again" });
        Assert.Equal(
            new[] { "the firewall says so", "looked at again" },
            StatementFile.ReadAttestations(path, bad => throw bad).Select(each => each.Statement)
        );
    }

    [Theory]
    [InlineData("\"until\": \"2026-03-01\"", "ends before it begins")]
    [InlineData("\"until\": \"soon\"", "a day (yyyy-MM-dd) is wanted")]
    [InlineData("\"untill\": \"2027-03-31\"", "'untill' isn't known here")]
    [InlineData("\"until\": \"2027-03-31\", \"zones\": [\"Moon\"]", "'Moon' is not one of MyNumber, Lgwan, Internet")]
    [InlineData("\"ticket\": \"1\"", "'until' is missing here")]
    public void A_bad_entry_is_one_error_with_its_line_and_the_others_count(string member, string message)
    {
        var path = _folder.File(
            "waivers.json",
            $$"""
            { "format": "ConfigAudit.Waivers/1", "waivers": [
              { "check": "A", "reason": "r", "approver": "a", "from": "2026-04-01", {{member}} },
              { "check": "B", "reason": "r", "approver": "a", "from": "2026-04-01", "until": "2027-03-31" }
            ] }
            """
        );
        var problems = new List<InputException>();
        Assert.Equal("B", Assert.Single(StatementFile.ReadWaivers(path, problems.Add)).Selector.CheckId);
        Assert.Contains(message, Assert.Single(problems).Message);
        Assert.Equal(2, problems[0].Line);
    }

    [Theory]
    [InlineData("　", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("－", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("未定。", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("なし", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("#REF!", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("0", "CISO", "2027-03-31", "tells nothing")]
    [InlineData("廃止予定", "　", "2027-03-31", "names nobody")]
    [InlineData("廃止予定", "－", "2027-03-31", "names nobody")]
    [InlineData("廃止予定", "未定", "2027-03-31", "names nobody")]
    [InlineData("廃止予定", "却下", "2027-03-31", "says how it stands")]
    [InlineData("廃止予定", "承認済", "2027-03-31", "says how it stands")]
    [InlineData("廃止予定", "#N/A", "2027-03-31", "is a formula")]
    [InlineData("廃止予定", "CISO", "9999-12-31", "more than 5 years")]
    [InlineData("廃止予定", "CISO", "2031-04-02", "more than 5 years")]
    public void A_waiver_needs_a_reason_somebody_and_an_end(string reason, string approver, string until, string why)
    {
        var path = _folder.File(
            "waivers.json",
            $$"""
            { "format": "ConfigAudit.Waivers/1", "waivers": [
              { "check": "A", "reason": "{{reason}}", "approver": "{{approver}}", "from": "2026-04-01", "until": "{{until}}" },
              { "check": "B", "reason": "廃止予定", "approver": "情報政策課長", "from": "2026-04-01", "until": "2031-04-01" }
            ] }
            """
        );
        var problems = new List<InputException>();
        Assert.Equal("B", Assert.Single(StatementFile.ReadWaivers(path, problems.Add)).Selector.CheckId);
        Assert.Contains(why, Assert.Single(problems).Message);
        Assert.Equal(2, problems[0].Line);
    }

    [Theory]
    [InlineData("　", "b", "2027-11-01")]
    [InlineData("－", "b", "2027-11-01")]
    [InlineData("s", "未定", "2027-11-01")]
    [InlineData("s", "○", "2027-11-01")]
    [InlineData("s", "b", "9999-12-31")]
    public void So_does_an_attestation(string statement, string by, string next) =>
        Assert.Single(Problems($"\"statement\": \"{statement}\", \"by\": \"{by}\", \"on\": \"2026-11-02\", \"nextReview\": \"{next}\""));

    [Fact]
    public void A_day_at_an_end_of_the_calendar_is_one()
    {
        Assert.Empty(Problems("\"statement\": \"s\", \"by\": \"b\", \"on\": \"9998-11-02\", \"nextReview\": \"9999-12-31\""));
        Assert.Empty(Problems("\"statement\": \"s\", \"by\": \"b\", \"on\": \"0001-01-01\", \"nextReview\": \"0001-01-01\""));
        Assert.Single(Problems("\"statement\": \"\\ud800\", \"by\": \"b\", \"on\": \"2026-11-02\", \"nextReview\": \"2027-11-02\""));
    }

    [Fact]
    public void A_file_that_is_broken_is_not_written_over()
    {
        var path = _folder.File("waivers.json", "{ \"format\": \"ConfigAudit.Waivers/1\", \"waivers\": [ ");
        Assert.Throws<InputException>(() => StatementFile.Add(path, new[] { Waiver() }));
        Assert.Equal("{ \"format\": \"ConfigAudit.Waivers/1\", \"waivers\": [ ", File.ReadAllText(path));
    }

    private static DateTime Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private List<InputException> Problems(string members)
    {
        var problems = new List<InputException>();
        StatementFile.ReadAttestations(
            _folder.File("bad.json", $$"""{ "format": "ConfigAudit.Attestations/1", "attestations": [ { "check": "A", {{members}} } ] }"""),
            problems.Add
        );
        return problems;
    }

    private Finding Judged(params string[] products) =>
        Judge(set =>
        {
            foreach (var product in products)
                set.Add(new SoftwareFact { Name = product });
        });

    private Finding Unread(GapKind kind) => Judge(set => set.MayLack(new Gap(kind, "registry", "some words")));

    /// <summary>No product may be there.</summary>
    private Finding Judge(Action<FactSetBuilder<SoftwareFact>> fill)
    {
        var path = _folder.File(
            "base.json",
            """
            { "format": "ConfigAudit.Baseline/1", "id": "base", "version": "1.0", "title": "t", "checks": [ {
              "id": "A-1", "title": "t", "remediation": "r", "guideline": { "edition": "2022-03", "section": "1" }, "obligation": "Required", "severity": "Low",
              "assert": { "none": "Software" } } ] }
            """
        );
        var set = new FactSetBuilder<SoftwareFact>();
        fill(set);
        var baseline = new BaselineFile(FactTypes.Shipped, (_, name) => name).Load(path);
        return Assert.Single(
            Evaluator.Evaluate(baseline, new Snapshot { ComputerName = "LG-PC-001", Table = new FactTable(new FactSet[] { set.Build() }) })
        );
    }

    private static StatementSet Set(params Waiver[] waivers) => new(waivers, Array.Empty<Attestation>(), Today);

    private static Finding Finding(Outcome outcome) =>
        new()
        {
            ComputerName = "LG-PC-001",
            Zone = Zone.Lgwan,
            CheckId = "NET-01",
            Outcome = outcome,
            Actual = "Domain: Enabled=false",
        };

    private static Waiver Waiver() =>
        new()
        {
            Selector = new FindingSelector { CheckId = "NET-01" },
            Reason = "until the contract ends",
            Approver = "CISO",
            From = new DateTime(2026, 4, 1),
            Until = new DateTime(2027, 3, 31),
            Ticket = "123",
            Source = "waivers.json(1)",
        };

    private static ConfigAudit.Judging.Baselines.Baseline With(string check) =>
        new() { Id = "town", Checks = new[] { new ConfigAudit.Judging.Baselines.Check { Id = check } } };

    private static Attestation Attestation() =>
        new()
        {
            Selector = new FindingSelector { CheckId = "NET-01" },
            Statement = "the firewall says so",
            By = "the network's administrator",
            On = new DateTime(2026, 4, 1),
            NextReview = new DateTime(2027, 3, 31),
            Source = "attestations.json(1)",
        };
}
