using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Telling.Schedules;

/// <summary>
/// Hands a task to this Windows machine's Task Scheduler: PS_ScheduledTask.RegisterByXml, the method behind Register-ScheduledTask -Xml.
/// Its parameters
/// (Force, Xml, User, Password, TaskName, TaskPath; out cmdletOutput) are by Microsoft's generated binding (github.com/microsoft/wmi); User
/// and Password are
/// left out: the account stands in the XML. Not tried on a Windows machine yet.
/// </summary>
internal static class TaskRegistration
{
    private const string Namespace = "root/Microsoft/Windows/TaskScheduler";

    /// <exception cref="ScheduleException">It wasn't taken.</exception>
    public static async Task RegisterAsync(AuditTask task, XDocument xml, bool replaces, CancellationToken token)
    {
        try
        {
            using var source = await SessionOpener
                .OpenAsync(new Target(Environment.MachineName), new SessionOptions(), TimeSpan.FromMinutes(1), token)
                .ConfigureAwait(false);
            await RegisterAsync(source, task, xml, replaces, token).ConfigureAwait(false);
        }
        catch (SessionException bad)
        {
            throw Failed(task, bad.Told, bad);
        }
    }

    /// <exception cref="ScheduleException">It wasn't taken.</exception>
    public static async Task RegisterAsync(ICimSource source, AuditTask task, XDocument xml, bool replaces, CancellationToken token)
    {
        var call = new CimCall(
            Namespace,
            "PS_ScheduledTask",
            "RegisterByXml",
            new Dictionary<string, object?>
            {
                ["TaskName"] = task.Name.ToString(),
                ["TaskPath"] = WindowsTask.Folder,
                ["Xml"] = WindowsTask.Text(xml),
                ["Force"] = replaces,
            }
        );
        var answer = await source.InvokeAsync(call, token).ConfigureAwait(false);
        if (answer.Gap is { } gap)
            throw Failed(task, gap.Told);
        if (answer.Rows[0].Number("ReturnValue") is { } code and not 0)
            throw Failed(task, LocalText.Of("0x" + code.ToString("X8", CultureInfo.InvariantCulture)));
    }

    private static ScheduleException Failed(AuditTask task, LocalText why, Exception? inner = null) =>
        new(
            ScheduleProblem.NotRegistered,
            new LocalText(
                $"タスクスケジューラがタスク '{task.Name}' を受け付けませんでした: {why.Ja.TrimEnd('.', ' ', '。')}。ファイルは書き込み済みです。管理者として実行するか、schtasks /Create /TN \"{WindowsTask.Folder}{task.Name}\" /XML で取り込んでください",
                $"Task Scheduler did not take the task '{task.Name}': {why.En.TrimEnd('.', ' ')}. Its files are written: run this as an administrator, or import them with schtasks /Create /TN \"{WindowsTask.Folder}{task.Name}\" /XML"
            ),
            inner
        );
}
