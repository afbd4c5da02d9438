using System;
using System.Globalization;
using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

public sealed class ScheduleTests
{
    private static readonly TimeSpan HalfPastSeven = new(7, 30, 0);

    private static readonly Schedule Daily = new() { At = HalfPastSeven };
    private static readonly Schedule Weekly = new()
    {
        Recurrence = Recurrence.Weekly,
        At = HalfPastSeven,
        Days = new[] { DayOfWeek.Sunday, DayOfWeek.Thursday, DayOfWeek.Monday },
    };
    private static readonly Schedule Monthly = new()
    {
        Recurrence = Recurrence.Monthly,
        At = HalfPastSeven,
        Day = 28,
    };

    [Theory]
    [InlineData("2026-11-16T07:29:59", "2026-11-16T07:30:00")]
    [InlineData("2026-11-16T07:30:00", "2026-11-17T07:30:00")]
    [InlineData("2026-12-31T23:00:00", "2027-01-01T07:30:00")]
    public void Every_day_it_is_due_once(string from, string next) => Assert.Equal(At(next), Daily.NextAfter(At(from)));

    [Theory]
    [InlineData("2026-11-16T08:00:00", "2026-11-19T07:30:00")]
    [InlineData("2026-11-19T08:00:00", "2026-11-22T07:30:00")]
    [InlineData("2026-11-22T07:00:00", "2026-11-22T07:30:00")]
    public void Every_week_on_its_days(string from, string next) => Assert.Equal(At(next), Weekly.NextAfter(At(from)));

    [Theory]
    [InlineData("2027-02-01T00:00:00", "2027-02-28T07:30:00")]
    [InlineData("2027-02-28T07:30:00", "2027-03-28T07:30:00")]
    public void Every_month_has_its_day(string from, string next) => Assert.Equal(At(next), Monthly.NextAfter(At(from)));

    [Fact]
    public void It_says_when_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            Assert.Equal("Daily at 07:30", Daily.ToString());
            Assert.Equal("Weekly on Monday, Thursday, Sunday at 07:30", Weekly.ToString());
            Assert.Equal("Monthly on day 28 at 07:30", Monthly.ToString());
            Assert.Equal("Daily at 07:30:05", (Daily with { At = new TimeSpan(7, 30, 5) }).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
