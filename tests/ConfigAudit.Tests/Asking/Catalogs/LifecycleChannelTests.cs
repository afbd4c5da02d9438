using System;
using ConfigAudit.Asking.Catalogs;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>Products of two channels whose versions have one number, and lists that leave versions out.</summary>
public sealed class LifecycleChannelTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    /// <summary>What ESR is, an ordinary release ended when the next came.</summary>
    [Theory]
    [InlineData("Mozilla Firefox (x64 ja)", "115.0.3")]
    [InlineData("Mozilla Firefox (x64 ja)", "128.0")]
    [InlineData("Mozilla Firefox (x86 en-US)", "140.0.4")]
    [InlineData("Mozilla Firefox 102.0 (x64 ja)", "102.0")]
    [InlineData("Mozilla Firefox (3.6.28)", "3.6.28 (ja)")]
    public void An_ordinary_Firefox_with_the_number_of_an_ESR_has_ended(string name, string version) =>
        Assert.Equal(SupportStatus.Ended, Status(name, version, 26200));

    [Theory]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "153.1.0", 26200, SupportStatus.Supported)]
    [InlineData("Mozilla Firefox 153.1.0 ESR (x64 ja)", "153.1.0", 26200, SupportStatus.Supported)]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "140.14.0", 26200, SupportStatus.Ended)]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "128.14.0", 26200, SupportStatus.Ended)]
    [InlineData("Mozilla Firefox 115.6.0 ESR (x64 ja)", "115.6.0", 26200, SupportStatus.Ended)]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "115.38.0", 7601, SupportStatus.Supported)]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "115.38.0", 9600, SupportStatus.Supported)]
    [InlineData("Mozilla Firefox ESR (x64 ja)", "102.15.0", 9600, SupportStatus.Ended)]
    public void An_ESR_has_its_own_days_and_on_older_Windows_others(string name, string version, int build, object expected) =>
        Assert.Equal(expected, Status(name, version, build));

    [Fact]
    public void An_ESR_115_on_a_Windows_that_isnt_known_may_be_either()
    {
        var match = Machine.Catalogs.Lifecycle.Find("Mozilla Firefox ESR (x64 ja)", "115.38.0")!;
        Assert.Null(match.On(Today));
        Assert.Null(match.Covers(Today.Date));
        Assert.Null(match.Ends);
        Assert.Contains(
            "nothing tells whether it is Mozilla Firefox ESR 115 or Mozilla Firefox ESR on Windows 7 to 8.1 115",
            match.Doubt.En
        );
    }

    /// <summary>A name that nobody's installer writes: where both channels have let go of the version it has ended, whichever it
    /// is.</summary>
    [Theory]
    [InlineData("Mozilla Firefox", "128.5.0", SupportStatus.Ended)]
    [InlineData("Firefox 115.0.2", "115.0.2", SupportStatus.Ended)]
    [InlineData("Mozilla Firefox 130.0 x64", "130.0", SupportStatus.Ended)]
    public void A_channel_that_isnt_told_hides_no_ended_version(string name, string version, object expected) =>
        Assert.Equal(expected, Status(name, version, 26200));

    [Fact]
    public void Where_one_channel_supports_the_version_and_the_other_doesnt_nothing_is_said()
    {
        var match = Machine.Catalogs.Lifecycle.Find("Mozilla Firefox", "140.5.0", 26200)!;
        Assert.Null(match.On(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(SupportStatus.Ended, match.On(Today));
    }

    /// <summary>Chrome once registered other numbers; of a product with versions that outlive later ones, one that isn't listed may be
    /// such.</summary>
    [Theory]
    [InlineData("Google Chrome", "66.117.40877")]
    [InlineData("Mozilla Firefox (x64 ja)", "999.0")]
    [InlineData("PowerShell 7-x64", "7.99.0")]
    public void What_isnt_listed_of_others_is_not_known(string name, string version) => Assert.Null(Status(name, version, 26200));

    [Theory]
    [InlineData("7", "2028-01-01", SupportStatus.Ended)]
    [InlineData("7", "2024-01-01", null)]
    [InlineData("12", "2028-01-01", null)]
    [InlineData("5.3", "2028-01-01", SupportStatus.Ended)]
    public void Between_two_that_are_listed_only_an_order_of_all_says_when_one_ended(string version, string ends, object? expected)
    {
        using var folder = new TemporaryFolder();
        var catalogue = CatalogFile.LoadLifecycle(
            folder.File(
                "lifecycle.json",
                $$"""
                { "format": "ConfigAudit.Lifecycle/1", "edition": "2025-01-01", "products": [
                  { "id": "e", "title": "Editor", "names": [ "^Editor$" ], "cycleFrom": "version:1", "linear": true, "cycles": [
                    { "cycle": "10", "ends": "{{ends}}" }, { "cycle": "8", "ends": "2026-02-01" }, { "cycle": "5", "ends": "2025-01-01" } ] } ] }
                """
            )
        );
        Assert.Equal(expected, catalogue.Find("Editor", version)?.On(Today));
    }

    private static SupportStatus? Status(string name, string version, int build) =>
        Machine.Catalogs.Lifecycle.Find(name, version, build)?.On(Today);
}
