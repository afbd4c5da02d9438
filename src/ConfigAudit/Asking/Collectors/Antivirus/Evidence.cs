namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>What a host shows of a product beside its registration.</summary>
internal enum Evidence
{
    /// <summary>It couldn't be read, or not enough of it.</summary>
    Unread,

    /// <summary>Nobody knows what to look for, or nothing of it was found.</summary>
    Nothing,

    /// <summary>What is known of the product isn't there.</summary>
    Absent,

    /// <summary>Something that must run is there and doesn't.</summary>
    Stopped,

    /// <summary>Something of the product runs.</summary>
    Runs,
}
