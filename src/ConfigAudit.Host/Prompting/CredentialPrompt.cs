using System.Management.Automation;
using System.Management.Automation.Host;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host.Prompting;

/// <summary>A user and a password.</summary>
internal sealed class CredentialPrompt(UserInterface ui)
{
    public PSCredential Ask(string? caption, string? message, string? userName)
    {
        Heading.Write(ui, caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ui.ReadLine();
        }

        if (string.IsNullOrEmpty(userName))
            throw new HostException("A credential needs a user name.");
        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ui.ReadLineAsSecureString());
    }
}
