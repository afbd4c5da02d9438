using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;

namespace ConfigAudit.Mail.Domains;

/// <summary>What a domain says of a server's certificate (RFC 6698 §2.1), as SMTP uses it (RFC 7672 §3).</summary>
/// <param name="Usage">Which certificate: 2 an authority's of the chain (DANE-TA), 3 the server's own (DANE-EE). 0 and 1 are not for SMTP.</param>
/// <param name="Selector">What of it: 0 the whole, 1 its SubjectPublicKeyInfo.</param>
/// <param name="MatchingType">In which form: 0 as it is, 1 its SHA-256, 2 its SHA-512.</param>
/// <param name="Data">What it must be.</param>
internal sealed record TlsaRecord(int Usage, int Selector, int MatchingType, byte[] Data)
{
    private const int Authority = 2;
    private const int Own = 3;

    /// <summary>Whether SMTP can use it: known numbers, and a digest of the right length.</summary>
    public bool IsUsable => Usage is Authority or Own && Selector is 0 or 1 && MatchingType switch
    {
        0 => Data.Length > 0,
        1 => Data.Length == 32,
        2 => Data.Length == 64,
        _ => false,
    };

    /// <summary>
    /// Whether it is true of the certificates that a server sent, its own first. Null when it can't be used.
    /// That the chain leads to the authority, and that it names the host, are not looked at.
    /// </summary>
    public bool? Matches(IReadOnlyList<byte[]> certificates) => IsUsable ? certificates.Take(Usage == Own ? 1 : int.MaxValue).Any(IsOf) : null;

    /// <summary>Whether one of the records is true of the certificates (RFC 7672 §3.1). Null when none of them can be used.</summary>
    public static bool? Matches(IEnumerable<TlsaRecord> records, IReadOnlyList<byte[]> certificates)
    {
        var each = records.Select(record => record.Matches(certificates)).Where(matches => matches is not null).ToArray();
        return each.Length == 0 ? null : each.Contains(true);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Usage} {Selector} {MatchingType} {string.Concat(Data.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))}";

    private bool IsOf(byte[] certificate)
    {
        var selected = Selector == 0 ? certificate : PublicKeyInfo.Of(certificate);
        return selected is not null && Form(selected).SequenceEqual(Data);
    }

    private byte[] Form(byte[] selected)
    {
        if (MatchingType == 0)
            return selected;
        using HashAlgorithm hash = MatchingType == 1 ? SHA256.Create() : SHA512.Create();
        return hash.ComputeHash(selected);
    }
}
