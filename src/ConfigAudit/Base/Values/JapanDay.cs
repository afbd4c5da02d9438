using System;

namespace ConfigAudit.Base.Values;

/// <summary>
/// The calendar day in Japan, where those who are audited are: by it support ends, catalogues age, and what people wrote holds or has ended,
/// whatever zone the computer that asks is set to. Japan has one zone and no summer time.
/// </summary>
internal static class JapanDay
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTime Today => Of(DateTimeOffset.UtcNow);

    /// <summary>At an end of the calendar, the day by the moment's own offset.</summary>
    public static DateTime Of(DateTimeOffset moment) =>
        moment.UtcTicks <= DateTime.MaxValue.Ticks - Offset.Ticks ? moment.ToOffset(Offset).Date : moment.Date;
}
