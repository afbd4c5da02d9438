using System;
using System.IO;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that makes files for people to fill in. One that is there is never replaced unless that is asked for.</summary>
public abstract class NewFileCommand : AuditCommand
{
    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes one file whole, or says why not, and emits it.</summary>
    private protected void Make(string path, Action write)
    {
        if (!Force && File.Exists(path))
        {
            WriteError(Records.NotReplaced(path));
            return;
        }

        if (!ShouldProcess(path, Records.Say("書き込み", "Write")))
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write();
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, path));
            return;
        }

        WriteObject(new FileInfo(path));
    }
}
