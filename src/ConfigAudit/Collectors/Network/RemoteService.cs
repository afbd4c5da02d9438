namespace ConfigAudit.Collectors.Network;

/// <summary>What a host is worked on by from afar, and what an intruder goes from one host to the next by. At the ports that Windows gives them.</summary>
public enum RemoteService
{
    /// <summary>File sharing: TCP 445 and 139.</summary>
    Smb = 0,

    /// <summary>Remote Desktop: TCP and UDP 3389. One that was moved to another port isn't known by it.</summary>
    Rdp = 1,

    /// <summary>Windows Remote Management: TCP 5985 and 5986.</summary>
    WinRm = 2,

    /// <summary>Remote procedure calls: TCP 135, and the ports that Windows chooses for them.</summary>
    Rpc = 3,
}
