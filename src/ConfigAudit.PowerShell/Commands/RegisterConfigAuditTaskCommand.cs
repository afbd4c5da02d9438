using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Threading;
using ConfigAudit.Baselines;
using ConfigAudit.Notices;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Schedules;
using ConfigAudit.Schedules.Access;
using ConfigAudit.Values;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Lets an audit run by itself: by Windows' Task Scheduler, or by systemd.</summary>
[Cmdlet(VerbsLifecycle.Register, "ConfigAuditTask", SupportsShouldProcess = true, DefaultParameterSetName = ByDay)]
[OutputType(typeof(ScheduledAudit))]
public sealed class RegisterConfigAuditTaskCommand : ScheduleCommand, IDisposable
{
    private static readonly TaskPlatform Here = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? TaskPlatform.Windows : TaskPlatform.Systemd;

    private readonly CancellationTokenSource _stop = new();

    /// <summary>The task's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The inventory of the hosts: files, CSV or JSON.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string[] InventoryPath { get; set; } = Array.Empty<string>();

    /// <summary>The id of a baseline that ships with the module, or the path of a baseline file; of several, a later one changes what an earlier one says.</summary>
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

    /// <summary>A file of certificates of authorities to trust besides the system's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

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
    public Severity NoticeSeverity { get; set; } = Severity.High;

    /// <summary>Tells of new failures by a syslog server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SyslogServer { get; set; }

    /// <summary>The syslog server's port.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? SyslogPort { get; set; }

    /// <summary>How messages travel to it.</summary>
    [Parameter]
    public SyslogTransport SyslogTransport { get; set; } = SyslogTransport.Udp;

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
    public TaskPlatform? Platform { get; set; }

    /// <summary>Replaces a task of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Platform is { } other && other != Here && Path is null)
            throw new PSArgumentException($"A task for {other} can't be registered here: give -Path, and its files are written.", nameof(Platform));
        try
        {
            Register(Task());
        }
        catch (ScheduleException bad)
        {
            ThrowTerminatingError(Records.Of(bad, Name));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Records.NotWritten(bad, Name));
        }
    }

    private TaskPlatform For => Platform ?? Here;

    /// <summary>What the files name may stand on other machines alone.</summary>
    private bool IsForFilesAlone => Path is not null;

    /// <summary>Paths of the other platform mean nothing here.</summary>
    private bool IsForeign => IsForFilesAlone && For != Here;

    private AuditTask Task()
    {
        var name = new TaskName(Name);
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
            OutputPath = OutputPath is not null ? Whole(OutputPath) : IsForFilesAlone ? System.IO.Path.Combine(folder, "runs", Name) : TaskWriter.DefaultOutput(name, folder),
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

    private void Register(AuditTask task)
    {
        var sid = Path is null && Here == TaskPlatform.Windows && ServiceAccount is not null ? WindowsAccess.Sid(ServiceAccount) : null;
        if (Path is null)
            Look(task, sid);
        if (!Force && File.Exists(task.Script))
            ThrowTerminatingError(Records.TaskThere(task.Script));
        // Whatever can't be written is said before anything is.
        var xml = For == TaskPlatform.Windows ? WindowsTask.Of(task, Schedule.NextAfter(DateTime.Now)) : null;
        if (xml is null)
            SystemdUnits.Service(task);
        AuditScript.Of(task);
        if (!IsForeign)
            Miss();
        if (!ShouldProcess(task.Folder, $"Write the script and the definition of '{Name}'"))
            return;
        if (Path is null)
            TaskWriter.MakeSafeFolders(task, sid);
        else
            Directory.CreateDirectory(task.Folder);
        TaskWriter.WriteScript(task);
        var definitions = xml is not null ? new[] { TaskWriter.WriteTask(task, xml) } : TaskWriter.WriteUnits(task, Path is null ? SystemdUnits.Folder : task.Folder);
        var isRegistered = Path is null && ShouldProcess(Name, "Register the task") && Take(task, xml);
        WriteObject(new ScheduledAudit
        {
            Name = Name,
            Platform = For,
            Schedule = task.Schedule.ToString(),
            Account = task.Account ?? (For == TaskPlatform.Windows ? "SYSTEM" : "root"),
            IsRegistered = isRegistered,
            NextRun = isRegistered ? new DateTimeOffset(task.Schedule.NextAfter(DateTime.Now)) : null,
            Script = task.Script,
            Definitions = definitions,
            OutputPath = task.OutputPath,
        });
    }

    /// <summary>The files stay when the system doesn't take the task: an administrator can import them.</summary>
    private bool Take(AuditTask task, System.Xml.Linq.XDocument? xml)
    {
        try
        {
            if (xml is null)
                SystemdRegistration.Enable(task.Name);
            else
                TaskRegistration.RegisterAsync(task, xml, Force, _stop.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (ScheduleException bad)
        {
            WriteError(Records.Of(bad, Name));
            return false;
        }
    }

    /// <summary>Nobody may change what runs with more rights than theirs. Where the module or the program stands is for its administrator to mend.</summary>
    private void Look(AuditTask task, string? sid)
    {
        if (Guard.Danger(task.Folder) is { } danger)
            throw new ScheduleException(ScheduleProblem.Unsafe, $"The script would run with all rights of {task.Account ?? "the system"}, and {danger}. Remove the folder, or take their rights away, and register again");
        if (!File.Exists(task.Program))
            throw new ScheduleException(ScheduleProblem.Invalid, $"{task.Program} isn't there: name the program that is to run the audit with -Program");
        foreach (var (what, path) in new[] { ("module", ModuleFiles.Root), ("program", task.Program) })
        {
            if (Guard.Danger(path) is { } weak)
                WriteWarning($"The task runs the {what} with all rights of {task.Account ?? "the system"}, and {weak}. Install it for all users, where administrators alone can write.");
        }

        if (Directory.Exists(task.OutputPath) && Guard.Danger(task.OutputPath, sid) is { } open)
            WriteWarning($"The runs are kept where others could change them: {open}.");
    }

    /// <summary>Files that are still to be laid there, or that lie on another machine, are meant as they are named; a name that is mistyped should be seen now.</summary>
    private void Miss()
    {
        foreach (var path in InventoryPath.Concat(RegisterPath).Concat(WaiverPath).Concat(AttestationPath).Concat(CatalogPath).Select(Whole))
        {
            if (!WildcardPattern.ContainsWildcardCharacters(path) && !File.Exists(path) && !Directory.Exists(path))
                WriteWarning(new LocalText($"{path} がありません。なければ、実行は失敗します。", $"{path} isn't there. Where it still isn't when the task runs, the run fails.").ToString());
        }
    }

    private string Whole(string path) => IsForeign ? path : ResolveNew(path);

    private string There(string path)
    {
        var whole = Whole(path);
        return IsForFilesAlone || File.Exists(whole) ? whole : throw new ScheduleException(ScheduleProblem.Invalid, $"{whole} isn't there");
    }

    /// <summary>For a parameter that takes wildcards: what is there under exactly that name is meant exactly.</summary>
    private string Patterned(string path)
    {
        var whole = Whole(path);
        return File.Exists(whole) || Directory.Exists(whole) ? WildcardPattern.Escape(whole) : whole;
    }
}
