namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>VpnConnection.TunnelType.</summary>
public enum VpnTunnel
{
    /// <summary>PPTP: broken, never to be used.</summary>
    Pptp,

    /// <summary>L2TP over IPsec.</summary>
    L2tp,

    /// <summary>SSTP, over TLS.</summary>
    Sstp,

    /// <summary>IKEv2 over IPsec.</summary>
    Ikev2,

    /// <summary>Decided when first connected, PPTP included, so it can't be judged by itself.</summary>
    Automatic,
}
