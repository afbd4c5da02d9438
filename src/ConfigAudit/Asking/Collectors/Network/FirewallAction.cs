namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>What happens to a connection that no rule is about: DefaultInboundAction and DefaultOutboundAction.</summary>
public enum FirewallAction
{
    /// <summary>0.</summary>
    Allow = 0,

    /// <summary>1.</summary>
    Block = 1,
}
