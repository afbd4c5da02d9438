using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConfigAudit.FleetSimulator;

/// <summary>An authority of the fleet's own, and a certificate for each host, made when first asked for. Keys live in memory
/// alone.</summary>
internal sealed class FleetCertificates : IDisposable
{
    private readonly ECDsa _authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _hostKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<SimulatedHost, X509Certificate2> _hosts = new();

    public FleetCertificates()
    {
        var request = new CertificateRequest("CN=Simulated fleet", _authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Authority = request.CreateSelfSigned(DateTimeOffset.Now.AddYears(-2), DateTimeOffset.Now.AddYears(1));
    }

    public X509Certificate2 Authority { get; }

    public X509Certificate2 Of(SimulatedHost host) => _hosts.GetOrAdd(host, Make);

    public void Dispose()
    {
        foreach (var certificate in _hosts.Values)
            certificate.Dispose();
        Authority.Dispose();
        _hostKey.Dispose();
        _authorityKey.Dispose();
    }

    private X509Certificate2 Make(SimulatedHost host)
    {
        var request = new CertificateRequest($"CN={host.Name}", _hostKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        var isOther = host.Fault == Faults.Fault.OtherHostsCertificate;
        names.AddDnsName(isOther ? "another-host.example" : host.Name);
        if (!isOther)
            names.AddIpAddress(host.Address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(new OidCollection { new("1.3.6.1.5.5.7.3.1") }, false));
        if (host.Fault == Faults.Fault.SelfSignedCertificate)
            return request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(30));
        var isExpired = host.Fault == Faults.Fault.ExpiredCertificate;
        using var bare = request.Create(
            Authority,
            isExpired ? DateTimeOffset.Now.AddYears(-1) : DateTimeOffset.Now.AddDays(-1),
            DateTimeOffset.Now.AddDays(isExpired ? -1 : 30),
            Guid.NewGuid().ToByteArray()
        );
        return bare.CopyWithPrivateKey(_hostKey);
    }
}
