using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// Whether and how the host takes Remote Desktop connections, by one listener: the values below SYSTEM\CurrentControlSet\Control\Terminal
/// Server, over which
/// those of the policy SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services win. What Windows takes where neither has a value isn't
/// documented, so
/// that is not known. Listeners are the subkeys of WinStations but the console's, and but those of another protocol (WdPrefix, such as
/// ICA).
/// </summary>
public sealed record RemoteDesktopFact : Fact
{
    /// <summary>The listener's subkey of WinStations: "RDP-Tcp", which every Windows has, or one that somebody added.</summary>
    public string? Listener { get; init; }

    /// <summary>
    /// fDenyTSConnections 0 allows connections to the host, and fEnableWinStation 0 takes the listener out. The firewall and the service
    /// TermService can still be in the way.
    /// </summary>
    public bool? IsEnabled { get; init; }

    /// <summary>UserAuthentication: whether users must authenticate before a session is made (network level authentication). Null where
    /// SecurityLayer 0 contradicts it.</summary>
    public bool? RequiresNla { get; init; }

    /// <summary>SecurityLayer.</summary>
    public RdpSecurityLayer? SecurityLayer { get; init; }

    /// <summary>MinEncryptionLevel. It concerns RDP's own encryption alone, not TLS.</summary>
    public RdpEncryption? MinEncryption { get; init; }

    /// <summary>The listener's PortNumber: the TCP port, 3389 unless it was changed.</summary>
    public long? Port { get; init; }

    /// <summary>The policy's fDisableCdm: whether it keeps the drives of the connecting computer out. False where the policy says
    /// nothing.</summary>
    public bool? PolicyBlocksDrives { get; init; }

    /// <summary>The policy's fDisableClip: whether it keeps the clipboard apart. False where the policy says nothing.</summary>
    public bool? PolicyBlocksClipboard { get; init; }

    /// <summary>The policy's MaxIdleTime (milliseconds): after how long an idle session is disconnected. Zero where the policy sets no
    /// limit.</summary>
    [Noise(false)] // A limit that somebody set.
    public TimeSpan? PolicyIdleLimit { get; init; }

    /// <summary>The policy's MaxDisconnectionTime (milliseconds): after how long a disconnected session is ended. Zero where the policy
    /// sets no limit.</summary>
    [Noise(false)] // A limit that somebody set.
    public TimeSpan? PolicyDisconnectLimit { get; init; }

    /// <summary>
    /// Whether a user may invite somebody to look on (Windows Remote Assistance): fAllowToGetHelp of the policy, else of
    /// SYSTEM\CurrentControlSet\Control\Remote Assistance. That the feature is installed, which servers make an option, isn't asked.
    /// </summary>
    public bool? AllowsAssistance { get; init; }

    /// <summary>Whether the one invited may take over mouse and keyboard: fAllowFullControl, at the same places.</summary>
    public bool? AllowsAssistantControl { get; init; }

    /// <summary>The policy's fAllowUnsolicited: whether somebody may offer assistance without being invited. False where the policy says
    /// nothing.</summary>
    public bool? AllowsUninvitedAssistance { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("リモートデスクトップの設定", "a setting of Remote Desktop"), new RemoteDesktopFact()) };

    internal override string Label => Listener is null or WinStations.Usual ? "Remote Desktop" : $"Remote Desktop ({Listener})";
}
