using System.Management.Automation;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the Windows that hosts run, with its support status.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditOperatingSystem", DefaultParameterSetName = ByName)]
[OutputType(typeof(OperatingSystemFact), typeof(HostFact))]
public sealed class GetConfigAuditOperatingSystemCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditOperatingSystemCommand()
        : base("OperatingSystem") { }
}
