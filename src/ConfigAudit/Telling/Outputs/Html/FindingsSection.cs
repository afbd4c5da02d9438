using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>The places in which the script lists findings, and the filters above them.</summary>
internal sealed class FindingsSection
{
    private readonly Markup _page;
    private readonly ReportSettings _settings;

    public FindingsSection(Markup page, ReportSettings settings) => (_page, _settings) = (page, settings);

    public void Write()
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
                ScrolledTable.WithLabel(
                    _page,
                    Say(ReportWords.FindingsName),
                    () =>
                    {
                        _page.Element("thead", string.Empty, ("id", "head"));
                        _page.Element("tbody", string.Empty, ("id", "body"));
                    }
                );
                _page.Element("button", string.Empty, ("type", "button"), ("id", "more"), ("hidden", string.Empty));
            },
            ("id", "list")
        );
        _page.Element("div", string.Empty, ("id", "detail"), ("hidden", string.Empty));
    }

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

    private string Say(LocalText text) => text.In(_settings.Language);
}
