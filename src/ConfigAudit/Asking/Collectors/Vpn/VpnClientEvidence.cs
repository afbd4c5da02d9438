using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>What shows that a VPN client is on a host.</summary>
public enum VpnClientEvidence
{
    /// <summary>A network adapter that uses its driver.</summary>
    [JapaneseName("ネットワークアダプタ")]
    Adapter,

    /// <summary>A service of its name.</summary>
    [JapaneseName("サービス")]
    Service,
}
