using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Findings;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the findings of files, each whole or not at all: CSV, JSON, or what Export-Clixml wrote.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditFinding", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Finding))]
public sealed class ImportConfigAuditFindingCommand : PathCommand
{
    /// <summary>Several files of a folder may hold the same findings, as a report in two formats does.</summary>
    private protected override IReadOnlyList<string> FilesOf(string folder)
    {
        WriteError(Records.FolderOfFindings(folder));
        return Array.Empty<string>();
    }

    private protected override void Read(string path)
    {
        foreach (var finding in FindingFile.Read(path, bad => WriteError(Records.Of(bad))))
            WriteObject(finding);
    }
}
