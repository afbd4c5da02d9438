namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>For whom a product is installed.</summary>
public enum SoftwareScope
{
    /// <summary>For every user: HKEY_LOCAL_MACHINE, or the hive of an account of Windows' own, SYSTEM among them.</summary>
    Machine,

    /// <summary>For one user: a hive under HKEY_USERS, visible only while it is loaded.</summary>
    User,

    /// <summary>For a user who isn't logged on. Such a hive isn't loaded and nobody can read it: no product that was seen has this
    /// scope.</summary>
    AbsentUser,
}
