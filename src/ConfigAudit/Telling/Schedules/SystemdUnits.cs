using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>An audit as a pair of systemd units: a service that runs it, and a timer that starts the service.</summary>
internal static class SystemdUnits
{
    /// <summary>Where systemd looks for units of the machine's administrator.</summary>
    public const string Folder = "/etc/systemd/system";

    private static readonly Regex User = LinearPattern.Of("^[a-z_][a-z0-9_-]{0,31}\\z");

    /// <summary>
    /// The system is read-only for it but for its runs, and of root's rights it keeps those over files alone. MemoryDenyWriteExecute isn't
    /// for .NET, which
    /// compiles as it runs. A user is always named, so that HOME is set. Exit codes 2 and 3 are findings of an audit that ran: they stay in
    /// ExecMainStatus, and
    /// don't make the unit a failed one.
    /// </summary>
    /// <exception cref="ScheduleException">Its program, script or account can't be written into a unit, or it would tell by what isn't
    /// there.</exception>
    public static string Service(AuditTask task)
    {
        if (task.Program.IndexOfAny(new[] { '"', '\'', '\\' }) >= 0)
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"{task.Program}: systemdは、引用符又は\\を含むパスのプログラムを起動しません",
                    $"{task.Program}: systemd starts no program with a quote or a backslash in its path"
                )
            );
        }

        if (!task.Program.StartsWith("/", StringComparison.Ordinal))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"{task.Program}: systemdにはプログラムのフルパスが必要です。-Program で指定してください",
                    $"{task.Program}: systemd wants the whole path of a program: give it with -Program"
                )
            );
        }

        if (task.TellsEventLog)
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    "systemdの環境にイベントログはありません。-NoticePath 又は -SyslogServer で通知してください",
                    "There is no event log where systemd is: tell by -NoticePath or -SyslogServer"
                )
            );
        }

        var account = task.Account ?? "root";
        if (!User.IsMatch(account))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{account}' はここではユーザー名になりません。a-z、0-9、_、- で指定してください",
                    $"'{account}' can't be a user here: a-z, 0-9, _ and - are wanted"
                )
            );
        }

        var arguments = ScriptRunner.Arguments(TaskPlatform.Systemd).Append(SystemdText.Argument(task.Script));
        var lines = new List<string>
        {
            "# Written by Register-ConfigAuditTask. Registering the task anew writes this file anew.",
            "[Unit]",
            "Description=" + SystemdText.Plain($"ConfigAudit: {task.Name}"),
            "Wants=network-online.target",
            "After=network-online.target",
            string.Empty,
            "[Service]",
            "Type=oneshot",
            "User=" + account,
            $"ExecStart={SystemdText.Word(task.Program)} {string.Join(" ", arguments)}",
            "SuccessExitStatus=2 3",
            "TimeoutStartSec=" + Seconds(task.TimeLimit),
            "Environment=POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off DOTNET_CLI_TELEMETRY_OPTOUT=1",
            "UMask=0077",
            "Nice=10",
            "NoNewPrivileges=true",
            "CapabilityBoundingSet=" + (account == "root" ? "CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH" : string.Empty),
            "ProtectSystem=strict",
            "ProtectHome=read-only",
            "PrivateTmp=true",
            "PrivateDevices=true",
            "ProtectClock=true",
            "ProtectControlGroups=true",
            "ProtectHostname=true",
            "ProtectKernelLogs=true",
            "ProtectKernelModules=true",
            "ProtectKernelTunables=true",
            "LockPersonality=true",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
            "RestrictNamespaces=true",
            "RestrictRealtime=true",
            "RestrictSUIDSGID=true",
            "SystemCallArchitectures=native",
        };
        lines.AddRange(Writable(task));
        return Text(lines);
    }

    public static string Timer(AuditTask task)
    {
        var lines = new List<string>
        {
            "# Written by Register-ConfigAuditTask. Registering the task anew writes this file anew.",
            "[Unit]",
            "Description=" + SystemdText.Plain($"ConfigAudit: {task.Name}, {task.Schedule}"),
            string.Empty,
            "[Timer]",
            "OnCalendar=" + Calendar(task.Schedule),
            "Persistent=true",
            "RandomizedDelaySec=" + Seconds(task.Schedule.RandomDelay),
            "AccuracySec=1s",
            string.Empty,
            "[Install]",
            "WantedBy=timers.target",
        };
        return Text(lines);
    }

    /// <summary>systemd.time(7), "Calendar events".</summary>
    public static string Calendar(Schedule schedule)
    {
        var at = schedule.At.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        return schedule.Recurrence switch
        {
            Recurrence.Weekly =>
                $"{string.Join(",", schedule.Days.Distinct().OrderBy(Schedule.FromMonday).Select(day => day.ToString().Substring(0, 3)))} *-*-* {at}",
            Recurrence.Monthly => $"*-*-{schedule.Day.ToString("00", CultureInfo.InvariantCulture)} {at}",
            _ => $"*-*-* {at}",
        };
    }

    /// <summary>A folder of our own is made by systemd, for the account alone. One that isn't there is no reason to start nothing: the
    /// script says so.</summary>
    private static IEnumerable<string> Writable(AuditTask task)
    {
        if (task.IsOutputOurs && task.OutputPath.StartsWith("/var/lib/", StringComparison.Ordinal))
        {
            yield return "StateDirectory=" + SystemdText.Word(task.OutputPath.Substring("/var/lib/".Length));
            yield return "StateDirectoryMode=0700";
        }
        else
        {
            yield return "ReadWritePaths=" + SystemdText.Word("-" + task.OutputPath);
        }

        if (task.NoticePath is not null)
            yield return "ReadWritePaths=" + SystemdText.Word("-" + Path.GetDirectoryName(task.NoticePath));
    }

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<string> lines) => string.Join("\n", lines) + "\n";
}
