namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>A number of Win32_DeviceGuard.SecurityServicesRunning and SecurityServicesConfigured. Source: Microsoft Learn, "Enable
/// virtualization-based protection of code integrity".</summary>
public enum SecurityService
{
    /// <summary>1.</summary>
    CredentialGuard = 1,

    /// <summary>2: memory integrity (HVCI).</summary>
    MemoryIntegrity = 2,

    /// <summary>3: System Guard Secure Launch.</summary>
    SecureLaunch = 3,

    /// <summary>4: SMM firmware measurement.</summary>
    SmmFirmwareMeasurement = 4,

    /// <summary>5: kernel-mode hardware-enforced stack protection.</summary>
    StackProtection = 5,

    /// <summary>6: the same, only reporting.</summary>
    StackProtectionAudit = 6,

    /// <summary>7: hypervisor-enforced paging translation.</summary>
    PagingTranslation = 7,
}
