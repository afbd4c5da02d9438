using System;
using System.Linq;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Telling.Outputs.Html.Servers;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>What people read: the summary as markup, and the places that the script fills.</summary>
internal sealed class PageBody
{
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
                var counts = new CountTables(_page, _tally, _settings);
                Section("summary", ReportWords.Summary, new SummarySection(_page, _tally, _settings).Write);
                if (_settings.Trend.Count > 0)
                    Section("trend", ReportWords.Trend, new TrendSection(_page, _settings).Write);
                Section("findings", ReportWords.FindingsName, new FindingsSection(_page, _settings).Write);
                Section("checks", ReportWords.ByCheck, counts.Checks);
                Section("hosts", ReportWords.ByHost, counts.Hosts);
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

    private string Say(LocalText text) => text.In(_settings.Language);
}
