using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>W32Time's Type: where the clock is set by.</summary>
public enum TimeSourceKind
{
    /// <summary>"NoSync": by nothing.</summary>
    [JapaneseName("なし")]
    None,

    /// <summary>"NTP": by the servers that are named.</summary>
    [JapaneseName("NTPサーバ")]
    NtpServers,

    /// <summary>"NT5DS": by the domain.</summary>
    [JapaneseName("ドメイン")]
    Domain,

    /// <summary>"AllSync": by both.</summary>
    [JapaneseName("ドメイン及びNTPサーバ")]
    DomainAndNtpServers,
}
