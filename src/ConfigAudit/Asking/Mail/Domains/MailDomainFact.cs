using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>A mail domain, as DNS and HTTPS tell of it: who takes its mail, and what it asks of those who send it there.</summary>
public sealed record MailDomainFact : Fact
{
    /// <summary>The domain as DNS has it, other letters than ASCII's as punycode (RFC 5891).</summary>
    public string? Domain { get; init; }

    /// <summary>The hosts that take its mail, by preference (RFC 5321 §5.1). Empty when it takes none; the domain itself where it has an
    /// address and no MX.</summary>
    public IReadOnlyList<string>? Exchangers { get; init; }

    /// <summary>Whether it takes mail. False for a null MX (RFC 7505), and where there is neither an MX nor an address.</summary>
    public bool? AcceptsMail { get; init; }

    /// <summary>
    /// The MX records that senders refuse, each with what is wrong: "Address" where an address stands for a name (RFC 5321 §2.3.5, §5.1),
    /// "Alias" where the name is one of another host (RFC 2181 §10.3), "NoAddress" where the name has none, "NullMx" where one that says
    /// that there is no mail stands beside others (RFC 7505 §3). Empty where there is none such.
    /// </summary>
    public IReadOnlyList<string>? ExchangerFaults { get; init; }

    /// <summary>Whether it announces a policy of MTA-STS by one valid record (RFC 8461 §3.1). The policy itself is looked up only when
    /// HTTPS may be asked.</summary>
    public bool? HasSts { get; init; }

    /// <summary>
    /// Whether senders can use what it announces: one valid record, and a policy that its host hands out under a certificate for it,
    /// without a redirection, and that says what it
    /// has to (RFC 8461 §3). True where it announces nothing; null where the policy couldn't be had.
    /// </summary>
    public bool? IsStsSound { get; init; }

    /// <summary>What its policy asks of senders (RFC 8461 §5); None where there is no policy.</summary>
    public MtaStsMode? StsMode { get; init; }

    /// <summary>The id of its policy, by the record (RFC 8461 §3.1).</summary>
    public string? StsId { get; init; }

    /// <summary>How long senders may keep the policy (RFC 8461 §3.2).</summary>
    [Noise(false)] // A time that somebody set.
    public TimeSpan? StsMaxAge { get; init; }

    /// <summary>The hosts that may take its mail by the policy; a star stands for one first part (RFC 8461 §4.1). Empty where there is no
    /// policy.</summary>
    public IReadOnlyList<string>? StsExchangers { get; init; }

    /// <summary>Whether the policy lets each of its exchangers take the mail (RFC 8461 §4.1): with "enforce", mail to any other is not
    /// delivered. False where there is no policy.</summary>
    public bool? StsCoversExchangers { get; init; }

    /// <summary>Whether it wants reports on how TLS went (RFC 8460 §3), by one valid record.</summary>
    public bool? HasTlsReporting { get; init; }

    internal override FactSubject Subject => FactSubject.MailDomain;

    internal override string Label => Domain ?? string.Empty;
}
