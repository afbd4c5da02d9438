using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Logging;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the event logs of hosts, what is recorded, where it is sent, and what sets the clock.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditLog", DefaultParameterSetName = ByName)]
[OutputType(typeof(EventLogFact), typeof(LoggingFact), typeof(AuditPolicyFact), typeof(TimeSourceFact), typeof(LogChannelFact))]
public sealed class GetConfigAuditLogCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditLogCommand()
        : base("Log") { }
}
