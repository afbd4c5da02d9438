using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Antivirus and EDR products, from what a machine answers.</summary>
public sealed class AntivirusTests
{
    private const string Client = """ "Win32_OperatingSystem": [ { "ProductType": 1 } ] """;
    private const string Server = """ "Win32_OperatingSystem": [ { "ProductType": 3 } ] """;

    [Fact]
    public void Defender_is_one_product_though_two_classes_tell_of_it()
    {
        var fact = Assert.Single(
            Products(
                Client,
                """ "Win32_Service": [ { "Name": "WinDefend", "State": "Running", "StartMode": "Auto" } ] """,
                Center("Windows Defender", 397568),
                Defender()
            )
        );
        Assert.Equal(ProtectionState.On, fact.State);
        Assert.Equal(DetectionKind.PatternAndBehavior, fact.Detection);
        Assert.True(fact.BehaviorMonitoring);
        Assert.Equal(new Version(1, 423, 336, 0), fact.DefinitionVersion);
        Assert.Equal(TimeSpan.FromHours(36), fact.DefinitionAge);
    }

    [Fact]
    public void Defender_with_real_time_protection_off_is_off_whatever_the_Security_Center_says()
    {
        var fact = Assert.Single(Products(Client, NoServices, Center("Windows Defender", 397568), Defender(realTime: "false")));
        Assert.Equal(ProtectionState.Off, fact.State);
    }

    [Fact]
    public void An_age_is_counted_to_the_moment_of_the_snapshot_and_not_to_now() =>
        Assert.Equal(
            TimeSpan.FromHours(36),
            Assert.Single(Products(Client, NoServices, Center("Windows Defender", 397568), Defender())).DefinitionAge
        );

    [Fact]
    public void Without_an_offset_the_age_is_the_one_that_the_host_counted()
    {
        var fact = Assert.Single(
            Products(Client, NoServices, Center("Windows Defender", 397568), Defender(updated: "20250311015218.000000+***", age: 2))
        );
        Assert.Equal(TimeSpan.FromDays(2), fact.DefinitionAge);
        Assert.Null(fact.DefinitionUpdatedAt);
    }

    [Fact]
    public void Definitions_that_never_were_have_no_age() =>
        Assert.Null(
            Assert
                .Single(
                    Products(
                        Client,
                        NoServices,
                        Center("Windows Defender", 397568),
                        Defender(updated: "16010101000000.000000+000", age: 65535)
                    )
                )
                .DefinitionAge
        );

    [Fact]
    public void Definitions_dated_long_after_the_snapshot_have_no_age_and_a_gap_says_why()
    {
        var snapshot = Snapshot(Client, NoServices, Center("Windows Defender", 397568), Defender(updated: "20250411015218.000000+000"));
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionAge);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap => gap.Property == nameof(AntivirusFact.DefinitionAge) && gap.Kind == GapKind.Unusable
        );
    }

    [Fact]
    public void An_old_platform_that_lacks_a_property_leaves_it_unknown_and_not_false() =>
        Assert.Null(Assert.Single(Products(Client, NoServices, Center("Windows Defender", 397568), Defender())).TamperProtection);

    [Fact]
    public void A_server_has_no_Security_Center_which_is_not_no_antivirus()
    {
        var snapshot = Snapshot(Server, NoServices, null, null, absent: """ "root/SecurityCenter2", "root/Microsoft/Windows/Defender" """);
        Assert.Empty(snapshot.Of<AntivirusFact>());
        Assert.Contains(snapshot.GapsIn<AntivirusFact>(), gap => gap.Property is null && gap.Kind == GapKind.NotSupported);
    }

    [Fact]
    public void A_product_of_the_catalogue_is_found_on_a_server_by_its_service()
    {
        var fact = Assert.Single(
            Products(
                Server,
                """ "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "Auto" } ] """,
                null,
                null,
                absent: """ "root/Microsoft/Windows/Defender" """
            )
        );
        Assert.Equal(ProtectionState.On, fact.State);
        Assert.Equal(DetectionKind.Behavior, fact.Detection);
        Assert.True(fact.BehaviorMonitoring);
    }

    /// <summary>It asks a model: nothing of it grows old like definitions, and whether it watches behaviour only its console
    /// tells.</summary>
    [Fact]
    public void A_product_that_asks_a_model_has_neither_definitions_nor_a_behaviour_that_is_known()
    {
        var fact = Assert.Single(
            Products(
                Server,
                """ "Win32_Service": [ { "Name": "CylanceSvc", "State": "Running", "StartMode": "Auto" } ] """,
                null,
                null,
                absent: """ "root/Microsoft/Windows/Defender" """
            )
        );
        Assert.Equal((ProtectionState.On, DetectionKind.Model), (fact.State, fact.Detection));
        Assert.Equal((false, false), (fact.UsesDefinitions, fact.TellsCurrent));
        Assert.Null(fact.BehaviorMonitoring);
    }

    /// <summary>397312 is on and current, 397328 on and not (bits 4–7 of productState).</summary>
    [Theory]
    [InlineData(397312, true)]
    [InlineData(397328, false)]
    public void What_it_tells_the_Security_Center_of_its_being_current_counts_all_the_same(long state, bool isCurrent)
    {
        var fact = Products(
                Client,
                """ "Win32_Service": [ { "Name": "CylanceSvc", "State": "Running", "StartMode": "Auto" } ] """,
                Center("CylancePROTECT", state),
                null,
                absent: """ "root/Microsoft/Windows/Defender" """
            )
            .Single(each => each.Product == "CylancePROTECT");
        Assert.Equal((false, true, isCurrent), (fact.UsesDefinitions, fact.TellsCurrent, fact.DefinitionsCurrent));
    }

    [Fact]
    public void A_stopped_service_is_a_product_that_is_off() =>
        Assert.Equal(
            ProtectionState.Off,
            Assert
                .Single(
                    Products(
                        Server,
                        """ "Win32_Service": [ { "Name": "CSFalconService", "State": "Stopped", "StartMode": "Auto" } ] """,
                        null,
                        null,
                        absent: """ "root/Microsoft/Windows/Defender" """
                    )
                )
                .State
        );

    [Fact]
    public void A_registration_that_outlived_its_program_is_not_believed()
    {
        var snapshot = Snapshot(
            Client,
            NoServices,
            Center("CrowdStrike Falcon Sensor", 266240),
            null,
            absent: """ "root/Microsoft/Windows/Defender" """
        );
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).State);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap => gap.Property == nameof(AntivirusFact.State) && gap.Message.Contains("stale")
        );
    }

    [Fact]
    public void Of_another_vendors_product_the_Security_Center_doesnt_tell_the_age()
    {
        var snapshot = Snapshot(
            Client,
            NoServices,
            Center("Somebody's Shield", 266240),
            null,
            absent: """ "root/Microsoft/Windows/Defender" """
        );
        var fact = Assert.Single(snapshot.Of<AntivirusFact>());
        Assert.Equal(ProtectionState.On, fact.RegisteredState);
        Assert.True(fact.DefinitionsCurrent);
        Assert.Null(fact.DefinitionAge);
        Assert.Contains(snapshot.GapsIn<AntivirusFact>(), gap => gap.Property == nameof(AntivirusFact.DefinitionAge));
    }

    [Theory]
    [InlineData("denied", GapKind.Denied)]
    [InlineData("timeout", GapKind.Timeout)]
    public void A_Defender_that_could_not_be_asked_leaves_room_for_one(string failure, object kind)
    {
        var snapshot = Snapshot(
            Client,
            NoServices,
            """ "AntiVirusProduct": [] """,
            null,
            failures: $$""" "root/Microsoft/Windows/Defender": "{{failure}}" """
        );
        Assert.Contains(snapshot.GapsIn<AntivirusFact>(), gap => gap.Property is null && Equals(gap.Kind, kind));
    }

    [Fact]
    public void What_was_denied_is_the_reason_and_not_what_is_true_of_other_products()
    {
        var snapshot = Snapshot(
            Client,
            NoServices,
            Center("Windows Defender", 397568),
            null,
            failures: """ "root/Microsoft/Windows/Defender": "denied" """
        );
        Assert.Equal(
            GapKind.Denied,
            snapshot.GapsIn<AntivirusFact>().First(gap => gap.Property == nameof(AntivirusFact.DefinitionAge)).Kind
        );
    }

    [Fact]
    public void The_time_of_the_report_is_read_from_its_RFC_1123_text() =>
        Assert.Equal(
            new DateTimeOffset(2025, 3, 12, 12, 40, 10, TimeSpan.Zero),
            Assert
                .Single(
                    Products(
                        Client,
                        NoServices,
                        """ "AntiVirusProduct": [ { "displayName": "X", "productState": 266240, "timestamp": "Wed, 12 Mar 2025 12:40:10 GMT" } ] """,
                        null
                    )
                )
                .ReportedAt
        );

    [Theory]
    [InlineData("Auto", "false", true, false)]
    [InlineData("Manual", "\"TRUE\"", false, true)]
    public void A_sensor_that_starts_by_itself_and_takes_no_order_to_stop(string mode, string stop, bool starts, bool stops)
    {
        var fact = Assert.Single(
            Products(
                Server,
                $$""" "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "{{mode}}", "AcceptStop": {{stop}} } ] """,
                null,
                null,
                absent: """ "root/Microsoft/Windows/Defender" """
            )
        );
        Assert.Equal(starts, fact.StartsAutomatically);
        Assert.Equal(stops, fact.CanBeStopped);
    }

    [Fact]
    public void A_service_that_does_not_run_takes_no_orders_which_is_not_that_it_cannot_be_stopped()
    {
        var snapshot = Snapshot(
            Server,
            """ "Win32_Service": [ { "Name": "CSFalconService", "State": "Stopped", "StartMode": "Auto", "AcceptStop": false } ] """,
            null,
            null,
            absent: """ "root/Microsoft/Windows/Defender" """
        );
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).CanBeStopped);
        Assert.Contains(snapshot.GapsIn<AntivirusFact>(), gap => gap.Property == nameof(AntivirusFact.CanBeStopped));
    }

    [Fact]
    public void A_registered_product_is_told_of_by_its_service_too() =>
        Assert.False(
            Assert
                .Single(
                    Products(
                        Client,
                        """ "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "Auto", "AcceptStop": false } ] """,
                        Center("CrowdStrike Falcon Sensor", 266240),
                        null,
                        absent: """ "root/Microsoft/Windows/Defender" """
                    )
                )
                .CanBeStopped
        );

    [Fact]
    public void A_product_without_a_service_in_the_catalogue_has_no_start_mode()
    {
        var fact = Assert.Single(
            Products(Client, NoServices, Center("Somebody's Shield", 266240), null, absent: """ "root/Microsoft/Windows/Defender" """)
        );
        Assert.Null(fact.StartsAutomatically);
        Assert.Null(fact.CanBeStopped);
    }

    [Fact]
    public void A_host_that_is_onboarded_has_Defender_for_Endpoint()
    {
        var fact = Assert.Single(
            Endpoint("Running", """ { "OnboardingState": { "type": "REG_DWORD", "data": 1 } } """).Of<AntivirusFact>()
        );
        Assert.Equal("Microsoft Defender for Endpoint", fact.Product);
        Assert.Equal(DetectionKind.Behavior, fact.Detection);
        Assert.Equal(ProtectionState.On, fact.State);
        Assert.True(fact.BehaviorMonitoring);
    }

    [Fact]
    public void An_onboarded_host_whose_sensor_stands_still_has_one_that_is_off() =>
        Assert.Equal(
            ProtectionState.Off,
            Assert.Single(Endpoint("Stopped", """ { "OnboardingState": { "type": "REG_DWORD", "data": 1 } } """).Of<AntivirusFact>()).State
        );

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "OnboardingState": { "type": "REG_DWORD", "data": 0 } }""")]
    public void Every_Windows_has_the_sensors_service_and_one_that_is_not_onboarded_no_sensor(string key) =>
        Assert.Empty(Endpoint("Stopped", key).Of<AntivirusFact>());

    [Fact]
    public void A_running_sensor_whose_onboarding_was_not_read_is_no_proof()
    {
        var snapshot = Endpoint("Running", null);
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).State);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap => gap.Property == nameof(AntivirusFact.State) && gap.Kind == GapKind.NotRecorded
        );
    }

    [Theory]
    [InlineData("Running", ProtectionState.On)]
    [InlineData("Stopped", ProtectionState.Off)]
    public void A_driver_that_does_not_run_contradicts_the_service_that_does(string driver, ProtectionState expected) =>
        Assert.Equal(expected, Assert.Single(WithDriver("CSFalconService", "CSAgent", driver).Of<AntivirusFact>()).State);

    [Fact]
    public void A_driver_alone_shows_a_product_whose_services_bear_no_fixed_name_and_proves_nothing()
    {
        var product = Assert.Single(WithDriver("Spooler", "klif", "Running").Of<AntivirusFact>());
        Assert.Equal(("Kaspersky Endpoint Security", null), (product.Product, product.State));
    }

    [Fact]
    public void A_driver_left_behind_by_another_product_of_the_vendor_shows_nothing() =>
        Assert.Empty(WithDriver("Spooler", "SymEFASI", "Running").Of<AntivirusFact>());

    [Fact]
    public void Drivers_that_could_not_be_read_take_nothing_from_what_the_service_says() =>
        Assert.Equal(
            ProtectionState.On,
            Assert.Single(WithDriver("CSFalconService", "CSAgent", "Running", readAs: "Win32_Other").Of<AntivirusFact>()).State
        );

    private static Snapshot WithDriver(string service, string driver, string state, string readAs = "Win32_SystemDriver") =>
        Machine.Answering(
            $$"""
            { "absent": ["root/Microsoft/Windows/Defender"], "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [{ "ProductType": 3, "Version": "10.0.20348", "BuildNumber": "20348" }],
                "Win32_Service": [{ "Name": "{{service}}", "State": "Running", "StartMode": "Auto", "AcceptStop": false }],
                "{{readAs}}": [{ "Name": "{{driver}}", "State": "{{state}}" }] } } }
            """
        );

    private static Snapshot Endpoint(string state, string? key) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { {{Server}}, "Win32_Service": [ { "Name": "Sense", "State": "{{state}}", "StartMode": "Auto", "AcceptStop": false } ] } },
              "registry": { {{(
                key is null ? null : @"""HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status"": " + key
            )}} },
              "absent": [ "root/Microsoft/Windows/Defender" ] }
            """
        );

    private const string NoServices = """ "Win32_Service": [] """;

    private static string Center(string name, long state) =>
        $$""" "AntiVirusProduct": [ { "displayName": "{{name}}", "productState": {{state}} } ] """;

    private static string Defender(string realTime = "true", string updated = "20250311015218.000000+000", long age = 1) =>
        $$"""
            "MSFT_MpComputerStatus": [ { "AMServiceEnabled": true, "AntivirusEnabled": true, "RealTimeProtectionEnabled": {{realTime}},
              "BehaviorMonitorEnabled": true, "AMRunningMode": "Normal", "AntivirusSignatureVersion": "1.423.336.0",
              "AntivirusSignatureLastUpdated": "{{updated}}", "AntivirusSignatureAge": {{age}}, "AMEngineVersion": "1.1.25010.7" } ]
            """;

    private static AntivirusFact[] Products(string system, string services, string? center, string? defender, string absent = "") =>
        Snapshot(system, services, center, defender, absent).Of<AntivirusFact>();

    private static Snapshot Snapshot(
        string system,
        string services,
        string? center,
        string? defender,
        string absent = "",
        string failures = ""
    ) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2025-03-12T13:52:18Z",
              "instances": { "root/cimv2": { {{system}}, {{services}} }
                {{(center is null ? null : ", \"root/SecurityCenter2\": { " + center + " }")}}
                {{(defender is null ? null : ", \"root/Microsoft/Windows/Defender\": { " + defender + " }")}} },
              "absent": [ {{absent}} ], "failures": { {{failures}} } }
            """
        );
}
