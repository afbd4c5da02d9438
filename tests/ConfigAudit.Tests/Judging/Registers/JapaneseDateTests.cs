using System;
using System.Globalization;
using ConfigAudit.Judging.Registers.Reading;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>Days are read in the ways in which people in Japan write them, and nothing else is taken for a day.</summary>
public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData("R8.4.1（水）")]
    [InlineData("令和8年4月1日(水)")]
    [InlineData("2026/4/1 水曜日")]
    public void A_weekday_may_stand_behind_a_day_if_it_is_the_day_s_own(string text)
    {
        Assert.Equal(new DateTime(2026, 4, 1), JapaneseDate.Day(text));
        Assert.Throws<ConfigAudit.Base.Files.WrittenException>(() => JapaneseDate.Day(text.Replace('水', '木')));
    }

    [Theory]
    [InlineData("2022-03-25", "2022-03-25")]
    [InlineData("2022-3-5", "2022-03-05")]
    [InlineData("2022/03/25", "2022-03-25")]
    [InlineData("2022/3/5", "2022-03-05")]
    [InlineData("2022.3.25", "2022-03-25")]
    [InlineData("20220325", "2022-03-25")]
    [InlineData("2022年3月25日", "2022-03-25")]
    [InlineData("2022年 3月 5日", "2022-03-05")]
    [InlineData("R4.3.25", "2022-03-25")]
    [InlineData("r4/3/25", "2022-03-25")]
    [InlineData("R04-03-25", "2022-03-25")]
    [InlineData("令和4年3月25日", "2022-03-25")]
    [InlineData("令和 4年 3月 5日", "2022-03-05")]
    [InlineData("令4.3.25", "2022-03-25")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("R元.5.1", "2019-05-01")]
    [InlineData("R1.5.1", "2019-05-01")]
    [InlineData("H31.4.30", "2019-04-30")]
    [InlineData("平成元年1月8日", "1989-01-08")]
    [InlineData("S64.1.7", "1989-01-07")]
    [InlineData("昭和元年12月25日", "1926-12-25")]
    [InlineData("２０２２／０３／２５", "2022-03-25")]
    [InlineData("Ｒ４．３．２５", "2022-03-25")]
    [InlineData("令和４年３月２５日", "2022-03-25")]
    [InlineData("㋿4年3月25日", "2022-03-25")]
    [InlineData("㍻31年4月30日", "2019-04-30")]
    [InlineData("  2022-03-25　", "2022-03-25")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void A_day_is_read_as_it_is_written(string text, string day) => Assert.Equal(day, Iso(JapaneseDate.Day(text)));

    /// <summary>A plan that was written before an era's end may name a day after it.</summary>
    [Theory]
    [InlineData("H32.3.31", "2020-03-31")]
    [InlineData("S65.3.31", "1990-03-31")]
    public void A_day_after_the_end_of_its_era_is_read_on(string text, string day) => Assert.Equal(day, Iso(JapaneseDate.Day(text)));

    [Theory]
    [InlineData("R4.2.30", "'R4.2.30' is no day of the calendar")]
    [InlineData("2022-13-01", "'2022-13-01' is no day of the calendar")]
    [InlineData("2022-00-10", "'2022-00-10' is no day of the calendar")]
    [InlineData("2023-02-29", "'2023-02-29' is no day of the calendar")]
    [InlineData("0000-01-01", "'0000-01-01' is no day of the calendar")]
    [InlineData("R0.1.1", "'R0.1.1' lies before the era began")]
    [InlineData("R0.12.31", "'R0.12.31' lies before the era began")]
    [InlineData("R1.4.30", "'R1.4.30' lies before the era began")]
    [InlineData("H1.1.1", "'H1.1.1' lies before the era began")]
    [InlineData("昭和元年12月24日", "'昭和元年12月24日' lies before the era began")]
    public void A_day_that_never_was_says_why(string text, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<FormatException>(() => JapaneseDate.Day(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("未定")]
    [InlineData("来年度")]
    [InlineData("20220230")]
    [InlineData("3/25")]
    [InlineData("25/3/2022")]
    [InlineData("22-03-25")]
    [InlineData("2022-03/25")]
    [InlineData("2022-03-25x")]
    [InlineData("M45.7.30")]
    [InlineData("元-3-25")]
    [InlineData("令和100年1月1日")]
    [InlineData("2022-03-25 09:00")]
    [InlineData("44645")]
    public void What_is_no_day_is_answered_with_how_to_write_one(string text) =>
        Assert.Equal(
            $"'{text}' is no day: 2022-03-25, 2022/3/25, R4.3.25 or 令和4年3月25日 is wanted",
            Assert.ThrowsAny<FormatException>(() => JapaneseDate.Day(text)).Message
        );

    [Theory]
    [InlineData("2022-03-25 09:00", "2022-03-25 09:00:00")]
    [InlineData("2022/3/25 9:05", "2022-03-25 09:05:00")]
    [InlineData("R4.3.25 9:00", "2022-03-25 09:00:00")]
    [InlineData("令和4年3月25日 23:59:59", "2022-03-25 23:59:59")]
    [InlineData("令和４年３月２５日　９：０５", "2022-03-25 09:05:00")]
    [InlineData("令和 4年 3月 25日 9:05", "2022-03-25 09:05:00")]
    [InlineData("2022-03-25T09:00:00", "2022-03-25 09:00:00")]
    [InlineData("R4.3.24 24:00", "2022-03-25 00:00:00")]
    [InlineData("R4.3.25 8時30分", "2022-03-25 08:30:00")]
    public void A_time_without_an_offset_is_by_the_time_of_Japan_on_every_machine(string text, string local)
    {
        var expected = new DateTimeOffset(
            DateTime.ParseExact(local, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan.FromHours(9)
        );
        Assert.Equal((expected, expected.Offset), (JapaneseDate.Moment(text), JapaneseDate.Moment(text).Offset));
    }

    [Theory]
    [InlineData("2022-03-25T09:00:00+09:00", 9)]
    [InlineData("2022-03-25T09:00:00Z", 0)]
    [InlineData("2022-03-25T09:00:00-05:00", -5)]
    [InlineData("R4.3.25 9:00+08:00", 8)]
    [InlineData("2022/3/25 9:00 Z", 0)]
    public void A_time_with_an_offset_keeps_it(string text, int hours)
    {
        var moment = JapaneseDate.Moment(text);
        Assert.Equal((new DateTime(2022, 3, 25, 9, 0, 0), TimeSpan.FromHours(hours)), (moment.DateTime, moment.Offset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-03-25")]
    [InlineData("9:00")]
    [InlineData("2022-03-25 25:00")]
    [InlineData("2022-03-25 24:01")]
    [InlineData("2022-03-25 9:00+25:00")]
    [InlineData("2022-03-25 9時")]
    [InlineData("R4.3.25 9:60")]
    [InlineData("2022-03-25T25:00:00")]
    public void What_is_no_time_is_answered_with_how_to_write_one(string text) =>
        Assert.Equal(
            $"'{text}' is no day with a time: 2022-03-25 09:00 or R4.3.25 9:00 is wanted",
            Assert.ThrowsAny<FormatException>(() => JapaneseDate.Moment(text)).Message
        );

    [Fact]
    public void A_time_on_a_day_that_never_was_says_so() =>
        Assert.Equal(
            "'R4.2.30' is no day of the calendar",
            Assert.ThrowsAny<FormatException>(() => JapaneseDate.Moment("R4.2.30 9:00")).Message
        );

    private static string Iso(DateTime day) =>
        day.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).Replace(" 00:00", string.Empty);
}
