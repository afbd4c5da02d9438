using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Findings;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the findings of files, one a host and check, each file whole or not at all: CSV, JSON, or what Export-Clixml
/// wrote.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditFinding", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Finding))]
public sealed class ImportConfigAuditFindingCommand : PathCommand
{
    /// <summary>A report in two formats has each finding twice.</summary>
    private readonly FindingSet _findings = new();

    /// <summary>Several files of a folder may hold the same findings, as a report in two formats does.</summary>
    private protected override IReadOnlyList<string> FilesOf(string folder)
    {
        WriteError(Records.FolderOfFindings(folder));
        return Array.Empty<string>();
    }

    private protected override void Read(string path)
    {
        var isEmpty = true;
        foreach (var finding in FindingFile.Read(path, Tell))
        {
            isEmpty = false;
            _findings.Add(finding);
        }

        // Whoever pipes it on would see nothing at all, as if all were well.
        if (isEmpty)
            WriteWarning(Records.Say($"{path}: 判定結果が1件もありません。", $"{path} holds no finding."));

        void Tell(InputException bad)
        {
            isEmpty = false;
            WriteError(Records.Of(bad));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(this.Once(_findings), enumerateCollection: true);
}
