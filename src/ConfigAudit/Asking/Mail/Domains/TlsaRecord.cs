using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What a domain says of a server's certificate (RFC 6698 §2.1), as SMTP uses it (RFC 7672 §3).</summary>
/// <param name="Usage">Which certificate: 2 an authority's of the chain (DANE-TA), 3 the server's own (DANE-EE). 0 and 1 are not for
/// SMTP.</param>
/// <param name="Selector">What of it: 0 the whole, 1 its SubjectPublicKeyInfo.</param>
/// <param name="MatchingType">In which form: 0 as it is, 1 its SHA-256, 2 its SHA-512.</param>
/// <param name="Data">What it must be.</param>
internal sealed record TlsaRecord(int Usage, int Selector, int MatchingType, byte[] Data)
{
    private const int Authority = 2;
    private const int Own = 3;

    /// <summary>Whether SMTP can use it: known numbers, and a digest of the right length.</summary>
    public bool IsUsable =>
        Usage is Authority or Own
        && Selector is 0 or 1
        && MatchingType switch
        {
            0 => Data.Length > 0,
            1 => Data.Length == 32,
            2 => Data.Length == 64,
            _ => false,
        };

    /// <summary>
    /// Whether it is true of the certificates that a server sent, its own first. Null when it can't be used. The server's own key is that
    /// alone, whatever names and
    /// dates stand beside it (RFC 7672 §3.1.1); an authority has to have vouched for a certificate that is in date and names the host
    /// (§3.1.2).
    /// </summary>
    /// <param name="certificates">In DER.</param>
    /// <param name="hosts">The names that the server's own may have, one of them: the server's, and that of the mail domain (RFC 7672
    /// §3.2.2).</param>
    public bool? Matches(IReadOnlyList<byte[]> certificates, IReadOnlyCollection<string> hosts)
    {
        if (!IsUsable)
            return null;
        if (certificates.Count == 0)
            return false;
        return Usage == Own
            ? IsOf(certificates[0])
            : new DaneAuthority(IsOf, MatchingType == 0 ? Data : null, Selector == 0).VouchesFor(certificates, hosts);
    }

    /// <summary>Whether one of the records is true of the certificates (RFC 7672 §3.1). Null when none of them can be used.</summary>
    public static bool? Matches(IEnumerable<TlsaRecord> records, IReadOnlyList<byte[]> certificates, IReadOnlyCollection<string> hosts)
    {
        var each = records.Select(record => record.Matches(certificates, hosts)).Where(matches => matches is not null).ToArray();
        return each.Length == 0 ? null : each.Contains(true);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Usage} {Selector} {MatchingType} {string.Concat(Data.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))}";

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
