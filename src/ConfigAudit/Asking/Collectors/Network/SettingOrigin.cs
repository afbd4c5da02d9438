namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>Who made a setting.</summary>
public enum SettingOrigin
{
    /// <summary>The machine itself.</summary>
    Local = 0,

    /// <summary>Group policy.</summary>
    Policy = 1,

    /// <summary>A service for device management (MDM).</summary>
    Mdm = 2,
}
