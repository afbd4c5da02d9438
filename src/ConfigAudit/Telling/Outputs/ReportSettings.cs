using System;
using System.Collections.Generic;
using System.Globalization;
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

    /// <summary>By the clock, and with the offset, of whoever makes the report.</summary>
    public DateTimeOffset MadeAt { get; init; } = DateTimeOffset.Now;

    /// <summary>When it was made, with the offset that holds for every moment in it.</summary>
    public string MadeAtWithOffset => MadeAt.ToString("yyyy-MM-dd HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture);

    /// <summary>A moment by the clock of whoever makes the report: hosts and recordings tell theirs with several offsets, and side by side their days mislead.</summary>
    public string Moment(DateTimeOffset moment) => moment.ToOffset(MadeAt.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, by the same clock.</summary>
    public string Day(DateTimeOffset moment) => moment.ToOffset(MadeAt.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
