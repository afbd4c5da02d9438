using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>The TLSA records of a service (RFC 6698), or why they are not known.</summary>
/// <param name="Records">Those there are; none when they couldn't be looked up.</param>
/// <param name="IsSecure">Whether the resolver says that the answer is secured by DNSSEC. Null when they couldn't be looked up.</param>
/// <param name="Gap">Why they couldn't be looked up.</param>
internal sealed record TlsaAnswer(IReadOnlyList<TlsaRecord> Records, bool? IsSecure, Gap? Gap)
{
    /// <summary>The name that they stand under: that of the host, or the one that it is an alias of (RFC 7672 §2.2.2). The certificate may
    /// be for either.</summary>
    public string? Base { get; init; }

    /// <summary>Those that a sender heeds: without DNSSEC none (RFC 7672 §2.2).</summary>
    public IReadOnlyList<TlsaRecord> Heeded => IsSecure == true ? Records : Array.Empty<TlsaRecord>();
}
