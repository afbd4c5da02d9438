using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Reads registers and emits their rows, with one error for each row that can't be used.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditRegister")]
[OutputType(typeof(RegisterFact))]
public sealed class ImportConfigAuditRegisterCommand : AuditCommand
{
    /// <summary>Files, CSV or JSON, or folders of them; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>Which register a CSV file is, where its name doesn't tell.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegisterCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in RegisterSet.Files(Path.SelectMany(ResolveExisting), odd => WriteWarning(odd.Message)))
        {
            try
            {
                var file = RegisterFile.Load(path, Name);
                foreach (var bad in file.Problems)
                    WriteError(Records.Of(bad));
                if (file.Remark is { } odd)
                    WriteWarning(odd.Message);
                else if (file.Rows.Count == 0 && file.Problems.Count == 0)
                    WriteWarning(Records.Say($"{path}: 行が1つもありません。", $"{path} holds no row."));
                WriteObject(file.Rows.Select(row => row.On(JapanDay.Today)), enumerateCollection: true);
            }
            catch (InputException bad)
            {
                WriteError(Records.Of(bad));
            }
        }
    }
}
