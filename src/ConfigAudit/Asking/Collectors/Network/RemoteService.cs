namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>What a host is worked on by from afar, and what an intruder goes from one host to the next by. At the ports that Windows gives
/// them, or that the host says.</summary>
public enum RemoteService
{
    /// <summary>File sharing: TCP 445 and 139, and UDP 443 for SMB over QUIC.</summary>
    Smb = 0,

    /// <summary>Remote Desktop: TCP and UDP 3389, and the PortNumber of its listeners.</summary>
    Rdp = 1,

    /// <summary>Windows Remote Management: TCP 5985 and 5986.</summary>
    WinRm = 2,

    /// <summary>Remote procedure calls: TCP 135, and the ports that Windows chooses for them, from 49152 on.</summary>
    Rpc = 3,
}
