namespace ConfigAudit.Telling.Schedules;

/// <summary>What starts an audit that runs by itself.</summary>
public enum TaskPlatform
{
    /// <summary>Windows' Task Scheduler.</summary>
    Windows,

    /// <summary>systemd, by a timer and a service.</summary>
    Systemd,
}
