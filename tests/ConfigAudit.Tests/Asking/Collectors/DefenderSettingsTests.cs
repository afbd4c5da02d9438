using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>How Microsoft Defender is set, and who may change it.</summary>
public sealed class DefenderSettingsTests
{
    private const string Namespace = "root/Microsoft/Windows/Defender";
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender";

    private static readonly string[] Keys = { "", @"\\Real-Time Protection", @"\\Scan", @"\\Spynet", @"\\Quarantine", @"\\Remediation" };

    [Fact]
    public void Policies_that_are_not_there_switch_nothing_off_and_let_nobody_override()
    {
        var settings = Settings();
        Assert.Empty(settings.DisabledByPolicy!);
        Assert.Empty(settings.LocalOverrides!);
        Assert.True(settings.SettingsAreCentral);
    }

    [Fact]
    public void A_local_override_takes_the_settings_out_of_central_hands()
    {
        var settings = Settings(registry: Key("Scan", "LocalSettingOverrideScheduleDay", 1));
        Assert.Equal(new[] { "LocalSettingOverrideScheduleDay" }, settings.LocalOverrides);
        Assert.False(settings.SettingsAreCentral);
    }

    [Fact]
    public void An_override_that_is_0_is_none() =>
        Assert.Empty(Settings(registry: Key("Real-Time Protection", "LocalSettingOverrideDisableBehaviorMonitoring", 0)).LocalOverrides!);

    [Fact]
    public void What_policy_switches_off_is_named() =>
        Assert.Equal(
            new[] { "DisableBehaviorMonitoring" },
            Settings(registry: Key("Real-Time Protection", "DisableBehaviorMonitoring", 1)).DisabledByPolicy
        );

    [Fact]
    public void A_policy_key_that_was_not_recorded_is_not_known_to_be_empty()
    {
        var snapshot = Snapshot(status: Status(), absent: false);
        var settings = snapshot.Of<DefenderSettingsFact>().Single();
        Assert.Null(settings.LocalOverrides);
        Assert.Null(settings.DisabledByPolicy);
        Assert.Null(settings.SettingsAreCentral);
        Assert.Contains(
            snapshot.GapsIn<DefenderSettingsFact>(),
            gap => gap.Property == nameof(DefenderSettingsFact.LocalOverrides) && gap.Kind == GapKind.NotRecorded
        );
    }

    [Fact]
    public void Without_tamper_protection_the_settings_are_not_in_central_hands() =>
        Assert.False(Settings(status: Status(tamper: "false")).SettingsAreCentral);

    [Fact]
    public void A_build_that_does_not_tell_of_tamper_protection_leaves_the_question_open()
    {
        var settings = Settings(status: """ { "AMRunningMode": "Normal" } """);
        Assert.Null(settings.TamperProtection);
        Assert.Null(settings.SettingsAreCentral);
    }

    [Theory]
    [InlineData("Normal", true)]
    [InlineData("Passive Mode", false)]
    [InlineData("EDR Block Mode", false)]
    public void Passive_mode_is_another_products_turn(string mode, bool active) =>
        Assert.Equal(active, Settings(status: Status(mode)).IsActive);

    [Fact]
    public void A_Defender_that_hangs_beside_another_product_is_known_to_be_off_by_the_Security_Center()
    {
        var snapshot = Snapshot(
            center: """ { "displayName": "Windows Defender", "productState": "393472" } """,
            failures: $$""" "{{Namespace}}": "timeout" """
        );
        Assert.False(snapshot.Of<DefenderSettingsFact>().Single().IsActive);
    }

    [Fact]
    public void A_namespace_that_is_not_there_says_nothing_of_the_settings()
    {
        var snapshot = Snapshot(absentNamespace: true);
        var settings = snapshot.Of<DefenderSettingsFact>().Single();
        Assert.Null(settings.IsActive);
        Assert.Null(settings.TamperProtection);
        Assert.Null(settings.ExclusionCount);
        Assert.Empty(settings.LocalOverrides!);
        Assert.Contains(
            snapshot.GapsIn<DefenderSettingsFact>(),
            gap => gap.Property == nameof(DefenderSettingsFact.IsActive) && gap.Kind == GapKind.NotPresent
        );
    }

    [Fact]
    public void Exclusions_are_counted_and_a_single_one_over_WS_Management_is_one() =>
        Assert.Equal(
            3,
            Settings(
                preference: """ { "ExclusionPath": "C:\\App", "ExclusionExtension": [ "mdf", "ldf" ], "ExclusionProcess": null } """
            ).ExclusionCount
        );

    [Fact]
    public void No_exclusions_are_none() =>
        Assert.Equal(0, Settings(preference: """ { "ExclusionPath": null, "ExclusionExtension": null } """).ExclusionCount);

    [Theory]
    [InlineData("N/A: Must be an administrator to view exclusions")]
    [InlineData("N/A: Must be and administrator to view exclusions")]
    public void Exclusions_that_are_hidden_are_not_one_exclusion(string text)
    {
        var snapshot = Snapshot(preference: $$""" { "ExclusionPath": [ "{{text}}" ] } """);
        Assert.Null(snapshot.Of<DefenderSettingsFact>().Single().ExclusionCount);
        Assert.Contains(
            snapshot.GapsIn<DefenderSettingsFact>(),
            gap => gap.Property == nameof(DefenderSettingsFact.ExclusionCount) && gap.Kind == GapKind.Denied
        );
    }

    [Fact]
    public void Local_exclusions_are_kept_out_by_policy_or_by_what_device_management_set()
    {
        Assert.False(Settings(registry: Key(null, "DisableLocalAdminMerge", 1)).LocalAdminMerge);
        Assert.False(Settings(preference: """ { "DisableLocalAdminMerge": "true" } """).LocalAdminMerge);
        Assert.True(Settings(preference: """ { "DisableLocalAdminMerge": false } """).LocalAdminMerge);
        Assert.Null(Settings(preference: """ { "ExclusionPath": null } """).LocalAdminMerge);
    }

    [Fact]
    public void Preferences_are_read_as_text_too()
    {
        var settings = Settings(preference: """ { "DisableRealtimeMonitoring": "FALSE", "DisableBehaviorMonitoring": "true" } """);
        Assert.True(settings.RealTimeMonitoring);
        Assert.False(settings.BehaviorMonitoring);
    }

    [Fact]
    public void A_Defender_that_was_denied_has_gaps_that_say_so()
    {
        var snapshot = Snapshot(failures: $$""" "{{Namespace}}": "denied" """);
        Assert.Contains(
            snapshot.GapsIn<DefenderSettingsFact>(),
            gap => gap.Property == nameof(DefenderSettingsFact.BehaviorMonitoring) && gap.Kind == GapKind.Denied
        );
    }

    [NeedsFact("shared/recorded")]
    public void Of_a_recorded_server_the_settings_are_those_it_told()
    {
        var folder = Machine.SharedRecordings!;
        foreach (
            var path in new[] { "ws2022-en-composite-01.json", "frag-defender-off-by-policy-01.json" }
                .Select(name => Path.Combine(folder, name))
                .Where(File.Exists)
        )
        {
            var settings = Machine.Recorded(path).Of<DefenderSettingsFact>().Single();
            Assert.NotNull(settings.IsActive);
            Assert.NotNull(settings.TamperProtection);
            Assert.Null(settings.ExclusionCount);
        }
    }

    private static string Status(string mode = "Normal", string tamper = "true") =>
        $$""" { "AMRunningMode": "{{mode}}", "IsTamperProtected": {{tamper}} } """;

    private static string Key(string? key, string value, int data) =>
        $$""" "{{Policy}}{{(key is null ? null : @"\\" + key)}}": { "{{value}}": { "type": "REG_DWORD", "data": {{data}} } } """;

    private static DefenderSettingsFact Settings(string? status = null, string? preference = null, string registry = "") =>
        Snapshot(status: status ?? Status(), preference: preference, registry: registry).Of<DefenderSettingsFact>().Single();

    private static Snapshot Snapshot(
        string? status = null,
        string? preference = null,
        string registry = "",
        string? center = null,
        string failures = "",
        bool absent = true,
        bool absentNamespace = false
    )
    {
        var gone = absent
            ? Keys.Select(key => $"\"registry:{Policy}{key}\"").Where(key => registry.Length == 0 || !registry.Contains(key.Substring(10)))
            : Array.Empty<string>();
        var namespaces = absentNamespace ? new[] { $"\"{Namespace}\"" } : Array.Empty<string>();
        var classes = new[]
        {
            status is null ? null : $"\"MSFT_MpComputerStatus\": [ {status} ]",
            preference is null ? null : $"\"MSFT_MpPreference\": [ {preference} ]",
        };
        return Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ], "Win32_Service": [] },
                "root/SecurityCenter2": { "AntiVirusProduct": [ {{center}} ] }
                {{(
                classes.Any(each => each is not null)
                    ? $", \"{Namespace}\": {{ {string.Join(", ", classes.Where(each => each is not null))} }}"
                    : null
            )}} },
              "registry": { {{registry}} }, "absent": [ {{string.Join(", ", gone.Concat(namespaces))}} ], "failures": { {{failures}} } }
            """
        );
    }
}
