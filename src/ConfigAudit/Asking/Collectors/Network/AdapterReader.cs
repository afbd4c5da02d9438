using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>Adapters to adapter facts.</summary>
internal static class AdapterReader
{
    private const string Hardware = "root/cimv2:Win32_NetworkAdapter";
    private const string Configuration = "root/cimv2:Win32_NetworkAdapterConfiguration";

    public static FactSet<AdapterFact> Read(Collection collection, CimAnswer adapters, CimAnswer configurations)
    {
        var facts = new FactSetBuilder<AdapterFact>();
        var noHardware =
            adapters.Gap
            ?? new Gap(
                GapKind.Unusable,
                Hardware,
                new LocalText("アダプタのIndexのインスタンスがないか、値がない", "no instance has the adapter's Index, or it doesn't tell")
            );
        var noConfiguration =
            configurations.Gap
            ?? new Gap(
                GapKind.Unusable,
                Configuration,
                new LocalText("アダプタのIndexのインスタンスがないか、値がない", "no instance has the adapter's Index, or it doesn't tell")
            );
        foreach (var adapter in Adapter.Join(adapters, configurations).Where(adapter => adapter.IsConnection))
        {
            var (hardware, configuration) = (adapter.Hardware, adapter.Configuration);
            Reading<string> OfHardware(string? text) => Reading<string>.Of(text, noHardware);
            Reading<IReadOnlyList<string>> List(string name) =>
                Reading<IReadOnlyList<string>>.Of(Texts(configuration, name, configurations), noConfiguration);
            facts.Add(
                new AdapterFact
                {
                    ComputerName = collection.ComputerName,
                    Source = hardware is null ? Configuration : $"{Hardware}; {Configuration}",
                    Name = facts.Known(nameof(AdapterFact.Name), OfHardware(hardware?.Text("NetConnectionID") ?? hardware?.Text("Name"))),
                    Description = facts.Known(nameof(AdapterFact.Description), OfHardware(hardware?.Text("Description"))),
                    MacAddress = facts.Known(
                        nameof(AdapterFact.MacAddress),
                        OfHardware(hardware is null ? null : hardware.Text("MACAddress") ?? (adapters.Gap is null ? string.Empty : null))
                    ),
                    Addresses = facts.Known(nameof(AdapterFact.Addresses), List("IPAddress")),
                    Subnets = facts.Known(nameof(AdapterFact.Subnets), List("IPSubnet")),
                    Gateways = facts.Known(nameof(AdapterFact.Gateways), List("DefaultIPGateway")),
                    DnsServers = facts.Known(nameof(AdapterFact.DnsServers), List("DNSServerSearchOrder")),
                    DhcpEnabled = facts.Known(
                        nameof(AdapterFact.DhcpEnabled),
                        Reading<bool?>.Of(configuration?.Flag("DHCPEnabled"), noConfiguration)
                    ),
                    IsUp = facts.Known(nameof(AdapterFact.IsUp), Reading<bool?>.Of(adapter.IsUp, noHardware)),
                    IsPhysical = facts.Known(nameof(AdapterFact.IsPhysical), Reading<bool?>.Of(adapter.IsPhysical, noHardware)),
                }
            );
        }

        facts.MayLack(adapters.Gap);
        // Every Windows has adapters, of software at least.
        if (adapters is { Gap: null, Rows.Count: 0 })
        {
            facts.MayLack(
                new Gap(
                    GapKind.Unusable,
                    Hardware,
                    new LocalText(
                        "インスタンスの応答がない。あり得ない応答である",
                        "the host answered with no instance, which can't be true"
                    )
                )
            );
        }

        return facts.Build();
    }

    /// <summary>Null is Windows' empty list; in a class that was recorded in part it is nothing at all.</summary>
    private static IReadOnlyList<string>? Texts(CimRow? row, string name, CimAnswer answer) =>
        row is null ? null : row.Texts(name) ?? (answer.Gap is null ? Array.Empty<string>() : null);
}
