using System;
using System.Collections.Generic;
using ConfigAudit.Drift;
using ConfigAudit.Values;

namespace ConfigAudit.Outputs;

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

    public DateTimeOffset MadeAt { get; init; } = DateTimeOffset.Now;
}
