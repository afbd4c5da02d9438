namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>A profile of Windows Firewall. Numbers of INetFwPolicy2 (NET_FW_PROFILE_TYPE2).</summary>
public enum FirewallProfile
{
    /// <summary>1: networks with a domain controller of the host's domain.</summary>
    Domain = 1,

    /// <summary>2: in the local registry named StandardProfile.</summary>
    Private = 2,

    /// <summary>4: all others.</summary>
    Public = 4,
}
