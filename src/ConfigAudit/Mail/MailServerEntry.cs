using System.Collections.Generic;
using ConfigAudit.Targets;

namespace ConfigAudit.Mail;

/// <summary>A mail server that is to be asked.</summary>
/// <param name="Host">Its name, or an address.</param>
/// <param name="Services">What to ask there.</param>
internal sealed record MailServerEntry(string Host, IReadOnlyCollection<MailService> Services)
{
    /// <summary>The network zone that it stands in, as declared.</summary>
    public Zone? Zone { get; init; }
}
