namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>SetPolicyDrivenUpdateSourceFor…Updates: where a class of updates is looked for.</summary>
public enum ScanSource
{
    /// <summary>0.</summary>
    WindowsUpdate = 0,

    /// <summary>1.</summary>
    Wsus = 1,

    /// <summary>There is no such policy.</summary>
    NotConfigured = -1,
}
