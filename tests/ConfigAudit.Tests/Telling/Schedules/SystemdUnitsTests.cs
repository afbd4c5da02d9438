using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ConfigAudit.Telling.Schedules;
using ConfigAudit.Telling.Schedules.Access;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A service and a timer that systemd takes.</summary>
public sealed class SystemdUnitsTests : IDisposable
{
    private const string Analyze = "/usr/bin/systemd-analyze";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Type=oneshot")]
    [InlineData("User=root")]
    [InlineData("ExecStart=\"/usr/bin/pwsh\" -NoLogo -NoProfile -NonInteractive -File \"/etc/configaudit/tasks/weekly/weekly.ps1\"")]
    [InlineData("SuccessExitStatus=2 3")]
    [InlineData("TimeoutStartSec=43200")]
    [InlineData("NoNewPrivileges=true")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("StateDirectory=\"configaudit/weekly\"")]
    public void The_service_says(string line) => Assert.Contains(line, Lines(SystemdUnits.Service(Tasks.One)));

    [Theory]
    [InlineData("OnCalendar=Mon,Thu *-*-* 07:30:00")]
    [InlineData("Persistent=true")]
    [InlineData("RandomizedDelaySec=0")]
    [InlineData("WantedBy=timers.target")]
    public void The_timer_says(string line) => Assert.Contains(line, Lines(SystemdUnits.Timer(Tasks.One)));

    [Fact]
    public void Each_schedule_is_a_calendar_event()
    {
        Assert.Equal("*-*-* 07:30:05", SystemdUnits.Calendar(new Schedule { At = new TimeSpan(7, 30, 5) }));
        Assert.Equal("*-*-01 00:00:00", SystemdUnits.Calendar(new Schedule { Recurrence = Recurrence.Monthly, Day = 1 }));
        Assert.Equal(
            "Sat,Sun *-*-* 23:00:00",
            SystemdUnits.Calendar(
                new Schedule
                {
                    Recurrence = Recurrence.Weekly,
                    At = new TimeSpan(23, 0, 0),
                    Days = new[] { DayOfWeek.Sunday, DayOfWeek.Saturday },
                }
            )
        );
    }

    [Fact]
    public void A_user_of_its_own_keeps_no_rights_of_root()
    {
        var lines = Lines(SystemdUnits.Service(Tasks.One with { Account = "auditor" }));
        Assert.Contains("User=auditor", lines);
        Assert.Contains("CapabilityBoundingSet=", lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Root")]
    [InlineData("a b")]
    [InlineData("%h")]
    [InlineData("x\nUser=root")]
    public void An_account_that_is_no_user_is_refused(string account) =>
        Assert.Throws<ScheduleException>(() => SystemdUnits.Service(Tasks.One with { Account = account }));

    [Theory]
    [InlineData("pwsh")]
    [InlineData("bin/pwsh")]
    [InlineData("/usr/bin/pwsh\nExecStartPre=/bin/x")]
    [InlineData("/srv/it's/pwsh")]
    [InlineData("/srv/a\"b/pwsh")]
    [InlineData("/srv/a\\b/pwsh")]
    public void A_program_that_systemd_would_not_start_is_refused(string program) =>
        Assert.Throws<ScheduleException>(() => SystemdUnits.Service(Tasks.One with { Program = program }));

    [Fact]
    public void Percent_signs_dollars_quotes_and_backslashes_are_the_paths_own()
    {
        var lines = Lines(
            SystemdUnits.Service(
                Tasks.One with
                {
                    Folder = "/srv/50% \"of\" $HOME \\ it's 監査",
                    OutputPath = "/srv/%h/$x",
                    IsOutputOurs = false,
                    NoticePath = "/srv/%n/a.txt",
                }
            )
        );
        Assert.Contains(
            lines,
            line => line.EndsWith(" -File \"/srv/50%% \\\"of\\\" $$HOME \\\\ it's 監査/weekly.ps1\"", StringComparison.Ordinal)
        );
        Assert.Contains("ReadWritePaths=\"-/srv/%%h/$x\"", lines);
        Assert.Contains("ReadWritePaths=\"-/srv/%%n\"", lines);
    }

    [SystemTheory(Analyze)]
    [InlineData("weekly", "plain")]
    [InlineData("weekly", "50% of $HOME ${HOME} 監査 ; %h")]
    [InlineData("毎週 の監査", "台帳")]
    public void Systemd_itself_finds_nothing_wrong(string name, string folder)
    {
        // systemd also looks whether the program is there: its path has to come out as it went in. The script's may have what a program's
        // may not.
        var program = Path.Combine(_folder[folder], "pwsh");
        Directory.CreateDirectory(_folder[folder]);
        File.WriteAllText(program, "#!/bin/sh\n");
        UnixAccess.SetMode(program, UnixAccess.Readable);
        var task = new AuditTask(new TaskName(name), Tasks.One.Schedule)
        {
            Folder = _folder[folder] + "/it's \"here\" \\",
            Program = program,
            OutputPath = _folder[folder] + "/runs",
            NoticePath = _folder[folder] + "/notices.txt",
        };
        var units = TaskWriter.WriteUnits(task, _folder.Path);
        var (code, said) = Run(Analyze, "verify " + string.Join(" ", units.Select(unit => $"\"{unit}\"")));
        Assert.True(code == 0 && said.Length == 0, said);
    }

    [SystemFact(Analyze)]
    public void Systemd_itself_finds_a_program_that_is_not_there()
    {
        var units = TaskWriter.WriteUnits(Tasks.One with { Program = _folder["none"] }, _folder.Path);
        Assert.NotEqual(0, Run(Analyze, $"verify \"{units[0]}\"").Code);
    }

    [SystemTheory(Analyze)]
    [InlineData(Recurrence.Daily)]
    [InlineData(Recurrence.Weekly)]
    [InlineData(Recurrence.Monthly)]
    public void Systemd_reads_the_same_next_time(object recurrence)
    {
        var schedule = new Schedule
        {
            Recurrence = (Recurrence)recurrence,
            At = new TimeSpan(7, 30, 0),
            Days = new[] { DayOfWeek.Monday, DayOfWeek.Friday },
            Day = 28,
        };
        var (code, said) = Run(Analyze, $"calendar --base-time=\"2026-11-16 08:00:00 UTC\" \"{SystemdUnits.Calendar(schedule)} UTC\"");
        Assert.Equal(0, code);
        var next = schedule.NextAfter(new DateTime(2026, 11, 16, 8, 0, 0));
        Assert.Contains(next.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + " UTC", said);
    }

    private static string[] Lines(string unit) => unit.Split('\n');

    private static (int Code, string Said) Run(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.EnvironmentVariables["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
