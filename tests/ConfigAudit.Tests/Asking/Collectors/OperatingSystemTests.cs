using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Which Windows a host runs, and who it is.</summary>
public sealed class OperatingSystemTests
{
    /// <summary>C25: Windows cuts the NetBIOS name at 15 characters.</summary>
    [Fact]
    public void A_host_tells_its_name_in_full_beside_the_one_that_NetBIOS_cuts()
    {
        var host = Assert.Single(
            Machine
                .Answering(
                    """
                    { "instances": { "root/cimv2": { "Win32_ComputerSystem": [ { "Name": "SHIYAKUSHO-MADO", "DNSHostName": "shiyakusho-madoguchi-pc-0001", "Domain": "lg.city.example", "PartOfDomain": true } ] } } }
                    """
                )
                .Of<HostFact>()
        );
        Assert.Equal(("SHIYAKUSHO-MADO", "shiyakusho-madoguchi-pc-0001"), (host.HostName, host.DnsHostName));
    }

    [Fact]
    public void Windows_11_is_known_by_its_build_although_the_registry_still_says_10()
    {
        var fact = System(
            """ "Caption": "Microsoft Windows 11 Pro", "Version": "10.0.26200", "BuildNumber": "26200", "ProductType": 1, "OperatingSystemSKU": 48 """
        );
        Assert.Equal(26200, fact.Build);
        Assert.Equal(HostKind.Client, fact.Kind);
        Assert.Equal(SupportStatus.Supported, fact.Support);
        Assert.Equal(4061, fact.Revision);
        Assert.Equal("25H2", fact.Release);
    }

    [Fact]
    public void One_build_is_a_client_and_a_server_with_other_dates()
    {
        var client = System(""" "BuildNumber": "17763", "ProductType": 1, "OperatingSystemSKU": 48 """);
        var server = System(""" "BuildNumber": "17763", "ProductType": 3, "OperatingSystemSKU": 7 """);
        Assert.Equal(SupportStatus.Ended, client.Support);
        Assert.Equal(SupportStatus.Supported, server.Support);
    }

    [Fact]
    public void Where_editions_differ_and_the_edition_was_not_read_the_support_is_not_known()
    {
        var snapshot = Snapshot(""" "BuildNumber": "17763", "ProductType": 1 """);
        Assert.Null(Assert.Single(snapshot.Of<OperatingSystemFact>()).Support);
        Assert.Contains(snapshot.GapsIn<OperatingSystemFact>(), gap => gap.Property == "Support" && gap.Message.Contains("17763"));
    }

    [Fact]
    public void A_build_that_the_catalogue_doesnt_know_is_not_supported_but_unknown()
    {
        var snapshot = Snapshot(""" "BuildNumber": "99999", "ProductType": 1, "OperatingSystemSKU": 48 """);
        Assert.Null(Assert.Single(snapshot.Of<OperatingSystemFact>()).Support);
        Assert.Contains(snapshot.GapsIn<OperatingSystemFact>(), gap => gap.Property == "Support" && gap.Message.Contains("99999"));
    }

    [Fact]
    public void The_snapshot_carries_who_the_host_is_where_and_what_its_clock_said()
    {
        var snapshot = Snapshot(""" "CSName": "X", "ProductType": 3, "LocalDateTime": "20261116091100.000000+540" """);
        Assert.Equal("MADOGUCHI01", snapshot.HostName);
        Assert.Equal(new[] { "10.1.2.3", "2001:db8::7" }, snapshot.IPAddresses);
        Assert.Equal(HostRole.Server, snapshot.Role);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 11, 0, TimeSpan.Zero), snapshot.HostClock);
        Assert.Equal(TimeSpan.FromMinutes(11), Assert.Single(snapshot.Of<HostFact>()).ClockSkew);
    }

    [Fact]
    public void A_recording_without_a_date_gives_nothing_an_age()
    {
        var snapshot = Machine.Answering(
            """{ "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "BuildNumber": "26100", "ProductType": 1, "OperatingSystemSKU": 48, "LastBootUpTime": "20260101000000.000000+000" } ] } } }"""
        );
        var fact = Assert.Single(snapshot.Of<OperatingSystemFact>());
        Assert.Null(snapshot.CollectedAt);
        Assert.Null(fact.Uptime);
        Assert.Null(fact.Support);
        Assert.Contains(
            snapshot.GapsIn<OperatingSystemFact>(),
            gap => gap.Property == "Support" && gap.Message.Contains("when it was made")
        );
    }

    [Fact]
    public void A_host_that_could_not_be_asked_is_nothing_but_gaps()
    {
        using var folder = new TemporaryFolder();
        var snapshot = Machine.Recorded(
            folder.File("PC009.json", """{ "failures": { "*": "unreachable" } }"""),
            null,
            null,
            out var listener
        );
        Assert.Empty(snapshot.Facts);
        Assert.All(snapshot.Gaps, gap => Assert.Equal(GapKind.Unreachable, gap.Kind));
        Assert.Equal("PC009", Assert.Single(listener.Problems).Target.ComputerName);
    }

    private static OperatingSystemFact System(string values) => Assert.Single(Snapshot(values).Of<OperatingSystemFact>());

    private static Snapshot Snapshot(string values) =>
        Machine.Answering(
            """
            { "recordedAt": "2026-11-16T00:00:00Z",
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { VALUES } ],
                "Win32_ComputerSystem": [ { "Name": "MADOGUCHI01", "Domain": "town.example.jp", "PartOfDomain": true } ],
                "Win32_NetworkAdapterConfiguration": [ { "IPAddress": null }, { "IPAddress": [ "10.1.2.3", "fe80::1", "2001:db8::7" ] }, { "IPAddress": [ "169.254.3.4", "10.1.2.3" ] } ] } },
              "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion": {
                "ProductName": { "type": "REG_SZ", "data": "Windows 10 Pro" }, "UBR": { "type": "REG_DWORD", "data": 4061 }, "DisplayVersion": { "type": "REG_SZ", "data": "25H2" } } } }
            """.Replace("VALUES", values)
        );
}
