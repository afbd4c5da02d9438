namespace ConfigAudit.Telling.Schedules;

/// <summary>What kind of thing keeps an audit from being scheduled.</summary>
internal enum ScheduleProblem
{
    /// <summary>A name, path or account that can't be used.</summary>
    Invalid,

    /// <summary>Others could change what would run with more rights than theirs.</summary>
    Unsafe,

    /// <summary>The files are written, and the system didn't take the task.</summary>
    NotRegistered,
}
