using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network;

/// <summary>Adapters to adapter facts.</summary>
internal static class AdapterReader
{
    private const string Hardware = "root/cimv2:Win32_NetworkAdapter";
    private const string Configuration = "root/cimv2:Win32_NetworkAdapterConfiguration";

    private static readonly string[] Addressing =
    {
        nameof(AdapterFact.Addresses), nameof(AdapterFact.Subnets), nameof(AdapterFact.Gateways), nameof(AdapterFact.DnsServers), nameof(AdapterFact.DhcpEnabled),
    };

    public static FactSet<AdapterFact> Read(Collection collection, CimAnswer adapters, CimAnswer configurations)
    {
        var facts = new FactSetBuilder<AdapterFact>();
        foreach (var adapter in Adapter.Join(adapters, configurations).Where(adapter => adapter.IsConnection))
        {
            var (hardware, configuration) = (adapter.Hardware, adapter.Configuration);
            facts.Add(new AdapterFact
            {
                ComputerName = collection.ComputerName,
                Source = hardware is null ? Configuration : $"{Hardware}; {Configuration}",
                Name = hardware?.Text("NetConnectionID") ?? hardware?.Text("Name"),
                Description = hardware?.Text("Description"),
                MacAddress = hardware is null ? null : hardware.Text("MACAddress") ?? (adapters.Gap is null ? string.Empty : null),
                Addresses = List(configuration, "IPAddress", configurations),
                Subnets = List(configuration, "IPSubnet", configurations),
                Gateways = List(configuration, "DefaultIPGateway", configurations),
                DnsServers = List(configuration, "DNSServerSearchOrder", configurations),
                DhcpEnabled = configuration?.Flag("DHCPEnabled"),
                IsUp = adapter.IsUp,
                IsPhysical = adapter.IsPhysical,
            });
        }

        facts.MayLack(adapters.Gap);
        facts.Unread(configurations.Gap ?? new Gap(GapKind.Unusable, Configuration, "no instance has the adapter's Index"), Addressing);
        facts.Unread(
            adapters.Gap ?? new Gap(GapKind.Unusable, Hardware, "no instance has the adapter's Index, or it doesn't tell"),
            nameof(AdapterFact.Name), nameof(AdapterFact.Description), nameof(AdapterFact.MacAddress), nameof(AdapterFact.IsUp), nameof(AdapterFact.IsPhysical));
        return facts.Build();
    }

    /// <summary>Null is Windows' empty list; in a class that was recorded in part it is nothing at all.</summary>
    private static IReadOnlyList<string>? List(CimRow? row, string name, CimAnswer answer) =>
        row is null ? null : row.Texts(name) ?? (answer.Gap is null ? Array.Empty<string>() : null);
}
