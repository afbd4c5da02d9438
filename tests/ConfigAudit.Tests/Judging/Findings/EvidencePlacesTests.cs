using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>The evidence of a Pass: the places that told of what the check looks at, and never one that told nothing but why it
/// can't.</summary>
public sealed class EvidencePlacesTests
{
    private const string Smb = "root/Microsoft/Windows/SMB:MSFT_SmbServerConfiguration.GetConfiguration";
    private const string Usb = @"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\USBSTOR";

    public static TheoryData<string> Places()
    {
        var places = new TheoryData<string>();
        foreach (
            var place in Collector
                .All.SelectMany(collector => collector.Sources)
                .Select(source => source.Place)
                .Where(place => !place.Contains("*"))
                .Distinct(StringComparer.Ordinal)
        )
        {
            places.Add(place);
        }

        return places;
    }

    [Fact]
    public void Where_a_property_is_read_its_collector_asks()
    {
        foreach (var collector in Collector.All)
        {
            var asked = collector.Sources.Select(source => source.Place).ToArray();
            foreach (var property in collector.Facts.SelectMany(type => type.Properties))
            {
                Assert.All(
                    property.Places,
                    place => Assert.Contains(asked, each => each == place || each.StartsWith(place + "\\", StringComparison.Ordinal))
                );
            }
        }
    }

    [Theory]
    [InlineData("NET-02", "root/cimv2:Win32_NetworkAdapterConfiguration; root/cimv2:Win32_NetworkAdapter")]
    [InlineData("NET-03", Smb)]
    [InlineData("OS-02", "root/cimv2:Win32_OperatingSystem")]
    [InlineData(
        "ID-05",
        "root/cimv2:Win32_UserAccount; root/cimv2:Win32_Group; root/cimv2:Win32_GroupUser; root/cimv2:Win32_OperatingSystem"
    )]
    public void A_check_rests_on_what_it_looks_at(string check, string evidence) => Assert.Equal(evidence, Passing(Host(), check).Evidence);

    [Fact]
    public void Updates_rest_on_every_key_that_could_send_them_outside() =>
        Assert.Equal(
            new[] { @"Windows\WindowsUpdate", @"WindowsUpdate\AU", @"Windows\DeliveryOptimization", @"device\Update" },
            Passing(Host(), "UPD-01").Evidence.Split(new[] { "; " }, StringSplitOptions.None).Select(LastTwo)
        );

    [Fact]
    public void Rules_of_the_firewall_rest_on_their_filters_and_on_every_store()
    {
        var evidence = Passing(Host(), "NET-04").Evidence;

        Assert.All(
            new[]
            {
                "MSFT_NetProtocolPortFilter",
                "MSFT_NetAddressFilter",
                @"FirewallPolicy\Mdm\FirewallRules",
                @"WindowsFirewall\FirewallRules",
            },
            place => Assert.Contains(place, evidence)
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_denied_is_no_evidence(string place)
    {
        var host = Host();
        var key = place.Replace("registry:", string.Empty);
        // A key that isn't there isn't asked where the list of those above it says so: nobody is denied it.
        if (key != place && host["registry"]![key] is null && host["absent"]!.All(each => (string?)each != place))
            return;
        if (host["failures"] is not JObject failures)
            host["failures"] = failures = new JObject();
        failures[place] = "denied";

        Assert.Empty(
            Findings(host)
                .Where(each => each.Outcome == Outcome.Pass && each.Evidence.Split(new[] { "; " }, StringSplitOptions.None).Contains(place))
                .Select(each => $"{each.CheckId}: {place}")
                .Distinct()
        );
    }

    [Fact]
    public void A_policy_that_denies_all_storage_doesn_t_rest_on_a_driver_that_nobody_may_look_at()
    {
        var host = Host();
        host["registry"]![@"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices"] = JObject.Parse(
            """{ "Deny_All": { "type": "REG_DWORD", "data": 1 } }"""
        );
        Assert.Contains(Usb, Passing(host, "MED-01").Evidence);
        host["failures"] = new JObject { ["registry:" + Usb] = "denied" };

        Assert.DoesNotContain(Usb, Passing(host, "MED-01").Evidence);
    }

    private static string LastTwo(string key) => key.Split('\\') is var parts ? string.Join("\\", parts.Skip(parts.Length - 2)) : key;

    private static JObject Host() =>
        JObject.Parse(File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", "MN-PC-001.json")));

    private static Finding Passing(JObject host, string check)
    {
        var finding = Findings(host).First(each => each.CheckId == check);
        Assert.Equal(Outcome.Pass, finding.Outcome);
        return finding;
    }

    /// <summary>Baseline after baseline, as far as it is looked at.</summary>
    private static IEnumerable<Finding> Findings(JObject host)
    {
        var snapshot = Machine.Answering(host.ToString(), zone: Zone.MyNumber);
        return ShippedChecks.Baselines.SelectMany(baseline => Evaluator.Evaluate(baseline, snapshot));
    }
}
