using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>What happens to a connection that no rule is about: DefaultInboundAction and DefaultOutboundAction.</summary>
public enum FirewallAction
{
    /// <summary>0.</summary>
    [JapaneseName("許可")]
    Allow = 0,

    /// <summary>1.</summary>
    [JapaneseName("ブロック")]
    Block = 1,
}
