using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Telling.Schedules;

/// <summary>When an audit runs by itself, by the clock of its machine.</summary>
internal sealed record Schedule
{
    /// <summary>The last day that every month has.</summary>
    public const int LastDay = 28;

    public Recurrence Recurrence { get; init; }

    /// <summary>The time of the day, in whole seconds.</summary>
    public TimeSpan At { get; init; }

    /// <summary>With <see cref="Recurrence.Weekly"/>: at least one.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = Array.Empty<DayOfWeek>();

    /// <summary>With <see cref="Recurrence.Monthly"/>: 1 to 28, so that no month is left out.</summary>
    public int Day { get; init; } = 1;

    /// <summary>The most by which a run is put off, by chance, so that many machines don't ask at once.</summary>
    public TimeSpan RandomDelay { get; init; }

    /// <summary>The first time after a moment, without the random delay.</summary>
    public DateTime NextAfter(DateTime moment)
    {
        var next = moment.Date + At;
        while (next <= moment || !IsDay(next))
            next = next.AddDays(1);
        return next;
    }

    /// <summary>Invariant, as in "Weekly on Monday, Thursday at 07:30".</summary>
    public override string ToString()
    {
        var at = new DateTime(At.Ticks).ToString(At.Seconds == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return Recurrence switch
        {
            Recurrence.Weekly => $"Weekly on {string.Join(", ", Days.OrderBy(FromMonday))} at {at}",
            Recurrence.Monthly => $"Monthly on day {Day.ToString(CultureInfo.InvariantCulture)} at {at}",
            _ => $"Daily at {at}",
        };
    }

    /// <summary>Monday is 0.</summary>
    public static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private bool IsDay(DateTime day) =>
        Recurrence switch
        {
            Recurrence.Weekly => Days.Contains(day.DayOfWeek),
            Recurrence.Monthly => day.Day == Day,
            _ => true,
        };
}
