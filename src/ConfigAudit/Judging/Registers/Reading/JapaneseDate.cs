using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>
/// A day as people in Japan write it in Excel: 2022-03-25, 2022/3/25, 20220325, 2022年3月25日, R4.3.25, 令和4年3月25日, 令和元年5月1日; in full width,
/// too.
/// </summary>
internal static class JapaneseDate
{
    private static readonly (string[] Names, DateTime Start)[] Eras =
    {
        (new[] { "令和", "令", "R" }, new DateTime(2019, 5, 1)),
        (new[] { "平成", "平", "H" }, new DateTime(1989, 1, 8)),
        (new[] { "昭和", "昭", "S" }, new DateTime(1926, 12, 25)),
    };

    /// <summary>What Excel puts behind a day where a cell was made for a moment.</summary>
    private static readonly Regex Midnight = LinearPattern.Of("[ T]0{1,2}:00(?::00)?$");

    private static readonly Regex Form = LinearPattern.Of(
        "^(?:(?<era>"
            + string.Join("|", Eras.SelectMany(era => era.Names))
            + ")\\s*(?<year>元|[0-9]{1,2})|(?<year>[0-9]{4}))"
            + "(?:(?<mark>[-/.])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})|年\\s*(?<month>[0-9]{1,2})月\\s*(?<day>[0-9]{1,2})日)$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Time = LinearPattern.Of(
        @"^(?<day>.+?)[ T](?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?|時(?<minute>[0-9]{1,2})分)\s*(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?$"
    );

    /// <exception cref="FormatException">It is no day, or none of the calendar.</exception>
    public static DateTime Day(string text)
    {
        var plain = WithoutWeekday(Midnight.Replace(Plain(text), string.Empty));
        if (DateTime.TryParseExact(plain, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact))
            return compact;
        var match = Form.Match(plain);
        if (!match.Success)
        {
            throw new WrittenException(
                new LocalText(
                    $"'{text}' は日付ではありません（例: 2022-03-25、2022/3/25、R4.3.25、令和4年3月25日）",
                    $"'{text}' is no day: 2022-03-25, 2022/3/25, R4.3.25 or 令和4年3月25日 is wanted"
                )
            );
        }

        var written = match.Groups["year"].Value;
        var year = written == "元" ? 1 : int.Parse(written, CultureInfo.InvariantCulture);
        var era = Era(match.Groups["era"].Value);
        try
        {
            var day = new DateTime(era is null ? year : era.Value.Year + year - 1, Number("month"), Number("day"));
            // Days after an era's end are written often, in plans; days before its start are mistakes.
            return year >= 1 && (era is null || day >= era.Value)
                ? day
                : throw new WrittenException(new LocalText($"'{text}' は元号の始まりより前です", $"'{text}' lies before the era began"));
        }
        catch (ArgumentOutOfRangeException bad)
        {
            throw new WrittenException(new LocalText($"'{text}' は暦にない日付です", $"'{text}' is no day of the calendar"), bad);
        }

        int Number(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A day with a time after it, 24:00 among them; without an offset, by the time of Japan, so that a register says the same on every
    /// machine.
    /// Times are reckoned with: none is taken that lies at an end of the calendar.
    /// </summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Moment(string text)
    {
        var match = Time.Match(WithoutWeekday(Plain(text)));
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        var isTime = match.Success && minute < 60 && second < 60 && (hour < 24 || (hour == 24 && minute + second == 0));
        if (
            isTime
            && Offset(match.Groups["offset"].Value) is { } offset
            && Day(match.Groups["day"].Value) is { Year: > 1900 and < 3000 } day
        )
        {
            return new DateTimeOffset(day + new TimeSpan(hour, minute, second), offset);
        }

        throw new WrittenException(
            new LocalText(
                $"'{text}' は時刻のある日付ではありません（例: 2022-03-25 09:00、R4.3.25 9:00）",
                $"'{text}' is no day with a time: 2022-03-25 09:00 or R4.3.25 9:00 is wanted"
            )
        );

        int Number(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan? Offset(string text) =>
        text.Length == 0 ? JapanDay.Offset
        : text == "Z" ? TimeSpan.Zero
        : TimeSpan.TryParseExact(text.Substring(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset)
        && offset <= TimeSpan.FromHours(14)
            ? text[0] == '-' ? -offset
                : offset
        : null;

    /// <summary>What stands behind a day: （水）, 水曜日. One that isn't the day's own says that one of the two is wrong.</summary>
    private static readonly Regex Weekday = LinearPattern.Of(
        "^(?<day>.*[0-9日])[ ]*(?:[(\\[] ?(?<name>[日月火水木金土])(?:曜日?)?(?:[・, ]?[祝休])? ?[)\\]]|(?<name>[日月火水木金土])曜日?)(?<rest>.*)$"
    );

    /// <exception cref="WrittenException">The weekday is another.</exception>
    private static string WithoutWeekday(string plain)
    {
        var match = Weekday.Match(plain);
        if (!match.Success)
            return plain;
        var day = Day(match.Groups["day"].Value);
        return "日月火水木金土"[(int)day.DayOfWeek] == match.Groups["name"].Value[0]
            ? match.Groups["day"].Value + match.Groups["rest"].Value
            : throw new WrittenException(
                new LocalText($"'{plain}' の曜日は日付と合いません", $"'{plain}' has a weekday that isn't the day's")
            );
    }

    /// <summary>Full width becomes half width, and the square sign of an era (㋿) its name; that one is younger than the tables of .NET
    /// Framework.</summary>
    private static string Plain(string text) => HostileText.Compatible(text.Trim().Replace("㋿", "令和"));

    private static DateTime? Era(string name) =>
        name.Length == 0 ? null : Eras.First(era => era.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Start;
}
