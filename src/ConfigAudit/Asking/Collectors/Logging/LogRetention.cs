namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>What becomes of old events when a log is full: Win32_NTEventlogFile.OverwriteOutDated.</summary>
public enum LogRetention
{
    /// <summary>0: the oldest are overwritten.</summary>
    OverwriteAsNeeded,

    /// <summary>1 to 365 days: those older than that are overwritten.</summary>
    OverwriteByAge,

    /// <summary>4294967295: nothing is overwritten, and new events are lost, or the log is archived.</summary>
    NeverOverwrite,
}
