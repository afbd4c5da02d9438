namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_DeviceGuard.VirtualizationBasedSecurityStatus.</summary>
public enum VirtualizationSecurity
{
    /// <summary>0: not enabled.</summary>
    Off = 0,

    /// <summary>1: enabled, and not running.</summary>
    NotRunning = 1,

    /// <summary>2: enabled and running.</summary>
    Running = 2,
}
