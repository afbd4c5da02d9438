using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the installed products of hosts, with their support status.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditSoftware", DefaultParameterSetName = ByName)]
[OutputType(typeof(SoftwareFact))]
public sealed class GetConfigAuditSoftwareCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditSoftwareCommand()
        : base("Software") { }
}
