namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>Where Windows really looks for its updates.</summary>
public enum UpdateSource
{
    /// <summary>Microsoft, over the internet.</summary>
    WindowsUpdate,

    /// <summary>The organisation's update server.</summary>
    Wsus,

    /// <summary>The one for some classes of updates, the other for others.</summary>
    Mixed,
}
