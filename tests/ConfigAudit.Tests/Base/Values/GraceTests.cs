using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>How long an update may wait: days, business days of Japan, or the window of a month.</summary>
public sealed class GraceTests
{
    /// <summary>As the Cabinet Office publishes them (国民の祝日について, https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html).</summary>
    [Theory]
    [InlineData(2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23")]
    [InlineData(
        2024,
        "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23"
    )]
    [InlineData(2025, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24")]
    [InlineData(2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData(2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    public void Holidays_are_those_that_the_cabinet_office_publishes(int year, string published)
    {
        var first = new DateTime(year, 1, 1);
        var days = Enumerable.Range(0, (first.AddYears(1) - first).Days).Select(at => first.AddDays(at));
        var found = days.Where(JapaneseHolidays.IsHoliday).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(published, string.Join(" ", found));
    }

    [Theory]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", false)]
    [InlineData("2025-01-03", false)]
    [InlineData("2027-01-04", true)]
    [InlineData("2026-11-28", false)]
    public void Offices_are_closed_at_the_year_s_end_and_on_weekends(string day, bool isOpen) =>
        Assert.Equal(isOpen, JapaneseHolidays.IsBusinessDay(Day(day)));

    /// <summary>Releases as they were: each on the second Tuesday, in Japan on the Wednesday after it.</summary>
    [Theory]
    [InlineData("2026-07-14", "2026-08-11")]
    [InlineData("2026-08-11", "2026-09-08")]
    [InlineData("2026-08-10", "2026-08-11")]
    [InlineData("2025-12-09", "2026-01-13")]
    [InlineData("2025-12-31", "2026-01-13")]
    [InlineData("2025-10-23", "2025-11-11")]
    public void The_next_patch_Tuesday_is_the_second_of_its_month(string day, string next) =>
        Assert.Equal(Day(next), PatchTuesday.After(Day(day)));

    [Theory]
    [InlineData("30 days", "2026-08-12", "2026-09-11")]
    [InlineData("1 day", "2026-08-12", "2026-08-13")]
    [InlineData("0 days", "2026-08-12", "2026-08-12")]
    // 13, 14, 17, 18, 19: the weekend doesn't count.
    [InlineData("5 business days", "2026-08-12", "2026-08-19")]
    // 10, 11, 14 … 18, 24: a weekend, three holidays and a citizens' holiday among them.
    [InlineData("8 business days", "2026-09-09", "2026-09-24")]
    // 24, 25, 28: then the year's end, a weekend, and Coming of Age day on the 11th.
    [InlineData("8 business days", "2026-12-23", "2027-01-08")]
    [InlineData("9 business days", "2026-12-23", "2027-01-12")]
    [InlineData("next release", "2026-08-12", "2026-09-09")]
    [InlineData("next release + 7 days", "2026-08-12", "2026-09-16")]
    // Out of band on 2025-10-23 in Redmond: the next is that of 11-11.
    [InlineData("next release + 1 day", "2025-10-24", "2025-11-13")]
    public void The_last_day_is_counted_from_the_release_in_Japan(string grace, string released, string last) =>
        Assert.Equal(Day(last), Grace.Parse(grace).LastDay(Day(released)));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("-1 days")]
    [InlineData("30 Days")]
    [InlineData("30 days ")]
    [InlineData("1000 days")]
    [InlineData("３０ days")]
    [InlineData("next release +7 days")]
    [InlineData("next release + ")]
    [InlineData("next release 7 days")]
    [InlineData(" + 7 days")]
    [InlineData("next release + 7 business days")]
    [InlineData("a month")]
    public void What_is_no_grace_is_refused(string text) => Assert.Throws<FormatException>(() => Grace.Parse(text));

    [Theory]
    [InlineData("1 day")]
    [InlineData("10 business days")]
    [InlineData("next release")]
    [InlineData("next release + 7 days")]
    public void A_grace_is_written_as_it_is_read(string text) => Assert.Equal(text, Grace.Parse(text).ToString());

    [Theory]
    [InlineData("2026-08-12/2026-09-16")]
    [InlineData("2026-08-12?/2026-09-16")]
    [InlineData("-/2026-09-16")]
    [InlineData("2026-09-16/2026-09-16")]
    public void An_exposure_is_written_as_it_is_read(string text) => Assert.Equal(text, Exposure.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2026-08-12")]
    [InlineData("/2026-08-12")]
    [InlineData("-?/2026-08-12")]
    [InlineData("2026-09-17/2026-09-16")]
    [InlineData("2026-08-12??/2026-09-16x")]
    [InlineData("2026-13-01/2026-09-16")]
    [InlineData("2026-08-12/2026-09-16/2026-09-17")]
    public void What_is_no_exposure_is_refused(string text) => Assert.Throws<FormatException>(() => Exposure.Parse(text));

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
