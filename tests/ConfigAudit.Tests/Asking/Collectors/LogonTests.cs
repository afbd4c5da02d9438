using System;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>The logons of people that the Security log tells of.</summary>
public sealed class LogonTests
{
    private const string Yamada = "S-1-5-21-1-2-3-1101";
    private const string Before =
        """{ "EventCode": 4634, "TimeGenerated": "20261114230000.000000+000", "InsertionStrings": ["S-1-5-21-9-9-9-1", "z", "CITY", "0x1", "2"] }""";
    private static readonly DateTimeOffset Since = new(2026, 11, 15, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_being_asked_for_no_log_is_read()
    {
        var snapshot = Machine.Answering(Recording(LogOn("01:00:00", "0xa")));
        Assert.Empty(snapshot.Of<LogonFact>());
        Assert.Equal(GapKind.NotCollected, Assert.Single(snapshot.GapsIn<LogonFact>()).Kind);
    }

    [Fact]
    public void A_logon_is_joined_with_the_user_leaving_and_not_with_the_token_going()
    {
        var logon = Assert.Single(Logons(LogOn("01:00:00", "0xa"), LogOff(4647, "09:00:00", "0xa"), LogOff(4634, "09:00:07", "0xa")));
        Assert.Equal(("CITY", "h.yamada", Yamada, "10"), (logon.Domain, logon.Account, logon.Sid, logon.LogonId));
        Assert.Equal(
            (LogonKind.Interactive, At("01:00:00"), At("09:00:00"), LogonEnding.LoggedOff),
            (logon.Kind!.Value, logon.StartedAt!.Value, logon.EndedAt!.Value, logon.Ending!.Value)
        );
        Assert.Empty(logon.ClientAddresses!);
    }

    [Fact]
    public void The_two_tokens_of_an_administrator_are_one_logon_by_their_link()
    {
        var logon = Assert.Single(
            Logons(
                LogOn("01:00:00", "0xa", linked: "0xb"),
                LogOn("01:00:00", "0xb", linked: "0xa"),
                LogOff(4634, "09:00:00", "0xb"),
                LogOff(4634, "09:00:01", "0xa")
            )
        );
        Assert.Equal(("10", At("09:00:01"), LogonEnding.Closed), (logon.LogonId, logon.EndedAt!.Value, logon.Ending!.Value));
    }

    [Fact]
    public void Events_of_older_Windows_are_shorter_and_their_tokens_are_known_by_the_moment()
    {
        var logon = Assert.Single(
            Logons(Short(LogOn("01:00:00", "0xa", address: "10.0.0.9")), Short(LogOn("01:00:00", "0xb", address: "10.0.0.9")))
        );
        Assert.Equal(new[] { "10.0.0.9" }, logon.ClientAddresses);
    }

    [Fact]
    public void Two_people_at_one_moment_are_two() =>
        Assert.Equal(
            2,
            Logons(Short(LogOn("01:00:00", "0xa")), Short(LogOn("01:00:00", "0xb", sid: "S-1-5-21-1-2-3-1102", name: "b"))).Length
        );

    [Theory]
    [InlineData("S-1-5-90-0-1", "DWM-1", 2)]
    [InlineData("S-1-5-96-0-1", "UMFD-1", 2)]
    [InlineData("S-1-5-18", "SYSTEM", 2)]
    [InlineData(Yamada, "h.yamada", 3)]
    [InlineData(Yamada, "h.yamada", 4)]
    [InlineData(Yamada, "h.yamada", 5)]
    [InlineData(Yamada, "h.yamada", 9)]
    public void What_is_not_a_person_before_a_screen_is_left_out(string sid, string name, int type) =>
        Assert.Empty(Logons(LogOn("01:00:00", "0xa", sid, name, type), LogOff(4634, "02:00:00", "0xa", sid, type)));

    [Theory]
    [InlineData("-")]
    [InlineData("::1")]
    [InlineData("127.0.0.1")]
    public void An_address_of_the_host_itself_is_no_client(string address) =>
        Assert.Empty(Assert.Single(Logons(LogOn("01:00:00", "0xa", address: address))).ClientAddresses!);

    [Fact]
    public void A_session_taken_up_again_tells_its_clients()
    {
        var logon = Assert.Single(
            Logons(
                LogOn("01:00:00", "0xa", type: 10, address: "10.0.0.1"),
                Reconnect("02:00:00", "0xa", "PC-07", "10.0.0.7"),
                Reconnect("03:00:00", "0xa", "Unknown", "LOCAL")
            )
        );
        Assert.Equal(new[] { "10.0.0.1", "10.0.0.7" }, logon.ClientAddresses);
        Assert.Equal(new[] { "PC-07" }, logon.ClientNames);
    }

    [Fact]
    public void One_that_began_earlier_is_told_by_its_end()
    {
        var snapshot = Snapshot(LogOff(4647, "01:00:00", "0xa"), LogOff(4634, "01:00:05", "0xb"), LogOff(4634, "01:00:05", "0xa"));
        var logon = Assert.Single(snapshot.Of<LogonFact>());
        Assert.Equal((null, At("01:00:00"), "h.yamada"), (logon.StartedAt, logon.EndedAt!.Value, logon.Account));
        Assert.Null(logon.ClientAddresses);
        Assert.Contains(snapshot.GapsIn<LogonFact>(), gap => gap.Property == nameof(LogonFact.StartedAt));
    }

    [Fact]
    public void A_start_of_Windows_ends_what_was_open_and_its_numbers_begin_anew()
    {
        var logons = Logons(LogOn("01:00:00", "0xa"), Event(4608, "05:00:00"), LogOn("05:10:00", "0xa"), LogOff(4647, "06:00:00", "0xa"));
        Assert.Equal(new LogonEnding?[] { LogonEnding.Restarted, LogonEnding.LoggedOff }, logons.Select(logon => logon.Ending));
        Assert.Null(logons[0].EndedAt);
    }

    [Fact]
    public void A_number_used_again_without_a_start_in_the_log_is_not_taken_for_the_same_logon() =>
        Assert.Equal(2, Logons(LogOn("01:00:00", "0xa"), LogOn("09:00:00", "0xb", linked: "0xa")).Length);

    [Fact]
    public void Events_come_newest_first_and_are_put_in_order() =>
        Assert.Equal(At("09:00:00"), Assert.Single(Logons(LogOff(4634, "09:00:00", "0xa"), LogOn("01:00:00", "0xa"))).EndedAt);

    [Fact]
    public void Texts_of_WS_Management_and_its_datetimes_are_read()
    {
        var row = LogOn("01:00:00", "0xa").Replace("4624", "\"4624\"").Replace("20261116010000.000000+000", "2026-11-16T01:00:00Z");
        Assert.Equal(At("01:00:00"), Assert.Single(Logons(row)).StartedAt);
    }

    [Fact]
    public void A_string_without_a_value_keeps_its_place() =>
        Assert.Equal("h.yamada", Assert.Single(Logons(LogOn("01:00:00", "0xa").Replace("\"WORKGROUP\"", "null"))).Account);

    [Theory]
    [InlineData("""{ "EventCode": 4624, "TimeGenerated": "20261116010000.000000+000", "InsertionStrings": [] }""")]
    [InlineData(
        """{ "EventCode": 4624, "TimeGenerated": "20261116010000.000000+000", "InsertionStrings": ["S-1-5-18", "-", "-", "0x3e7", "S-1-5-21-1-2-3-1101", "a", "CITY", "nonsense", "2"] }"""
    )]
    [InlineData("""{ "EventCode": 4778, "TimeGenerated": "20261116010000.000000+000", "InsertionStrings": ["a"] }""")]
    [InlineData("""{ "EventCode": 4634, "TimeGenerated": "20261116010000.000000+000", "InsertionStrings": ["", "", "", "", ""] }""")]
    public void An_event_that_breaks_off_hurts_none_of_the_others(string broken) => Assert.Single(Logons(broken, LogOn("02:00:00", "0xb")));

    [Fact]
    public void A_log_that_reaches_back_is_complete() =>
        Assert.Empty(Snapshot(LogOn("01:00:00", "0xa"), LogOff(4634, "02:00:00", "0xa")).Table.Set<LogonFact>().SetGaps);

    [Fact]
    public void A_log_that_may_have_been_overwritten_leaves_room_for_logons()
    {
        var gap = Assert.Single(Answering(Recording(LogOn("01:00:00", "0xa"))).Table.Set<LogonFact>().SetGaps);
        Assert.Contains("before the time asked for", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_cleared_leaves_room_for_logons() =>
        Assert.Contains(
            Snapshot(Event(1102, "03:00:00")).Table.Set<LogonFact>().SetGaps,
            gap => gap.Message.StartsWith("the log was cleared at 2026-11-16 03:00:00", StringComparison.Ordinal)
        );

    [Fact]
    public void Not_more_than_a_month_is_read_and_a_gap_says_so() =>
        Assert.Contains(
            Answering(Recording(LogOn("01:00:00", "0xa")), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).GapsIn<LogonFact>(),
            gap => gap.Kind == GapKind.NotSupported && gap.Message.Contains("31 days", StringComparison.Ordinal)
        );

    [Fact]
    public void A_refusal_is_a_gap() =>
        Assert.Equal(
            GapKind.Denied,
            Assert
                .Single(
                    Answering(
                            """{ "recordedAt": "2026-11-16T10:00:00Z", "failures": { "root/cimv2:Win32_NTLogEvent": "denied" }, "instances": {} }"""
                        )
                        .GapsIn<LogonFact>()
                )
                .Kind
        );

    [Fact]
    public void Failed_logons_are_never_asked_for_since_passwords_are_typed_as_names() =>
        Assert.DoesNotContain("4625", LogonEvents.From(Since).Wql, StringComparison.Ordinal);

    private static LogonFact[] Logons(params string[] events) => Snapshot(events).Of<LogonFact>();

    private static Snapshot Snapshot(params string[] events) => Answering(Recording(events.Append(Before).ToArray()));

    private static Snapshot Answering(string recording, DateTimeOffset? since = null) =>
        Machine.Answering(recording, wanted: new CollectionOptions { LogonsSince = since ?? Since });

    private static string Recording(params string[] events) =>
        $$"""
            { "recordedAt": "2026-11-16T10:00:00Z",
              "instances": { "root/cimv2": { "Win32_NTLogEvent": [ {{string.Join(
                ",",
                events.Select(each => each.Insert(1, "\"Logfile\": \"Security\","))
            )}} ] } } }
            """;

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-11-16T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static string Event(long code, string time, params string[] strings) =>
        $$"""
            { "EventCode": {{code}}, "TimeGenerated": "20261116{{time.Replace(
                ":",
                string.Empty
            )}}.000000+000", "InsertionStrings": [{{string.Join(", ", strings.Select(each => $"\"{each}\""))}}] }
            """;

    private static string LogOn(
        string time,
        string id,
        string sid = Yamada,
        string name = "h.yamada",
        int type = 2,
        string address = "127.0.0.1",
        string linked = "0x0"
    ) =>
        Event(
            4624,
            time,
            "S-1-5-18",
            "PC001$",
            "WORKGROUP",
            "0x3e7",
            sid,
            name,
            "CITY",
            id,
            type.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "User32",
            "Negotiate",
            "PC001",
            "{0}",
            "-",
            "-",
            "0",
            "0x1",
            "C:/Windows/System32/svchost.exe",
            address,
            "0",
            "%%1833",
            "-",
            "-",
            "-",
            "%%1843",
            linked,
            "%%1842"
        );

    /// <summary>As Windows 7 writes it: twenty strings, and no link.</summary>
    private static string Short(string logOn) => logOn.Split(new[] { ", \"%%1833\"" }, StringSplitOptions.None)[0] + "] }";

    private static string LogOff(long code, string time, string id, string sid = Yamada, int type = 2) =>
        code == 4634
            ? Event(code, time, sid, "h.yamada", "CITY", id, type.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : Event(code, time, sid, "h.yamada", "CITY", id);

    private static string Reconnect(string time, string id, string client, string address) =>
        Event(4778, time, "h.yamada", "CITY", id, "RDP-Tcp#1", client, address);
}
