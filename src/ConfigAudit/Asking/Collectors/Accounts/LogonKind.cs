namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>The kinds of logon that a person makes: Win32_LogonSession.LogonType, and the logon type of event 4624.</summary>
public enum LogonKind
{
    /// <summary>2: at the keyboard.</summary>
    Interactive = 2,

    /// <summary>7: unlocking.</summary>
    Unlock = 7,

    /// <summary>10: over Remote Desktop.</summary>
    RemoteInteractive = 10,

    /// <summary>11: at the keyboard, with cached credentials.</summary>
    CachedInteractive = 11,

    /// <summary>12: over Remote Desktop, with cached credentials.</summary>
    CachedRemoteInteractive = 12,

    /// <summary>13: unlocking, with cached credentials.</summary>
    CachedUnlock = 13,
}
