using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>
/// Every collector on every recording of a real machine that holds its classes, in six languages. What is expected is taken from the
/// recording's own JSON, by
/// another way than the collectors'. Where the recordings aren't beside the checkout, these tests are skipped.
/// </summary>
public sealed class RecordedMachineTests
{
    public static TheoryData<string> Holding(string @class)
    {
        var names = new TheoryData<string>();
        foreach (
            var path in Machine.SharedRecordings is null ? Array.Empty<string>() : Directory.GetFiles(Machine.SharedRecordings!, "*.json")
        )
        {
            if (Rows(Json(path), @class).Any())
                names.Add(Path.GetFileName(path)!);
        }

        return names;
    }

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_OperatingSystem")]
    public void The_system_is_known_by_its_numbers(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var row = Rows(json, "Win32_OperatingSystem").Single();
                var system = Assert.Single(snapshot.Of<OperatingSystemFact>());
                Assert.Equal(
                    (string?)row["BuildNumber"] ?? ((string?)row["Version"])?.Split('.').ElementAtOrDefault(2),
                    system.Build?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
                Assert.Equal(
                    (int?)row["ProductType"] switch
                    {
                        1 => HostKind.Client,
                        2 => HostKind.DomainController,
                        3 => HostKind.Server,
                        _ => (HostKind?)null,
                    },
                    system.Kind
                );
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_ComputerSystem")]
    public void The_host_tells_its_name_and_domain(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var row = Rows(json, "Win32_ComputerSystem").Single();
                var host = Assert.Single(snapshot.Of<HostFact>());
                Assert.Equal((string?)row["Domain"], host.Domain);
                Assert.Equal((bool?)row["PartOfDomain"], host.InDomain);
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_NetworkAdapterConfiguration")]
    public void Every_address_of_the_configurations_is_on_an_adapter(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var enabled = Rows(json, "Win32_NetworkAdapterConfiguration").Where(row => (bool?)row["IPEnabled"] == true);
                var addresses = enabled
                    .SelectMany(row =>
                        row["IPAddress"]?.Type == JTokenType.Array ? row["IPAddress"]!.Values<string>() : Enumerable.Empty<string>()
                    )
                    .Distinct();
                Assert.Empty(
                    addresses.Except(snapshot.Of<AdapterFact>().SelectMany(adapter => adapter.Addresses ?? Array.Empty<string>()))
                );
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_QuickFixEngineering")]
    public void Every_hotfix_has_its_number_and_only_a_day_that_its_text_can_mean(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var rows = Rows(json, "Win32_QuickFixEngineering").ToArray();
                var facts = snapshot.Of<HotfixFact>();
                Assert.Equal(rows.Length, facts.Length);
                foreach (var (row, fact) in rows.Zip(facts, (row, fact) => (row, fact)))
                {
                    Assert.Contains(fact.Id, new[] { (string?)row["HotFixID"], (string?)row["ServicePackInEffect"] });
                    if (fact.InstalledOn is { } day && (string?)row["InstalledOn"] is { } text && text.Contains('/'))
                    {
                        Assert.Equal(
                            new[] { day.Day, day.Month, day.Year }.OrderBy(part => part),
                            text.Split('/').Select(int.Parse).OrderBy(part => part)
                        );
                    }
                }
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "AntiVirusProduct")]
    public void Every_registered_antivirus_has_the_state_of_its_masked_number(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var rows = Rows(json, "AntiVirusProduct").ToArray();
                var facts = snapshot.Of<AntivirusFact>();
                Assert.Equal(rows.Select(row => (string?)row["displayName"]), facts.Select(fact => fact.Product));
                foreach (var (row, fact) in rows.Zip(facts, (row, fact) => (row, fact)))
                {
                    var state = ((long)row["productState"]! & 0xF000) switch
                    {
                        0x0000 => ProtectionState.Off,
                        0x1000 => ProtectionState.On,
                        0x2000 => ProtectionState.Snoozed,
                        _ => ProtectionState.Expired,
                    };
                    Assert.Equal(state, fact.RegisteredState);
                    // No recording holds services: what is registered as on is borne out by nothing.
                    Assert.Equal(state == ProtectionState.On ? null : state, fact.State);
                    if (state == ProtectionState.On)
                        Assert.Equal(((long)row["productState"]! & 0x00F0) == 0, fact.DefinitionsCurrent);
                }
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "MSFT_MpComputerStatus")]
    public void Defender_tells_what_its_class_holds_and_null_for_what_it_lacks(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var row = Rows(json, "MSFT_MpComputerStatus").Single();
                var fact = Assert.Single(snapshot.Of<AntivirusFact>());
                Assert.Equal((bool?)row["RealTimeProtectionEnabled"], fact.RealTimeProtection);
                Assert.Equal((bool?)row["BehaviorMonitorEnabled"], fact.BehaviorMonitoring);
                Assert.Equal((bool?)row["IsTamperProtected"], fact.TamperProtection);
                Assert.Equal((string?)row["AntivirusSignatureVersion"], fact.DefinitionVersion?.ToString());
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_UserAccount")]
    public void Every_local_account_is_known_by_its_SID(string recording) =>
        On(
            recording,
            (json, snapshot) =>
                Assert.Equal(
                    Rows(json, "Win32_UserAccount")
                        .Where(row => (bool?)row["LocalAccount"] != false)
                        .Select(row => ((string?)row["SID"], !(bool?)row["Disabled"])),
                    snapshot.Of<AccountFact>().Select(account => (account.Sid, account.Enabled))
                )
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_Service")]
    public void Only_services_of_the_catalogue_make_a_security_product(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var names = new HashSet<string>(
                    Rows(json, "Win32_Service").Select(row => (string)row["Name"]!),
                    StringComparer.OrdinalIgnoreCase
                );
                var expected = Machine
                    .Catalogs.SecurityProducts.Where(product =>
                        product.Services.Any(names.Contains) && !product.Id.StartsWith("microsoft-defender", StringComparison.Ordinal)
                    )
                    .Select(product => product.Name);
                Assert.Equal(
                    expected,
                    snapshot
                        .Of<AntivirusFact>()
                        .Select(fact => fact.Product)
                        .Where(name => name?.StartsWith("Microsoft Defender", StringComparison.Ordinal) == false)
                );
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_IP4RouteTable")]
    public void Every_route_of_the_old_table_is_one_and_the_default_is_told(string recording) =>
        On(
            recording,
            (json, snapshot) =>
            {
                var rows = Rows(json, "Win32_IP4RouteTable").ToArray();
                var facts = snapshot.Of<RouteFact>();
                Assert.Equal(rows.Select(row => (string?)row["NextHop"]), facts.Select(route => route.NextHop));
                Assert.Equal(
                    rows.Select(row => (string?)row["Destination"] == "0.0.0.0" && (string?)row["Mask"] == "0.0.0.0"),
                    facts.Select(route => route.IsDefault == true)
                );
            }
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_DiskDrive")]
    public void Disks_that_are_not_on_USB_are_no_removable_storage(string recording) =>
        On(
            recording,
            (json, snapshot) =>
                Assert.Equal(
                    Rows(json, "Win32_DiskDrive").Count(row => (string?)row["InterfaceType"] == "USB"),
                    snapshot.Of<StorageDeviceFact>().Length
                )
        );

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Holding), "Win32_EncryptableVolume")]
    public void Every_volume_that_could_be_encrypted_is_told_with_its_letter_and_protection(string recording) =>
        On(
            recording,
            (json, snapshot) =>
                Assert.Equal(
                    Rows(json, "Win32_EncryptableVolume").Select(row => ((string?)row["DriveLetter"], (int?)row["ProtectionStatus"])),
                    snapshot.Of<VolumeFact>().Select(volume => (volume.Drive, (int?)volume.Protection))
                )
        );

    [NeedsFact("shared/recorded")]
    public void Every_named_uninstall_key_is_a_product_whatever_language_its_name_is_in()
    {
        foreach (var path in Directory.GetFiles(Machine.SharedRecordings!, "*.json"))
        {
            var keys = ((JObject?)Json(path)["registry"] ?? new JObject())
                .Properties()
                .Where(key => key.Name.IndexOf(@"\CurrentVersion\Uninstall\", StringComparison.OrdinalIgnoreCase) > 0);
            var names = keys.Select(key => (string?)key.Value["DisplayName"]?["data"])
                .Where(name => !string.IsNullOrWhiteSpace(name))
                .ToArray();
            if (names.Length > 0)
            {
                Assert.Equal(
                    names.OrderBy(name => name, StringComparer.Ordinal),
                    Machine.Recorded(path).Of<SoftwareFact>().Select(product => product.Name).OrderBy(name => name, StringComparer.Ordinal)
                );
            }
        }
    }

    /// <summary>
    /// No recording tells of one state in two languages, so the machines of the example are put into those at hand: what Windows translates
    /// (captions,
    /// descriptions, states, the names of built-in accounts and groups) is said in each, and nothing that a check may ask for changes.
    /// </summary>
    [Theory]
    [InlineData("Administrateur", "Administrateurs", "Invité", "Démarré")]
    [InlineData("Administrator", "Administratoren", "Gast", "Wird ausgeführt")]
    [InlineData("Amministratore", "Amministratori", "Ospite", "In esecuzione")]
    [InlineData("Administrator", "Administrators", "Guest", "実行中")]
    [InlineData("管理员", "管理员组", "来宾", "正在运行")]
    public void The_language_of_Windows_changes_no_fact(string administrator, string administrators, string guest, string text)
    {
        foreach (var host in new[] { "MN-PC-001", "LG-PC-002", "LG-PC-003", "IN-PC-001", "MN-SV-001", "LG-SV-002", "IN-SV-001" })
        {
            var path = Path.Combine(Machine.RepositoryRoot, "examples", "fleet", host + ".json");
            var json = Json(path);
            foreach (var property in json.Descendants().OfType<JProperty>().Where(property => property.Value.Type == JTokenType.String))
            {
                var said = (string)property.Value!;
                if (
                    property.Name is "Caption" or "Description" or "Status" or "StatusInfo"
                    && property.Path.StartsWith("instances", StringComparison.Ordinal)
                )
                {
                    property.Value = text;
                }
                else if (property.Path.StartsWith("instances['root/cimv2']", StringComparison.Ordinal))
                {
                    property.Value = Renamed(
                        Renamed(Renamed(said, "Administrators", administrators), "Administrator", administrator),
                        "Guest",
                        guest
                    );
                }
            }

            using var folder = new TemporaryFolder();
            var translated = Machine.Recorded(folder.File(host + ".json", json.ToString(Formatting.None)));
            Assert.Equal(Known(Machine.Recorded(path)), Known(translated));
        }
    }

    /// <summary>All values of all facts but those that are declared to be for the reader alone.</summary>
    private static string[] Known(Snapshot snapshot) =>
        snapshot
            .Table.Sets.SelectMany(set =>
                set.Facts.SelectMany(fact =>
                    set.Type.Properties.Where(property => !IsForTheReader(fact, property.Name))
                        .Select(property => $"{set.Type.Name}.{property.Name}={property.Format(fact)}")
                )
            )
            .ToArray();

    private static bool IsForTheReader(Fact fact, string property) =>
        (fact, property) switch
        {
            (AccountFact or AdministratorFact or ProfileFact or LogonSessionFact, "Name" or "Account") => true,
            (OperatingSystemFact, "Name" or "Caption") => true,
            (AdapterFact, "Description") or (VpnClientFact, "Adapters") => true,
            _ => false,
        };

    /// <summary>A name by itself, or a key of a reference: <c>Name="Guest"</c>.</summary>
    private static string Renamed(string said, string from, string to) =>
        said == from ? to : said.Replace($"Name=\"{from}\"", $"Name=\"{to}\"");

    private static JObject Json(string path)
    {
        using var reader = new JsonTextReader(new StreamReader(path)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static IEnumerable<JObject> Rows(JObject json, string @class) =>
        ((JObject?)json["instances"] ?? new JObject())
            .Properties()
            .SelectMany(space => ((JObject)space.Value).Properties())
            .Where(each => each.Name == @class)
            .SelectMany(each => each.Value.OfType<JObject>());

    private static void On(string recording, Action<JObject, Snapshot> check)
    {
        var path = Path.Combine(Machine.SharedRecordings!, recording);
        check(Json(path), Machine.Recorded(path));
    }
}
