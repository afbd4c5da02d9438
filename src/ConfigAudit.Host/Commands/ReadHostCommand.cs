using System.Management.Automation;
using System.Security;

namespace ConfigAudit.Host.Commands;

/// <summary>Read-Host, which the engine alone doesn't bring: a line from the user, or from standard input.</summary>
[Cmdlet(VerbsCommunications.Read, "Host")]
[OutputType(typeof(string), typeof(SecureString))]
public sealed class ReadHostCommand : PSCmdlet
{
    /// <summary>What to ask.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object? Prompt { get; set; }

    /// <summary>Hides what is typed, and returns it as a SecureString.</summary>
    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Prompt is not null)
            Host.UI.Write(WriteHostCommand.Text(Prompt, " ") + ": ");
        WriteObject(AsSecureString ? Host.UI.ReadLineAsSecureString() : Host.UI.ReadLine());
    }
}
