using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Telling.Outputs.Html.Servers;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>What people read: the summary as markup, and the places that the script fills.</summary>
internal sealed class PageBody
{
    private static readonly Outcome[] Order = { Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.Pass, Outcome.NotApplicable };

    private static readonly (string Id, LocalText Name)[] Sections =
    {
        ("summary", ReportWords.Summary),
        ("trend", ReportWords.Trend),
        ("findings", ReportWords.FindingsName),
        ("checks", ReportWords.ByCheck),
        ("hosts", ReportWords.ByHost),
        ("servers", ServerWords.Title),
    };

    private readonly Markup _page;
    private readonly Tally _tally;
    private readonly ReportSettings _settings;
    private readonly string _title;
    private readonly ServerPages _servers;

    public PageBody(Markup page, Tally tally, ReportSettings settings, string title, ServerPages servers) =>
        (_page, _tally, _settings, _title, _servers) = (page, tally, settings, title, servers);

    public void Write()
    {
        _page.Element("a", Say(new LocalText("本文へ移動", "Skip to the content")), ("href", "#summary"), ("class", "skip"));
        _page.Element("header", Header);
        _page.Element(
            "main",
            () =>
            {
                Section("summary", ReportWords.Summary, Summary);
                if (_settings.Trend.Count > 0)
                    Section("trend", ReportWords.Trend, Trend);
                Section("findings", ReportWords.FindingsName, Findings);
                Section("checks", ReportWords.ByCheck, Checks);
                Section("hosts", ReportWords.ByHost, Hosts);
                if (_servers.Any)
                    Section("servers", ServerWords.Title, () => _servers.Write(_page, _settings));
            }
        );
        _page.Element(
            "footer",
            () =>
                _page.Element(
                    "p",
                    Say(
                        new LocalText(
                            "判定は読み取れた値だけに基づく。読み取れなかったものは「不明」であり、適合とはみなさない。例外承認と確認記録は判定を変えず、その横に示す。",
                            "Outcomes rest on what was read alone. What wasn't read is unknown and never passes. Waivers and attestations stand beside an outcome and don't change it."
                        )
                    )
                )
        );
    }

    private void Header()
    {
        _page.Element("h1", _title);
        _page.Element(
            "dl",
            () =>
            {
                About(ReportWords.Baseline, string.Join(", ", _tally.Baselines));
                About(ReportWords.MadeAt, _settings.MadeAtWithOffset);
                if (_tally.FirstCollected is { } first && _tally.LastCollected is { } last)
                {
                    About(
                        ReportWords.CollectedBetween,
                        first == last ? _settings.Moment(first) : $"{_settings.Moment(first)} – {_settings.Moment(last)}"
                    );
                }

                if (_settings.Catalogs.Count > 0)
                    About(ReportWords.Catalogs, Say(_settings.CatalogAges));
                About(ReportWords.MadeBy, $"ConfigAudit {ProductInfo.Version}");
            },
            ("class", "about")
        );
        _page.Element(
            "nav",
            () =>
                _page.Element(
                    "ul",
                    () =>
                    {
                        foreach (
                            var (id, name) in Sections.Where(section =>
                                section.Id == "trend" ? _settings.Trend.Count > 0 : section.Id != "servers" || _servers.Any
                            )
                        )
                        {
                            _page.Element("li", () => _page.Element("a", Say(name), ("href", "#" + id)));
                        }
                    }
                ),
            ("aria-label", Say(new LocalText("目次", "Contents")))
        );
    }

    private void Summary()
    {
        _page.Element(
            "ul",
            () =>
            {
                foreach (var outcome in Order)
                {
                    _page.Element(
                        "li",
                        () => _page.Element("b", Number(_tally.All[outcome])).Text(Say(MemberNames<Outcome>.Of(outcome))),
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
                        () => _page.Element("b", Number(_tally.Failures(severity))).Text(Say(MemberNames<Severity>.Of(severity)))
                    );
                }

                _page.Element("li", () => _page.Element("b", Number(_tally.Waived)).Text(Say(ReportWords.Waived)));
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
        CountTable(
            ReportWords.ByZone,
            ReportWords.Group,
            _tally.Zones.Select(row => ((Action)(() => _page.Text(Say(row.Of))), row.Counts))
        );
        CountTable(
            ReportWords.ByChapter,
            ReportWords.Chapter,
            _tally.Chapters.Select(row => ((Action)(() => _page.Text(Say(row.Of))), row.Counts))
        );
    }

    /// <summary>What earlier runs came to: as lines, and as the numbers that they are drawn from.</summary>
    private void Trend()
    {
        Charts.Lines(_page, _settings);
        Scrolled(
            ReportWords.Trend,
            () =>
                _page.Element(
                    "table",
                    () =>
                    {
                        _page.Element(
                            "thead",
                            () =>
                                _page.Element(
                                    "tr",
                                    () =>
                                    {
                                        _page.Element("th", Say(ReportWords.Run), ("scope", "col"));
                                        foreach (
                                            var name in new[] { ReportWords.CoverageShare }.Concat(Order.Select(MemberNames<Outcome>.Of))
                                        )
                                        {
                                            _page.Element("th", Say(name), ("scope", "col"), ("class", "n"));
                                        }
                                    }
                                )
                        );
                        _page.Element(
                            "tbody",
                            () =>
                            {
                                foreach (var point in _settings.Trend)
                                {
                                    _page.Element(
                                        "tr",
                                        () =>
                                        {
                                            _page.Element(
                                                "th",
                                                _settings.Moment(point.StartedAt)
                                                    + (point.IsFinished ? string.Empty : Say(ReportWords.Unfinished)),
                                                ("scope", "row")
                                            );
                                            _page.Element("td", $"{Number(point.HostsRead)} / {Number(point.Hosts)}", ("class", "n"));
                                            foreach (
                                                var count in new[]
                                                {
                                                    point.Fail,
                                                    point.Unknown,
                                                    point.Attest,
                                                    point.Pass,
                                                    point.NotApplicable,
                                                }
                                            )
                                            {
                                                _page.Element("td", Number(count), ("class", "n"));
                                            }
                                        }
                                    );
                                }
                            }
                        );
                    }
                )
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
        _page.Element("li", () => _page.Element("b", Number(count)).Text(Say(name)), ("class", Charts.Class(colour)));

    private void Findings()
    {
        _page.Element(
            "noscript",
            () =>
                _page.Element(
                    "p",
                    Say(
                        new LocalText(
                            "一覧の表示にはスクリプトが必要です。概要は上のとおりです。",
                            "The lists need scripts. The summary above doesn't."
                        )
                    )
                )
        );
        _page.Element(
            "div",
            () =>
            {
                _page.Element(
                    "form",
                    () =>
                    {
                        Field(
                            new LocalText("検索", "Search"),
                            () => _page.Element("input", string.Empty, ("type", "search"), ("id", "search"), ("autocomplete", "off"))
                        );
                        Choice("zone", FindingColumns.Named("Zone").Header);
                        Choice("severity", FindingColumns.Named("Severity").Header);
                        Choice("check", FindingColumns.Named("CheckId").Header);
                        _page.Element(
                            "fieldset",
                            () => _page.Element("legend", Say(FindingColumns.Named("Outcome").Header)),
                            ("id", "outcomes")
                        );
                        _page.Element("button", Say(new LocalText("すべて表示", "Show all")), ("type", "button"), ("id", "all"));
                    },
                    ("id", "filters"),
                    ("class", "filters"),
                    ("role", "search"),
                    ("aria-label", Say(new LocalText("絞り込み", "Filter")))
                );
                _page.Element("p", string.Empty, ("id", "count"), ("class", "count"), ("aria-live", "polite"));
                Scrolled(
                    ReportWords.FindingsName,
                    () =>
                        _page.Element(
                            "table",
                            () =>
                            {
                                _page.Element("thead", string.Empty, ("id", "head"));
                                _page.Element("tbody", string.Empty, ("id", "body"));
                            }
                        )
                );
                _page.Element("button", string.Empty, ("type", "button"), ("id", "more"), ("hidden", string.Empty));
            },
            ("id", "list")
        );
        _page.Element("div", string.Empty, ("id", "detail"), ("hidden", string.Empty));
    }

    private void Checks() =>
        CountTable(
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

    private void Hosts() =>
        CountTable(
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

    private void CountTable(LocalText? title, LocalText name, IEnumerable<(Action Name, Counts Counts)> rows)
    {
        if (title is not null)
            _page.Element("h3", Say(title));
        Scrolled(
            title ?? name,
            () =>
                _page.Element(
                    "table",
                    () =>
                    {
                        _page.Element(
                            "thead",
                            () =>
                                _page.Element(
                                    "tr",
                                    () =>
                                    {
                                        _page.Element("th", Say(name), ("scope", "col"));
                                        foreach (var outcome in Order)
                                            _page.Element("th", Say(MemberNames<Outcome>.Of(outcome)), ("scope", "col"), ("class", "n"));
                                    }
                                )
                        );
                        _page.Element(
                            "tbody",
                            () =>
                            {
                                foreach (var row in rows)
                                {
                                    _page.Element(
                                        "tr",
                                        () =>
                                        {
                                            _page.Element("th", row.Name, ("scope", "row"));
                                            foreach (var outcome in Order)
                                                _page.Element("td", Number(row.Counts[outcome]), ("class", "n"));
                                        }
                                    );
                                }
                            }
                        );
                    }
                )
        );
    }

    /// <summary>What scrolls must be reached by the keyboard.</summary>
    private void Scrolled(LocalText name, Action content) =>
        _page.Element("div", content, ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Say(name)));

    private void Section(string id, LocalText name, Action content) =>
        _page.Element(
            "section",
            () =>
            {
                _page.Element("h2", Say(name), ("id", id + "-title"));
                content();
            },
            ("id", id),
            ("aria-labelledby", id + "-title")
        );

    private void About(LocalText name, string value) => _page.Element("div", () => _page.Element("dt", Say(name)).Element("dd", value));

    private void Field(LocalText name, Action content) =>
        _page.Element(
            "label",
            () =>
            {
                _page.Text(Say(name));
                content();
            }
        );

    private void Choice(string id, LocalText name) =>
        Field(
            name,
            () =>
                _page.Element(
                    "select",
                    () => _page.Element("option", Say(new LocalText("（すべて）", "(all)")), ("value", string.Empty)),
                    ("id", id)
                )
        );

    private (string Name, Counts Counts)[] Groups(IEnumerable<Row<LocalText>> rows) =>
        rows.Where(row => row.Counts.Asked > 0).Select(row => (Say(row.Of), row.Counts)).ToArray();

    private string Say(LocalText text) => text.In(_settings.Language);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
