using System.Linq;
using ConfigAudit.Asking.Collectors.Logging;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>A clock is set by a source that there is: a domain that the host is in, a server that isn't the host itself, a client that
/// works.</summary>
public sealed class TimeSourceTests
{
    private const string Services = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time";
    private const string Policies = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\W32Time";

    [Theory]
    [InlineData("NT5DS", "", "true", true)]
    [InlineData("NT5DS", "time.windows.com,0x9", "false", false)]
    [InlineData("NT5DS", "", "null", null)]
    [InlineData("AllSync", "", "true", true)]
    [InlineData("AllSync", "ntp.town.example,0x8", "false", true)]
    [InlineData("AllSync", "", "false", false)]
    [InlineData("AllSync", "127.0.0.1", "false", false)]
    [InlineData("AllSync", "", "null", null)]
    [InlineData("AllSync", "ntp.town.example", "null", true)]
    [InlineData("NTP", "ntp.town.example", "false", true)]
    public void A_domain_counts_for_a_host_that_is_in_one(string type, string servers, string inDomain, bool? expected) =>
        Assert.Equal(expected, Clock(type, servers, inDomain).SetsClock);

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost.,0x9")]
    [InlineData("localhost.localdomain")]
    [InlineData("127.0.0.1")]
    [InlineData("127.127.1.0,0x8")]
    [InlineData("::1")]
    [InlineData("[::1],0x9")]
    [InlineData("0:0:0:0:0:0:0:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("pc-0123456789ab,0x9")]
    [InlineData("PC-0123456789ABCDE")]
    [InlineData("pc-0123456789abcde.town.example.")]
    [InlineData("PC001")]
    [InlineData("10.1.2.3,0x9")]
    [InlineData("fe80::1%4 10.1.2.3")]
    [InlineData("localhost 127.0.0.1,0x9 10.1.2.3")]
    [InlineData(",0x9")]
    [InlineData("0x9")]
    [InlineData("0x8 9,0x1")]
    public void A_server_that_is_the_host_itself_sets_no_clock(string servers)
    {
        var clock = Clock("NTP", servers);
        Assert.False(clock.SetsClock);
        Assert.Equal(
            servers is ",0x9" or "0x9" or "0x8 9,0x1" ? ClockReason.NoServer : ClockReason.ServerIsItself,
            Assert.Single(clock.NotSetBecause!)
        );
    }

    [Theory]
    [InlineData("ntp.town.example,0x9")]
    [InlineData("10.1.2.4")]
    [InlineData("127.0.0.1,0x9 ntp.town.example,0x9")]
    [InlineData("fd00::7,0x8")]
    [InlineData("localhost-ntp.town.example")]
    [InlineData("pc-0123456789abcd.town.example")]
    public void Any_other_server_does(string servers)
    {
        var clock = Clock("NTP", servers);
        Assert.True(clock.SetsClock);
        Assert.Empty(clock.NotSetBecause!);
    }

    [Theory]
    [InlineData(null, 1L, true)]
    [InlineData(null, 0L, false)]
    [InlineData(null, null, false)]
    [InlineData(1L, 0L, true)]
    [InlineData(0L, 1L, false)]
    public void The_client_must_be_on_and_policy_comes_first(long? policy, long? own, bool expected)
    {
        var clock = Clock("NT5DS", string.Empty, registry: $"{Client(Policies, policy)}, {Client(Services, own)}");
        Assert.Equal(expected, clock.SetsClock);
        Assert.Equal(expected ? string.Empty : nameof(ClockReason.ClientDisabled), string.Join(" ", clock.NotSetBecause!));
    }

    [Theory]
    [InlineData(Policies)]
    [InlineData(Services)]
    public void A_client_that_was_refused_leaves_it_open(string place)
    {
        var snapshot = Snapshot("NT5DS", string.Empty, failures: $"\"registry:{place}\\\\TimeProviders\\\\NtpClient\": \"denied\"");
        Assert.Null(snapshot.Of<TimeSourceFact>().Single().SetsClock);
        Assert.Contains(
            snapshot.GapsIn<TimeSourceFact>(),
            gap => gap.Property == nameof(TimeSourceFact.SetsClock) && gap.Kind == GapKind.Denied
        );
    }

    [Fact]
    public void Policy_may_name_the_server_that_the_host_s_own_setting_doesn_t() =>
        Assert.True(
            Clock(
                "NTP",
                "localhost",
                registry: $$""" "{{Policies}}\\Parameters": { "NtpServer": { "type": "REG_SZ", "data": "ntp.town.example" } } """
            ).SetsClock
        );

    [Theory]
    [InlineData(1, "Running", null)]
    [InlineData(1, "Stopped", false)]
    [InlineData(0, "Running", false)]
    public void Of_a_guest_that_has_no_other_source_the_hypervisor_may_set_the_clock(long provider, string state, bool? expected) =>
        Assert.Equal(
            expected,
            Clock(
                "NT5DS",
                string.Empty,
                "false",
                registry: $$""" "{{Services}}\\TimeProviders\\VMICTimeProvider": { "Enabled": { "type": "REG_DWORD", "data": {{provider}} } } """,
                services: $$""", { "Name": "vmictimesync", "State": "{{state}}", "StartMode": "Manual" }"""
            ).SetsClock
        );

    [Theory]
    [InlineData("Auto", "Stopped", false)]
    [InlineData("Auto", "Paused", false)]
    [InlineData("Auto", "Start Pending", null)]
    [InlineData("Manual", "Stopped", true)]
    [InlineData("Manual", "Running", true)]
    [InlineData("Disabled", "Stopped", false)]
    public void A_service_that_is_to_run_and_does_not_sets_no_clock(string start, string state, bool? expected) =>
        Assert.Equal(expected, Snapshot("NTP", "ntp.town.example", own: (state, start)).Of<TimeSourceFact>().Single().SetsClock);

    [Theory]
    [InlineData("NT5DS", "true", "Manual", "Running", true)]
    [InlineData("NT5DS", "true", "Manual", "Stopped", null)]
    [InlineData("NT5DS", "true", "Manual", "Paused", null)]
    [InlineData("NT5DS", "true", "Manual", "Start Pending", null)]
    [InlineData("NT5DS", "true", "Auto", "Stopped", false)]
    [InlineData("AllSync", "true", "Manual", "Stopped", null)]
    [InlineData("AllSync", "false", "Manual", "Stopped", true)]
    [InlineData("NTP", "true", "Manual", "Stopped", true)]
    [InlineData("NTP", "false", "Manual", "Stopped", true)]
    public void Who_follows_a_domain_has_a_service_that_runs_from_the_start_on(
        string type,
        string inDomain,
        string start,
        string state,
        bool? expected
    )
    {
        var snapshot = Snapshot(type, "ntp.town.example", inDomain, own: (state, start));
        Assert.Equal(expected, snapshot.Of<TimeSourceFact>().Single().SetsClock);
        if (expected is null && state != "Start Pending")
        {
            var gap = Assert.Single(snapshot.GapsIn<TimeSourceFact>(), gap => gap.Property == nameof(TimeSourceFact.SetsClock));
            Assert.Equal("root/cimv2:Win32_Service.Name=W32Time", gap.Source);
            Assert.Contains("root/cimv2:Win32_ComputerSystem.PartOfDomain", gap.Message);
        }
    }

    [Theory]
    [InlineData("NT5DS", "Running", "Auto", true)]
    [InlineData("NT5DS", "Stopped", "Disabled", false)]
    [InlineData("NT5DS", "Stopped", "Auto", false)]
    [InlineData("NT5DS", "Start Pending", "Auto", true)]
    [InlineData("NTP", "Stopped", "Disabled", true)]
    [InlineData("AllSync", "Stopped", "Disabled", true)]
    public void The_domain_is_found_by_Netlogon(string type, string state, string start, bool expected)
    {
        var clock = Clock(
            type,
            "ntp.town.example",
            services: $$""", { "Name": "Netlogon", "State": "{{state}}", "StartMode": "{{start}}" }"""
        );
        Assert.Equal(expected, clock.SetsClock);
        Assert.Equal(expected ? string.Empty : nameof(ClockReason.DomainNotFound), string.Join(" ", clock.NotSetBecause!));
    }

    [Fact]
    public void The_reason_says_why()
    {
        var finding = Evaluator
            .Evaluate(
                ShippedChecks.Baselines.First(each => each.Checks.Any(check => check.Id == "LOG-02")),
                Snapshot("NT5DS", string.Empty, "false")
            )
            .Single(each => each.CheckId == "LOG-02");
        Assert.Equal(Outcome.Fail, finding.Outcome);
        Assert.Equal(
            "the clock's source doesn't comply (expected: it sets the clock; found SetsClock=false, NotSetBecause=NotInDomain)",
            finding.ReasonText!.En
        );
    }

    private static TimeSourceFact Clock(
        string type,
        string servers,
        string inDomain = "true",
        string registry = "",
        string services = ""
    ) => Snapshot(type, servers, inDomain, registry, services).Of<TimeSourceFact>().Single();

    private static Snapshot Snapshot(
        string type,
        string servers,
        string inDomain = "true",
        string registry = "",
        string services = "",
        string failures = "",
        (string State, string Start)? own = null
    ) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "failures": { {{failures}} },
              "absent": [ {{(registry.Contains(Policies + "\\\\Parameters") ? null : $"\"registry:{Policies}\\\\Parameters\",")}} {{(
                registry.Contains(Policies + "\\\\TimeProviders") ? null : $"\"registry:{Policies}\\\\TimeProviders\\\\NtpClient\","
            )}} "root/none" ],
              "registry": { {{(registry.Length == 0 ? null : registry + ",")}}
                "{{Services}}\\Parameters": { "Type": { "type": "REG_SZ", "data": "{{type}}" }, "NtpServer": { "type": "REG_SZ", "data": "{{servers}}" } } },
              "instances": { "root/cimv2": {
                "Win32_ComputerSystem": [ { "Name": "PC-0123456789AB", "DNSHostName": "pc-0123456789abcde", "Domain": "town.example", "PartOfDomain": {{inDomain}} } ],
                "Win32_NetworkAdapterConfiguration": [ { "IPAddress": [ "10.1.2.3", "fe80::1%4" ] } ],
                "Win32_Service": [ { "Name": "W32Time", "State": "{{own?.State ?? "Running"}}", "StartMode": "{{own?.Start
                ?? "Auto"}}" } {{services}} ] } } }
            """
        );

    private static string Client(string place, long? enabled) =>
        $$""" "{{place}}\\TimeProviders\\NtpClient": { {{(enabled is null ? null : $$""" "Enabled": { "type": "REG_DWORD", "data": {{enabled}} } """)}} } """;
}
