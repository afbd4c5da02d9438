using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Registers;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Makes registers to fill in, in Excel or by hand: CSV, or JSON.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditRegister", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewConfigAuditRegisterCommand : NewFileCommand
{
    /// <summary>The folder; it is made if it isn't there. Files are named after the registers.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Which registers, in English or Japanese; without it, all.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(RegisterCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Japanese headers and file names; both languages are read back.</summary>
    [Parameter]
    public SwitchParameter Japanese { get; set; }

    /// <summary>With a row that shows how one is written. Delete it before the register is used.</summary>
    [Parameter]
    public SwitchParameter Example { get; set; }

    /// <summary>JSON instead of CSV, each with its schema beside it, which tells an editor what may be written.</summary>
    [Parameter]
    public SwitchParameter Json { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = ResolveNew(Path);
        if (FilePlace.NoFolder(folder) is { } why)
        {
            WriteError(Records.Misplaced(folder, why));
            return;
        }

        foreach (
            var type in Name.Length == 0 ? RegisterType.All : Name.Select(name => RegisterType.Named(name) ?? throw Unknown(name)).ToArray()
        )
        {
            var path = System.IO.Path.Combine(folder, (Japanese ? type.Japanese : type.Name) + (Json ? ".json" : ".csv"));
            Make(
                path,
                () =>
                {
                    // Beside the registers, where an editor looks for it; what reads a folder of registers leaves it alone.
                    if (Json)
                        RegisterSchema.Save(type, System.IO.Path.Combine(folder, RegisterSchema.FileName(type)));
                    RegisterTemplate.Save(type, path, Japanese, Example);
                }
            );
        }
    }

    private static PSArgumentException Unknown(string name) =>
        new(
            Records.Say(
                $"'{name}' という台帳はありません。あるのは {string.Join("、", RegisterType.All.Select(type => $"{type.Japanese}（{type.Name}）"))} です。",
                $"There is no register '{name}'; there are: {string.Join(", ", RegisterType.All.Select(type => $"{type.Name} ({type.Japanese})"))}."
            )
        );
}
