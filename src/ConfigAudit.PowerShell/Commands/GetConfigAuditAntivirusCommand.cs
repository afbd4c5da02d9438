using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the antivirus and EDR products of hosts, and how Microsoft Defender is set.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditAntivirus", DefaultParameterSetName = ByName)]
[OutputType(typeof(AntivirusFact), typeof(DefenderSettingsFact))]
public sealed class GetConfigAuditAntivirusCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditAntivirusCommand()
        : base("Antivirus") { }
}
