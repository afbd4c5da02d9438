using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.Asking.Collectors.Logging;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>What Windows says of itself in one place, held against what it says in another: neither is believed alone.</summary>
public sealed class WindowsContradictionTests
{
    private const string Firewall = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private const string FirewallPolicy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private const string Time = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";
    private const string TimePolicy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters";
    private const string Current = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
    private const string Variables = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\StateVariables";
    private const string SecurityLog = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\Security";

    [Theory]
    [InlineData("Running", "Auto", "Running", "Auto", true)]
    [InlineData("running", "manual", null, null, true)]
    [InlineData("Stopped", "Disabled", null, null, false)]
    [InlineData("Stopped", "Auto", null, null, false)]
    [InlineData("Running", "Disabled", null, null, false)]
    [InlineData("Paused", "Auto", null, null, false)]
    [InlineData("Running", "Auto", "Stopped", "Auto", false)]
    [InlineData("Running", "Auto", "Running", "Disabled", false)]
    [InlineData("Start Pending", "Auto", null, null, null)]
    [InlineData("Running", "", null, null, null)]
    [InlineData("実行中", "Auto", null, null, null)]
    [InlineData("Running", "Auto", "", "Auto", null)]
    [InlineData(null, null, "Running", "Auto", null)]
    public void A_firewall_that_is_set_on_is_on_while_its_services_work(
        string? state,
        string? start,
        string? engine,
        string? engineStart,
        bool? expected
    )
    {
        var profiles = Profiles(
            string.Join(", ", new[] { Service("mpssvc", state, start), Service("BFE", engine, engineStart) }.Where(row => row.Length > 0))
        );
        Assert.Equal(3, profiles.Of<FirewallProfileFact>().Length);
        Assert.All(
            profiles.Of<FirewallProfileFact>(),
            profile => Assert.Equal((true, expected, expected), (profile.IsSetOn, profile.ServiceWorks, profile.Enabled))
        );
        Assert.Equal(
            expected is null,
            profiles
                .GapsIn<FirewallProfileFact>()
                .Any(gap => gap.Property == nameof(FirewallProfileFact.Enabled) && gap.Source.Contains("Win32_Service"))
        );
    }

    /// <summary>A row that says "Running", and beside it that nothing runs.</summary>
    [Theory]
    [InlineData("\"Started\": false")]
    [InlineData("\"ProcessId\": 0")]
    [InlineData("\"Status\": \"Error\"")]
    public void A_service_that_runs_by_one_word_alone_does_not_make_a_firewall(string other)
    {
        var snapshot = Profiles(
            Service("mpssvc", "Running", "Auto").Replace("\"Running\"", $"\"Running\", {other}") + ", " + Service("BFE", "Running", "Auto")
        );
        Assert.All(snapshot.Of<FirewallProfileFact>(), profile => Assert.Null(profile.Enabled));
        Assert.Contains(
            snapshot.GapsIn<FirewallProfileFact>(),
            gap => gap.Message.Contains("Running") && gap.Message.Contains(other.Split('"')[1])
        );
    }

    [Fact]
    public void Two_states_of_one_service_are_none() =>
        Assert.All(
            Profiles(Service("mpssvc", "Running", "Auto") + ", " + Service("MpsSvc", "Stopped", "Auto")).Of<FirewallProfileFact>(),
            profile => Assert.Null(profile.Enabled)
        );

    [Fact]
    public void Services_that_may_not_be_listed_leave_it_open_and_a_setting_that_is_off_decides_all_the_same()
    {
        const string Denied = """ "failures": { "root/cimv2:Win32_Service": "denied" }, """;
        Assert.All(Profiles(string.Empty, Denied).Of<FirewallProfileFact>(), profile => Assert.Null(profile.Enabled));
        Assert.All(Profiles(string.Empty, Denied, 0).Of<FirewallProfileFact>(), profile => Assert.False(profile.Enabled));
    }

    [Fact]
    public void A_switch_of_the_firewall_that_is_neither_0_nor_1_is_not_some_truth() =>
        Assert.All(
            Profiles(Service("mpssvc", "Running", "Auto"), "", 2).Of<FirewallProfileFact>(),
            profile => Assert.Null(profile.Enabled)
        );

    [Fact]
    public void Two_policies_for_one_profile_that_contradict_each_other_leave_it_open()
    {
        var profile = Machine
            .Answering(
                $$"""
                { "instances": { "root/cimv2": { "Win32_Service": [ {{Service(
                    "mpssvc",
                    "Running",
                    "Auto"
                )}} ] } }, "registry": { "{{FirewallPolicy}}": {},
                  "{{FirewallPolicy}}\\PrivateProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 } }, "{{FirewallPolicy}}\\StandardProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 0 } } } }
                """
            )
            .Of<FirewallProfileFact>()
            .Single(each => each.Profile == FirewallProfile.Private);
        Assert.Null(profile.IsSetOn);
        Assert.Null(profile.Enabled);
    }

    [Theory]
    [InlineData("NT5DS", "", "Running", "Auto", true)]
    [InlineData("NT5DS", "", "Stopped", "Manual", null)]
    [InlineData("NTP", "ntp.town.example,0x9", "Stopped", "Manual", true)]
    [InlineData("NT5DS", "", "Stopped", "Disabled", false)]
    [InlineData("NTP", "ntp.town.example,0x9", "Running", "Disabled", false)]
    [InlineData("NTP", " \u3000 ", "Running", "Auto", false)]
    [InlineData("NoSync", "ntp.town.example", "Running", "Auto", false)]
    [InlineData("AllSync", "", "Running", "Auto", true)]
    [InlineData("PTP", "", "Running", "Auto", null)]
    [InlineData("NT5DS", "", "Running", null, null)]
    [InlineData("NT5DS", "", null, null, null)]
    public void A_source_sets_the_clock_unless_the_service_is_disabled(
        string type,
        string servers,
        string? state,
        string? start,
        bool? expected
    )
    {
        var snapshot = Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_ComputerSystem": [ { "PartOfDomain": true } ], "Win32_Service": [ {{Service(
                "W32Time",
                state,
                start
            )}} ] } }, "absent": [ "registry:{{TimePolicy}}" ],
              "registry": { "{{Time}}": { "Type": { "type": "REG_SZ", "data": "{{type}}" }, "NtpServer": { "type": "REG_SZ", "data": "{{servers}}" } } } }
            """
        );
        Assert.Equal(expected, snapshot.Of<TimeSourceFact>().Single().SetsClock);
        Assert.Equal(expected is null, snapshot.GapsIn<TimeSourceFact>().Any(gap => gap.Property == nameof(TimeSourceFact.SetsClock)));
    }

    [Theory]
    [InlineData(1, "1", 6, VolumeProtection.On)]
    [InlineData(1, "0", 0, null)]
    [InlineData(1, "0", 6, null)]
    [InlineData(1, "1", 0, null)]
    [InlineData(1, "2", 6, null)]
    [InlineData(1, "3", 6, null)]
    [InlineData(1, "5", 6, null)]
    [InlineData(1, "null", 6, null)]
    [InlineData(1, "99", 6, null)]
    [InlineData(0, "1", 6, VolumeProtection.Off)]
    [InlineData(0, "0", 0, VolumeProtection.Off)]
    public void A_status_that_is_kept_from_earlier_protects_no_disk_that_is_not_encrypted(
        int status,
        string conversion,
        int method,
        VolumeProtection? expected
    )
    {
        var snapshot = Volumes(
            $$"""{ "DriveLetter": "C:", "VolumeType": 0, "ProtectionStatus": {{status}}, "ConversionStatus": {{conversion}}, "EncryptionMethod": {{method}} }"""
        );
        Assert.Equal(expected, snapshot.Of<VolumeFact>().Single().Protection);
        Assert.Equal(expected is null, snapshot.GapsIn<VolumeFact>().Any(gap => gap.Property == nameof(VolumeFact.Protection)));
    }

    [Fact]
    public void Both_sides_of_the_contradiction_stand_in_the_reason() =>
        Assert.Contains(
            Volumes("""{ "VolumeType": 0, "ProtectionStatus": 1, "ConversionStatus": 0 }""").GapsIn<VolumeFact>(),
            gap => gap.Message.Contains("ProtectionStatus is 1") && gap.Message.Contains("ConversionStatus is 0")
        );

    [Theory]
    [InlineData(null, true)]
    [InlineData("RebootInProgress", true)]
    [InlineData("PackagesPending", true)]
    public void A_restart_that_is_known_in_one_place_alone_is_pending(string? key, bool expected) =>
        Assert.Equal(
            expected,
            Restart(
                key is null
                    ? $$""" "registry": { "{{Variables}}": { "RebootRequired": { "type": "REG_DWORD", "data": 1 } } } """
                    : $$""" "registry": { "{{Current}}\\Component Based Servicing\\{{key}}": {} } """
            )
        );

    [Theory]
    [InlineData(""" "recordedAt": "2026-11-01T00:00:00Z" """, false)]
    [InlineData(
        """ "failures": { "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\StateVariables": "denied" } """,
        null
    )]
    [InlineData(
        """ "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\StateVariables": { "RebootRequired": { "type": "REG_DWORD", "data": 0 } } } """,
        false
    )]
    [InlineData(
        """ "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\StateVariables": { "RebootRequired": { "type": "REG_DWORD", "data": 7 } } } """,
        null
    )]
    public void A_place_that_can_only_contradict_must_not_be_refused_and_may_be_unrecorded(string members, bool? expected) =>
        Assert.Equal(expected, Restart(members));

    [Theory]
    [InlineData(1, 48L, HostKind.Client)]
    [InlineData(3, 7L, HostKind.Server)]
    [InlineData(2, 8L, HostKind.DomainController)]
    [InlineData(3, 175L, HostKind.Client)]
    [InlineData(1, 175L, HostKind.Client)]
    [InlineData(2, 175L, null)]
    [InlineData(1, 7L, null)]
    [InlineData(3, 4L, null)]
    [InlineData(3, 0L, HostKind.Server)]
    [InlineData(3, 99999L, HostKind.Server)]
    [InlineData(9, 48L, null)]
    public void Client_or_server_is_what_the_product_type_and_the_edition_agree_on(int type, long sku, HostKind? expected)
    {
        var snapshot = Systems($$"""{ "BuildNumber": "26100", "ProductType": {{type}}, "OperatingSystemSKU": {{sku}} }""");
        Assert.Equal(expected, snapshot.Of<OperatingSystemFact>().Single().Kind);
        Assert.Equal(expected is null, snapshot.GapsIn<OperatingSystemFact>().Any(gap => gap.Property == nameof(OperatingSystemFact.Kind)));
    }

    [Theory]
    [InlineData("2026-11-16", "26100", SupportStatus.Supported)]
    [InlineData("2027-10-12", "26100", SupportStatus.Supported)]
    [InlineData("2027-10-13", "26100", SupportStatus.Ended)]
    [InlineData("2027-11-16", "26100", SupportStatus.Ended)]
    [InlineData("2026-11-16", "22621", SupportStatus.Ended)]
    public void Enterprise_multi_session_is_a_client_with_the_dates_of_Enterprise(string day, string build, SupportStatus expected)
    {
        var snapshot = Systems($$"""{ "BuildNumber": "{{build}}", "ProductType": 3, "OperatingSystemSKU": 175 }""", day);
        Assert.Equal(
            (HostKind.Client, expected, HostRole.Client),
            (snapshot.Of<OperatingSystemFact>().Single().Kind, snapshot.Of<OperatingSystemFact>().Single().Support, snapshot.Role)
        );
    }

    [Fact]
    public void A_server_without_an_edition_may_be_multi_session_where_both_have_the_build()
    {
        Assert.Null(Systems("""{ "BuildNumber": "26100", "ProductType": 3 }""").Of<OperatingSystemFact>().Single().Support);
        Assert.Equal(
            SupportStatus.Supported,
            Systems("""{ "BuildNumber": "20348", "ProductType": 3 }""").Of<OperatingSystemFact>().Single().Support
        );
    }

    [Fact]
    public void A_build_that_its_own_version_contradicts_is_not_known() =>
        Assert.Null(
            Systems("""{ "Version": "10.0.19045", "BuildNumber": "26200", "ProductType": 1, "OperatingSystemSKU": 48 }""")
                .Of<OperatingSystemFact>()
                .Single()
                .Build
        );

    [Fact]
    public void A_second_instance_that_contradicts_the_first_leaves_what_they_differ_in_unknown_and_the_rest_as_it_is()
    {
        var snapshot = Systems(
            """
            { "Caption": "Microsoft Windows 11 Pro", "BuildNumber": "26200", "ProductType": 1, "OperatingSystemSKU": 48 }, { "Caption": "Microsoft Windows 11 Pro", "BuildNumber": "10240", "ProductType": 1, "OperatingSystemSKU": 48 }
            """
        );
        var system = snapshot.Of<OperatingSystemFact>().Single();
        Assert.Equal(("Microsoft Windows 11 Pro", HostKind.Client, null, null), (system.Name, system.Kind, system.Build, system.Support));
        Assert.Contains(
            snapshot.GapsIn<OperatingSystemFact>(),
            gap => gap.Property == nameof(OperatingSystemFact.Support) && gap.Message.Contains("26200 and 10240")
        );
    }

    [Fact]
    public void Two_TPMs_two_device_guards_and_two_computers_are_none()
    {
        var snapshot = Machine.Answering(
            """
            { "instances": {
              "root/cimv2/Security/MicrosoftTpm": { "Win32_Tpm": [ { "IsEnabled_InitialValue": true, "SpecVersion": "2.0, 0, 1.38" }, { "IsEnabled_InitialValue": false, "SpecVersion": "2.0, 0, 1.38" } ] },
              "root/Microsoft/Windows/DeviceGuard": { "Win32_DeviceGuard": [
                { "SecurityServicesRunning": [1, 2], "VirtualizationBasedSecurityStatus": 2 }, { "SecurityServicesRunning": [0], "VirtualizationBasedSecurityStatus": 2 } ] },
              "root/cimv2": { "Win32_ComputerSystem": [ { "Name": "A", "Domain": "town.example" }, { "Name": "B", "Domain": "town.example" } ] } } }
            """
        );
        var device = snapshot.Of<DeviceFact>().Single();
        Assert.Equal(
            (true, null, VirtualizationSecurity.Running, null),
            (device.TpmPresent, device.TpmEnabled, device.VirtualizationSecurity, device.CredentialGuard)
        );
        Assert.NotNull(device.TpmVersion);
        Assert.Equal((null, "town.example"), (snapshot.HostName, snapshot.Of<HostFact>().Single().Domain));
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("1", null)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    public void What_lives_in_virtualization_based_security_runs_while_that_does(string status, bool? expected)
    {
        var snapshot = Machine.Answering(
            $$"""{ "instances": { "root/Microsoft/Windows/DeviceGuard": { "Win32_DeviceGuard": [ { "SecurityServicesRunning": [1], "VirtualizationBasedSecurityStatus": {{status}} } ] } } }"""
        );
        Assert.Equal(expected, snapshot.Of<DeviceFact>().Single().CredentialGuard);
    }

    [Theory]
    [InlineData("{}", 268435456L)]
    [InlineData("""{ "MaxSize": { "type": "REG_DWORD", "data": 262144 } }""", 268435456L)]
    [InlineData("""{ "MaxSize": { "type": "REG_DWORD", "data": 524288 } }""", 268435456L)]
    [InlineData("""{ "MaxSize": { "type": "REG_DWORD", "data": 20480 } }""", null)]
    [InlineData("""{ "MaxSize": { "type": "REG_QWORD", "data": 9223372036854775807 } }""", null)]
    public void A_log_that_policy_holds_smaller_is_not_as_large_as_it_says(string policy, long? expected) =>
        Assert.Equal(
            expected,
            Machine
                .Answering(
                    $$"""
                    { "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ { "LogfileName": "Security", "MaxFileSize": 268435456, "FileSize": 1 } ] } }, "registry": { "{{SecurityLog}}": {{policy}} } }
                    """
                )
                .Of<EventLogFact>()
                .Single()
                .MaxSize
        );

    private static Snapshot Profiles(string services, string members = "", int set = 1)
    {
        var on = $$"""{ "EnableFirewall": { "type": "REG_DWORD", "data": {{set}} } }""";
        return Machine.Answering(
            $$"""
            { {{members}} "instances": { "root/cimv2": { "Win32_Service": [ {{services}} ] } }, "registry": { "{{FirewallPolicy}}": {},
              "{{Firewall}}\\DomainProfile": {{on}}, "{{Firewall}}\\StandardProfile": {{on}}, "{{Firewall}}\\PublicProfile": {{on}} } }
            """
        );
    }

    private static string Service(string name, string? state, string? start) =>
        state is null && start is null
            ? string.Empty
            : $$"""{ "Name": "{{name}}", "State": "{{state}}", "StartMode": {{(start is null ? "null" : $"\"{start}\"")}} }""";

    private static Snapshot Volumes(string rows) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "BuildNumber": "26100", "ProductType": 1 } ] }, "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [ {{rows}} ] } } }
            """
        );

    private static bool? Restart(string members) =>
        Machine
            .Answering(
                $$"""
                { "instances": {}, "absent": [ "registry:{{Current}}\\Component Based Servicing\\RebootPending", "registry:{{Current}}\\WindowsUpdate\\Auto Update\\RebootRequired" ], {{members}} }
                """
            )
            .Of<UpdateStatusFact>()
            .Single()
            .RebootPending;

    private static Snapshot Systems(string rows, string day = "2026-11-16") =>
        Machine.Answering(
            $$"""{ "recordedAt": "{{day}}T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ {{rows}} ] } } }"""
        );
}
