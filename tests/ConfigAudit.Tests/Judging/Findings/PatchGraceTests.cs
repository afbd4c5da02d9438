using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What a baseline grants is data: for each zone as many days, business days, or the window of a month. The finding names the last
/// day.</summary>
public sealed class PatchGraceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("30 days", "2026-08-12/2026-09-11", Outcome.Pass, "2026-09-11")]
    [InlineData("30 days", "2026-08-12/2026-09-12", Outcome.Fail, "2026-09-11")]
    [InlineData("5 business days", "2026-08-12/2026-08-19", Outcome.Pass, "2026-08-19")]
    [InlineData("5 business days", "2026-08-12/2026-08-20", Outcome.Fail, "2026-08-19")]
    [InlineData("next release + 7 days", "2026-08-12/2026-09-16", Outcome.Pass, "2026-09-16")]
    [InlineData("next release + 7 days", "2026-08-12/2026-09-17", Outcome.Fail, "2026-09-16")]
    public void The_finding_names_the_last_day(string grace, string exposure, Outcome outcome, string last)
    {
        var finding = Of(grace, exposure);
        Assert.Equal(outcome, finding.Outcome);
        Assert.Contains($"the last day is {last}", finding.ReasonText!.En);
        Assert.Contains($"適用の期限は {last}", finding.ReasonText!.Ja);
    }

    /// <summary>What may lack leaves the check open once it may have lacked for too long, and never fails it.</summary>
    [Theory]
    [InlineData("-/2026-08-20", Outcome.Pass)]
    [InlineData("2026-09-09?/2026-09-09", Outcome.Pass)]
    [InlineData("2026-09-09?/2026-10-09", Outcome.Pass)]
    [InlineData("2026-09-09?/2026-10-10", Outcome.Unknown)]
    [InlineData("2026-09-09?/2036-10-10", Outcome.Unknown)]
    public void A_catalogue_that_is_too_old_leaves_it_open(string exposure, Outcome outcome)
    {
        var finding = Of("30 days", exposure);
        Assert.Equal(outcome, finding.Outcome);
        if (outcome != Outcome.Unknown)
            return;
        Assert.Contains("are all from before 2026-09-08", finding.ReasonText!.En);
        Assert.Contains("Update-ConfigAuditCatalog", finding.ReasonText!.En);
        Assert.Contains("Update-ConfigAuditCatalog", finding.ReasonText!.Ja);
    }

    [Fact]
    public void What_is_granted_is_said_in_both_languages()
    {
        var check = Checks("10 business days").Single(each => each.Id == "UPD-05");
        Assert.Contains("公開日から10営業日以内", check.Expected.Ja);
        Assert.Contains("within 10 business days of their release", check.Expected.En);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("30.00:00:00")]
    [InlineData("soon")]
    [InlineData("61 days")]
    [InlineData("0 days")]
    [InlineData("45 business days")]
    public void A_grace_that_is_none_or_beyond_its_range_is_refused(string grace) => Assert.Throws<BaselineException>(() => Checks(grace));

    private Finding Of(string grace, string exposure)
    {
        var baseline = Load(grace);
        var level = new PatchLevelFact
        {
            ComputerName = "PC001",
            Source = PatchLevelReader.Key.Source,
            Build = 26200,
            Exposure = Exposure.Parse(exposure),
        };
        var snapshot = new Snapshot
        {
            ComputerName = "PC001",
            Zone = Zone.Internet,
            Protocol = "Replay",
            CollectedAt = new DateTimeOffset(2026, 9, 11, 3, 0, 0, TimeSpan.Zero),
            Table = new FactTable(new FactSet[] { new FactSet<PatchLevelFact>(new[] { level }, Array.Empty<Gap>()) }),
        };
        return Evaluator.Evaluate(baseline, snapshot).Single(each => each.CheckId == "UPD-05");
    }

    private System.Collections.Generic.IReadOnlyList<Check> Checks(string grace) => Load(grace).Checks;

    private Baseline Load(string grace) =>
        new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
            _folder.File(
                "town.json",
                $$"""
                { "format": "ConfigAudit.Baseline/1", "id": "Town", "version": "1.0.0", "title": "Town", "extends": "MIC-2022-03",
                  "parameters": { "patchGrace": "{{grace}}" },
                  "changes": { "UPD-05": { "enabled": true, "reason": "tried" } } }
                """
            )
        );
}
