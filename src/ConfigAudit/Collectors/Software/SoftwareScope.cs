namespace ConfigAudit.Collectors.Software;

/// <summary>For whom a product is installed.</summary>
public enum SoftwareScope
{
    /// <summary>For every user: HKEY_LOCAL_MACHINE.</summary>
    Machine,

    /// <summary>For one user: a hive under HKEY_USERS, visible only while it is loaded.</summary>
    User,
}
