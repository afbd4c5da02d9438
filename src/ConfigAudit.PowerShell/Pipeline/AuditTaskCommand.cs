using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.Telling.Notices;
using ConfigAudit.Telling.Schedules;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that is told of an audit which is to run by itself: what it asks, by what it judges, and whom it tells.</summary>
public abstract class AuditTaskCommand : ScheduleCommand
{
    private protected static readonly TaskPlatform Here = RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? TaskPlatform.Windows
        : TaskPlatform.Systemd;

    /// <summary>The task's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The inventory of the hosts: files, CSV or JSON.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string[] InventoryPath { get; set; } = Array.Empty<string>();

    /// <summary>
    /// The id of a baseline that ships with the module, or the path of a baseline file; of several, a later one changes what an earlier one
    /// says.
    /// </summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Baseline { get; set; } = Array.Empty<string>();

    /// <summary>The organisation's registers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RegisterPath { get; set; } = Array.Empty<string>();

    /// <summary>Files of waivers, or folders of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] WaiverPath { get; set; } = Array.Empty<string>();

    /// <summary>Files of attestations, or folders of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AttestationPath { get; set; } = Array.Empty<string>();

    /// <summary>Catalogue files of the organisation's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] CatalogPath { get; set; } = Array.Empty<string>();

    /// <summary>The thumbprint of the client certificate to ask with.</summary>
    [Parameter]
    [ValidatePattern("^[0-9A-Fa-f]{40}$")]
    public string? CertificateThumbprint { get; set; }

    /// <summary>Ask over HTTPS.</summary>
    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>The folder of the runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>How many runs are kept.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int Keep { get; set; } = 13;

    /// <summary>Tells of new failures by a text file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NoticePath { get; set; }

    /// <summary>Tells of new failures by the Application log.</summary>
    [Parameter]
    public SwitchParameter NoticeEventLog { get; set; }

    /// <summary>The least severity to tell of.</summary>
    [Parameter]
    [Named(typeof(Severity))]
    public Severity NoticeSeverity { get; set; } = Severity.High;

    /// <summary>The account that it runs as; without it, SYSTEM or root.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ServiceAccount { get; set; }

    /// <summary>What runs the script.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Program { get; set; }

    /// <summary>Only writes the files, into this folder, and registers nothing.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>With -Path: what the files are for. Without it, this machine.</summary>
    [Parameter]
    [Named(typeof(TaskPlatform))]
    public TaskPlatform? Platform { get; set; }

    private protected TaskPlatform For => Platform ?? Here;

    /// <summary>What the files name may stand on other machines alone.</summary>
    private bool IsForFilesAlone => Path is not null;

    /// <summary>Paths of the other platform mean nothing here.</summary>
    private protected bool IsForeign => IsForFilesAlone && For != Here;

    /// <summary>The audit, as it is to be written down.</summary>
    private protected AuditTask Task()
    {
        var name = new TaskName(Name);
        if (NoticePath is not null && !IsForeign && FileChannel.Refusal(ResolveNew(NoticePath)) is { } refusal)
            throw new ScheduleException(ScheduleProblem.Invalid, LocalText.Of($"{NoticePath}: ").Then(refusal));
        var folder = Path is null ? TaskWriter.DefaultFolder(name) : ResolveNew(Path);
        if (!IsForeign)
            this.LoadBaseline(Baseline);
        return new AuditTask(name, Schedule)
        {
            Folder = folder,
            Program = Program is null ? ScriptRunner.Find(For) : Whole(Program),
            Account = ServiceAccount,
            TimeLimit = ExecutionTimeLimit,
            Module = ModuleFiles.Manifest,
            InventoryPaths = InventoryPath.Select(There).ToArray(),
            Baselines = Baseline.Select(each => ModuleFiles.Baselines.Shipped(each) is null ? There(each) : each).ToArray(),
            OutputPath =
                OutputPath is not null ? Whole(OutputPath)
                : IsForFilesAlone ? System.IO.Path.Combine(folder, "runs", Name)
                : TaskWriter.DefaultOutput(name, folder),
            IsOutputOurs = OutputPath is null,
            Keep = Keep,
            Audit = new KeyValuePair<string, object?>[]
            {
                new(nameof(RegisterPath), RegisterPath.Select(Patterned).ToArray()),
                new(nameof(WaiverPath), WaiverPath.Select(Patterned).ToArray()),
                new(nameof(AttestationPath), AttestationPath.Select(Patterned).ToArray()),
                new(nameof(CatalogPath), CatalogPath.Select(Patterned).ToArray()),
                new("Certificate", CertificateThumbprint),
                new(nameof(UseSsl), UseSsl ? true : null),
                new(nameof(TrustedRoot), TrustedRoot is null ? null : There(TrustedRoot)),
            },
            NoticePath = NoticePath is null ? null : Whole(NoticePath),
            TellsEventLog = NoticeEventLog,
            SyslogServer = SyslogServer,
            SyslogPort = SyslogPort,
            SyslogTransport = SyslogTransport,
            Severity = NoticeSeverity,
        };
    }

    /// <summary>
    /// Files that are still to be laid there, or that lie on another machine, are meant as they are named; a name that is mistyped should
    /// be seen
    /// now.
    /// </summary>
    private protected void Miss()
    {
        foreach (
            var path in InventoryPath.Concat(RegisterPath).Concat(WaiverPath).Concat(AttestationPath).Concat(CatalogPath).Select(Whole)
        )
        {
            if (!WildcardPattern.ContainsWildcardCharacters(path) && !File.Exists(path) && !Directory.Exists(path))
            {
                WriteWarning(
                    new LocalText(
                        $"{path} がありません。なければ、実行は失敗します。",
                        $"{path} isn't there. Where it still isn't when the task runs, the run fails."
                    ).ToString()
                );
            }
        }
    }

    /// <summary>A list that can't be read now can't be read by the task either, which runs when nobody looks.</summary>
    private protected void ReadInventories()
    {
        foreach (var path in InventoryPath.Select(Whole).Where(path => File.Exists(path) || Directory.Exists(path)))
        {
            if (Unread(path) is not { } why)
                continue;
            if (!IsForFilesAlone)
                throw new ScheduleException(ScheduleProblem.Invalid, LocalText.Of($"{path}: ").Then(why));
            WriteWarning(
                Records.Say(
                    $"{path}: {why.Ja}。このままでは、実行は失敗します。",
                    $"{path}: {why.En}. As long as it is so, the task's run fails."
                )
            );
        }
    }

    /// <summary>Why no host can be read there; null where one can.</summary>
    private static LocalText? Unread(string path)
    {
        LocalText? why = null;
        try
        {
            var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : new[] { path };
            foreach (var file in files)
            {
                try
                {
                    if (InventoryFile.Read(file, _ => { }).Any())
                        return null;
                }
                catch (InputException bad)
                {
                    why ??= bad.Path == path ? bad.Told : bad.Placed;
                }
            }
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            return LocalText.Of(Records.Bare(bad));
        }

        return why ?? new LocalText("ホストが1台も書かれていません", "it names no host");
    }

    private string Whole(string path) => IsForeign ? path : ResolveNew(path);

    private string There(string path)
    {
        var whole = Whole(path);
        return IsForFilesAlone || File.Exists(whole)
            ? whole
            : throw new ScheduleException(ScheduleProblem.Invalid, new LocalText($"{whole} がありません", $"{whole} isn't there"));
    }

    /// <summary>For a parameter that takes wildcards: what is there under exactly that name is meant exactly.</summary>
    private string Patterned(string path)
    {
        var whole = Whole(path);
        return File.Exists(whole) || Directory.Exists(whole) ? WildcardPattern.Escape(whole) : whole;
    }
}
