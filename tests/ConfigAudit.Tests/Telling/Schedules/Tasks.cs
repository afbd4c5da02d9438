using System;
using ConfigAudit.Telling.Schedules;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>An audit that could be scheduled.</summary>
internal static class Tasks
{
    public static readonly DateTime From = new(2026, 11, 16);

    public static AuditTask One =>
        new(
            new TaskName("weekly"),
            new Schedule
            {
                Recurrence = Recurrence.Weekly,
                At = new TimeSpan(7, 30, 0),
                Days = new[] { DayOfWeek.Thursday, DayOfWeek.Monday },
            }
        )
        {
            Folder = "/etc/configaudit/tasks/weekly",
            Program = "/usr/bin/pwsh",
            Module = "/opt/ConfigAudit/0.1.0/ConfigAudit.psd1",
            InventoryPaths = new[] { "/srv/hosts.csv" },
            Baselines = new[] { "MIC-2022-03" },
            OutputPath = "/var/lib/configaudit/weekly",
            IsOutputOurs = true,
        };
}
