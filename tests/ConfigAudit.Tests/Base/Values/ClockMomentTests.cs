using System;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Aggregates;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>Moments at the ends of the calendar, which no reckoning may leave.</summary>
public sealed class ClockMomentTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void At_an_end_of_the_calendar_it_goes_no_further()
    {
        Assert.Equal(DateTimeOffset.MaxValue.UtcTicks, DateTimeOffset.MaxValue.Plus(Day).UtcTicks);
        Assert.Equal(DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MinValue.Plus(-Day).UtcTicks);
        Assert.Equal(DateTimeOffset.MaxValue.UtcTicks, DateTimeOffset.MinValue.Plus(TimeSpan.MaxValue).UtcTicks);
        Assert.Equal(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue.In(TimeSpan.FromHours(9)));
    }

    [Fact]
    public void In_between_it_is_ordinary_reckoning()
    {
        var moment = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(moment + Day, moment.Plus(Day));
        Assert.Equal(moment.Offset, moment.Plus(Day).Offset);
        Assert.Equal(TimeSpan.Zero, moment.In(TimeSpan.Zero).Offset);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1601-01-01T00:00:00Z")]
    [InlineData("2569-11-16T00:00:00Z")]
    public void A_recording_of_a_moment_that_no_clock_shows_says_nothing_of_ages_and_is_no_mistake_of_ours(string moment)
    {
        using var folder = new TemporaryFolder();
        var recording = SoftwareHost.With(
            SoftwareHost.Program(SoftwareHost.Native, "X 1", "1", "\"InstallDate\": { \"data\": \"20240115\" },")
        );
        var snapshot = Machine.Recorded(
            folder.File("PC001.json", recording.Replace("2026-11-16T00:00:00Z", moment)),
            null,
            null,
            out var listener
        );
        Assert.Empty(listener.Problems);
        Assert.Null(snapshot.CollectedAt);
        Assert.Equal(new DateTime(2024, 1, 15), snapshot.Of<SoftwareFact>().Single(fact => fact.Name == "X 1").InstalledOn);
        Assert.Contains(snapshot.GapsIn<OperatingSystemFact>(), gap => gap.Property == nameof(OperatingSystemFact.Support));
    }

    [Theory]
    [InlineData("99991231235959.999999+000", "0001-01-01T00:00:00Z")]
    [InlineData("99991231235959.999999-720", "9999-12-31T23:59:59+14:00")]
    [InlineData("20260101000000.000000+000", "9999-12-31T23:59:59Z")]
    public void Sessions_of_such_moments_are_reckoned_with_all_the_same(string moment, string since)
    {
        var recording = $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { "LocalDateTime": "20250101000000.000000+000" } ],
                "Win32_LogonSession": [ { "LogonId": "1", "LogonType": 2, "StartTime": "{{moment}}" } ],
                "Win32_LoggedOnUser": [ { "Antecedent": "Win32_Account.Domain=\"D\",Name=\"u\"", "Dependent": "Win32_LogonSession.LogonId=\"1\"" } ],
                "Win32_NTLogEvent": [ { "EventCode": 4624, "RecordNumber": 1, "TimeGenerated": "{{moment}}", "InsertionStrings": [ "S", "h", "D", "0x1", "S-1-5-21-1-2-3-1001", "u", "D", "0x2", "2" ] } ] } } }
            """;
        using var folder = new TemporaryFolder();
        var snapshot = Machine.Recorded(
            folder.File("PC001.json", recording),
            null,
            null,
            out var listener,
            new CollectionOptions { LogonsSince = DateTimeOffset.Parse(since, null) }
        );
        Assert.Empty(listener.Problems);
        var accounts = new SharedAccounts();
        accounts.Add(snapshot);
        accounts.Add(snapshot with { ComputerName = "PC002" });
        Assert.Null(Record.Exception(() => accounts.Find().ToArray()));
    }
}
