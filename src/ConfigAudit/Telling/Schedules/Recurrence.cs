namespace ConfigAudit.Telling.Schedules;

/// <summary>How often an audit runs by itself.</summary>
internal enum Recurrence
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>On some days of every week.</summary>
    Weekly,

    /// <summary>On one day of every month.</summary>
    Monthly,
}
