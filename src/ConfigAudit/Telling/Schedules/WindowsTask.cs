using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>
/// A task of Windows' Task Scheduler, as XML of schema 1.2 ([MS-TSCH] §2.5). Elements stand in the order that the schema's sequences
/// demand; those of its
/// "all" groups in the order in which Windows itself writes them.
/// </summary>
internal static class WindowsTask
{
    /// <summary>The folder of our tasks in Task Scheduler; it is made with the first.</summary>
    public const string Folder = @"\ConfigAudit\";

    private const string System = "S-1-5-18";

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <param name="task">The audit.</param>
    /// <param name="from">The day from which on it runs.</param>
    /// <exception cref="ScheduleException">Its program, script or account can't be written into a task.</exception>
    public static XDocument Of(AuditTask task, DateTime from)
    {
        foreach (var path in new[] { task.Program, task.Script })
            Refuse(path);
        var program = ScriptRunner.Native(task.Program);
        var arguments = ScriptRunner.Arguments(TaskPlatform.Windows).Append($"\"{task.Script}\"");
        return new XDocument(
            new XDeclaration("1.0", "UTF-16", null),
            Element(
                "Task",
                new XAttribute("version", "1.2"),
                Element(
                    "RegistrationInfo",
                    Element("Author", "ConfigAudit"),
                    Element("Description", $"ConfigAudit: {task.Schedule}. Runs {task.Script}."),
                    Element("URI", Folder + task.Name)
                ),
                Element("Triggers", Trigger(task.Schedule, from)),
                Element(
                    "Principals",
                    Element("Principal", new XAttribute("id", "Author"), Principal(task.Account), Element("RunLevel", "HighestAvailable"))
                ),
                Settings(task),
                Element(
                    "Actions",
                    new XAttribute("Context", "Author"),
                    Element("Exec", Element("Command", program), Element("Arguments", string.Join(" ", arguments)))
                )
            )
        );
    }

    /// <summary>As text for the Task Scheduler, whose texts are UTF-16, as the declaration says.</summary>
    public static string Text(XDocument task) => task.Declaration + "\r\n" + task.Root;

    /// <summary>As a file that Task Scheduler, schtasks.exe and group policy import: UTF-16 with its mark.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Save(XDocument task, string path)
    {
        using var file = new AtomicFile(path);
        using (
            var writer = XmlWriter.Create(
                file.Stream,
                new XmlWriterSettings
                {
                    Encoding = new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
                    Indent = true,
                    NewLineChars = "\r\n",
                    CloseOutput = false,
                }
            )
        )
        {
            task.Save(writer);
        }

        file.Commit();
    }

    /// <summary>triggerBaseType is a sequence, and calendarTriggerType goes on with it: StartBoundary, RandomDelay, then the
    /// days.</summary>
    private static XElement Trigger(Schedule schedule, DateTime from) =>
        Element(
            "CalendarTrigger",
            // Without an offset it is the machine's own time, in summer and winter.
            Element("StartBoundary", (from.Date + schedule.At).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
            schedule.RandomDelay > TimeSpan.Zero ? Element("RandomDelay", XmlConvert.ToString(schedule.RandomDelay)) : null,
            schedule.Recurrence switch
            {
                Recurrence.Weekly => Element(
                    "ScheduleByWeek",
                    Element("WeeksInterval", "1"),
                    Element(
                        "DaysOfWeek",
                        schedule.Days.Distinct().OrderBy(Schedule.FromMonday).Select(day => Element(day.ToString())).ToArray<object>()
                    )
                ),
                Recurrence.Monthly => Element(
                    "ScheduleByMonth",
                    Element("DaysOfMonth", Element("Day", schedule.Day.ToString(CultureInfo.InvariantCulture))),
                    Element(
                        "Months",
                        CultureInfo
                            .InvariantCulture.DateTimeFormat.MonthNames.Where(month => month.Length > 0)
                            .Select(month => Element(month))
                            .ToArray<object>()
                    )
                ),
                _ => Element("ScheduleByDay", Element("DaysInterval", "1")),
            }
        );

    /// <summary>
    /// SYSTEM by its SID and without a logon type, as Windows writes it. For a group managed service account the type is Password and none
    /// is given: Windows
    /// fetches it from the domain. That works through Register-ScheduledTask's principal; through XML it is by the same service and untried
    /// here.
    /// </summary>
    private static object[] Principal(string? account)
    {
        if (account is null)
            return new object[] { Element("UserId", System) };
        PowerShellText.Refuse(account);
        var parts = account.Split('\\');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length < 2 || !account.EndsWith("$", StringComparison.Ordinal))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{account}' はグループ管理サービスアカウントではありません。DOMAIN\\name$ の形で指定してください。パスワードを持つアカウントは、パスワードの保存が必要になるため使えません",
                    $"'{account}' is no group managed service account: DOMAIN\\name$ is wanted. Accounts with a password aren't taken, since it would have to be kept"
                )
            );
        }

        return new object[] { Element("UserId", account), Element("LogonType", "Password") };
    }

    private static XElement Settings(AuditTask task) =>
        Element(
            "Settings",
            Element("MultipleInstancesPolicy", "IgnoreNew"),
            Element("DisallowStartIfOnBatteries", "false"),
            Element("StopIfGoingOnBatteries", "false"),
            Element("AllowHardTerminate", "true"),
            Element("StartWhenAvailable", "true"),
            Element("RunOnlyIfNetworkAvailable", "false"),
            Element("AllowStartOnDemand", "true"),
            Element("Enabled", "true"),
            Element("Hidden", "false"),
            Element("RunOnlyIfIdle", "false"),
            Element("WakeToRun", "false"),
            Element("ExecutionTimeLimit", XmlConvert.ToString(task.TimeLimit)),
            // Below what people do at the machine.
            Element("Priority", "7")
        );

    /// <summary>Task Scheduler puts environment variables and $(Arg0) into commands and their arguments, and a quote would end the
    /// path.</summary>
    private static void Refuse(string path)
    {
        PowerShellText.Refuse(path);
        if (path.IndexOfAny(new[] { '"', '%' }) >= 0 || path.IndexOf("$(", StringComparison.Ordinal) >= 0)
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"{path} には、タスクスケジューラが特別に解釈する \"、%、$( があります。別のフォルダを選んでください",
                    $"{path} has \", % or $( in it, which Task Scheduler reads as its own: choose another folder"
                )
            );
        }
    }

    private static XElement Element(string name, params object?[] content) => new(Schema + name, content);
}
