using System;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>A table that may be wider than the page.</summary>
internal static class ScrolledTable
{
    /// <param name="page">Where it is written.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="heads">Writes the columns' heads.</param>
    /// <param name="bodies">Writes the bodies.</param>
    public static void Write(Markup page, string label, Action heads, Action bodies) =>
        WithLabel(
            page,
            label,
            () =>
            {
                page.Element("thead", () => page.Element("tr", heads));
                bodies();
            }
        );

    /// <summary>What scrolls must be reached by the keyboard.</summary>
    public static void WithLabel(Markup page, string label, Action content) =>
        page.Element(
            "div",
            () => page.Element("table", content),
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", label)
        );
}
