using System;

namespace ConfigAudit.Base.Values;

/// <summary>The days on which Microsoft releases security updates: the second Tuesday of each month, by the calendar of Redmond.</summary>
internal static class PatchTuesday
{
    /// <summary>The next one after a day, and never that day itself.</summary>
    /// <param name="day">By the calendar of Redmond, as Microsoft's pages have it.</param>
    public static DateTime After(DateTime day)
    {
        var own = Of(day.Year, day.Month);
        return own > day.Date ? own : Of(day.AddMonths(1).Year, day.AddMonths(1).Month);
    }

    /// <summary>
    /// The same release's day in Japan: updates come out at ten in the morning in Redmond, which is two or three o'clock of the next day
    /// there.
    /// </summary>
    public static DateTime InJapan(DateTime day) => day.Date.AddDays(1);

    /// <summary>The day in Redmond, of a release's day in Japan.</summary>
    public static DateTime BeforeJapan(DateTime day) => day.Date.AddDays(-1);

    private static DateTime Of(int year, int month)
    {
        var first = new DateTime(year, month, 1);
        return first.AddDays(7 + ((DayOfWeek.Tuesday - first.DayOfWeek + 7) % 7));
    }
}
