using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>What an IPsec crypto set is for.</summary>
public enum IpsecPhase
{
    /// <summary>Agreeing on keys: MSFT_NetIKEMMCryptoSet.</summary>
    [JapaneseName("メインモード")]
    MainMode,

    /// <summary>Protecting the traffic: MSFT_NetIKEQMCryptoSet.</summary>
    [JapaneseName("クイックモード")]
    QuickMode,
}
