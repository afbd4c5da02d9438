using System;

namespace ConfigAudit.Base.Values;

/// <summary>
/// The days on which Japanese offices are closed: weekends, the holidays of the Act on National Holidays (昭和23年法律第178号) as it stands
/// since 2020, and those of the year's end by the Act on Holidays of Local Governments' Offices (地方自治法第4条の2: 12-29 to 01-03).
/// The equinoxes are reckoned: from 1980 to 2099 the formula agrees with what the National Astronomical Observatory announces.
/// </summary>
internal static class JapaneseHolidays
{
    public static bool IsBusinessDay(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsYearEnd(day) && !IsHoliday(day);

    /// <summary>The n-th business day after a day, which isn't counted itself.</summary>
    public static DateTime BusinessDayAfter(DateTime day, int count)
    {
        var at = day.Date;
        for (var left = count; left > 0; )
        {
            at = at.AddDays(1);
            if (IsBusinessDay(at))
                left--;
        }

        return at;
    }

    /// <summary>A holiday, one in place of a holiday on a Sunday, or a day between two holidays (article 3).</summary>
    public static bool IsHoliday(DateTime day) =>
        IsNamed(day) || IsSubstitute(day) || (IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1)));

    private static bool IsYearEnd(DateTime day) => (day.Month == 12 && day.Day >= 29) || (day.Month == 1 && day.Day <= 3);

    /// <summary>The first day after a holiday on a Sunday that is no holiday itself.</summary>
    private static bool IsSubstitute(DateTime day)
    {
        if (IsNamed(day))
            return false;
        var before = day.AddDays(-1);
        while (IsNamed(before) && before.DayOfWeek != DayOfWeek.Sunday)
            before = before.AddDays(-1);
        return IsNamed(before);
    }

    /// <summary>Those that the act names (article 2). The games of Tokyo moved three of them in 2020 and in 2021.</summary>
    private static bool IsNamed(DateTime day) =>
        (day.Year, day.Month, day.Day) switch
        {
            (2020, 7, 23 or 24) or (2020, 8, 10) or (2021, 7, 22 or 23) or (2021, 8, 8) => true,
            (2020 or 2021, 7 or 8 or 10, _) => false,
            (_, 1, 1) or (_, 2, 11 or 23) or (_, 4, 29) or (_, 5, 3 or 4 or 5) or (_, 8, 11) or (_, 11, 3 or 23) => true,
            (_, 1 or 10, _) => IsMonday(day, 2),
            (_, 7, _) => IsMonday(day, 3),
            (_, 3, _) => day.Day == Equinox(day.Year, 20.8431),
            (_, 9, _) => IsMonday(day, 3) || day.Day == Equinox(day.Year, 23.2488),
            _ => false,
        };

    private static bool IsMonday(DateTime day, int week) => day.DayOfWeek == DayOfWeek.Monday && (day.Day + 6) / 7 == week;

    private static int Equinox(int year, double in1980) => (int)(in1980 + (0.242194 * (year - 1980))) - ((year - 1980) / 4);
}
