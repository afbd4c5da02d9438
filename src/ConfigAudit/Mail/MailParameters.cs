using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

/// <summary>What of a service's TLS guidelines judge, besides suites, with their grades.</summary>
internal sealed class MailParameters
{
    private readonly IReadOnlyList<TlsParameter> _catalog;
    private readonly MailLedger _ledger;

    public MailParameters(IReadOnlyList<TlsParameter> catalog, MailLedger ledger) => (_catalog, _ledger) = (catalog, ledger);

    /// <summary>Takes down each parameter of the service, and for each kind that isn't known, that it isn't.</summary>
    /// <param name="service">All that was learnt.</param>
    /// <param name="versions">The versions that were seen to be accepted, be they all or not.</param>
    public void Take(MailServiceFact service, IEnumerable<TlsVersion> versions)
    {
        foreach (var version in versions)
            Add(service, TlsParameterKind.Version, version.ToString(), 0);
        if (service.Versions is null)
            Lack(service, TlsParameterKind.Version);
        Each(service, TlsParameterKind.Group, service.Groups?.Select(group => group.ToString()));
        Each(service, TlsParameterKind.Signature, service.SignatureSchemes?.Select(scheme => scheme.ToString()));
        Each(service, TlsParameterKind.CertificateHash, service.CertificateHash is null ? null : service.CertificateChainHashes?.Concat(new[] { service.CertificateHash }).Distinct());
        Sized(service, TlsParameterKind.CertificateKey, service.CertificateKey, service.CertificateKey is null ? null : service.CertificateKeyBits ?? 0);
        // Zero bits are no Diffie-Hellman at all; a prime of RFC 7919 is among the groups.
        Sized(service, TlsParameterKind.Prime, service.HasOwnPrime == false ? string.Empty : "DH", service.DiffieHellmanBits);
    }

    private void Each(MailServiceFact service, TlsParameterKind kind, IEnumerable<string>? names)
    {
        if (names is null)
            Lack(service, kind);
        foreach (var name in names ?? Array.Empty<string>())
            Add(service, kind, name, 0);
    }

    private void Sized(MailServiceFact service, TlsParameterKind kind, string? name, long? bits)
    {
        if (name is null || bits is null)
            Lack(service, kind);
        else if (name.Length > 0 && (bits > 0 || kind != TlsParameterKind.Prime))
            Add(service, kind, name, bits.Value);
    }

    private void Add(MailServiceFact service, TlsParameterKind kind, string name, long bits)
    {
        var grades = _catalog.FirstOrDefault(entry => entry.Fits(kind, name, bits));
        var outlives = kind == TlsParameterKind.CertificateKey && service.CertificateUntil?.UtcDateTime.Date > grades?.CryptrecUntil;
        _ledger.Add(new MailParameterFact
        {
            ComputerName = service.ComputerName,
            Source = service.Source,
            Address = service.Address,
            Port = service.Port,
            Kind = kind,
            Name = name,
            Bits = bits,
            Cryptrec = outlives ? CryptrecGrade.NotListed : grades?.Cryptrec,
            Ipa = grades?.Ipa,
            Ncsc = grades?.Ncsc,
            Unverified = grades?.Unverified ?? Array.Empty<string>(),
        });
    }

    private void Lack(MailServiceFact service, TlsParameterKind kind) =>
        _ledger.Lack(service, kind, new Gap(GapKind.Unusable, service.Source!, "the service's facts say why it isn't known"));
}
