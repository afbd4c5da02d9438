using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits where hosts stand in the network: adapters, routes, neighbours, proxies, SMB, Windows Firewall.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditNetwork", DefaultParameterSetName = ByName)]
[OutputType(
    typeof(NetworkFact),
    typeof(AdapterFact),
    typeof(RouteFact),
    typeof(FirewallProfileFact),
    typeof(FirewallRuleFact),
    typeof(NeighborFact)
)]
public sealed class GetConfigAuditNetworkCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditNetworkCommand()
        : base("Network") { }
}
