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

    private static SupportStatus? Support(string values) =>
        Machine
            .Answering(
                $$"""
                { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { {{values}} } ] } } }
                """
            )
            .Of<OperatingSystemFact>()
            .Single()
            .Support;
}
