using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>The kind of policy that the sessions of a report on TLS came under (RFC 8460 §4.2, policy-type).</summary>
public enum TlsReportPolicy
{
    /// <summary>No policy was found (no-policy-found): TLS was used where it was offered.</summary>
    [JapaneseName("ポリシーなし")]
    None = 1,

    /// <summary>MTA-STS (sts, RFC 8461).</summary>
    [JapaneseName("MTA-STS")]
    Sts,

    /// <summary>DANE (tlsa, RFC 7672).</summary>
    [JapaneseName("DANE")]
    Tlsa,
}
