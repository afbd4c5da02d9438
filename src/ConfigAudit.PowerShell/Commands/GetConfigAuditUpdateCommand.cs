using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits where hosts look for updates, and how far they have come.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditUpdate", DefaultParameterSetName = ByName)]
[OutputType(typeof(UpdatePolicyFact), typeof(DefinitionPolicyFact), typeof(UpdateStatusFact), typeof(PatchLevelFact), typeof(HotfixFact))]
public sealed class GetConfigAuditUpdateCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditUpdateCommand()
        : base("Update") { }
}
