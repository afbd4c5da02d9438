using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Which Windows is supported, by build, kind and edition (PRODUCT_… of winnt.h).</summary>
public sealed class WindowsEditionSupportTests
{
    [Theory]
    [InlineData(3, "20348", 7, SupportStatus.Supported)]
    [InlineData(3, "20348", 407, SupportStatus.Supported)]
    [InlineData(2, "26100", 8, SupportStatus.Supported)]
    [InlineData(3, "26100", 408, SupportStatus.Supported)]
    [InlineData(3, "17763", 42, SupportStatus.Supported)]
    [InlineData(3, "14393", 42, SupportStatus.Supported)]
    [InlineData(3, "26100", 406, null)]
    [InlineData(3, "25398", 406, null)]
    [InlineData(3, "20348", 406, null)]
    [InlineData(3, "20349", 406, null)]
    [InlineData(3, "14393", 143, null)]
    [InlineData(3, "26100", 138, null)]
    [InlineData(3, "26100", 203, null)]
    [InlineData(3, "9600", 58, null)]
    [InlineData(3, "7600", 7, SupportStatus.Ended)]
    [InlineData(3, "6001", 7, SupportStatus.Ended)]
    [InlineData(1, "26300", 48, SupportStatus.Supported)]
    [InlineData(1, "26300", 4, SupportStatus.Supported)]
    [InlineData(3, "26300", 175, SupportStatus.Supported)]
    [InlineData(1, "26200", 138, SupportStatus.Supported)]
    [InlineData(1, "26100", 138, SupportStatus.Ended)]
    [InlineData(1, "26100", 203, SupportStatus.Ended)]
    [InlineData(1, "26200", 203, null)]
    [InlineData(1, "26100", 140, SupportStatus.Supported)]
    [InlineData(1, "26100", 42, null)]
    [InlineData(1, "26100", 406, null)]
    [InlineData(1, "26100", 125, SupportStatus.Supported)]
    [InlineData(1, "14393", 125, SupportStatus.Ended)]
    [InlineData(1, "10240", 125, SupportStatus.Ended)]
    [InlineData(1, "7600", 48, SupportStatus.Ended)]
    [InlineData(1, "7601", 65, SupportStatus.Ended)]
    [InlineData(1, "9600", 89, SupportStatus.Ended)]
    [InlineData(1, "6002", 6, SupportStatus.Ended)]
    [InlineData(1, "6000", 2, SupportStatus.Ended)]
    public void A_build_in_an_edition(int type, string build, int sku, object? expected) =>
        Assert.Equal(expected, Support($"\"ProductType\": {type}, \"BuildNumber\": \"{build}\", \"OperatingSystemSKU\": {sku}"));

    /// <summary>Windows before Vista has no numbers of editions.</summary>
    [Theory]
    [InlineData(1, "2600")]
    [InlineData(1, "3790")]
    [InlineData(3, "3790")]
    [InlineData(2, "3790")]
    [InlineData(3, "2195")]
    [InlineData(3, "6002")]
    public void Those_that_are_long_gone(int type, string build) =>
        Assert.Equal(SupportStatus.Ended, Support($"\"ProductType\": {type}, \"BuildNumber\": \"{build}\""));

    [Theory]
    [InlineData(48, "2028-10-10")]
    [InlineData(4, "2029-10-09")]
    public void Windows_11_26H2_has_its_own_days(long sku, string ends) =>
        Assert.Equal(ends, $"{Machine.Catalogs.Lifecycle.FindSystem(HostKind.Client, 26300, sku)!.Ends:yyyy-MM-dd}");

    /// <summary>An embedded Windows has days of its own; without an edition a build is the desktop's.</summary>
    [Theory]
    [InlineData(7601, 65, "2020-10-13")]
    [InlineData(7601, 48, "2020-01-14")]
    [InlineData(7601, null, "2020-01-14")]
    [InlineData(7600, 65, "2013-04-09")]
    [InlineData(9200, 65, "2023-07-11")]
    [InlineData(9200, 101, "2016-01-12")]
    [InlineData(9600, 89, "2023-07-11")]
    [InlineData(9600, 91, "2023-07-11")]
    [InlineData(9600, 48, "2023-01-10")]
    [InlineData(9600, null, "2023-01-10")]
    public void An_embedded_Windows_has_its_own_days(long build, int? sku, string ends) =>
        Assert.Equal(ends, $"{Machine.Catalogs.Lifecycle.FindSystem(HostKind.Client, build, sku)!.Cycle.Ends:yyyy-MM-dd}");

    /// <summary>EditionID of the registry matters where it would give another answer.</summary>
    [Theory]
    [InlineData("26100", 125, "EnterpriseS", SupportStatus.Supported)]
    [InlineData("26100", 125, "enterprises", SupportStatus.Supported)]
    [InlineData("26100", 125, "EnterpriseSEval", null)]
    [InlineData("26100", 125, "Professional", null)]
    [InlineData("26100", 125, "IoTEnterpriseS", null)]
    [InlineData("26100", 191, "IoTEnterpriseS", SupportStatus.Supported)]
    [InlineData("26100", 4, "Core", null)]
    [InlineData("26100", 4, "Education", SupportStatus.Supported)]
    [InlineData("26100", 188, "Enterprise", SupportStatus.Supported)]
    [InlineData("26200", 48, "ServerStandard", null)]
    [InlineData("26200", 48, "ProfessionalWorkstation", SupportStatus.Supported)]
    [InlineData("26200", 48, "CoreSingleLanguage", SupportStatus.Supported)]
    [InlineData("26200", 48, "TomorrowsEdition", SupportStatus.Supported)]
    [InlineData("26200", 48, " ", null)]
    [InlineData("19045", 4, "Professional", SupportStatus.ExtendedOnly)]
    public void An_edition_that_the_registry_contradicts(string build, int sku, string edition, object? expected) =>
        Assert.Equal(
            expected,
            Support($"\"ProductType\": 1, \"BuildNumber\": \"{build}\", \"OperatingSystemSKU\": {sku}", ("EditionID", edition))
        );

    /// <summary>Multi-session calls itself a server in one place, and Enterprise in another.</summary>
    [Theory]
    [InlineData("ServerRdsh")]
    [InlineData("Enterprise")]
    public void Multi_session_has_more_names_than_one(string edition) =>
        Assert.Equal(
            SupportStatus.Supported,
            Support("\"ProductType\": 3, \"BuildNumber\": \"26200\", \"OperatingSystemSKU\": 175", ("EditionID", edition))
        );

    [Theory]
    [InlineData("CurrentBuild", "26200", SupportStatus.Supported)]
    [InlineData("CurrentBuildNumber", "26200", SupportStatus.Supported)]
    [InlineData("CurrentBuild", "19045", null)]
    [InlineData("CurrentBuildNumber", "19045", null)]
    [InlineData("CurrentBuild", "1.511.1 () (Obsolete data - do not use)", null)]
    public void A_build_that_the_registry_contradicts(string name, string build, object? expected)
    {
        const string Values = "\"ProductType\": 1, \"BuildNumber\": \"26200\", \"OperatingSystemSKU\": 48";
        Assert.Equal(expected, Support(Values, (name, build)));
        if (expected is null)
        {
            Assert.Contains(
                Snapshot(Values, (name, build)).GapsIn<OperatingSystemFact>(),
                gap => gap.Message.Contains("26200") && gap.Message.Contains(build)
            );
        }
    }

    [Fact]
    public void A_build_that_the_registry_has_no_number_for()
    {
        Assert.Null(Support("\"ProductType\": 1, \"BuildNumber\": \"26200\", \"OperatingSystemSKU\": 48", ("CurrentBuildNumber", " ")));
        Assert.Equal(
            SupportStatus.Ended,
            Support("\"ProductType\": 1, \"BuildNumber\": \"2600\"", ("CurrentBuild", "1.511.1 () (Obsolete data - do not use)"))
        );
    }

    /// <summary>An evaluation ends long before its release does; what is over is over.</summary>
    [Theory]
    [InlineData(1, "26100", 72, null)]
    [InlineData(1, "26100", 129, null)]
    [InlineData(3, "26100", 79, null)]
    [InlineData(3, "20348", 80, null)]
    [InlineData(1, "22000", 72, SupportStatus.Ended)]
    public void An_edition_for_evaluation(int type, string build, int sku, object? expected) =>
        Assert.Equal(expected, Support($"\"ProductType\": {type}, \"BuildNumber\": \"{build}\", \"OperatingSystemSKU\": {sku}"));

    /// <summary>Builds of previews have the numbers of releases to come.</summary>
    [Theory]
    [InlineData("26300", "DisplayVersion", "26H2", SupportStatus.Supported)]
    [InlineData("26300", "DisplayVersion", "25H2", null)]
    [InlineData("26200", "DisplayVersion", "24H2", null)]
    [InlineData("26200", "DisplayVersion", "Dev", null)]
    [InlineData("26200", "DisplayVersion", " ", null)]
    [InlineData("26200", "ReleaseId", "2009", SupportStatus.Supported)]
    [InlineData("18362", "ReleaseId", "1909", SupportStatus.Ended)]
    public void A_release_that_the_build_is_not_of(string build, string name, string release, object? expected) =>
        Assert.Equal(expected, Support($"\"ProductType\": 1, \"BuildNumber\": \"{build}\", \"OperatingSystemSKU\": 48", (name, release)));

    /// <summary>Editions of a build end on different days; on one after all of them nothing is open.</summary>
    [Theory]
    [InlineData("17134", SupportStatus.Ended)]
    [InlineData("22621", SupportStatus.Ended)]
    [InlineData("26100", null)]
    public void A_build_without_an_edition(string build, object? expected) =>
        Assert.Equal(expected, Support($"\"ProductType\": 1, \"BuildNumber\": \"{build}\""));

    private static SupportStatus? Support(string values, params (string Name, string Text)[] registry) =>
        Snapshot(values, registry).Of<OperatingSystemFact>().Single().Support;

    private static Snapshot Snapshot(string values, params (string Name, string Text)[] registry) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { {{values}} } ] } },
              "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion": { {{string.Join(
                ", ",
                registry.Select(each => $"\"{each.Name}\": {{ \"type\": \"REG_SZ\", \"data\": \"{each.Text}\" }}")
            )}} } } }
            """
        );
}
