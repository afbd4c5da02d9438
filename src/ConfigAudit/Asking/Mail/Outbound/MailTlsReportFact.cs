using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// What a sender reported of its sessions with the servers of a mail domain under one policy (SMTP TLS Reporting, RFC 8460): how many came
/// to TLS as the policy wants, and how many didn't.
/// It tells neither versions nor suites.
/// </summary>
public sealed record MailTlsReportFact : Fact
{
    /// <summary>The file that the report is, or came in.</summary>
    public string? File { get; init; }

    /// <summary>Who reports (organization-name).</summary>
    public string? Organization { get; init; }

    /// <summary>Whom to ask about it (contact-info).</summary>
    public string? Contact { get; init; }

    /// <summary>The report's id, which is its author's.</summary>
    public string? ReportId { get; init; }

    /// <summary>Whose sessions it tells of. Null where neither the domain nor the reporter is the organisation's.</summary>
    public TlsReportDirection? Direction { get; init; }

    /// <summary>The beginning of its time (date-range).</summary>
    [Noise]
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of its time.</summary>
    [Noise]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The kind of policy.</summary>
    public TlsReportPolicy? PolicyType { get; init; }

    /// <summary>The domain to which mail was sent.</summary>
    public string? PolicyDomain { get; init; }

    /// <summary>Sessions that came to TLS as the policy wants (total-successful-session-count). Null where it isn't told, or can't be
    /// true.</summary>
    public long? Successes { get; init; }

    /// <summary>Sessions that didn't (total-failure-session-count). Null where it isn't told, or can't be true.</summary>
    public long? Failures { get; init; }

    /// <summary>What failed (result-type, RFC 8460 §4.3), each with how often: "certificate-expired 100". Empty where nothing did, or the
    /// report doesn't tell.</summary>
    public IReadOnlyList<string>? FailureKinds { get; init; }

    internal override FactSubject Subject => FactSubject.MailSender;

    internal override string Label => $"{Organization} {ReportId}: {PolicyDomain} {PolicyType}";

    internal override string Key => $"{Organization}|{ReportId}|{PolicyDomain}|{PolicyType}";
}
