namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>SecurityLayer, by Win32_TSGeneralSetting's documentation: how server and client authenticate to each other.</summary>
public enum RdpSecurityLayer
{
    /// <summary>RDP's own: the server isn't authenticated.</summary>
    Rdp = 0,

    /// <summary>The most secure that the client supports.</summary>
    Negotiate = 1,

    /// <summary>TLS.</summary>
    Tls = 2,
}
