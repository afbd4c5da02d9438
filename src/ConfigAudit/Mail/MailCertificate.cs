using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ConfigAudit.Files;

namespace ConfigAudit.Mail;

/// <summary>What the certificates that a server sent say, by X.509 (RFC 5280).</summary>
internal static class MailCertificate
{
    private const string AlternativeNames = "2.5.29.17";
    private const int DnsName = 0x82;

    private static readonly Dictionary<string, string> Keys = new() { ["1.2.840.113549.1.1.1"] = "RSA", ["1.2.840.10045.2.1"] = "ECDSA", ["1.2.840.10040.4.1"] = "DSA" };

    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["1.2.840.113549.1.1.4"] = "MD5", ["1.2.840.113549.1.1.5"] = "SHA1", ["1.2.840.113549.1.1.11"] = "SHA256", ["1.2.840.113549.1.1.12"] = "SHA384",
        ["1.2.840.113549.1.1.13"] = "SHA512", ["1.2.840.113549.1.1.14"] = "SHA224", ["1.2.840.10045.4.1"] = "SHA1", ["1.2.840.10045.4.3.1"] = "SHA224",
        ["1.2.840.10045.4.3.2"] = "SHA256", ["1.2.840.10045.4.3.3"] = "SHA384", ["1.2.840.10045.4.3.4"] = "SHA512", ["1.2.840.10040.4.3"] = "SHA1",
        ["2.16.840.1.101.3.4.3.2"] = "SHA256",
    };

    /// <summary>The fact with what the certificates say.</summary>
    /// <exception cref="CryptographicException">They are none.</exception>
    public static MailServiceFact Read(MailServiceFact fact, IReadOnlyList<byte[]> certificates, string host, X509Certificate2Collection trusted)
    {
        using var own = new X509Certificate2(certificates[0]);
        return fact with
        {
            CertificateSubject = HostileText.Shown(own.Subject),
            CertificateIssuer = HostileText.Shown(own.Issuer),
            CertificateUntil = own.NotAfter.ToUniversalTime(),
            CertificateKey = Keys.TryGetValue(own.PublicKey.Oid.Value!, out var key) ? key : own.PublicKey.Oid.Value,
            CertificateKeyBits = Bits(own),
            CertificateHash = Hashes.TryGetValue(own.SignatureAlgorithm.Value!, out var hash) ? hash : own.SignatureAlgorithm.Value,
            CertificateNamesHost = System.Net.IPAddress.TryParse(host, out _) ? null : Names(own).Any(name => Matches(name, host)),
            CertificateIsTrusted = IsTrusted(own, certificates.Skip(1), trusted),
        };
    }

    /// <summary>A star stands for one whole first part (RFC 6125 §6.4.3).</summary>
    internal static bool Matches(string name, string host)
    {
        host = host.TrimEnd('.');
        if (!name.StartsWith("*.", StringComparison.Ordinal))
            return name.Equals(host, StringComparison.OrdinalIgnoreCase);
        var dot = host.IndexOf('.');
        return dot > 0 && name.Substring(1).Equals(host.Substring(dot), StringComparison.OrdinalIgnoreCase);
    }

    private static long? Bits(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = certificate.GetRSAPublicKey() ?? (AsymmetricAlgorithm?)certificate.GetECDsaPublicKey();
        return key?.KeySize;
    }

    /// <summary>The DNS names of the alternative names; the common name counts only where there is no such extension.</summary>
    internal static IEnumerable<string> Names(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.Cast<X509Extension>().FirstOrDefault(each => each.Oid?.Value == AlternativeNames);
        if (extension is null)
            return new[] { certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) };
        return DnsNames(extension.RawData);
    }

    /// <summary>A SEQUENCE of names by their tags (RFC 5280 §4.2.1.6); read here, since the framework shows it as localised text alone.</summary>
    private static IEnumerable<string> DnsNames(byte[] der)
    {
        var at = 0;
        if (Der.Header(der, ref at) is not { Tag: Der.Sequence } list)
            yield break;
        var end = Math.Min(der.Length, at + list.Length);
        while (at < end && Der.Header(der, ref at) is { } name && at + name.Length <= end)
        {
            if (name.Tag == DnsName)
                yield return Encoding.ASCII.GetString(der, at, name.Length);
            at += name.Length;
        }
    }

    private static bool IsTrusted(X509Certificate2 own, IEnumerable<byte[]> others, X509Certificate2Collection trusted)
    {
        var sent = others.Select(der => new X509Certificate2(der)).ToArray();
        try
        {
            using var chain = OwnAuthorities.Chain(sent);
            return chain.Build(own) || OwnAuthorities.VouchFor(own, sent, trusted);
        }
        finally
        {
            foreach (var certificate in sent)
                certificate.Dispose();
        }
    }
}
