using System;

namespace ConfigAudit.Base.Values;

/// <summary>Moments that others tell: hosts, recordings, snapshots. They may lie at an end of the calendar, where reckoning with them would
/// leave it.</summary>
internal static class ClockMoment
{
    /// <summary>What a computer's clock holds at all: from the first year of the PC's clock to the last that a file system of its time
    /// knows.</summary>
    private const int FirstYear = 1980;

    private const int LastYear = 2107;

    /// <summary>Whether a clock can show it, right or wrong.</summary>
    public static bool CanBeShown(DateTimeOffset moment) => moment.Year is >= FirstYear and <= LastYear;

    /// <summary>The moment, where a clock can show it; null for all others.</summary>
    public static DateTimeOffset? Shown(DateTimeOffset? moment) => moment is { } told && CanBeShown(told) ? moment : null;

    /// <summary>So much later, or earlier; at an end of the calendar as far as it goes.</summary>
    public static DateTimeOffset Plus(this DateTimeOffset moment, TimeSpan span)
    {
        var (first, last) = (DateTimeOffset.MinValue - moment, DateTimeOffset.MaxValue - moment);
        var utc =
            span < first ? DateTimeOffset.MinValue
            : span > last ? DateTimeOffset.MaxValue
            : new DateTimeOffset(moment.UtcTicks + span.Ticks, TimeSpan.Zero);
        return utc.In(moment.Offset);
    }

    /// <summary>By that offset; as it is, where the calendar by that offset doesn't have it.</summary>
    public static DateTimeOffset In(this DateTimeOffset moment, TimeSpan offset) =>
        moment.UtcTicks + offset.Ticks is var ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? moment.ToOffset(offset)
            : moment;
}
