using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>For whom a product is installed.</summary>
public enum SoftwareScope
{
    /// <summary>For every user: HKEY_LOCAL_MACHINE, or the hive of an account of Windows' own, SYSTEM among them.</summary>
    [JapaneseName("すべてのユーザー")]
    Machine,

    /// <summary>For one user: a hive under HKEY_USERS, visible only while it is loaded.</summary>
    [JapaneseName("1人のユーザー")]
    User,

    /// <summary>For a user who isn't logged on. Such a hive isn't loaded and nobody can read it: no product that was seen has this
    /// scope.</summary>
    [JapaneseName("サインインしていないユーザー")]
    AbsentUser,
}
