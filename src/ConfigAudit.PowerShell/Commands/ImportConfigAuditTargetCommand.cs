using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the hosts of inventory files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditTarget", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Target))]
public sealed class ImportConfigAuditTargetCommand : PathCommand
{
    /// <summary>A folder means its .json files; whoever keeps lists in CSV names them.</summary>
    private protected override IReadOnlyList<string> FilesOf(string folder)
    {
        if (Directory.EnumerateFiles(folder, "*.json").Any() || Directory.EnumerateFiles(folder, "*.csv").FirstOrDefault() is not { } list)
            return base.FilesOf(folder);
        WriteError(
            Records.Misplaced(
                folder,
                new LocalText(
                    $"フォルダで、.json のファイルがありません。CSVのホスト一覧は、ファイルを指定してください（例: {list}）",
                    $"this is a folder, and holds no .json file. Name the lists that are CSV themselves, such as {list}"
                )
            )
        );
        return Array.Empty<string>();
    }

    private protected override void Read(string path)
    {
        var isEmpty = true;
        foreach (var target in InventoryFile.Read(path, bad => WriteError(Records.Of(bad)), remark => WriteWarning(remark.Message)))
        {
            isEmpty = false;
            WriteObject(target);
        }

        // Whoever pipes it on would see nothing at all, as if all were well.
        if (isEmpty)
            WriteWarning(new LocalText($"{path}: ホストが1台も書かれていません。", $"{path} names no host.").ToString());
    }
}
