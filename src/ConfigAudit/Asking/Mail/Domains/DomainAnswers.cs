using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What was learnt of one mail domain.</summary>
/// <param name="Name">As the domain was named by who asks.</param>
/// <param name="Domain">As DNS has it.</param>
/// <param name="Exchangers">The hosts that take its mail.</param>
/// <param name="Sts">Its MTA-STS.</param>
/// <param name="Reporting">Whether it wants reports.</param>
internal sealed record DomainAnswers(string Name, string Domain, MailExchangers Exchangers, MtaStsAnswer Sts, ReportingAnswer Reporting);

/// <summary>Whether a domain wants reports on TLS (RFC 8460), or why it is not known.</summary>
internal sealed record ReportingAnswer(bool? IsWanted, Gap? Gap);
