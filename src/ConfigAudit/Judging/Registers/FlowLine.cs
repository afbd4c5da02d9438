using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>What an allowed flow goes over.</summary>
public enum FlowLine
{
    /// <summary>The organisation's own network.</summary>
    [JapaneseName("庁内", "庁内LAN", "庁内ネットワーク", "庁内網", "庁内回線")]
    Inside = 1,

    /// <summary>A closed network of a carrier: a leased line, an IP-VPN.</summary>
    [JapaneseName("閉域網", "専用線", "IP-VPN", "閉域", "閉域回線", "専用回線", "広域イーサネット", "広域イーサ")]
    Closed,

    /// <summary>The network of local governments.</summary>
    [JapaneseName("LGWAN", "LGWAN回線", "LGWAN網", "総合行政ネットワーク")]
    Lgwan,

    /// <summary>The prefecture's security cloud, and through it the internet.</summary>
    [JapaneseName("情報セキュリティクラウド", "自治体情報セキュリティクラウド", "セキュリティクラウド")]
    SecurityCloud,

    /// <summary>The internet, encrypted or not.</summary>
    [JapaneseName("インターネット", "インターネット回線", "インターネット網")]
    Internet,
}
