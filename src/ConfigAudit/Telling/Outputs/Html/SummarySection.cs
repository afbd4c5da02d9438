using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>What a run comes to, at a glance.</summary>
internal sealed class SummarySection
{
    private readonly Markup _page;
    private readonly Tally _tally;
    private readonly ReportSettings _settings;

    public SummarySection(Markup page, Tally tally, ReportSettings settings) => (_page, _tally, _settings) = (page, tally, settings);

    public void Write()
    {
        _page.Element(
            "ul",
            () =>
            {
                foreach (var outcome in CountTables.Order)
                {
                    _page.Element(
                        "li",
                        () => _page.Element("b", CountTables.Number(_tally.All[outcome])).Text(Say(MemberNames<Outcome>.Of(outcome))),
                        ("class", Charts.Class(outcome))
                    );
                }
            },
            ("class", "cards")
        );
        Coverage();
        _page.Element("h3", Say(ReportWords.FailuresBySeverity));
        _page.Element(
            "ul",
            () =>
            {
                foreach (var severity in Enum.GetValues(typeof(Severity)).Cast<Severity>().Reverse())
                {
                    _page.Element(
                        "li",
                        () =>
                            _page.Element("b", CountTables.Number(_tally.Failures(severity))).Text(Say(MemberNames<Severity>.Of(severity)))
                    );
                }

                _page.Element("li", () => _page.Element("b", CountTables.Number(_tally.Waived)).Text(Say(ReportWords.Waived)));
            },
            ("class", "cards")
        );
        _page.Element(
            "div",
            () =>
            {
                _page.Element("div", () => Charts.Bars(_page, ReportWords.ByZone, Groups(_tally.Zones), _settings.Language));
                _page.Element("div", () => Charts.Bars(_page, ReportWords.ByChapter, Groups(_tally.Chapters), _settings.Language));
            },
            ("class", "charts")
        );
        var counts = new CountTables(_page, _tally, _settings);
        counts.Write(
            ReportWords.ByZone,
            ReportWords.Group,
            _tally.Zones.Select(row => ((Action)(() => _page.Text(Say(row.Of))), row.Counts))
        );
        counts.Write(
            ReportWords.ByChapter,
            ReportWords.Chapter,
            _tally.Chapters.Select(row => ((Action)(() => _page.Text(Say(row.Of))), row.Counts))
        );
    }

    private void Coverage()
    {
        var (whole, part, none) = _tally.Coverage;
        _page.Element("h3", Say(ReportWords.Coverage));
        _page.Element(
            "ul",
            () =>
            {
                Card(ReportWords.Hosts, whole + part + none, Outcome.NotApplicable);
                Card(ReportWords.ReadWhole, whole, Outcome.Pass);
                Card(ReportWords.ReadInPart, part, Outcome.Unknown);
                Card(ReportWords.NotRead, none, Outcome.Fail);
            },
            ("class", "cards")
        );
    }

    private void Card(LocalText name, int count, Outcome colour) =>
        _page.Element("li", () => _page.Element("b", CountTables.Number(count)).Text(Say(name)), ("class", Charts.Class(colour)));

    private (string Name, Counts Counts)[] Groups(IEnumerable<Row<LocalText>> rows) =>
        rows.Where(row => row.Counts.Asked > 0).Select(row => (Say(row.Of), row.Counts)).ToArray();

    private string Say(LocalText text) => text.In(_settings.Language);
}
