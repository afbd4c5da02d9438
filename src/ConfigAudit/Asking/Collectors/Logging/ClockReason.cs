using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Why nothing that this module sees sets a host's clock.</summary>
public enum ClockReason
{
    /// <summary>Type is NoSync.</summary>
    [JapaneseName("同期しない設定")]
    NothingChosen = 1,

    /// <summary>The service W32Time is disabled.</summary>
    [JapaneseName("サービス無効")]
    ServiceDisabled,

    /// <summary>The service W32Time is to run from the host's start on, and doesn't.</summary>
    [JapaneseName("サービス停止中")]
    ServiceStopped,

    /// <summary>Type is NT5DS, and the service Netlogon, which finds the domain's controllers, is disabled or doesn't run.</summary>
    [JapaneseName("Netlogon停止中")]
    DomainNotFound,

    /// <summary>W32Time's NTP client is switched off: TimeProviders\NtpClient, Enabled.</summary>
    [JapaneseName("NTPクライアント無効")]
    ClientDisabled,

    /// <summary>Type is NT5DS, and the host isn't in a domain.</summary>
    [JapaneseName("ドメイン非参加")]
    NotInDomain,

    /// <summary>Servers are to be named, and none is.</summary>
    [JapaneseName("サーバ未指定", "サーバー未指定")]
    NoServer,

    /// <summary>The only servers named are the host itself.</summary>
    [JapaneseName("自分自身を指定")]
    ServerIsItself,
}
