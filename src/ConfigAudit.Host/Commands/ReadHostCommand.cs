using System.Management.Automation;
using System.Security;

namespace ConfigAudit.Host.Commands;

/// <summary>Asks the user for a line. PowerShell's own stands in a module that isn't here.</summary>
[Cmdlet(VerbsCommunications.Read, "Host")]
[OutputType(typeof(string), typeof(SecureString))]
public sealed class ReadHostCommand : PSCmdlet
{
    /// <summary>What to ask.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object[]? Prompt { get; set; }

    /// <summary>Doesn't show what is typed, and keeps it in memory encrypted where the system can.</summary>
    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Prompt is { Length: > 0 })
            Host.UI.Write(string.Join(" ", Prompt) + ": ");
        WriteObject(AsSecureString ? Host.UI.ReadLineAsSecureString() : Host.UI.ReadLine());
    }
}
