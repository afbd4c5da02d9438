using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.Host.Commands;

/// <summary>Shows text to the user, as an information record that a script can redirect. PowerShell's own stands in a module that isn't here.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    private static readonly string[] Tags = { "PSHOST" };

    /// <summary>What to show.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    /// <summary>Ends without a line end.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>Stands between several objects.</summary>
    [Parameter]
    public object Separator { get; set; } = " ";

    /// <summary>The colour of the text.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>The colour behind the text.</summary>
    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteInformation(
            new HostInformationMessage { Message = Text(Object), NoNewLine = NoNewline, ForegroundColor = ForegroundColor, BackgroundColor = BackgroundColor },
            Tags);

    private string Text(object? value) => value switch
    {
        null => string.Empty,
        PSObject { BaseObject: not PSCustomObject } wrapped => Text(wrapped.BaseObject),
        string text => text,
        IEnumerable items => string.Join(Separator.ToString(), items.Cast<object?>().Select(Text)),
        _ => value.ToString() ?? string.Empty,
    };
}
