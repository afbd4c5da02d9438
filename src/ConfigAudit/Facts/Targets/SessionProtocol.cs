namespace ConfigAudit.Facts.Targets;

/// <summary>How a host is asked.</summary>
public enum SessionProtocol : long
{
    /// <summary>On Windows <see cref="Mmi"/>, elsewhere <see cref="WsMan"/>.</summary>
    Auto,

    /// <summary>WS-Management by our own client, from any platform: over HTTPS (5986), or over plain HTTP (5985) where that is allowed
    /// explicitly.</summary>
    WsMan,

    /// <summary>DCOM through Windows' own management infrastructure; for hosts without WinRM. Windows only.</summary>
    Dcom,

    /// <summary>WinRM through Windows' own management infrastructure, with its Kerberos and message encryption. Windows only.</summary>
    Mmi,
}
