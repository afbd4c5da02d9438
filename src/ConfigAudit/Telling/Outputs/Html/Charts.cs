using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>Charts as inline SVG. What they show stands beside them as numbers too.</summary>
internal static class Charts
{
    private const int Width = 640;
    private const int BarHeight = 16;
    private const int RowHeight = 46;
    private const int NumberWidth = 120;

    private static readonly (int Left, int Top, int Height) Plot = (48, 12, 180);

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
            ("viewBox", $"0 0 {Width} {groups.Count * RowHeight}"),
            ("width", Width.ToString(CultureInfo.InvariantCulture)),
            ("role", "img"),
            ("aria-label", string.Join("; ", groups.Select(group => $"{group.Name}: {Told(group.Counts, language)}")))
        );
        Legend(page, Order, language);
    }

    /// <summary>Lines over the dates of runs: the share of the hosts that could be read, and, of what was decided, the shares that fail and
    /// that are unknown. All from nothing to all.</summary>
    public static void Lines(Markup page, ReportSettings settings)
    {
        var (points, language) = (settings.Trend, settings.Language);
        var (first, last) = (points[0].StartedAt, points[points.Count - 1].StartedAt);
        double X(TrendPoint point) =>
            last == first
                ? Plot.Left
                : Plot.Left + ((Width - Plot.Left - 20) * (point.StartedAt - first).TotalSeconds / (last - first).TotalSeconds);
        static double Y(double share) => Plot.Top + (Plot.Height * (1 - share));
        var lines = new (string Class, string Name, Func<TrendPoint, double?> Share)[]
        {
            ("1", ReportWords.CoverageShare.In(language), point => point.Coverage),
            ("2", MemberNames<Outcome>.Of(Outcome.Fail).In(language), point => Share(point.Fail, point)),
            ("0", MemberNames<Outcome>.Of(Outcome.Unknown).In(language), point => Share(point.Unknown, point)),
        };
        page.Element(
            "svg",
            () =>
            {
                foreach (var share in new[] { 0, 0.5, 1 })
                {
                    page.Element(
                        "line",
                        string.Empty,
                        ("class", "axis"),
                        ("x1", Number(Plot.Left)),
                        ("x2", Number(Width - 20)),
                        ("y1", Number(Y(share))),
                        ("y2", Number(Y(share)))
                    );
                    page.Element("text", share.ToString("P0", CultureInfo.InvariantCulture), ("x", "0"), ("y", Number(Y(share) + 5)));
                }

                foreach (var line in lines)
                {
                    var drawn = points.Where(point => line.Share(point) is not null).ToArray();
                    page.Element(
                        "polyline",
                        string.Empty,
                        ("class", "line l" + line.Class),
                        ("points", string.Join(" ", drawn.Select(point => $"{Number(X(point))},{Number(Y(line.Share(point)!.Value))}")))
                    );
                    foreach (var point in drawn)
                    {
                        page.Element(
                            "circle",
                            string.Empty,
                            ("class", "o" + line.Class),
                            ("cx", Number(X(point))),
                            ("cy", Number(Y(line.Share(point)!.Value))),
                            ("r", "4")
                        );
                    }
                }

                page.Element("text", settings.Day(first), ("x", Number(Plot.Left)), ("y", Number(Plot.Top + Plot.Height + 22)));
                if (last != first)
                {
                    page.Element(
                        "text",
                        settings.Day(last),
                        ("x", Number(Width - 20)),
                        ("y", Number(Plot.Top + Plot.Height + 22)),
                        ("text-anchor", "end")
                    );
                }
            },
            ("viewBox", $"0 0 {Width} {Plot.Top + Plot.Height + 30}"),
            ("width", Width.ToString(CultureInfo.InvariantCulture)),
            ("role", "img"),
            ("aria-label", ReportWords.Trend.In(language))
        );
        page.Element(
            "ul",
            () =>
            {
                foreach (var line in lines)
                    page.Element("li", () => page.Element("i", string.Empty).Text(line.Name), ("class", "o" + line.Class));
            },
            ("class", "legend")
        );
    }

    public static void Legend(Markup page, IEnumerable<Outcome> outcomes, Language language) =>
        page.Element(
            "ul",
            () =>
            {
                foreach (var outcome in outcomes)
                {
                    page.Element(
                        "li",
                        () => page.Element("i", string.Empty).Text(MemberNames<Outcome>.Of(outcome).In(language)),
                        ("class", Class(outcome))
                    );
                }
            },
            ("class", "legend")
        );

    /// <summary>The class that gives an outcome its colour.</summary>
    public static string Class(Outcome outcome) => "o" + ((int)outcome).ToString(CultureInfo.InvariantCulture);

    /// <summary>Of what was decided or is open in a run.</summary>
    private static double? Share(int count, TrendPoint point) =>
        point.Pass + point.Fail + point.Unknown + point.Attest is > 0 and var asked ? (double)count / asked : null;

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
                "rect",
                string.Empty,
                ("class", Class(outcome)),
                ("x", Number(left)),
                ("y", Number(top + 22)),
                ("width", Number(length)),
                ("height", Number(BarHeight))
            );
            left += length;
        }

        page.Element(
            "text",
            $"{counts[Outcome.Fail]} / {counts.Asked}",
            ("x", Number(Width - NumberWidth + 10)),
            ("y", Number(top + 22 + BarHeight - 3))
        );
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
