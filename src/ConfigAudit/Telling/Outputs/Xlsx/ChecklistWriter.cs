using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs.Xlsx;

/// <summary>The audit checklist: each check once, in the order of the guideline, with what it came to, what shows it, and room for the
/// auditor.</summary>
[ReportFile(ReportFormat.Checklist)]
internal sealed class ChecklistWriter : GatheredWriter
{
    private const int Named = 5;

    private static readonly Outcome[] Outcomes = { Outcome.Pass, Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.NotApplicable };

    public ChecklistWriter(string path, ReportSettings settings)
        : base(path, settings) { }

    protected override void Write(Workbook book)
    {
        // Lists are cut below: which machines they name mustn't hang on who answered first.
        var of = Findings
            .OrderBy(finding => finding.ComputerName, StringComparer.OrdinalIgnoreCase)
            .ToLookup(finding => finding.CheckId, StringComparer.OrdinalIgnoreCase);
        book.Sheet(Say(ReportWords.Checklist), 1, 30, 14, 10, 12, 50, 10, 14, 14, 8, 8, 8, 8, 8, 60, 40);
        book.Table(
            new[]
            {
                ReportWords.Chapter,
                ReportWords.Section,
                ReportWords.Page,
                FindingColumns.Named("CheckId").Header,
                FindingColumns.Named("Title").Header,
                FindingColumns.Named("Obligation").Header,
                ReportWords.Method,
                ReportWords.Result,
            }
                .Concat(Outcomes.Select(MemberNames<Outcome>.Of))
                .Concat(new[] { ReportWords.Evidence, ReportWords.Remark })
                .Select(Header)
                .ToArray(),
            Tally.Checks.Select(row =>
            {
                var (finding, place) = (row.Of, row.Of.Place);
                var chapter = GuidelineChapter.Of(place);
                return new[]
                {
                    book.Text(Say(chapter.Name)),
                    book.Text(place?.Section ?? string.Empty),
                    book.Text(place?.Page ?? string.Empty),
                    book.Text(finding.CheckId),
                    book.Text(finding.Title),
                    book.Text(Say(MemberNames<Obligation>.Of(finding.Obligation))),
                    book.Text(finding.Check is { } check ? Say(MemberNames<AuditMethod>.Of(check.Method)) : string.Empty),
                    book.Painted(Say(ReportWords.ResultOf(row.Counts)), Gravest(row.Counts)),
                }
                    .Concat(Outcomes.Select(outcome => book.Painted(row.Counts[outcome], outcome)))
                    .Concat(new[] { book.Text(Evidence(of[finding.CheckId])), book.Text(string.Empty) })
                    .ToArray();
            })
        );
        if (Settings.Catalogs.Count == 0)
            return;
        book.Sheet(Say(ReportWords.Catalogs), 0, 60);
        foreach (var catalog in Settings.Catalogs)
            book.Row(book.Text(Say((Settings with { Catalogs = new[] { catalog } }).CatalogAges)));
    }

    private static Outcome Gravest(Counts counts) =>
        new[] { Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.Pass }
            .Cast<Outcome?>()
            .FirstOrDefault(outcome => counts[outcome!.Value] > 0)
        ?? Outcome.NotApplicable;

    /// <summary>What an auditor looks at: the machines that don't pass with what was seen there, what people said, and where those that
    /// pass were read.</summary>
    private string Evidence(IEnumerable<Finding> findings)
    {
        var lines = new List<string>();
        foreach (var outcome in new[] { Outcome.Fail, Outcome.Unknown, Outcome.Attest })
        {
            var of = findings.Where(finding => finding.Outcome == outcome).ToArray();
            if (of.Length == 0)
                continue;
            var shown = of.Take(Named).Select(Shown);
            if (of.Length > Named)
                shown = shown.Append(string.Format(CultureInfo.InvariantCulture, Say(ReportWords.AndMore), of.Length - Named));
            lines.Add($"{Say(MemberNames<Outcome>.Of(outcome))}: {string.Join("; ", shown)}");
        }

        var passing = findings.Where(finding => finding.Outcome == Outcome.Pass).ToArray();
        if (passing.Length > 0)
        {
            lines.Add(
                $"{Say(MemberNames<Outcome>.Of(Outcome.Pass))}: {string.Join("; ", passing.SelectMany(finding => finding.Evidence.Split(new[] { "; " }, StringSplitOptions.RemoveEmptyEntries)).Distinct().Take(Named))}"
            );
        }

        return string.Join("\n", lines);
    }

    private string Shown(Finding finding)
    {
        var said = string.Join(", ", new[] { finding.Waiver, finding.Attestation }.Where(text => text.Length > 0));
        var seen = finding.Actual.Length > 0 ? Found.Of(finding) : finding.Reason;
        return $"{ReportWords.HostName(finding, Language)}（{(said.Length > 0 ? $"{seen}; {said}" : seen)}）";
    }
}
