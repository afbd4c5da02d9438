using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>The hosts that take the mail of a domain (RFC 5321 §5.1), or why they are not known.</summary>
/// <param name="Hosts">By preference; empty when the domain takes no mail, null when they are not known.</param>
internal sealed record MailExchangers(IReadOnlyList<string>? Hosts)
{
    /// <summary>False for a null MX (RFC 7505), and where there is neither an MX nor an address. Null when it isn't known.</summary>
    public bool? AcceptsMail => Hosts is null ? null : Hosts.Count > 0;

    /// <summary>Whether the resolver says that the answer is secured by DNSSEC. DANE begins here (RFC 7672 §2.2.1).</summary>
    public bool? IsSecure { get; init; }

    /// <summary>Why they are not known.</summary>
    public Gap? Gap { get; init; }

    /// <summary>Why there are more of them than these.</summary>
    public Gap? Rest { get; init; }

    /// <summary>What of the records senders refuse.</summary>
    public IReadOnlyList<ExchangerFault> Faults { get; init; } = Array.Empty<ExchangerFault>();

    /// <summary>Why there may be more that they refuse.</summary>
    public Gap? FaultsGap { get; init; }

    public static MailExchangers None(bool? isSecure) => new(Array.Empty<string>()) { IsSecure = isSecure };

    public static MailExchangers Unknown(Gap? gap) => new((IReadOnlyList<string>?)null) { Gap = gap };
}
