namespace ConfigAudit.Collectors.Accounts;

/// <summary>A sign that several people may be using one account.</summary>
public enum SharedSign
{
    /// <summary>The name is that of a place or a purpose (shared, kyoyo, 共用, 窓口, user01), not of a person.</summary>
    GenericName,

    /// <summary>The full name is empty: the account is assigned to nobody.</summary>
    NoFullName,

    /// <summary>The password never expires.</summary>
    PasswordNeverExpires,

    /// <summary>The user can't change the password: somebody else keeps it.</summary>
    PasswordFixed,

    /// <summary>The built-in administrator or guest (RID 500, 501), which belongs to nobody.</summary>
    BuiltIn,
}
