using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A Pass names the sources that it rests on, and shows nothing that the check doesn't even mean: on every recording at hand, for
/// every baseline that ships.</summary>
public sealed class EvidenceTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Check>>> Selections = new(LoadSelections);

    public static TheoryData<string> Recordings()
    {
        var names = new TheoryData<string>();
        foreach (
            var path in Directory.GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "*.json").Concat(FleetHosts.Shared)
        )
        {
            names.Add(Path.GetFullPath(path));
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void No_Pass_is_without_its_evidence(string recording) =>
        Assert.Empty(
            Findings(recording)
                .Where(each => each.Finding.Outcome == Outcome.Pass && each.Finding.Evidence.Length == 0)
                .Select(each => each.Finding.CheckId)
                .Distinct()
        );

    [Theory]
    [MemberData(nameof(Recordings))]
    public void What_is_shown_is_among_what_was_selected(string recording)
    {
        var wrong = new List<string>();
        foreach (
            var (finding, snapshot) in Findings(recording)
                .Where(each => each.Finding.Outcome is Outcome.Pass or Outcome.Fail && each.Finding.Actual.Length > 0)
        )
        {
            if (!Selections.Value.TryGetValue(finding.CheckId, out var selections))
                continue;
            foreach (var selection in selections)
            {
                var set = snapshot.Table.Set(selection.Facts[0]);
                var meant = set.Facts.ToLookup(fact =>
                    Evaluator.Judge(
                        selection,
                        snapshot with
                        {
                            Zone = null,
                            Table = new FactTable(new[] { set.Type.NewSet(new[] { fact }, Array.Empty<Gap>()) }),
                        }
                    ) != Outcome.Fail
                );
                var labels = new HashSet<string>(meant[true].Select(fact => fact.Label));
                wrong.AddRange(
                    meant[false]
                        .Select(fact => fact.Label)
                        .Where(label => label.Length > 0 && !labels.Contains(label) && Shows(finding.Actual, label))
                        .Select(label => $"{finding.CheckId} shows {label}: {finding.Actual}")
                );
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    private static bool Shows(string actual, string label) =>
        actual
            .Split(new[] { "; " }, StringSplitOptions.None)
            .Any(part => part == label || part.StartsWith(label + " (", StringComparison.Ordinal));

    private static IEnumerable<(Finding Finding, Snapshot Snapshot)> Findings(string recording) =>
        new[] { Zone.MyNumber, Zone.Lgwan, Zone.Internet }
            .Select(zone => TryRecorded(recording, zone))
            .OfType<Snapshot>()
            .SelectMany(snapshot =>
                ShippedChecks
                    .Baselines.SelectMany(baseline => Evaluator.Evaluate(baseline, snapshot))
                    .Select(finding => (finding, snapshot))
            );

    /// <summary>Null for one that ends the run: that is another test's matter.</summary>
    private static Snapshot? TryRecorded(string recording, Zone zone)
    {
        try
        {
            return Machine.Recorded(recording, zone);
        }
        catch (Exception) when (recording.Contains("shared"))
        {
            return null;
        }
    }

    /// <summary>For each check of "all … where": a check that one item passes where it is selected, made of the same words.</summary>
    private static Dictionary<string, IReadOnlyList<Check>> LoadSelections()
    {
        using var folder = new TemporaryFolder();
        var selections = new Dictionary<string, IReadOnlyList<Check>>();
        foreach (
            var file in Directory
                .GetFiles(Path.Combine(Machine.RepositoryRoot, "module", "baselines"), "MIC-*.json")
                .OrderBy(file => file, StringComparer.Ordinal)
        )
        {
            var baseline = Path.GetFileNameWithoutExtension(file)!;
            foreach (var check in JObject.Parse(File.ReadAllText(file))["checks"]?.OfType<JObject>() ?? Enumerable.Empty<JObject>())
            {
                var alls =
                    check["assert"]
                        ?.SelectTokens("$..where")
                        .Select(where => (JObject)where.Parent!.Parent!)
                        .Where(each => each["all"] is not null)
                        .ToArray()
                    ?? Array.Empty<JObject>();
                if (alls.Length != 1 || check["assert"]!["all"] is null)
                    continue;
                var own = new JObject
                {
                    ["format"] = "ConfigAudit.Baseline/1",
                    ["id"] = "own",
                    ["version"] = "1.0",
                    ["title"] = new JObject { ["ja"] = "x", ["en"] = "x" },
                    ["extends"] = baseline,
                    ["checks"] = new JArray(
                        new JObject
                        {
                            ["id"] = "SEL-1",
                            ["title"] = new JObject { ["ja"] = "x", ["en"] = "x" },
                            ["remediation"] = new JObject { ["ja"] = "x", ["en"] = "x" },
                            ["guideline"] = check["guideline"]!.DeepClone(),
                            ["obligation"] = "Required",
                            ["severity"] = "Low",
                            ["assert"] = new JObject { ["any"] = alls[0]["all"]!.DeepClone(), ["have"] = alls[0]["where"]!.DeepClone() },
                        }
                    ),
                };
                var path = folder.File($"{check["id"]}.json", own.ToString());
                selections[(string)check["id"]!] = new[]
                {
                    new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines"))
                        .Load(path)
                        .Checks.Single(each => each.Id == "SEL-1"),
                };
            }
        }

        return selections;
    }
}
