using System;
using System.Collections.Generic;
using ConfigAudit.Facts;
using DnsClient.Protocol;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What DNS answered: records, that there are none, or nothing.</summary>
/// <param name="Source">What was asked.</param>
internal sealed record DnsAnswer(string Source)
{
    public IReadOnlyList<DnsResourceRecord> Records { get; init; } = Array.Empty<DnsResourceRecord>();

    /// <summary>Whether the name exists, be it with records of another type.</summary>
    public bool Exists { get; init; }

    /// <summary>
    /// Whether the resolver says that it has proved the answer by DNSSEC (the AD bit, RFC 4035 §3.2.3). This is no more trustworthy than
    /// the resolver and
    /// the way to it: who sits between can set a bit. Ask a resolver of one's own on this computer or on the same network.
    /// </summary>
    public bool? IsSecure { get; init; }

    /// <summary>Why there was no answer.</summary>
    public Gap? Gap { get; init; }
}
