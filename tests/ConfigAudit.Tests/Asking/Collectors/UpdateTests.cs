using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Where Windows and Defender look for updates. Each row of the table on dual scan is a line here.</summary>
public sealed class UpdateTests
{
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
    private const string Delivery = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeliveryOptimization";
    private const string Device = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";
    private const string Definitions = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Signature Updates";
    private const string Servicing =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending";
    private const string Required =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired";

    private const int Client = 1;
    private const int Server = 3;
    private const string Wsus = "WUServer=https://wsus.town.example:8531 DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1";
    private const string Deferral = " DeferFeatureUpdates=1";
    private const string AllWsus =
        " AU/UseUpdateClassPolicySource=1 SetPolicyDrivenUpdateSourceForFeatureUpdates=1 SetPolicyDrivenUpdateSourceForQualityUpdates=1"
        + " SetPolicyDrivenUpdateSourceForDriverUpdates=1 SetPolicyDrivenUpdateSourceForOtherUpdates=1";

    [Theory]
    [InlineData(Client, 26200, Wsus, UpdateSource.Wsus, "")]
    [InlineData(Client, 26200, Wsus + Deferral, UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Client, 26200, Wsus + Deferral + " DisableDualScan=1", UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Server, 26100, Wsus + Deferral + " DisableDualScan=1", UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Client, 19045, Wsus + Deferral, UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Server, 20348, Wsus + Deferral, UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Client, 19045, Wsus + Deferral + " DisableDualScan=1", UpdateSource.Wsus, "")]
    [InlineData(Client, 26200, Wsus + Deferral + AllWsus, UpdateSource.Wsus, "")]
    [InlineData(Server, 17763, Wsus + Deferral + AllWsus, UpdateSource.WindowsUpdate, "DualScan")]
    [InlineData(Client, 26200, Wsus + AllWsus + " SetPolicyDrivenUpdateSourceForDriverUpdates=0", UpdateSource.Mixed, "ScanSource")]
    [InlineData(Client, 26200, "DoNotConnectToWindowsUpdateInternetLocations=1", UpdateSource.WindowsUpdate, "NoUpdateServer")]
    [InlineData(
        Client,
        26200,
        "WUServer=https://wsus.town.example DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=0",
        UpdateSource.WindowsUpdate,
        "NoUpdateServer"
    )]
    [InlineData(Client, 26200, "WUServer=https://wsus.town.example AU/UseWUServer=1", UpdateSource.Wsus, "InternetLocationsAllowed")]
    [InlineData(
        Client,
        26200,
        "WUServer=https://203.0.113.5:8531 DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        "ServerOnInternet"
    )]
    [InlineData(
        Client,
        26200,
        Wsus + " UpdateServiceUrlAlternate=http://download.windowsupdate.com",
        UpdateSource.Wsus,
        "ServerOnInternet"
    )]
    [InlineData(
        Client,
        26200,
        "WUServer=https://wsus.japaneast.cloudapp.azure.com:8531 DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        "ServerOnInternet"
    )]
    [InlineData(
        Client,
        26200,
        "WUServer=https://d111111abcdef8.cloudfront.net DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        "ServerOnInternet"
    )]
    [InlineData(
        Client,
        26200,
        "WUServer=https://wsus.notazure.com:8531 DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        ""
    )]
    [InlineData(
        Client,
        26200,
        "WUServer=http://vm1.abc.bx.internal.cloudapp.net:8530 DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        ""
    )]
    [InlineData(
        Client,
        26200,
        "WUServer=http://internal-wsus-1.ap-northeast-1.elb.amazonaws.com DoNotConnectToWindowsUpdateInternetLocations=1 AU/UseWUServer=1",
        UpdateSource.Wsus,
        ""
    )]
    [InlineData(Client, 26200, Wsus + " DO/DODownloadMode=3", UpdateSource.Wsus, "InternetPeers")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=203.0.113.5", UpdateSource.Wsus, "ServerOnInternet")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=10.1.2.3,203.0.113.5:8080", UpdateSource.Wsus, "ServerOnInternet")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=cache.blob.core.windows.net", UpdateSource.Wsus, "ServerOnInternet")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=[2001:db8::1]:8080", UpdateSource.Wsus, "ServerOnInternet")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=fd00::1", UpdateSource.Wsus, "")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=2001:db8::1", UpdateSource.Wsus, "ServerOnInternet")]
    [InlineData(Client, 26200, Wsus + " DO/DOCacheHost=10.1.2.3,cache.town.example:8080", UpdateSource.Wsus, "")]
    [InlineData(Client, 26200, Wsus + " MDM/DeferQualityUpdatesPeriodInDays=3", UpdateSource.Wsus, "DeviceManagement")]
    [InlineData(Client, 26200, Wsus + " MDM/ActiveHoursStart=8 MDM/Something=1", UpdateSource.Wsus, "DeviceManagement")]
    [InlineData(
        Client,
        26200,
        Wsus + " MDM/ActiveHoursStart=8 MDM/ActiveHoursStart_ProviderSet=1 MDM/ActiveHoursStart_WinningProvider=x",
        UpdateSource.Wsus,
        ""
    )]
    [InlineData(Client, 26200, Wsus + " MDM/ScheduledInstallDay=3 MDM/ConfigureDeadlineGracePeriod=2", UpdateSource.Wsus, "")]
    public void Where_Windows_really_looks(int kind, int build, string settings, UpdateSource source, string reason)
    {
        var fact = Asked(kind, build, settings).Of<UpdatePolicyFact>().Single();
        Assert.Equal(source, fact.LooksAt);
        Assert.Equal(reason, string.Join(",", fact.InternetReasons!));
        Assert.Equal(reason.Length > 0, fact.MayFetchFromInternet);
    }

    [Fact]
    public void A_cache_server_that_cannot_be_read_may_stand_anywhere() =>
        Assert.Null(
            Asked(Client, 26200, Wsus + " DO/DOCacheHost=10.1.2.3,http://2001:db8::1").Of<UpdatePolicyFact>().Single().MayFetchFromInternet
        );

    [Fact]
    public void Scan_sources_that_are_not_all_four_are_not_supported_and_not_believed()
    {
        var fact = Asked(Client, 26200, Wsus + " AU/UseUpdateClassPolicySource=1 SetPolicyDrivenUpdateSourceForQualityUpdates=1")
            .Of<UpdatePolicyFact>()
            .Single();
        Assert.Null(fact.LooksAt);
        Assert.Equal(new[] { InternetReason.ScanSourceIncomplete }, fact.InternetReasons);
        Assert.Equal(ScanSource.NotConfigured, fact.DriverSource);
    }

    [Fact]
    public void Scan_sources_without_the_value_under_AU_do_not_count()
    {
        var settings = Wsus + Deferral + AllWsus.Replace(" AU/UseUpdateClassPolicySource=1", string.Empty);
        Assert.Equal(UpdateSource.WindowsUpdate, Asked(Client, 26200, settings).Of<UpdatePolicyFact>().Single().LooksAt);
    }

    [Fact]
    public void Without_the_build_nobody_knows_whether_dual_scan_can_be_disabled()
    {
        var snapshot = Machine.Answering(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", "instances": {}, {{Registry(Wsus + Deferral + " DisableDualScan=1")}} }"""
        );
        var fact = snapshot.Of<UpdatePolicyFact>().Single();
        Assert.Null(fact.LooksAt);
        Assert.Null(fact.MayFetchFromInternet);
        Assert.Contains(
            snapshot.GapsIn<UpdatePolicyFact>(),
            gap => gap.Property == nameof(UpdatePolicyFact.MayFetchFromInternet) && gap.Message.Contains("build")
        );
    }

    [Fact]
    public void What_was_not_recorded_forbids_nothing_and_allows_nothing()
    {
        var fact = Machine.Answering("""{ "instances": {} }""").Of<UpdatePolicyFact>().Single();
        Assert.Null(fact.MayFetchFromInternet);
        Assert.Null(fact.LooksAt);
        Assert.Null(fact.UpdateServer);
    }

    [Fact]
    public void A_key_that_was_refused_leaves_it_open_and_one_known_reason_decides_all_the_same()
    {
        var refused = Machine.Answering(
            $$"""{ "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "26200" } ] } }, "failures": { "registry:{{Policy}}": "denied" }, "absent": [ "registry:{{Delivery}}", "registry:{{Device}}" ] }"""
        );
        Assert.Null(refused.Of<UpdatePolicyFact>().Single().MayFetchFromInternet);
        Assert.Contains(
            refused.GapsIn<UpdatePolicyFact>(),
            gap => gap.Kind == GapKind.Denied && gap.Property == nameof(UpdatePolicyFact.UpdateServer)
        );
        var peers = Machine.Answering(
            $$"""{ "instances": {}, "registry": { "{{Delivery}}": { "DODownloadMode": { "type": "REG_DWORD", "data": 3 } } }, "failures": { "registry:{{Policy}}": "denied" } }"""
        );
        Assert.True(peers.Of<UpdatePolicyFact>().Single().MayFetchFromInternet);
    }

    [Theory]
    [InlineData("InternalDefinitionUpdateServer|FileShares", false)]
    [InlineData("{InternalDefinitionUpdateServer|FileShares}", false)]
    [InlineData("{ InternalDefinitionUpdateServer | FileShares }", false)]
    [InlineData("internaldefinitionupdateserver", false)]
    [InlineData("InternalDefinitionUpdateServer|MMPC", true)]
    [InlineData("MicrosoftUpdateServer", true)]
    [InlineData("SomethingNew", true)]
    [InlineData("", true)]
    public void Definition_sources_with_braces_and_without(string order, bool internet)
    {
        var fact = Machine
            .Answering(
                $$"""{ "instances": {}, "registry": { "{{Definitions}}": { "FallbackOrder": { "type": "REG_SZ", "data": "{{order}}" } } } }"""
            )
            .Of<DefinitionPolicyFact>()
            .Single();
        Assert.Equal(internet, fact.MayFetchFromInternet);
    }

    [Fact]
    public void No_order_of_definition_sources_is_the_order_of_Windows_which_has_the_internet_in_it()
    {
        var fact = Machine
            .Answering($$"""{ "instances": {}, "absent": [ "registry:{{Definitions}}" ] }""")
            .Of<DefinitionPolicyFact>()
            .Single();
        Assert.True(fact.MayFetchFromInternet);
        Assert.Empty(fact.Sources!);
    }

    [Fact]
    public void Microsoft_Update_that_is_forced_comes_before_a_good_order() =>
        Assert.True(
            Machine
                .Answering(
                    $$"""
                    { "instances": {}, "registry": { "{{Definitions}}": { "FallbackOrder": { "type": "REG_SZ", "data": "FileShares" }, "ForceUpdateFromMU": { "type": "REG_DWORD", "data": 1 } } } }
                    """
                )
                .Of<DefinitionPolicyFact>()
                .Single()
                .MayFetchFromInternet
        );

    [Fact]
    public void A_restart_waits_when_either_key_is_there_and_none_does_when_both_are_known_not_to_be()
    {
        Assert.False(
            Machine
                .Answering($$"""{ "instances": {}, "absent": [ "registry:{{Servicing}}", "registry:{{Required}}" ] }""")
                .Of<UpdateStatusFact>()
                .Single()
                .RebootPending
        );
        Assert.True(
            Machine
                .Answering(
                    $$"""{ "instances": {}, "registry": { "{{Servicing}}": {} }, "failures": { "registry:{{Required}}": "denied" } }"""
                )
                .Of<UpdateStatusFact>()
                .Single()
                .RebootPending
        );
        Assert.Null(
            Machine
                .Answering($$"""{ "instances": {}, "absent": [ "registry:{{Servicing}}" ] }""")
                .Of<UpdateStatusFact>()
                .Single()
                .RebootPending
        );
    }

    [Theory]
    [InlineData("01cb7e3c5a9f2000", "2010-11-07")]
    [InlineData("20240214", "2024-02-14")]
    [InlineData("2/2/2024", "2024-02-02")]
    [InlineData("3/2/2019", null)]
    [InlineData("", null)]
    [InlineData("yesterday", null)]
    [InlineData("13/13/2024", null)]
    public void A_date_is_read_where_it_can_be_read_in_one_way(string text, string? day) =>
        Assert.Equal(day, Hotfixes(text).Single().InstalledOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_order_of_day_and_month_is_that_which_the_host_s_other_hotfixes_prove()
    {
        Assert.Equal(new DateTime(2019, 3, 2), Hotfixes("3/2/2019", "10/22/2018")[0].InstalledOn);
        Assert.Equal(new DateTime(2019, 2, 3), Hotfixes("3/2/2019", "22.10.2018")[0].InstalledOn);
        Assert.Null(Hotfixes("3/2/2019", "10/22/2018", "22/10/2018")[0].InstalledOn);
    }

    [Fact]
    public void The_latest_hotfix_is_known_when_every_date_is()
    {
        Assert.Equal(new DateTime(2019, 3, 2), Snapshot("3/2/2019", "10/22/2018").Of<UpdateStatusFact>().Single().LatestHotfixOn);
        Assert.Null(Snapshot("10/22/2018", "").Of<UpdateStatusFact>().Single().LatestHotfixOn);
    }

    [NeedsFact("shared/recorded")]
    public void Recorded_hotfixes_have_their_numbers_in_every_language()
    {
        foreach (
            var (recording, count, first, dated) in new[]
            {
                ("win10-en-education-01", 9, "KB2693643", 9),
                ("win10-fr-composite-01", 4, "KB4462930", 0),
                ("win7-de-01", 245, "KB2849697", 0),
                ("win10-it-domain-01", 10, "KB4100347", 0),
                ("win10-ja-domain-01", 7, "KB5012117", 0),
                ("win10-zh-ltsc-01", 1, "KB4464455", 0),
                ("winxp-fr-composite-01", 16, "KB2079403", 10),
                ("ws2012r2-en-domain-01", 154, "KB2894852", 154),
            }
        )
        {
            var hotfixes = Machine.Recorded(System.IO.Path.Combine(Machine.SharedRecordings!, recording + ".json")).Of<HotfixFact>();
            Assert.Equal(
                (recording, count, first, dated),
                (recording, hotfixes.Length, hotfixes[0].Id, hotfixes.Count(hotfix => hotfix.InstalledOn is not null))
            );
        }
    }

    private static Snapshot Asked(int kind, int build, string settings) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-01T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": {{kind}}, "BuildNumber": "{{build}}" } ] } }, {{Registry(
                settings
            )}} }
            """
        );

    /// <summary>Of "Name=value AU/Name=value": the keys, complete. Later values win.</summary>
    private static string Registry(string settings)
    {
        var values = settings
            .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('='))
            .GroupBy(pair => pair[0])
            .Select(group => (Name: group.Key, Value: group.Last()[1]))
            .ToArray();
        string Key(string path, string prefix) =>
            $"\"{path}\": {{ {string.Join(", ", values.Where(each => prefix.Length == 0 ? !each.Name.Contains('/') : each.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(each => Entry(each.Name.Substring(prefix.Length), each.Value)))} }}";
        string Entry(string name, string value) =>
            int.TryParse(value, out var number)
                ? $"\"{name}\": {{ \"type\": \"REG_DWORD\", \"data\": {number} }}"
                : $"\"{name}\": {{ \"type\": \"REG_SZ\", \"data\": \"{value}\" }}";
        return $"\"registry\": {{ {Key(Policy, string.Empty)}, {Key(Policy + @"\\AU", "AU/")}, {Key(Delivery, "DO/")}, {Key(Device, "MDM/")} }}";
    }

    private static HotfixFact[] Hotfixes(params string[] dates) => Snapshot(dates).Of<HotfixFact>();

    private static Snapshot Snapshot(params string[] dates) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_QuickFixEngineering": [ {{string.Join(
                ", ",
                dates.Select((date, index) => $"{{ \"HotFixID\": \"KB{index}\", \"InstalledOn\": \"{date}\" }}")
            )}} ] } } }
            """
        );
}
