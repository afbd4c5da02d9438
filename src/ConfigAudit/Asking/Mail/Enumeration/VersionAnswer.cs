using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>What a server accepts of one version.</summary>
/// <param name="Version">The version.</param>
internal sealed record VersionAnswer(TlsVersion Version)
{
    /// <summary>The suites that it accepted.</summary>
    public IReadOnlyList<int> Suites { get; init; } = Array.Empty<int>();

    /// <summary>Why there may be more than was seen; null when that is all.</summary>
    public LocalText? Doubt { get; init; }

    /// <summary>Whether the server spoke TLS, be it to refuse.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether the server doesn't know the name that it was asked by.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>Whether the version is accepted at all; null when that isn't known.</summary>
    public bool? IsAccepted =>
        Suites.Count > 0 ? true
        : Doubt is null ? false
        : null;

    /// <summary>Whether the server's own order decides, and not the client's; null when that isn't known, or with one suite
    /// alone.</summary>
    public bool? HasServerOrder { get; init; }

    /// <summary>The suites in the server's order; null where the client's decides, or it wasn't learnt.</summary>
    public IReadOnlyList<int>? Preference { get; init; }
}
