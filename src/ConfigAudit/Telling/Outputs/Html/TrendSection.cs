using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>What earlier runs came to: as lines, and as the numbers that they are drawn from.</summary>
internal sealed class TrendSection
{
    private readonly Markup _page;
    private readonly ReportSettings _settings;

    public TrendSection(Markup page, ReportSettings settings) => (_page, _settings) = (page, settings);

    public void Write()
    {
        Charts.Lines(_page, _settings);
        ScrolledTable.Write(
            _page,
            Say(ReportWords.Trend),
            () =>
            {
                _page.Element("th", Say(ReportWords.Run), ("scope", "col"));
                foreach (var name in CountTables.Order.Select(MemberNames<Outcome>.Of).Prepend(ReportWords.CoverageShare))
                    _page.Element("th", Say(name), ("scope", "col"), ("class", "n"));
            },
            () =>
                _page.Element(
                    "tbody",
                    () =>
                    {
                        foreach (var point in _settings.Trend)
                            _page.Element("tr", () => Cells(point));
                    }
                )
        );
    }

    private void Cells(TrendPoint point)
    {
        _page.Element(
            "th",
            _settings.Moment(point.StartedAt) + (point.IsFinished ? string.Empty : Say(ReportWords.Unfinished)),
            ("scope", "row")
        );
        _page.Element("td", $"{CountTables.Number(point.HostsRead)} / {CountTables.Number(point.Hosts)}", ("class", "n"));
        foreach (var count in new[] { point.Fail, point.Unknown, point.Attest, point.Pass, point.NotApplicable })
            _page.Element("td", CountTables.Number(count), ("class", "n"));
    }

    private string Say(LocalText text) => text.In(_settings.Language);
}
