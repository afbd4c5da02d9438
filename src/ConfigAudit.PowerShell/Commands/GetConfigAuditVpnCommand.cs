using System.Management.Automation;
using ConfigAudit.Collectors.Vpn;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the VPN connections of hosts.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditVpn", DefaultParameterSetName = ByName)]
[OutputType(typeof(VpnConnectionFact))]
public sealed class GetConfigAuditVpnCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditVpnCommand()
        : base("Vpn")
    {
    }
}
