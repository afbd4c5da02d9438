namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>When Windows loads a driver: Start of its key below <c>HKLM\SYSTEM\CurrentControlSet\Services</c>.</summary>
public enum DriverStart
{
    /// <summary>Its key, or the value, isn't there. Windows may still install the driver when a device is plugged in.</summary>
    NotInstalled = -1,

    /// <summary>0.</summary>
    Boot = 0,

    /// <summary>1.</summary>
    System = 1,

    /// <summary>2.</summary>
    Automatic = 2,

    /// <summary>3: on demand, as when a device is plugged in.</summary>
    Manual = 3,

    /// <summary>4.</summary>
    Disabled = 4,
}
