using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>Tables that tell how many findings of each outcome there are: of checks, of hosts, of whatever.</summary>
internal sealed class CountTables
{
    /// <summary>What is to be done first.</summary>
    public static readonly IReadOnlyList<Outcome> Order = new[]
    {
        Outcome.Fail,
        Outcome.Unknown,
        Outcome.Attest,
        Outcome.Pass,
        Outcome.NotApplicable,
    };

    private readonly Markup _page;
    private readonly Tally _tally;
    private readonly ReportSettings _settings;

    public CountTables(Markup page, Tally tally, ReportSettings settings) => (_page, _tally, _settings) = (page, tally, settings);

    public void Checks() =>
        Write(
            null,
            FindingColumns.Named("CheckId").Header,
            _tally.Checks.Select(row =>
                (
                    (Action)(
                        () =>
                            _page
                                .Element("a", row.Of.CheckId, ("href", "#check/" + Uri.EscapeDataString(row.Of.CheckId)))
                                .Text(" " + row.Of.Title)
                    ),
                    row.Counts
                )
            )
        );

    public void Hosts() =>
        Write(
            null,
            FindingColumns.Named("ComputerName").Header,
            _tally.Hosts.Select(row =>
                (
                    (Action)(
                        () =>
                            _page
                                .Element("a", row.Of.ComputerName, ("href", "#host/" + Uri.EscapeDataString(row.Of.ComputerName)))
                                .Text(row.Of.IPAddress.Length == 0 ? string.Empty : $" ({row.Of.IPAddress})")
                    ),
                    row.Counts
                )
            )
        );

    /// <param name="title">Stands above it; null for nothing.</param>
    /// <param name="name">Of the things that are counted.</param>
    /// <param name="rows">Each thing, written by its action.</param>
    public void Write(LocalText? title, LocalText name, IEnumerable<(Action Name, Counts Counts)> rows)
    {
        if (title is not null)
            _page.Element("h3", Say(title));
        ScrolledTable.Write(
            _page,
            Say(title ?? name),
            () =>
            {
                _page.Element("th", Say(name), ("scope", "col"));
                foreach (var outcome in Order)
                    _page.Element("th", Say(MemberNames<Outcome>.Of(outcome)), ("scope", "col"), ("class", "n"));
            },
            () =>
                _page.Element(
                    "tbody",
                    () =>
                    {
                        foreach (var row in rows)
                            _page.Element("tr", () => Cells(row.Name, row.Counts));
                    }
                )
        );
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Cells(Action name, Counts counts)
    {
        _page.Element("th", name, ("scope", "row"));
        foreach (var outcome in Order)
            _page.Element("td", Number(counts[outcome]), ("class", "n"));
    }

    private string Say(LocalText text) => text.In(_settings.Language);
}
