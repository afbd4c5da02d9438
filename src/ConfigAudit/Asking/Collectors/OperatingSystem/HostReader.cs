using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>Rows of Win32_ComputerSystem, Win32_OperatingSystem and Win32_NetworkAdapterConfiguration to the host fact.</summary>
internal static class HostReader
{
    private const string Computer = "root/cimv2:Win32_ComputerSystem";
    private const string System = "root/cimv2:Win32_OperatingSystem";
    private const string Adapters = "root/cimv2:Win32_NetworkAdapterConfiguration";

    public static FactSet<HostFact> Read(Collection collection, CimAnswer system, CimAnswer computer, CimAnswer adapters)
    {
        var facts = new FactSetBuilder<HostFact>();
        var (sole, soleSystem) = (new SoleInstance(computer, Computer), new SoleInstance(system, System));
        if (sole.Gap is { } missing && soleSystem.Gap is not null)
        {
            facts.MayLack(missing);
            return facts.Build();
        }

        var clock = HostMoment.Shown(soleSystem.Read("LocalDateTime", row => row.Instant("LocalDateTime")), "LocalDateTime", System);
        facts.Add(
            new HostFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{Computer}; {System}; {Adapters}",
                HostName = facts.Known(nameof(HostFact.HostName), Name(sole, soleSystem)),
                DnsHostName = facts.Known(nameof(HostFact.DnsHostName), sole.Read("DNSHostName", row => row.Text("DNSHostName"))),
                Domain = facts.Known(nameof(HostFact.Domain), sole.Read("Domain", row => row.Text("Domain"))),
                InDomain = facts.Known(nameof(HostFact.InDomain), sole.Read("PartOfDomain", row => row.Flag("PartOfDomain"))),
                IPAddresses = facts.Known(nameof(HostFact.IPAddresses), Addresses(adapters)),
                Clock = facts.Known(nameof(HostFact.Clock), clock),
                ClockSkew = facts.Known(
                    nameof(HostFact.ClockSkew),
                    clock.Then(shown => (shown - collection.Now)?.Duration(), OperatingSystemReader.NoTime)
                ),
            }
        );
        return facts.Build();
    }

    /// <summary>Two instances with two names leave it unknown, whatever the other class says.</summary>
    private static Reading<string> Name(SoleInstance computer, SoleInstance system)
    {
        var name = computer.Read("Name", row => row.Text("Name"));
        return name.IsKnown || computer.HasSeveral("Name") ? name
            : system.Read("CSName", row => row.Text("CSName")) is { IsKnown: true } other ? other
            : name;
    }

    /// <summary>All of them, or it isn't known where the host stands: only a list that is whole holds every network that it is in. Every
    /// Windows has configurations, of adapters of software at least.</summary>
    private static Reading<IReadOnlyList<string>> Addresses(CimAnswer adapters)
    {
        var addresses = adapters
            .Rows.SelectMany(row => row.Texts("IPAddress") ?? Enumerable.Empty<string>())
            .Where(IsRoutable)
            .Distinct()
            .ToArray();
        return adapters.Gap is null && adapters.Rows.Count > 0
            ? Reading<IReadOnlyList<string>>.Of(addresses)
            : Reading<IReadOnlyList<string>>.Unknown(
                adapters.Gap
                    ?? new Gap(
                        GapKind.Unusable,
                        Adapters,
                        new LocalText(
                            "インスタンスの応答がない。あり得ない応答である",
                            "the host answered with no instance, which can't be true"
                        )
                    )
            );
    }

    /// <summary>Link-local addresses (169.254/16, fe80::/10) and things that are no address say nothing of where a host is.</summary>
    private static bool IsRoutable(string text) =>
        IPAddress.TryParse(text, out var address)
        && !address.IsIPv6LinkLocal
        && !text.StartsWith("169.254.", StringComparison.Ordinal)
        && !address.Equals(IPAddress.Any);
}
