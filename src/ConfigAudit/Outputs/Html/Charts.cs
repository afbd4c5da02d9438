using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Findings;
using ConfigAudit.Values;

namespace ConfigAudit.Outputs.Html;

/// <summary>Charts as inline SVG. What they show stands beside them as numbers too.</summary>
internal static class Charts
{
    private const int Width = 640;
    private const int BarHeight = 16;
    private const int RowHeight = 46;
    private const int NumberWidth = 120;

    private static readonly Outcome[] Order = { Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.Pass };

    /// <summary>A bar a group, of what was asked there: each as long as the whole, since zones differ in size.</summary>
    public static void Bars(Markup page, LocalText title, IReadOnlyList<(string Name, Counts Counts)> groups, Language language)
    {
        page.Element("h3", title.In(language));
        page.Element(
            "svg",
            () =>
            {
                for (var i = 0; i < groups.Count; i++)
                    Bar(page, i * RowHeight, groups[i].Name, groups[i].Counts);
            },
            ("viewBox", $"0 0 {Width} {groups.Count * RowHeight}"), ("width", Width.ToString(CultureInfo.InvariantCulture)), ("role", "img"),
            ("aria-label", string.Join("; ", groups.Select(group => $"{group.Name}: {Told(group.Counts, language)}"))));
        Legend(page, Order, language);
    }

    public static void Legend(Markup page, IEnumerable<Outcome> outcomes, Language language) => page.Element(
        "ul",
        () =>
        {
            foreach (var outcome in outcomes)
                page.Element("li", () => page.Element("i", string.Empty).Text(MemberNames<Outcome>.Of(outcome).In(language)), ("class", Class(outcome)));
        },
        ("class", "legend"));

    /// <summary>The class that gives an outcome its colour.</summary>
    public static string Class(Outcome outcome) => "o" + ((int)outcome).ToString(CultureInfo.InvariantCulture);

    private static string Told(Counts counts, Language language) =>
        string.Join(", ", Order.Select(outcome => $"{MemberNames<Outcome>.Of(outcome).In(language)} {counts[outcome]}"));

    private static void Bar(Markup page, int top, string name, Counts counts)
    {
        page.Element("text", name, ("x", "0"), ("y", Number(top + 16)));
        var left = 0.0;
        foreach (var outcome in Order.Where(outcome => counts[outcome] > 0))
        {
            var length = (double)(Width - NumberWidth) * counts[outcome] / counts.Asked;
            page.Element(
                "rect", string.Empty, ("class", Class(outcome)), ("x", Number(left)), ("y", Number(top + 22)), ("width", Number(length)), ("height", Number(BarHeight)));
            left += length;
        }

        page.Element("text", $"{counts[Outcome.Fail]} / {counts.Asked}", ("x", Number(Width - NumberWidth + 10)), ("y", Number(top + 22 + BarHeight - 3)));
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
