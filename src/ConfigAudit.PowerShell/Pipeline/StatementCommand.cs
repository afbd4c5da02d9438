using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Base.Files;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that keeps in a file what people say of findings. What stands in the file already stays.</summary>
public abstract class StatementCommand : AuditCommand
{
    /// <summary>The file, .json; it is made if it isn't there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Writes the file whole, or says why not.</summary>
    private protected bool Save(string path, Action write)
    {
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
