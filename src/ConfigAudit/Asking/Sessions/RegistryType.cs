namespace ConfigAudit.Asking.Sessions;

/// <summary>A number of StdRegProv.EnumValues.Types.</summary>
internal enum RegistryType
{
    /// <summary>REG_SZ.</summary>
    Text = 1,

    /// <summary>REG_EXPAND_SZ.</summary>
    ExpandableText = 2,

    /// <summary>REG_BINARY.</summary>
    Binary = 3,

    /// <summary>REG_DWORD.</summary>
    Number = 4,

    /// <summary>REG_MULTI_SZ.</summary>
    Texts = 7,

    /// <summary>REG_QWORD.</summary>
    LongNumber = 11,
}
