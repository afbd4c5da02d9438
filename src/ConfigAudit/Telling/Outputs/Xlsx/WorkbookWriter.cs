using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using SpreadCheetah;

namespace ConfigAudit.Telling.Outputs.Xlsx;

/// <summary>Findings as a workbook: a summary; all findings; by host; by check; a plan of action for people to fill in; what registers
/// lack.</summary>
[ReportFile(ReportFormat.Xlsx, ".xlsx")]
internal sealed class WorkbookWriter : GatheredWriter
{
    private static readonly Outcome[] Outcomes = { Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.Pass, Outcome.NotApplicable };

    private static readonly string[] Wide = { "Title", "Reason", "Expected", "Actual", "Evidence", "Remediation" };

    public WorkbookWriter(string path, ReportSettings settings)
        : base(path, settings) { }

    protected override void Write(Workbook book)
    {
        Summarise(book);
        Columns(book, ReportWords.FindingsName, FindingColumns.All, Findings);
        book.Sheet(Say(ReportWords.ByHost), 1, 24, 22, 22, 12, 10, 10, 10, 10, 10);
        book.Table(
            new[] { "ComputerName", "HostName", "IPAddress", "Zone", "Role" }
                .Select(name => Header(FindingColumns.Named(name).Header))
                .Concat(OutcomeHeaders())
                .ToArray(),
            Tally.Hosts.Select(row =>
                new[] { "ComputerName", "HostName", "IPAddress", "Zone", "Role" }
                    .Select(name => Cell(book, FindingColumns.Named(name), row.Of))
                    .Concat(CountCells(book, row.Counts))
                    .ToArray()
            )
        );
        book.Sheet(Say(ReportWords.ByCheck), 1, 12, 60, 10, 12, 30, 10, 10, 10, 10, 10);
        var columns = new[] { "CheckId", "Title", "Severity", "Obligation", "Guideline" }.Select(FindingColumns.Named).ToArray();
        book.Table(
            columns.Select(column => Header(column.Header)).Concat(OutcomeHeaders()).ToArray(),
            Tally.Checks.Select(row => columns.Select(column => Cell(book, column, row.Of)).Concat(CountCells(book, row.Counts)).ToArray())
        );
        Trend(book);
        Plan(book);
        Columns(
            book,
            ReportWords.Registers,
            new[] { "ComputerName", "CheckId", "Title", "Actual", "Evidence", "Remediation" }.Select(FindingColumns.Named).ToArray(),
            Findings.Where(finding => finding.Outcome == Outcome.Fail && finding.Check?.Method == AuditMethod.Register)
        );
    }

    private void Summarise(Workbook book)
    {
        book.Sheet(Say(ReportWords.Summary), 0, 44, 16, 12, 12, 12, 12, 12);
        book.Row(book.Title(Settings.Title ?? Say(ReportWords.Title)));
        Line(book, ReportWords.Baseline, string.Join(", ", Tally.Baselines));
        Line(book, ReportWords.MadeAt, Settings.MadeAtWithOffset);
        if (Tally.FirstCollected is { } first && Tally.LastCollected is { } last)
            Line(book, ReportWords.CollectedBetween, $"{Settings.Moment(first)} – {Settings.Moment(last)}");
        foreach (var catalog in Settings.Catalogs)
            Line(book, ReportWords.Catalogs, Say((Settings with { Catalogs = new[] { catalog } }).CatalogAges));
        Line(book, ReportWords.MadeBy, $"ConfigAudit {ProductInfo.Version}");
        book.Row();
        book.Row(book.Bold(Say(ReportWords.Coverage)));
        var (whole, part, none) = Tally.Coverage;
        Line(book, ReportWords.Hosts, whole + part + none);
        Line(book, ReportWords.ReadWhole, whole);
        Line(book, ReportWords.ReadInPart, part);
        Line(book, ReportWords.NotRead, none);
        book.Row();
        book.Row(book.Bold(Say(ReportWords.FailuresBySeverity)));
        foreach (var severity in Enum.GetValues(typeof(Severity)).Cast<Severity>().Reverse())
            Line(book, MemberNames<Severity>.Of(severity), Tally.Failures(severity));
        Line(book, ReportWords.Waived, Tally.Waived);
        book.Row();
        Groups(book, ReportWords.ByZone, Tally.Zones);
        Groups(book, ReportWords.ByChapter, Tally.Chapters);
    }

    private void Trend(Workbook book)
    {
        if (Settings.Trend.Count == 0)
            return;
        book.Sheet(Say(ReportWords.Trend), 1, 24, 12, 16, 10, 10, 10, 10, 10);
        book.Table(
            new[] { ReportWords.Run, ReportWords.Hosts, ReportWords.CoverageShare }.Select(Header).Concat(OutcomeHeaders()).ToArray(),
            Settings.Trend.Select(point =>
                new[]
                {
                    book.Text(Settings.Moment(point.StartedAt) + (point.IsFinished ? string.Empty : Say(ReportWords.Unfinished))),
                    book.Number(point.Hosts),
                    book.Number(point.HostsRead),
                    book.Painted(point.Fail, Outcome.Fail),
                    book.Painted(point.Unknown, Outcome.Unknown),
                    book.Painted(point.Attest, Outcome.Attest),
                    book.Painted(point.Pass, Outcome.Pass),
                    book.Painted(point.NotApplicable, Outcome.NotApplicable),
                }
            )
        );
    }

    private void Plan(Workbook book)
    {
        var columns = new[] { "Severity", "ComputerName", "Zone", "CheckId", "Title", "Outcome", "Actual", "Remediation", "WaiverState" }
            .Select(FindingColumns.Named)
            .ToArray();
        var open = Findings
            .Where(finding => finding.Outcome is Outcome.Fail or Outcome.Unknown or Outcome.Attest)
            .OrderBy(finding => finding.Outcome == Outcome.Fail ? 0 : 1)
            .ThenByDescending(finding => finding.Severity)
            .ThenBy(finding => finding, GuidelineOrder.Instance)
            .ThenBy(finding => finding.ComputerName, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        book.Sheet(Say(ReportWords.Plan), 1, 10, 22, 22, 12, 44, 10, 44, 50, 16, 16, 14, 40, 14);
        book.Table(
            columns
                .Select(column => Header(column.Header))
                .Concat(new[] { ReportWords.Owner, ReportWords.Due, ReportWords.Measure, ReportWords.Done }.Select(Header))
                .ToArray(),
            open.Select(finding =>
                columns
                    .Select(column => Cell(book, column, finding))
                    .Concat(new[] { book.Text(string.Empty), book.NoDay(), book.Text(string.Empty), book.NoDay() })
                    .ToArray()
            )
        );
        book.Days('K', open.Length);
        book.Days('M', open.Length);
    }

    private void Columns(Workbook book, LocalText name, IReadOnlyList<FindingColumn> columns, IEnumerable<Finding> findings)
    {
        book.Sheet(Say(name), 1, columns.Select(column => Wide.Contains(column.Name) ? 44 : 18).ToArray());
        book.Table(
            columns.Select(column => Header(column.Header)).ToArray(),
            findings.Select(finding => columns.Select(column => Cell(book, column, finding)).ToArray())
        );
    }

    private Cell Cell(Workbook book, FindingColumn column, Finding finding) =>
        column.Name == "Outcome"
            ? book.Painted(column.Told(finding, Language), finding.Outcome)
            : book.Text(
                column.Name switch
                {
                    "ComputerName" => ReportWords.HostName(finding, Language),
                    "Actual" => Found.Of(finding),
                    _ => column.Told(finding, Language),
                }
            );

    private void Groups(Workbook book, LocalText name, IEnumerable<Row<LocalText>> rows)
    {
        book.Row(new[] { name }.Concat(Outcomes.Select(MemberNames<Outcome>.Of)).Select(text => book.Bold(Say(text))).ToArray());
        foreach (var row in rows)
            book.Row(new[] { book.Text(Say(row.Of)) }.Concat(CountCells(book, row.Counts)).ToArray());
        book.Row();
    }

    private IEnumerable<string> OutcomeHeaders() => Outcomes.Select(outcome => Header(MemberNames<Outcome>.Of(outcome)));

    private static IEnumerable<Cell> CountCells(Workbook book, Counts counts) =>
        Outcomes.Select(outcome => book.Painted(counts[outcome], outcome));

    private void Line(Workbook book, LocalText name, string value) => book.Row(book.Text(Say(name)), book.Text(value));

    private void Line(Workbook book, LocalText name, int value) => book.Row(book.Text(Say(name)), book.Number(value));
}
