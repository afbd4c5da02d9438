using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Telling.Schedules;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that lets something run by itself: when, and how long.</summary>
public abstract class ScheduleCommand : SyslogCommand
{
    private protected const string ByDay = "Daily";
    private protected const string ByWeek = "Weekly";
    private protected const string ByMonth = "Monthly";

    /// <summary>The time of the day.</summary>
    [Parameter(Mandatory = true)]
    [WrittenTime]
    public DateTime At { get; set; }

    /// <summary>Every day.</summary>
    [Parameter(ParameterSetName = ByDay)]
    public SwitchParameter Daily { get; set; }

    /// <summary>Every week, on DaysOfWeek.</summary>
    [Parameter(ParameterSetName = ByWeek, Mandatory = true)]
    public SwitchParameter Weekly { get; set; }

    /// <summary>The days of the week.</summary>
    [Parameter(ParameterSetName = ByWeek, Mandatory = true)]
    [Named(typeof(DayOfWeek))]
    [ValidateNotNullOrEmpty]
    public DayOfWeek[] DaysOfWeek { get; set; } = Array.Empty<DayOfWeek>();

    /// <summary>Every month, on Day.</summary>
    [Parameter(ParameterSetName = ByMonth, Mandatory = true)]
    public SwitchParameter Monthly { get; set; }

    /// <summary>The day of the month.</summary>
    [Parameter(ParameterSetName = ByMonth)]
    [ValidateRange(1, Telling.Schedules.Schedule.LastDay)]
    public int Day { get; set; } = 1;

    /// <summary>The most by which a run is put off by chance.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? RandomDelay { get; set; }

    /// <summary>The longest that a run may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan ExecutionTimeLimit { get; set; } = TimeSpan.FromHours(12);

    private protected Schedule Schedule =>
        new()
        {
            Recurrence = ParameterSetName switch
            {
                ByWeek => Recurrence.Weekly,
                ByMonth => Recurrence.Monthly,
                _ => Recurrence.Daily,
            },
            At = new TimeSpan(At.Hour, At.Minute, At.Second),
            Days = DaysOfWeek.Distinct().ToArray(),
            Day = Day,
            RandomDelay = RandomDelay ?? TimeSpan.Zero,
        };
}
