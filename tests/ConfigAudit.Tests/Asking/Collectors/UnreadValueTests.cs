using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>A value that is there and can't be read isn't known; one that the host's platform doesn't have is judged by the
/// others.</summary>
public sealed class UnreadValueTests
{
    [Theory]
    [InlineData("987654321012")]
    [InlineData("-1")]
    [InlineData("\"maybe\"")]
    [InlineData("null")]
    public void A_number_that_is_no_age_leaves_the_age_of_definitions_unknown(string days)
    {
        var snapshot = Defender($"\"AntivirusSignatureAge\": {days}, \"AntivirusSignatureLastUpdated\": \"20261115183612.000000+000\"");
        Assert.Null(snapshot.Of<AntivirusFact>().Single().DefinitionAge);
        Assert.Contains(snapshot.GapsIn<AntivirusFact>(), gap => gap.Property == nameof(AntivirusFact.DefinitionAge));
    }

    [Theory]
    [InlineData("\"  \"", false)]
    [InlineData("987654321", false)]
    [InlineData("null", false)]
    [InlineData("\"20261115183612.000000+***\"", true)]
    public void A_day_that_is_none_leaves_it_unknown_and_one_without_an_offset_is_counted(string day, bool isKnown) =>
        Assert.Equal(
            isKnown,
            Defender($"\"AntivirusSignatureAge\": 0, \"AntivirusSignatureLastUpdated\": {day}").Of<AntivirusFact>().Single().DefinitionAge
                is not null
        );

    [Theory]
    [InlineData("\"IoavProtectionEnabled\": true", true)]
    [InlineData("\"IoavProtectionEnabled\": null", false)]
    [InlineData("\"OnAccessProtectionEnabled\": \"maybe\"", false)]
    [InlineData("\"AMRunningMode\": null", false)]
    [InlineData("\"AMRunningMode\": \"Normal\"", true)]
    [InlineData("\"ComputerID\": \"1\"", true)]
    public void A_part_of_Defender_that_is_told_has_to_say_on(string told, bool isOn)
    {
        var snapshot = Defender(told);
        Assert.Equal(isOn ? ProtectionState.On : null, snapshot.Of<AntivirusFact>().Single().State);
        Assert.Equal(!isOn, snapshot.GapsIn<AntivirusFact>().Any(gap => gap.Property == nameof(AntivirusFact.State)));
    }

    [Theory]
    [InlineData("\"DefenderSignaturesOutOfDate\": false", "397568", true)]
    [InlineData("\"ComputerID\": \"1\"", "397568", true)]
    [InlineData("\"DefenderSignaturesOutOfDate\": null", "397568", false)]
    [InlineData("\"DefenderSignaturesOutOfDate\": false", "null", false)]
    [InlineData("\"DefenderSignaturesOutOfDate\": false", "393472", true)]
    public void Definitions_are_current_where_nobody_who_speaks_of_them_is_unread(string told, string state, bool isKnown) =>
        Assert.Equal(isKnown ? true : null, Defender(told, state).Of<AntivirusFact>().Single().DefinitionsCurrent);

    [Theory]
    [InlineData("\"ProductType\": 1, \"OperatingSystemSKU\": 4", true)]
    [InlineData("\"ProductType\": 1, \"OperatingSystemSKU\": 0", true)]
    [InlineData("\"ProductType\": 1", true)]
    [InlineData("\"ProductType\": 1, \"OperatingSystemSKU\": null", false)]
    [InlineData("\"ProductType\": 1, \"OperatingSystemSKU\": \"maybe\"", false)]
    [InlineData("\"ProductType\": 1 }, { \"ProductType\": 1", true)]
    [InlineData("\"ProductType\": 1 }, { \"ProductType\": 0", false)]
    [InlineData("\"ProductType\": \"maybe\" }, { \"ProductType\": 1", false)]
    public void Client_or_server_takes_an_edition_that_can_be_read(string system, bool isKnown) =>
        Assert.Equal(
            isKnown ? HostKind.Client : null,
            Answering($"\"Win32_OperatingSystem\": [ {{ \"Version\": \"10.0.19045\", {system} }} ]").Of<OperatingSystemFact>().Single().Kind
        );

    [Fact]
    public void Two_versions_are_two_systems()
    {
        var snapshot = Answering(
            """
            "Win32_OperatingSystem": [ { "ProductType": 1, "Version": "10.0.19045", "BuildNumber": "19045" }, { "ProductType": 1, "Version": "6.3.9600", "BuildNumber": "19045" } ]
            """
        );
        Assert.Null(snapshot.Of<OperatingSystemFact>().Single().Build);
    }

    [Theory]
    [InlineData("\"S-1-5-21-1-2-3-500\"", false)]
    [InlineData("null", true)]
    [InlineData("\"  \"", true)]
    [InlineData("987654321", true)]
    public void An_account_without_a_SID_is_not_taken_for_the_administrator(string sid, bool isGap)
    {
        var snapshot = Answering(
            $"\"Win32_UserAccount\": [ {{ \"Name\": \"Administrator\", \"SID\": {sid}, \"LocalAccount\": true, \"Disabled\": true }} ]"
        );
        Assert.Equal(isGap, snapshot.Table.Set<AccountFact>().Unseen.Any(account => account.Rid == 500));
    }

    [Theory]
    [InlineData("6", true)]
    [InlineData("4294967295", true)]
    [InlineData("0", false)]
    [InlineData("null", false)]
    [InlineData("\"maybe\"", false)]
    [InlineData("987654321012", false)]
    public void A_volume_is_protected_by_a_method_that_can_be_read(string method, bool isOn)
    {
        var snapshot = Machine.Answering(
            $$"""
            { "instances": { "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [
                { "DriveLetter": "C:", "VolumeType": 0, "ProtectionStatus": 1, "ConversionStatus": 1, "EncryptionMethod": {{method}} } ] } } }
            """
        );
        Assert.Equal(isOn ? VolumeProtection.On : null, snapshot.Of<VolumeFact>().Single().Protection);
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("7", false)]
    [InlineData("987654321012", null)]
    public void A_status_that_no_adapter_has_doesnt_say_that_it_is_down(string status, bool? isUp) =>
        Assert.Equal(
            isUp,
            Answering($"\"Win32_NetworkAdapter\": [ {{ \"Index\": 1, \"NetConnectionID\": \"LAN\", \"NetConnectionStatus\": {status} }} ]")
                .Of<AdapterFact>()
                .Single()
                .IsUp
        );

    private static Snapshot Answering(string classes) => Machine.Answering($"{{ \"instances\": {{ \"root/cimv2\": {{ {classes} }} }} }}");

    /// <summary>A Defender that protects, by what every platform tells and its service.</summary>
    private static Snapshot Defender(string told, string state = "397568") =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": {
                "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ], "Win32_Service": [ { "Name": "WinDefend", "State": "Running", "StartMode": "Auto" } ], "Win32_SystemDriver": [] },
                "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "Windows Defender", "productState": {{state}} } ] },
                "root/Microsoft/Windows/Defender": { "MSFT_MpComputerStatus": [ { "AMServiceEnabled": true, "AntivirusEnabled": true, "RealTimeProtectionEnabled": true, {{told}} } ] } } }
            """
        );
}
