using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>What the certificates that a server sent say, by X.509 (RFC 5280).</summary>
internal static class MailCertificate
{
    private const string AlternativeNames = "2.5.29.17";
    private const string Ed25519 = "1.3.101.112";
    private const string Ed448 = "1.3.101.113";

    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA1",
        ["1.2.840.113549.1.1.11"] = "SHA256",
        ["1.2.840.113549.1.1.12"] = "SHA384",
        ["1.2.840.113549.1.1.13"] = "SHA512",
        ["1.2.840.113549.1.1.14"] = "SHA224",
        ["1.2.840.10045.4.1"] = "SHA1",
        ["1.2.840.10045.4.3.1"] = "SHA224",
        ["1.2.840.10045.4.3.2"] = "SHA256",
        ["1.2.840.10045.4.3.3"] = "SHA384",
        ["1.2.840.10045.4.3.4"] = "SHA512",
        ["1.2.840.10040.4.3"] = "SHA1",
        ["2.16.840.1.101.3.4.3.2"] = "SHA256",
        [Ed25519] = "Ed25519",
        [Ed448] = "Ed448",
    };

    /// <param name="chain">In DER, the server's own first.</param>
    /// <param name="host">The name that it was asked by.</param>
    /// <param name="trusted">Authorities to trust besides this computer's.</param>
    /// <exception cref="CryptographicException">They are no certificates.</exception>
    public static SeenCertificate Read(IReadOnlyList<byte[]> chain, string host, X509Certificate2Collection trusted)
    {
        using var own = new X509Certificate2(chain[0]);
        var (isTrusted, path) = CertificateTrust.Of(chain, trusted);
        return new SeenCertificate(chain)
        {
            Subject = HostileText.Shown(own.Subject),
            Issuer = HostileText.Shown(own.Issuer),
            From = own.NotBefore.ToUniversalTime(),
            Until = own.NotAfter.ToUniversalTime(),
            Names = Names(own).Select(HostileText.Shown).ToArray(),
            Key = Key(own),
            KeyBits = KeySize.Of(own.RawData),
            Curve = CertificateCurve.Of(own.RawData),
            Hash = Hash(own),
            Authorities = chain.Skip(1).Select(Shown).ToArray(),
            AuthorityKeys = chain.Skip(1).Select(der => KeyOf(der, own.NotAfter.ToUniversalTime())).ToArray(),
            AuthorityHashes = chain.Skip(1).Select(SignedBy).Where(each => each is not null).Distinct().ToArray()!,
            NamesHost = IPAddress.TryParse(host, out var address) ? IsFor(own, address) : IsFor(own, host),
            IsTrusted = isTrusted,
            InPath = InPath(chain, path),
        };
    }

    /// <summary>Whether that is among its alternative names: a common name alone is heeded by nobody any more (RFC 9525 §2, RFC 8461
    /// §4.1).</summary>
    internal static bool IsFor(X509Certificate2 certificate, string host) =>
        DnsNames(certificate)?.Any(name => Matches(name, host)) == true;

    /// <summary>Whether that address is among its alternative names (RFC 9525 §6.4). Null where it isn't: who uses the server names
    /// it.</summary>
    private static bool? IsFor(X509Certificate2 certificate, IPAddress address) =>
        AlternativeNamesOf(certificate) is { } extension && AlternativeName.Addresses(extension).Contains(address) ? true : null;

    /// <summary>A star stands for one whole first part (RFC 6125 §6.4.3).</summary>
    internal static bool Matches(string name, string host)
    {
        host = host.TrimEnd('.');
        if (!name.StartsWith("*.", StringComparison.Ordinal))
            return name.Equals(host, StringComparison.OrdinalIgnoreCase);
        var dot = host.IndexOf('.');
        return dot > 0 && name.Substring(1).Equals(host.Substring(dot), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An authority of the chain: its name, its key and the hash of its own signature.</summary>
    private static string Shown(byte[] der)
    {
        using var authority = new X509Certificate2(der);
        return $"{HostileText.Shown(authority.Subject)} ({Key(authority)} {KeySize.Of(der)}, {SignedBy(der) ?? "root"})";
    }

    /// <summary>The hash of an authority's signature; null for a root, which signs itself.</summary>
    private static string? SignedBy(byte[] der)
    {
        using var authority = new X509Certificate2(der);
        return authority.SubjectName.RawData.SequenceEqual(authority.IssuerName.RawData) ? null : Hash(authority);
    }

    /// <summary>The key of an authority; it serves no longer here than the certificate that it vouches for.</summary>
    private static SeenKey KeyOf(byte[] der, DateTimeOffset until)
    {
        using var authority = new X509Certificate2(der);
        var end = new DateTimeOffset(authority.NotAfter.ToUniversalTime());
        return new SeenKey(Key(authority), KeySize.Of(der), end < until ? end : until, CertificateCurve.Of(der));
    }

    private static string Key(X509Certificate2 certificate) => KeyKind.Named(certificate.PublicKey.Oid.Value!);

    internal static string? Hash(X509Certificate2 certificate)
    {
        var algorithm = certificate.SignatureAlgorithm.Value!;
        return algorithm == PssSignature.Algorithm ? PssSignature.Hash(certificate.RawData)
            : Hashes.TryGetValue(algorithm, out var hash) ? hash
            : algorithm;
    }

    /// <summary>The DNS names of the alternative names; the common name where there is no such extension, which is shown.</summary>
    internal static string[] Names(X509Certificate2 certificate) =>
        DnsNames(certificate) ?? new[] { certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) };

    /// <summary>The names that DANE holds against the host's: common names, too, where no DNS name is among the alternative names (RFC 7672
    /// §3.2.3, RFC 6125 §6.4.4). Those of an extension that can't be read nobody knows.</summary>
    internal static IReadOnlyList<string> NamesForDane(X509Certificate2 certificate)
    {
        if (
            AlternativeNamesOf(certificate) is { } extension
            && (!AlternativeName.IsReadable(extension) || AlternativeName.DnsNames(extension).Length > 0)
        )
        {
            return AlternativeName.DnsNames(extension);
        }

        return new Org.BouncyCastle.X509.X509Certificate(certificate.RawData)
            .SubjectDN.GetValueList(Org.BouncyCastle.Asn1.X509.X509Name.CN)
            .Cast<string>()
            .ToArray();
    }

    /// <summary>
    /// Which of those sent have to be in date. Where they lead to an authority that is trusted, what lies on the way to it; else whatever
    /// the server's own leads to by name, be it in date or not.
    /// </summary>
    private static bool[] InPath(IReadOnlyList<byte[]> sent, IReadOnlyList<byte[]> path)
    {
        if (path.Count > 0)
            return sent.Select(der => path.Any(der.SequenceEqual)).ToArray();
        var all = sent.Select(der => new Org.BouncyCastle.X509.X509Certificate(der)).ToArray();
        var isIn = sent.Select((_, place) => place == 0).ToArray();
        for (var hasMore = true; hasMore; )
        {
            hasMore = false;
            for (var i = 0; i < all.Length; i++)
            {
                if (isIn[i] || !all.Where((_, at) => isIn[at]).Any(each => each.IssuerDN.Equivalent(all[i].SubjectDN)))
                    continue;
                isIn[i] = hasMore = true;
            }
        }

        return isIn;
    }

    /// <summary>Null where there are no alternative names.</summary>
    private static string[]? DnsNames(X509Certificate2 certificate) =>
        AlternativeNamesOf(certificate) is { } extension ? AlternativeName.DnsNames(extension) : null;

    private static byte[]? AlternativeNamesOf(X509Certificate2 certificate) =>
        certificate.Extensions.Cast<X509Extension>().FirstOrDefault(each => each.Oid?.Value == AlternativeNames)?.RawData;
}
