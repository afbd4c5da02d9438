using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>The catalogues that know programs by what they do.</summary>
public enum ProgramKind
{
    /// <summary>remote-tools.json.</summary>
    [JapaneseName("遠隔操作ソフトウェア")]
    RemoteControl,

    /// <summary>sync-clients.json; those alone that keep folders which they don't register with Windows.</summary>
    [JapaneseName("同期ソフトウェア")]
    SyncClient,

    /// <summary>vpn-clients.json.</summary>
    [JapaneseName("VPNクライアント")]
    VpnClient,
}
