using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Schedules;
using ConfigAudit.Telling.Schedules.Access;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Lets an audit run by itself: by Windows' Task Scheduler, or by systemd.</summary>
[Cmdlet(VerbsLifecycle.Register, "ConfigAuditTask", SupportsShouldProcess = true, DefaultParameterSetName = ByDay)]
[OutputType(typeof(ScheduledAudit))]
public sealed class RegisterConfigAuditTaskCommand : AuditTaskCommand
{
    /// <summary>Replaces a task of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Platform is { } other && other != Here && Path is null)
        {
            throw new PSArgumentException(
                Records.Say(
                    $"{other} 用のタスクはここでは登録できません。-Path を指定すると、そのファイルを書き込みます。",
                    $"A task for {other} can't be registered here: give -Path, and its files are written."
                ),
                nameof(Platform)
            );
        }

        try
        {
            DemandSyslogServer();
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

    private void Register(AuditTask task)
    {
        var sid = Path is null && Here == TaskPlatform.Windows && ServiceAccount is not null ? WindowsAccess.Sid(ServiceAccount) : null;
        if (Path is null)
            Look(task, sid);
        if (Path is not null && FilePlace.NoFolder(task.Folder) is { } why)
            ThrowTerminatingError(Records.Misplaced(task.Folder, why));
        if (!IsForeign)
            ReadInventories();
        if (!Force && File.Exists(task.Script))
            ThrowTerminatingError(Records.TaskThere(task.Script));
        // Whatever can't be written is said before anything is.
        var xml = For == TaskPlatform.Windows ? WindowsTask.Of(task, Schedule.NextAfter(DateTime.Now)) : null;
        if (xml is null)
            SystemdUnits.Service(task);
        AuditScript.Of(task);
        if (!IsForeign)
            Miss();
        if (
            !ShouldProcess(
                task.Folder,
                Records.Say($"'{Name}' のスクリプトと定義の書き込み", $"Write the script and the definition of '{Name}'")
            )
        )
        {
            return;
        }

        if (Path is null)
            TaskWriter.MakeSafeFolders(task, sid);
        else
            Directory.CreateDirectory(task.Folder);
        TaskWriter.WriteScript(task);
        var definitions = xml is not null
            ? new[] { TaskWriter.WriteTask(task, xml) }
            : TaskWriter.WriteUnits(task, Path is null ? SystemdUnits.Folder : task.Folder);
        var isRegistered = Path is null && ShouldProcess(Name, Records.Say("タスクの登録", "Register the task")) && Take(task, xml);
        WriteObject(
            new ScheduledAudit
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
            }
        );
    }

    /// <summary>The files stay when the system doesn't take the task: an administrator can import them.</summary>
    private bool Take(AuditTask task, System.Xml.Linq.XDocument? xml)
    {
        try
        {
            if (xml is null)
                SystemdRegistration.Enable(task.Name);
            else
                TaskRegistration.RegisterAsync(task, xml, Force, Stopped).GetAwaiter().GetResult();
            return true;
        }
        catch (ScheduleException bad)
        {
            WriteError(Records.Of(bad, Name));
            return false;
        }
    }

    /// <summary>Nobody may change what runs with more rights than theirs. Where the module or the program stands is for its administrator
    /// to mend.</summary>
    private void Look(AuditTask task, string? sid)
    {
        if (Guard.Danger(task.Folder) is { } danger)
        {
            throw new ScheduleException(
                ScheduleProblem.Unsafe,
                new LocalText(
                    $"スクリプトは {task.Account ?? "システム"} の権限で実行されますが、{danger.Ja}。フォルダを削除するか、その権限を外し、もう一度登録してください",
                    $"The script would run with all rights of {task.Account ?? "the system"}, and {danger.En}. Remove the folder, or take their rights away, and register again"
                )
            );
        }

        if (!File.Exists(task.Program))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"{task.Program} がありません。監査を実行するプログラムを -Program で指定してください",
                    $"{task.Program} isn't there: name the program that is to run the audit with -Program"
                )
            );
        }

        foreach (
            var (what, path) in new[]
            {
                (new LocalText("モジュール", "module"), ModuleFiles.Root),
                (new LocalText("プログラム", "program"), task.Program),
            }
        )
        {
            if (Guard.Danger(path) is { } weak)
            {
                WriteWarning(
                    Records.Say(
                        $"このタスクは {task.Account ?? "システム"} の権限で{what.Ja}を実行しますが、{weak.Ja}。管理者だけが書き込める場所に、全ユーザー用にインストールしてください。",
                        $"The task runs the {what.En} with all rights of {task.Account ?? "the system"}, and {weak.En}. Install it for all users, where administrators alone can write."
                    )
                );
            }
        }

        if (Directory.Exists(task.OutputPath) && Guard.Danger(task.OutputPath, sid) is { } open)
        {
            WriteWarning(
                Records.Say(
                    $"実行の記録が、他者に変更されうる場所に保存されます: {open.Ja}。",
                    $"The runs are kept where others could change them: {open.En}."
                )
            );
        }
    }
}
