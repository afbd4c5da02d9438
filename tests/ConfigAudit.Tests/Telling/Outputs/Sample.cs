using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>Findings to write: the recorded fleet's, and some whose names were made to do harm.</summary>
internal static class Sample
{
    public const string Injection = "\"><script>window.hacked=1</script><img src=x onerror=window.hacked=1>';--{{7*7}}</script>";

    private static readonly Lazy<IReadOnlyList<Finding>> Judged = new(() =>
    {
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-2022-03");
        var hosts = Directory
            .GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "??-*.json")
            .OrderBy(path => path, StringComparer.Ordinal)
            .Append("NOT-REACHED.json")
            .Select(path => Machine.Recorded(path, ZoneOf(path)));
        return hosts.SelectMany(snapshot => Evaluator.Evaluate(baseline, snapshot)).ToArray();
    });

    private static Zone ZoneOf(string recording) =>
        Path.GetFileName(recording) is var name && name.StartsWith("MN-", StringComparison.Ordinal) ? Zone.MyNumber
        : name.StartsWith("LG-", StringComparison.Ordinal) ? Zone.Lgwan
        : Zone.Internet;

    public static IReadOnlyList<Finding> Fleet => Judged.Value;

    /// <summary>One of the fleet's, whose host, value and waiver are markup, a formula and characters that XML can't hold.</summary>
    public static Finding Hostile =>
        Fleet.First(finding => finding.Outcome == Outcome.Fail) with
        {
            ComputerName = Injection,
            Actual = Injection + "\u0000\u0001\uD800",
            Evidence = "=cmd|' /C calc'!A0",
            WaiverState = WaiverState.Honoured,
            Waiver = Injection,
        };

    public static string Write(
        TemporaryFolder folder,
        string name,
        ReportSettings settings,
        IEnumerable<Finding> findings,
        ReportFormat? format = null
    )
    {
        using var writer = ReportWriter.Create(format ?? ReportWriter.FormatOf(name)!.Value, folder[name], settings);
        foreach (var finding in findings)
            writer.Write(finding);
        writer.Commit();
        return folder[name];
    }

    public static ReportSettings In(Language language) => new() { Language = language, Header = language };
}
