namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>A sign that several people may be using one account.</summary>
public enum SharedSign
{
    /// <summary>The name is that of a place or a purpose (shared, kyoyo, soumu, 共用, 総務課, user01), not of a person.</summary>
    GenericName,

    /// <summary>The full name is empty: the account is assigned to nobody.</summary>
    NoFullName,

    /// <summary>The name is that of a place or a purpose, and so is the full name, or it says the same, or has a number in it: no
    /// person's.</summary>
    GenericFullName,

    /// <summary>The password never expires.</summary>
    PasswordNeverExpires,

    /// <summary>The user can't change the password: somebody else keeps it.</summary>
    PasswordFixed,

    /// <summary>The built-in administrator or guest (RID 500, 501), which belongs to nobody.</summary>
    BuiltIn,
}
