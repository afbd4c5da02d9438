using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// How long something may lack after it was released: <c>30 days</c>, <c>10 business days</c> of Japan, or <c>next release + 7 days</c>:
/// as long after Microsoft's next Patch Tuesday, the window in which a separated network takes in a month's updates.
/// </summary>
internal sealed record Grace : IComparable<Grace>
{
    private static readonly Regex Form = LinearPattern.Of(
        @"^(?<window>next release)?(?<plus> \+ )?((?<days>[0-9]{1,3}) (?<business>business )?days?)?$",
        RegexOptions.ExplicitCapture
    );

    private Grace(int days, Unit unit) => (Days, Counted) = (days, unit);

    private enum Unit
    {
        Days,
        BusinessDays,
        AfterNextRelease,
    }

    private int Days { get; }

    private Unit Counted { get; }

    /// <exception cref="FormatException">It is no such text.</exception>
    public static Grace Parse(string text)
    {
        var match = Form.Match(text);
        bool Has(string part) => match.Groups[part].Success;
        // Either a number of days alone, or the window, with or without days after it.
        if (!match.Success || Has("plus") != (Has("window") && Has("days")) || !(Has("window") || Has("days")))
            throw new FormatException();
        if (Has("window") && Has("business"))
            throw new FormatException();
        var days = Has("days") ? int.Parse(match.Groups["days"].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return new Grace(
            days,
            Has("window") ? Unit.AfterNextRelease
                : Has("business") ? Unit.BusinessDays
                : Unit.Days
        );
    }

    /// <summary>The last day on which something may lack.</summary>
    /// <param name="released">The day of their release in Japan, which isn't counted.</param>
    public DateTime LastDay(DateTime released) =>
        Counted switch
        {
            Unit.BusinessDays => JapaneseHolidays.BusinessDayAfter(released, Days),
            Unit.AfterNextRelease => PatchTuesday.InJapan(PatchTuesday.After(PatchTuesday.BeforeJapan(released))).AddDays(Days),
            _ => released.Date.AddDays(Days),
        };

    /// <summary>By the most days that may come of it: ten days' holidays in a row, and five weeks from one Patch Tuesday to the next.</summary>
    public int CompareTo(Grace? other) => Longest.CompareTo(other?.Longest ?? -1);

    public LocalText Words =>
        Counted switch
        {
            Unit.BusinessDays => new($"公開日から{Number}営業日以内", $"{Number} business day{Plural} of their release"),
            Unit.AfterNextRelease => Days == 0
                ? new("次の月例公開日まで", "the time until the next monthly release")
                : new($"次の月例公開日から{Number}日以内", $"{Number} day{Plural} of the next monthly release"),
            _ => new($"公開日から{Number}日以内", $"{Number} day{Plural} of their release"),
        };

    /// <inheritdoc/>
    public override string ToString() =>
        Counted switch
        {
            Unit.BusinessDays => $"{Number} business day{Plural}",
            Unit.AfterNextRelease => Days == 0 ? "next release" : $"next release + {Number} day{Plural}",
            _ => $"{Number} day{Plural}",
        };

    private int Longest =>
        Counted switch
        {
            Unit.BusinessDays => (Days * 7 / 5) + 10,
            Unit.AfterNextRelease => 35 + Days,
            _ => Days,
        };

    private string Number => Days.ToString(CultureInfo.InvariantCulture);

    private string Plural => Days == 1 ? string.Empty : "s";
}
