namespace ConfigAudit.Host.Running;

/// <summary>How a command ended.</summary>
internal enum Ending
{
    /// <summary>It left $? true.</summary>
    Succeeded,

    /// <summary>It left $? false.</summary>
    Failed,

    /// <summary>A terminating error came through.</summary>
    Threw,

    /// <summary>Ctrl+C or SIGTERM.</summary>
    Stopped,
}
