namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// MSFT_NetConSecRule.Mode. Published sources differ about the number of transport mode: 1 by the class's documentation, 3 by the
/// NetSecurity module
/// of PowerShell. No other mode claims either, so both are taken for it (unverified on a live host).
/// </summary>
public enum IpsecMode
{
    /// <summary>Between the hosts themselves.</summary>
    Transport = 1,

    /// <summary>Between tunnel endpoints (2).</summary>
    Tunnel = 2,
}
