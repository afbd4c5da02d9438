using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

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
            Add(service, TlsParameterKind.Version, version.ToString());
        if (service.Versions is null)
            MayLack(service, TlsParameterKind.Version);
        Each(service, TlsParameterKind.Group, service.Groups?.Select(group => group.ToString()));
        foreach (var scheme in service.SignatureSchemes ?? service.FixedSchemes)
            Add(service, TlsParameterKind.Signature, scheme.ToString());
        if (service.SignatureSchemes is null)
            MayLack(service, TlsParameterKind.Signature);
        Each(
            service,
            TlsParameterKind.CertificateHash,
            service.Certificates.Count == 0
                ? null
                : service.Certificates.SelectMany(each => each.AuthorityHashes.Append(each.Hash!)).Distinct()
        );
        TakeKeys(service);
        TakePrimes(service);
    }

    private void TakeKeys(MailServiceFact service)
    {
        if (service.Certificates.Count == 0)
            MayLack(service, TlsParameterKind.CertificateKey);
        foreach (
            var kind in service.RestOfCertificates is null
                ? Array.Empty<TlsParameterKind>()
                : new[] { TlsParameterKind.CertificateKey, TlsParameterKind.CertificateHash }
        )
        {
            _ledger.MayLack(service, kind, service.RestOfCertificates!);
        }
        // Certificates may share an authority, and each gives its key another end.
        var keys = service.Certificates.SelectMany(each =>
            each.AuthorityKeys.Append(new SeenKey(each.Key!, each.KeyBits, each.Until, each.Curve))
        );
        foreach (var key in keys.GroupBy(key => (key.Kind, key.Bits, key.Curve)))
            Add(service, TlsParameterKind.CertificateKey, key.Key.Kind, key.Key.Bits ?? 0, key.Max(each => each.Until), key.Key.Curve);
    }

    /// <summary>A prime of RFC 7919 is among the groups.</summary>
    private void TakePrimes(MailServiceFact service)
    {
        if (service.DiffieHellmanBits is null)
            MayLack(service, TlsParameterKind.Prime);
        foreach (var prime in service.Primes.Where(prime => prime.Group is null))
            Add(service, TlsParameterKind.Prime, "DH", prime.Bits);
    }

    private void Each(MailServiceFact service, TlsParameterKind kind, IEnumerable<string>? names)
    {
        if (names is null)
            MayLack(service, kind);
        foreach (var name in names ?? Array.Empty<string>())
            Add(service, kind, name);
    }

    /// <param name="service">Whose it is.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bits">Zero for what has none of its own.</param>
    /// <param name="until">How long it serves.</param>
    /// <param name="curve">A key is as good as the curve that it lies on; those that aren't NIST's are named.</param>
    private void Add(
        MailServiceFact service,
        TlsParameterKind kind,
        string name,
        long bits = 0,
        DateTimeOffset? until = null,
        NamedGroup? curve = null
    )
    {
        var grades = _catalog.FirstOrDefault(entry => entry.Fits(kind, name, bits));
        if (
            curve is { } group
            && group is not (NamedGroup.Secp224r1 or NamedGroup.Secp256r1 or NamedGroup.Secp384r1 or NamedGroup.Secp521r1)
        )
        {
            (grades, name) = (
                _catalog.FirstOrDefault(entry => entry.Fits(TlsParameterKind.Group, group.ToString(), 0)),
                group == 0 ? $"{name} on another curve" : $"{name} {group}"
            );
        }

        var outlives = until is { } end && JapanDay.Of(end) > grades?.CryptrecUntil;
        _ledger.Add(
            new MailParameterFact
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
            }
        );
    }

    private void MayLack(MailServiceFact service, TlsParameterKind kind) =>
        _ledger.MayLack(service, kind, _ledger.Why(service, PropertyOf(kind)));

    /// <summary>The property of the service whose reason is this one's.</summary>
    private static string PropertyOf(TlsParameterKind kind) =>
        kind switch
        {
            TlsParameterKind.Version => nameof(MailServiceFact.Versions),
            TlsParameterKind.Group => nameof(MailServiceFact.Groups),
            TlsParameterKind.Signature => nameof(MailServiceFact.SignatureSchemes),
            TlsParameterKind.Prime => nameof(MailServiceFact.DiffieHellmanBits),
            _ => nameof(MailServiceFact.CertificateSubject),
        };
}
