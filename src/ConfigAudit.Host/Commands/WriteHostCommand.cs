using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.Host.Commands;

/// <summary>Write-Host, which the engine alone doesn't bring: text for the reader, on the information stream.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to show.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    /// <summary>What stands between the elements of a list.</summary>
    [Parameter]
    public object Separator { get; set; } = " ";

    /// <summary>Leaves the cursor behind the text.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>The colour of the text.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>The colour behind the text.</summary>
    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The engine would make up a colour for the one that isn't given; the terminal has its own.
        var colored = ForegroundColor is not null || BackgroundColor is not null;
        var message = new HostInformationMessage
        {
            Message = Text(Object, Text(Separator, string.Empty)),
            NoNewLine = NoNewline.IsPresent,
            ForegroundColor = colored ? ForegroundColor ?? Host.UI.RawUI.ForegroundColor : null,
            BackgroundColor = colored ? BackgroundColor ?? Host.UI.RawUI.BackgroundColor : null,
        };
        WriteInformation(message, ["PSHOST"]);
    }

    internal static string Text(object? value, string separator) => PSObject.AsPSObject(value ?? string.Empty).BaseObject switch
    {
        string text => text,
        IEnumerable list => string.Join(separator, list.Cast<object?>().Select(item => Text(item, separator))),
        var item => item.ToString() ?? string.Empty,
    };
}
