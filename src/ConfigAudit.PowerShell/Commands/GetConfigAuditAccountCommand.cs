using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>
/// Emits the local accounts of hosts with the signs of being shared; administrators, profiles, sessions, past logons and the password
/// policy on
/// request.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditAccount", DefaultParameterSetName = ByName)]
[OutputType(
    typeof(AccountFact),
    typeof(AdministratorFact),
    typeof(ProfileFact),
    typeof(LogonSessionFact),
    typeof(LogonFact),
    typeof(PasswordPolicyFact)
)]
public sealed class GetConfigAuditAccountCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditAccountCommand()
        : base("Account") { }
}
