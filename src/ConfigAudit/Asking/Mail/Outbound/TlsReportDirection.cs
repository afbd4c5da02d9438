using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>Whose sessions a report on TLS tells of.</summary>
public enum TlsReportDirection
{
    /// <summary>Others' on the way to the organisation's own mail domain: what arrives at its rua address (RFC 8460 §3) is of
    /// these.</summary>
    [JapaneseName("受信")]
    Incoming = 1,

    /// <summary>The organisation's own on the way to others, as its own server reported them.</summary>
    [JapaneseName("送信")]
    Outgoing,
}
