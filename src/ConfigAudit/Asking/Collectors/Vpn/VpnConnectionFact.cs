using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// A connection of the VPN client built into Windows: VpnConnection instances from the static method PS_VpnConnection.Get of
/// root/Microsoft/Windows/RemoteAccess/Client. Neither the pre-shared key (L2tpPsk) nor the EAP configuration is ever read.
/// </summary>
public sealed record VpnConnectionFact : Fact
{
    /// <summary>VpnConnection.Name.</summary>
    public string? Name { get; init; }

    /// <summary>VpnConnection.AllUserConnection: true in the all-user phonebook, false in that of the account that asked.</summary>
    public bool? AllUsers { get; init; }

    /// <summary>VpnConnection.ServerAddress: a name or an address.</summary>
    public string? ServerAddress { get; init; }

    /// <summary>
    /// Whether <see cref="ServerAddress"/>, or one of <see cref="OtherServers"/>, is an address on the public internet, with or without a
    /// port. Null for a name, which only DNS could tell. False proves
    /// nothing: a private address can be reached over the internet by another tunnel.
    /// </summary>
    public bool? ServerIsPublic { get; init; }

    /// <summary>ServerAddress of each of VpnConnection.ServerList (VpnServerAddress) but <see cref="ServerAddress"/>: servers that people
    /// may choose instead. Empty without one.</summary>
    public IReadOnlyList<string>? OtherServers { get; init; }

    /// <summary>VpnConnection.TunnelType.</summary>
    public VpnTunnel? Tunnel { get; init; }

    /// <summary>
    /// VpnConnection.EncryptionLevel; where that is "Custom", also by the algorithms of IPSecCustomPolicy
    /// (VpnConnectionIPsecConfiguration). Null where they aren't told, or by numbers,
    /// whose meaning isn't documented.
    /// </summary>
    public VpnEncryption? Encryption { get; init; }

    /// <summary>VpnConnection.AuthenticationMethod: "Pap", "Chap", "MSChapv2", "Eap", "MachineCertificate".</summary>
    public IReadOnlyList<string>? Authentication { get; init; }

    /// <summary>VpnConnection.SplitTunneling: true when only some traffic goes through the tunnel.</summary>
    public bool? SplitTunneling { get; init; }

    /// <summary>VpnConnection.RememberCredential.</summary>
    public bool? RemembersCredential { get; init; }

    internal override string Label => Name ?? "(unnamed connection)";

    internal override string Key => $"{AllUsers}|{Name}";
}
