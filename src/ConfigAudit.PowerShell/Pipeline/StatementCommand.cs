using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Completion;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that keeps in a file what people say of findings. What stands in the file already stays.</summary>
public abstract class StatementCommand : AuditCommand
{
    private protected const string ByCheck = "Check";

    /// <summary>The file, .json; it is made if it isn't there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The id of the check.</summary>
    [Parameter(ParameterSetName = ByCheck, Mandatory = true, Position = 1)]
    [Alias("CheckId")]
    [ArgumentCompleter(typeof(CheckCompleter))]
    [ValidateNotNullOrEmpty]
    public string Check { get; set; } = string.Empty;

    /// <summary>The hosts that it is for; * stands for any text. Without it, all, and the organisation.</summary>
    [Parameter(ParameterSetName = ByCheck)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ComputerNameCompleter))]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The zones that it is for. Without it, all.</summary>
    [Parameter(ParameterSetName = ByCheck)]
    [Named(typeof(Zone))]
    [ValidateNotNullOrEmpty]
    public Zone[] Zone { get; set; } = Array.Empty<Zone>();

    /// <summary>The findings that these parameters mean.</summary>
    private protected FindingSelector Selector =>
        new()
        {
            CheckId = Check,
            ComputerNames = ComputerName,
            Zones = Zone,
        };

    /// <summary>Ends the command where something is wrong with what a parameter says.</summary>
    private protected static void Demand(LocalText? wrong, string parameter)
    {
        if (wrong is not null)
            throw new PSArgumentException(wrong.ToString(), parameter);
    }

    /// <summary>Says at once that a check's id is none that ships: found later, it would be in the report that lacks the statement.</summary>
    private protected void WarnOfCheck()
    {
        if (Check.Length > 0 && !CheckCompleter.Ids.Contains(Check, StringComparer.OrdinalIgnoreCase))
            WriteWarning(Records.UnknownCheck(Check, Likeness.Nearest(Check, CheckCompleter.Ids)));
    }

    /// <summary>Writes the file whole, or says why not.</summary>
    private protected bool Save(string path, Action write)
    {
        if (FilePlace.NoFile(path) is { } why)
        {
            WriteError(Records.Misplaced(path, why));
            return false;
        }

        if (!ShouldProcess(path, Records.Say("書き込み", "Write")))
            return false;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            write();
            return true;
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, path));
        }

        return false;
    }
}
