using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>What a host answered of what sets its clock.</summary>
/// <param name="Policy">W32Time's parameters by policy.</param>
/// <param name="Own">The host's own.</param>
/// <param name="ClientPolicy">The NTP client by policy.</param>
/// <param name="Client">The NTP client.</param>
/// <param name="Guest">The provider by which a hypervisor gives its guests the time.</param>
/// <param name="Services">The service W32Time.</param>
/// <param name="DomainServices">The service Netlogon, by which a member of a domain finds its controllers.</param>
/// <param name="GuestServices">The service that brings a guest the time, where that provider is on.</param>
/// <param name="Computer">Win32_ComputerSystem: whether there is a domain, and what the host is called.</param>
/// <param name="Adapters">The host's addresses, where a server is told by one.</param>
internal sealed record TimeAnswers(
    RegistryRow Policy,
    RegistryRow Own,
    RegistryRow ClientPolicy,
    RegistryRow Client,
    RegistryRow Guest,
    CimAnswer Services,
    CimAnswer DomainServices,
    CimAnswer GuestServices,
    CimAnswer Computer,
    CimAnswer Adapters
)
{
    /// <summary>Where they were read; of the two last, where they told anything.</summary>
    public IEnumerable<string> Places =>
        new[] { Policy.Source, Own.Source }
            .Concat(
                new[] { ClientPolicy, Client }
                    .Where(row => row.Number(TimeSourceReader.Enabled).Value is not null)
                    .Select(row => row.Source)
            )
            .Append("root/cimv2:Win32_Service")
            .Concat(Computer.Rows.Count > 0 ? new[] { "root/cimv2:Win32_ComputerSystem" } : Enumerable.Empty<string>())
            .Concat(Adapters.Rows.Count > 0 ? new[] { "root/cimv2:Win32_NetworkAdapterConfiguration" } : Enumerable.Empty<string>());
}
