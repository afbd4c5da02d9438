using System.Linq;
using ConfigAudit.Asking.Collectors.Logging;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Event logs, what is recorded, where it is sent, and what sets the clock.</summary>
public sealed class LogTests
{
    private const string Forwarding =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\EventForwarding\\SubscriptionManager";
    private const string Lsa = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa";
    private const string TimePolicy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters";
    private const string Time = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";

    [Theory]
    [InlineData("0", LogRetention.OverwriteAsNeeded)]
    [InlineData("30", LogRetention.OverwriteByAge)]
    [InlineData("4294967295", LogRetention.NeverOverwrite)]
    [InlineData("366", null)]
    public void Old_events_go_by_the_number_and_not_by_its_name(string number, LogRetention? retention)
    {
        // As it comes over WS-Management: a text.
        var log = Logs(
                $$"""{ "LogfileName": "Security", "MaxFileSize": "4294967295", "OverwriteOutDated": "{{number}}", "OverWritePolicy": "必要に応じて" }"""
            )
            .Of<EventLogFact>()
            .Single();
        Assert.Equal(retention, log.Retention);
        Assert.Equal(4294967295, log.MaxSize);
    }

    [Theory]
    [InlineData(268435456, 268435456)]
    [InlineData(268435456, 268439552)]
    [InlineData(268435456, 268505088)]
    [InlineData(20971520, 21041152)]
    [InlineData(4294967295, 4295036928)]
    public void A_log_that_is_full_is_larger_than_its_limit_by_a_header_and_a_chunk(long limit, long size) =>
        Assert.Equal(limit, Limited(limit, size, null).MaxSize);

    [Theory]
    [InlineData(20971520, 268431360, null)]
    [InlineData(268435456, 1073811456, null)]
    [InlineData(20971520, 268431360, 20480L)]
    [InlineData(1048576, 6442450944, 1024L)]
    public void A_limit_that_was_lowered_is_the_limit_though_the_log_keeps_its_size(long limit, long size, long? policy) =>
        Assert.Equal(limit, Limited(limit, size, policy).MaxSize);

    [Theory]
    [InlineData(1048576, 6442450944, null)]
    [InlineData(1048576, 6442450944, 20480L)]
    [InlineData(20971520, 268431360, 1048576L)]
    [InlineData(-1, 268431360, null)]
    [InlineData(0, 268431360, null)]
    public void A_limit_that_the_log_and_policy_contradict_is_not_the_limit(long limit, long size, long? policy) =>
        Assert.Null(Limited(limit, size, policy).MaxSize);

    [Fact]
    public void What_contradicts_a_limit_is_named_with_it()
    {
        var gap = Assert.Single(
            Logs("""{ "LogfileName": "Security", "MaxFileSize": 1048576, "FileSize": 6442450944 }""").GapsIn<EventLogFact>(),
            gap => gap.Property == nameof(EventLogFact.MaxSize)
        );
        Assert.Contains("1048576", gap.Message);
        Assert.Contains("6442450944", gap.Message);
    }

    [Fact]
    public void A_log_that_is_told_of_twice_with_two_limits_has_none_that_is_known() =>
        Assert.All(
            Logs(
                    """{ "LogfileName": "Security", "MaxFileSize": 268435456, "FileSize": 4096 }, { "LogfileName": "security", "MaxFileSize": 1048576, "FileSize": 4096 }"""
                )
                .Of<EventLogFact>(),
            log => Assert.Null(log.MaxSize)
        );

    private static EventLogFact Limited(long limit, long size, long? policy) =>
        Machine
            .Answering(
                $$"""
                { "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ { "LogfileName": "Security", "MaxFileSize": {{limit}}, "FileSize": {{size}}, "OverwriteOutDated": 0 } ] } },
                  "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\Security": {{(
                    policy is null ? "{}" : $$"""{ "MaxSize": { "type": "REG_DWORD", "data": {{policy}} } }"""
                )}} } }
                """
            )
            .Of<EventLogFact>()
            .Single();

    [Theory]
    [InlineData("Running", "Auto", true)]
    [InlineData("Stopped", "Disabled", false)]
    [InlineData("Stopped", "Auto", false)]
    [InlineData("Running", "Disabled", false)]
    public void A_log_that_nothing_writes_has_no_limit(string state, string start, bool expected)
    {
        var log = Machine
            .Answering(
                $$"""
                { "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ { "LogfileName": "Security", "MaxFileSize": 1048576, "FileSize": 4096, "OverwriteOutDated": 0 } ],
                  "Win32_Service": [ { "Name": "EventLog", "State": "{{state}}", "StartMode": "{{start}}" } ] } } }
                """
            )
            .Of<EventLogFact>()
            .Single();
        Assert.Equal(expected, log.MaxSize is not null);
    }

    [Theory]
    [InlineData("Running", "Auto", 1, true)]
    [InlineData("Stopped", "Disabled", 1, null)]
    [InlineData("Stopped", "Auto", 1, null)]
    [InlineData("Stopped", "Disabled", 0, false)]
    public void What_is_set_to_be_recorded_is_not_known_to_be_where_nothing_writes(string state, string start, int set, bool? expected)
    {
        const string Key =
            @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels\\Microsoft-Windows-TaskScheduler/Operational";
        var snapshot = Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "EventLog", "State": "{{state}}", "StartMode": "{{start}}" } ] },
                "root/rsop/computer": { "RSOP_AuditPolicy": [ { "Category": "AuditLogonEvents", "Success": {{(
                set == 1 ? "true" : "false"
            )}}, "Failure": false, "precedence": 1 } ] } },
              "registry": { "{{Key}}": { "Enabled": { "type": "REG_DWORD", "data": {{set}} } } } }
            """
        );
        Assert.Equal(expected, Assert.Single(snapshot.Of<LogChannelFact>()).IsEnabled);
        Assert.Equal(expected, Assert.Single(snapshot.Of<AuditPolicyFact>()).Success);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "Status": null, "ErrorCode": null""", true)]
    [InlineData(""", "Status": 1, "ErrorCode": 0""", true)]
    [InlineData(""", "Status": "1" """, true)]
    [InlineData(""", "Status": 0 """, null)]
    [InlineData(""", "Status": 3, "ErrorCode": 5""", null)]
    [InlineData(""", "Status": 1, "ErrorCode": 5""", null)]
    [InlineData(""", "Status": "applied" """, null)]
    public void A_category_that_was_not_applied_is_not_known_to_be_audited(string status, bool? expected) =>
        Assert.Equal(
            expected,
            Machine
                .Answering(
                    $$"""{ "instances": { "root/rsop/computer": { "RSOP_AuditPolicy": [ { "Category": "AuditLogonEvents", "Success": true, "Failure": false, "precedence": 1{{status}} } ] } } }"""
                )
                .Of<AuditPolicyFact>()
                .Single()
                .Success
        );

    [Fact]
    public void A_Security_log_that_is_not_shown_is_denied_and_not_missing()
    {
        var gap = Assert.Single(
            Logs("""{ "LogfileName": "System", "MaxFileSize": 1, "FileSize": 1, "NumberOfRecords": 1, "OverwriteOutDated": 0 }""")
                .Table.Set<EventLogFact>()
                .SetGaps
        );
        Assert.Equal(GapKind.Denied, gap.Kind);
        Assert.Equal("Security", ((EventLogFact)gap.Unseen!).Name);
    }

    [Fact]
    public void Events_are_forwarded_to_the_servers_that_the_values_name()
    {
        var fact = Machine
            .Answering(
                $$"""
                { "instances": {}, "registry": { "{{Forwarding}}": {
                "1": { "type": "REG_SZ", "data": "Server=http://wec01.town.example:5985/wsman/SubscriptionManager/WEC,Refresh=60" },
                "2": { "type": "REG_SZ", "data": "Refresh=60, Server=https://wec02.town.example:5986/wsman/SubscriptionManager/WEC" } } } }
                """
            )
            .Of<LoggingFact>()
            .Single();
        Assert.True(fact.ForwardsEvents);
        Assert.Equal(
            new[]
            {
                "http://wec01.town.example:5985/wsman/SubscriptionManager/WEC",
                "https://wec02.town.example:5986/wsman/SubscriptionManager/WEC",
            },
            fact.ForwardedTo
        );
    }

    [Fact]
    public void Without_the_policy_nothing_is_forwarded_and_what_was_refused_may_be()
    {
        Assert.False(
            Machine
                .Answering($$"""{ "instances": {}, "absent": [ "registry:{{Forwarding}}" ] }""")
                .Of<LoggingFact>()
                .Single()
                .ForwardsEvents
        );
        var refused = Machine.Answering($$"""{ "instances": {}, "failures": { "registry:{{Forwarding}}": "denied" } }""");
        Assert.Null(refused.Of<LoggingFact>().Single().ForwardsEvents);
        Assert.Contains(
            refused.GapsIn<LoggingFact>(),
            gap => gap.Kind == GapKind.Denied && gap.Property == nameof(LoggingFact.ForwardsEvents)
        );
    }

    [Fact]
    public void Whether_subcategories_count_is_not_known_where_the_value_is_not_there() =>
        Assert.Null(
            Machine.Answering($$"""{ "instances": {}, "registry": { "{{Lsa}}": {} } }""").Of<LoggingFact>().Single().SubcategoriesCount
        );

    [Fact]
    public void Of_several_group_policies_the_first_in_precedence_counts()
    {
        var snapshot = Machine.Answering(
            """
            { "instances": { "root/rsop/computer": { "RSOP_AuditPolicy": [
              { "Category": "AuditLogonEvents", "Success": false, "Failure": false, "precedence": 2 }, { "Category": "AuditLogonEvents", "Success": true, "Failure": false, "precedence": 1 } ] } } }
            """
        );
        var policy = snapshot.Of<AuditPolicyFact>().Single();
        Assert.True(policy.Success);
        Assert.False(policy.Failure);
    }

    [Fact]
    public void No_audit_policy_from_group_policy_is_not_no_audit_policy() =>
        Assert.Contains(
            Machine.Answering("""{ "instances": { "root/rsop/computer": { "RSOP_AuditPolicy": [] } } }""").GapsIn<AuditPolicyFact>(),
            gap => gap.Kind == GapKind.NotSupported && gap.Property is null
        );

    [Theory]
    [InlineData("NT5DS", TimeSourceKind.Domain)]
    [InlineData("ntp", TimeSourceKind.NtpServers)]
    [InlineData("NoSync", TimeSourceKind.None)]
    [InlineData("AllSync", TimeSourceKind.DomainAndNtpServers)]
    [InlineData("PTP", null)]
    public void The_clock_is_set_by(string type, TimeSourceKind? kind) =>
        Assert.Equal(
            kind,
            Clock(
                $$""" "registry": { "{{Time}}": { "Type": { "type": "REG_SZ", "data": "{{type}}" } } }, "absent": [ "registry:{{TimePolicy}}" ] """
            ).Kind
        );

    [Fact]
    public void Policy_comes_before_the_host_s_own_and_flags_are_no_part_of_a_server_s_name()
    {
        var fact = Clock(
            $$"""
            "registry": { "{{Time}}": { "Type": { "type": "REG_SZ", "data": "NoSync" } },
            "{{TimePolicy}}": { "Type": { "type": "REG_SZ", "data": "NTP" }, "NtpServer": { "type": "REG_SZ", "data": "ntp1.town.example,0x9  10.1.2.3,0x8" } } }
            """
        );
        Assert.Equal(TimeSourceKind.NtpServers, fact.Kind);
        Assert.Equal(new[] { "ntp1.town.example", "10.1.2.3" }, fact.Servers);
    }

    [Fact]
    public void A_policy_that_was_not_recorded_may_say_anything() =>
        Assert.Null(Clock($$""" "registry": { "{{Time}}": { "Type": { "type": "REG_SZ", "data": "NTP" } } } """).Kind);

    private static Snapshot Logs(string row) =>
        Machine.Answering($$"""{ "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ {{row}} ] } } }""");

    [Fact]
    public void A_channel_tells_whether_it_is_kept_and_how_large_it_may_grow()
    {
        var channel = Assert.Single(
            Machine
                .Answering(
                    Channel(
                        """{ "Enabled": { "type": "REG_DWORD", "data": 0 }, "MaxSize": { "type": "REG_QWORD", "data": "0000100000000000" } }""".Replace(
                            "\"0000100000000000\"",
                            "1048576"
                        )
                    )
                )
                .Of<LogChannelFact>()
        );
        Assert.Equal(
            ("Microsoft-Windows-TaskScheduler/Operational", false, 1048576L),
            (channel.Name, channel.IsEnabled!.Value, channel.MaxSize!.Value)
        );
    }

    [Fact]
    public void A_channel_as_Windows_ships_it_does_not_tell()
    {
        var snapshot = Machine.Answering(Channel("{}"));
        Assert.Null(Assert.Single(snapshot.Of<LogChannelFact>()).IsEnabled);
        Assert.Contains(
            snapshot.GapsIn<LogChannelFact>(),
            gap => gap.Property == nameof(LogChannelFact.IsEnabled) && gap.Kind == GapKind.NotSupported
        );
    }

    [Fact]
    public void A_channel_that_the_host_does_not_have_is_none_and_one_that_was_refused_may_be() =>
        Assert.Equal(
            new[] { "Microsoft-Windows-TaskScheduler/Operational" },
            Machine
                .Answering(Channel(null))
                .Table.Set<LogChannelFact>()
                .Unseen.Where(each => each.Name!.Contains("TaskScheduler"))
                .Select(each => each.Name)
        );

    private static string Channel(string? values)
    {
        const string Key =
            @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels\\Microsoft-Windows-TaskScheduler/Operational";
        return values is null
            ? $$"""{ "instances": {}, "failures": { "registry:{{Key}}": "denied" } }"""
            : $$"""{ "instances": {}, "registry": { "{{Key}}": {{values}} } }""";
    }

    [Theory]
    [InlineData("{}", 0L)]
    [InlineData("""{ "MaxSize": { "type": "REG_DWORD", "data": 196608 } }""", 201326592L)]
    public void What_policy_sets_for_a_log_is_told_beside_what_it_has(string policy, long size) =>
        Assert.Equal(
            size,
            Machine
                .Answering(
                    $$"""
                    { "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ { "LogfileName": "Security", "MaxFileSize": 20971520, "FileSize": 1 } ] } },
                      "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\Security": {{policy}} } }
                    """
                )
                .Of<EventLogFact>()
                .Single()
                .PolicyMaxSize
        );

    private static TimeSourceFact Clock(string members) =>
        Machine.Answering($$"""{ "instances": {}, {{members}} }""").Of<TimeSourceFact>().Single();
}
