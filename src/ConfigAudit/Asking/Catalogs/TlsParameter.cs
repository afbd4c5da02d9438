using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A parameter of TLS, and what each source thinks of it. They disagree, so which one decides is a baseline's parameter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
internal sealed record TlsParameter(TlsParameterKind Kind, string Name)
{
    /// <summary>The least bits that the entry is for; null where bits don't matter.</summary>
    public long? MinBits { get; init; }

    /// <summary>The most bits that the entry is for; null where there is no most.</summary>
    public long? MaxBits { get; init; }

    /// <summary>Null where it isn't known.</summary>
    public CryptrecGrade? Cryptrec { get; init; }

    /// <summary>The last day on which that grade holds; null for no end in sight.</summary>
    public DateTime? CryptrecUntil { get; init; }

    /// <summary>Null where it isn't known.</summary>
    public IpaGrade? Ipa { get; init; }

    /// <summary>Null where it isn't known.</summary>
    public NcscGrade? Ncsc { get; init; }

    /// <summary>The sources ("cryptrec", "ipa", "ncsc") whose grade wasn't read in the source itself.</summary>
    public IReadOnlyList<string> Unverified { get; init; } = Array.Empty<string>();

    /// <summary>Whether the entry is for that one.</summary>
    public bool Fits(TlsParameterKind kind, string name, long? bits) =>
        Kind == kind
        && string.Equals(Name, name, StringComparison.Ordinal)
        && (MinBits is null || bits >= MinBits)
        && (MaxBits is null || bits <= MaxBits);

    public override string ToString() => $"{Kind} {Name} {MinBits}-{MaxBits}";
}
