using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.Telling.Outputs;

/// <summary>How a report is written.</summary>
internal sealed record ReportSettings
{
    /// <summary>That of titles, reasons and remedies, and of all words in reports for people.</summary>
    public Language Language { get; init; } = LocalText.Spoken;

    /// <summary>That of the columns' headers.</summary>
    public Language Header { get; init; }

    /// <summary>Whether a CSV begins with the UTF-8 byte order mark, without which Excel takes it for the local code page.</summary>
    public bool WithMark { get; init; } = true;

    /// <summary>Of the report; null for the usual one.</summary>
    public string? Title { get; init; }

    /// <summary>What runs came to, oldest first, for a page or a workbook; empty for none.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = Array.Empty<TrendPoint>();

    /// <summary>The catalogues of the module that makes the report.</summary>
    public IReadOnlyList<CatalogInfo> Catalogs { get; init; } = Array.Empty<CatalogInfo>();

    /// <summary>By the clock, and with the offset, of whoever makes the report.</summary>
    public DateTimeOffset MadeAt { get; init; } = DateTimeOffset.Now;

    /// <summary>When it was made, with the offset that holds for every moment in it.</summary>
    public string MadeAtWithOffset => MadeAt.ToString("yyyy-MM-dd HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture);

    /// <summary>A moment by the clock of whoever makes the report: hosts and recordings tell theirs with several offsets, and side by side
    /// their days mislead.</summary>
    public string Moment(DateTimeOffset moment) =>
        moment.ToOffset(MadeAt.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How old a catalogue's data is on the day of the report, in whole days.</summary>
    public int Days(CatalogInfo catalog) => Math.Max(0, (JapanDay.Of(MadeAt) - catalog.Edition).Days);

    /// <summary>The catalogues with their days and ages, for people.</summary>
    public LocalText CatalogAges =>
        new(
            string.Join(
                "、",
                Catalogs.Select(each => $"{each.Name} {Written(each)}（{Days(each).ToString(CultureInfo.InvariantCulture)}日前）")
            ),
            string.Join(
                ", ",
                Catalogs.Select(each => $"{each.Name} {Written(each)} ({Days(each).ToString(CultureInfo.InvariantCulture)} days old)")
            )
        );

    /// <summary>The day of a catalogue's data.</summary>
    public static string Written(CatalogInfo catalog) => catalog.Edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, by the same clock.</summary>
    public string Day(DateTimeOffset moment) => moment.ToOffset(MadeAt.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
