namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>W32Time's Type: where the clock is set by.</summary>
public enum TimeSourceKind
{
    /// <summary>"NoSync": by nothing.</summary>
    None,

    /// <summary>"NTP": by the servers that are named.</summary>
    NtpServers,

    /// <summary>"NT5DS": by the domain.</summary>
    Domain,

    /// <summary>"AllSync": by both.</summary>
    DomainAndNtpServers,
}
