using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the VPN connections of hosts, other vendors' VPN clients, Remote Desktop and IPsec rules.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditVpn", DefaultParameterSetName = ByName)]
[OutputType(typeof(VpnConnectionFact), typeof(VpnClientFact), typeof(RemoteDesktopFact), typeof(IpsecRuleFact), typeof(IpsecCryptoFact))]
public sealed class GetConfigAuditVpnCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditVpnCommand()
        : base("Vpn") { }
}
