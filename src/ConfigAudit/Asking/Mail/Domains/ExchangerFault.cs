using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>An MX record that senders refuse.</summary>
/// <param name="Name">What is wrong, and with which host: "Alias mail.city.example".</param>
/// <param name="Told">The same for people, with what to do.</param>
internal sealed record ExchangerFault(string Name, Gap Told);
