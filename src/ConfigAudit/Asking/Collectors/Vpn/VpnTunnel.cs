using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>VpnConnection.TunnelType.</summary>
public enum VpnTunnel
{
    /// <summary>PPTP: broken, never to be used.</summary>
    [JapaneseName("PPTP")]
    Pptp,

    /// <summary>L2TP over IPsec.</summary>
    [JapaneseName("L2TP")]
    L2tp,

    /// <summary>SSTP, over TLS.</summary>
    [JapaneseName("SSTP")]
    Sstp,

    /// <summary>IKEv2 over IPsec.</summary>
    [JapaneseName("IKEv2")]
    Ikev2,

    /// <summary>Decided when first connected, PPTP included, so it can't be judged by itself.</summary>
    [JapaneseName("自動")]
    Automatic,
}
