namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>How a logon is seen to have ended.</summary>
public enum LogonEnding
{
    /// <summary>The log tells no end: it may be going on.</summary>
    NotSeen,

    /// <summary>Event 4647: the user logged off.</summary>
    LoggedOff,

    /// <summary>Event 4634: the session is gone.</summary>
    Closed,

    /// <summary>Event 4608: Windows started again, and nothing before it tells when the logon ended.</summary>
    Restarted,
}
