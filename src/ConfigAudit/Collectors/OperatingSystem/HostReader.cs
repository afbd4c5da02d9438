using System.Linq;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.OperatingSystem;

/// <summary>Rows of Win32_ComputerSystem, Win32_OperatingSystem and Win32_NetworkAdapterConfiguration to the host fact.</summary>
internal static class HostReader
{
    public static FactSet<HostFact> Read(Collection collection, CimAnswer system, CimAnswer computer, CimAnswer adapters)
    {
        var facts = new FactSetBuilder<HostFact>();
        var computerRow = computer.Rows.Count > 0 ? computer.Rows[0] : null;
        var systemRow = system.Rows.Count > 0 ? system.Rows[0] : null;
        var clock = systemRow?.Instant("LocalDateTime");
        var addresses = adapters.Rows.SelectMany(row => row.Texts("IPAddress") ?? Enumerable.Empty<string>()).Where(IsRoutable).Distinct().ToArray();
        if (computerRow is null && systemRow is null)
        {
            facts.MayLack(computer.Gap ?? system.Gap ?? new Gap(GapKind.Unusable, "root/cimv2:Win32_ComputerSystem", "the host answered with no instance"));
        }
        else
        {
            facts.Add(new HostFact
            {
                ComputerName = collection.ComputerName,
                Source = "root/cimv2:Win32_ComputerSystem",
                HostName = computerRow?.Text("Name") ?? systemRow?.Text("CSName"),
                DnsHostName = computerRow?.Text("DNSHostName"),
                Domain = computerRow?.Text("Domain"),
                InDomain = computerRow?.Flag("PartOfDomain"),
                IPAddresses = addresses.Length == 0 && adapters.Gap is not null ? null : addresses,
                Clock = clock,
                ClockSkew = (clock - collection.Now)?.Duration(),
            });
        }

        facts.Unread(computer.Gap, nameof(HostFact.HostName), nameof(HostFact.DnsHostName), nameof(HostFact.Domain), nameof(HostFact.InDomain));
        if (computer.Gap is null)
            facts.Unread(new Gap(GapKind.NotSupported, "root/cimv2:Win32_ComputerSystem", "the host tells no name in DNS"), nameof(HostFact.DnsHostName));
        facts.Unread(system.Gap, nameof(HostFact.Clock), nameof(HostFact.ClockSkew));
        facts.Unread(adapters.Gap, nameof(HostFact.IPAddresses));
        return facts.Build();
    }

    /// <summary>Link-local addresses (169.254/16, fe80::/10) and things that are no address say nothing of where a host is.</summary>
    private static bool IsRoutable(string text) =>
        IPAddress.TryParse(text, out var address)
        && !address.IsIPv6LinkLocal
        && !text.StartsWith("169.254.", System.StringComparison.Ordinal)
        && !address.Equals(IPAddress.Any);
}
