namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>MSFT_NetConSecRule.InboundSecurity and OutboundSecurity.</summary>
public enum IpsecSecurity
{
    /// <summary>The traffic is exempt.</summary>
    Never = 0,

    /// <summary>Asked for; without an answer the traffic flows in the clear.</summary>
    Request = 1,

    /// <summary>Nothing passes without it.</summary>
    Require = 2,
}
