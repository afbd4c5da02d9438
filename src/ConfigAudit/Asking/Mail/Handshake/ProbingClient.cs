using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>
/// A client of TLS 1.0 to 1.3 that takes whatever a server shows, weak or expired: it is there to see, and nothing secret is ever said over
/// it.
/// </summary>
internal sealed class ProbingClient : DefaultTlsClient, TlsAuthentication, TlsDHGroupVerifier
{
    /// <summary>More bits than any honest prime has, and few enough to reckon with in little time.</summary>
    private const int MaxPrimeBits = 8192;

    /// <summary>More certificates than any honest chain has.</summary>
    private const int MaxChain = 100;

    private readonly ProtocolVersion _version;
    private readonly int[] _suites;
    private readonly string? _serverName;
    private readonly TlsSession? _resumed;

    /// <param name="version">The only version offered, by its number on the wire.</param>
    /// <param name="suites">Suites that the server accepts.</param>
    /// <param name="serverName">For the server_name extension; an address isn't sent.</param>
    /// <param name="resumed">A session to take up again; null to begin anew.</param>
    public ProbingClient(Tls.TlsVersion version, IEnumerable<int> suites, string serverName, TlsSession? resumed = null)
        : base(new BcTlsCrypto())
    {
        _version = ProtocolVersion.Get((int)version >> 8, (int)version & 0xff);
        // The usual ones first: a server that takes the client's order would pick NULL or anonymous ones, with which little else is usual
        // either.
        var known = TlsUtilities.GetSupportedCipherSuites(Crypto, suites.ToArray());
        _suites = base.GetSupportedCipherSuites().Intersect(known).Union(known).ToArray();
        _serverName = IPAddress.TryParse(serverName, out _) ? null : serverName.TrimEnd('.');
        _resumed = resumed;
    }

    /// <summary>The kinds of key that a certificate may have; null for any. TLS 1.3 has no suites that say so.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Whether it knows any of the suites.</summary>
    public bool CanSpeak => _suites.Length > 0;

    /// <summary>Whether the handshake is over.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether the server wants a certificate of the client.</summary>
    public bool IsAskedForCertificate { get; private set; }

    /// <summary>The certificates in DER, the server's own first; empty for an anonymous suite, and in a session taken up again.</summary>
    public IReadOnlyList<byte[]> Certificates { get; private set; } = Array.Empty<byte[]>();

    /// <summary>The session, to be taken up again; null where the server keeps none under an id of its own (RFC 5246 §7.3).</summary>
    public TlsSession? Session => m_context.Session is { SessionID.Length: > 0 } session ? session : null;

    /// <summary>Whether the server took the session up again.</summary>
    public bool IsResumed => m_context.SecurityParameters.IsResumedSession;

    /// <summary>What renegotiation has to show (RFC 5746 §3.5).</summary>
    public byte[] VerifyData => m_context.SecurityParameters.LocalVerifyData;

    public override TlsAuthentication GetAuthentication() => this;

    public override TlsDHGroupVerifier GetDHGroupVerifier() => this;

    public override TlsSession? GetSessionToResume() => _resumed;

    public override bool AllowLegacyResumption() => true;

    public override bool ShouldCheckSigAlgOfPeerCerts() => false;

    public override int GetMaxCertificateChainLength() => MaxChain;

    public override int GetMaxHandshakeMessageSize() => MailConnection.MaxBytes;

    public override void NotifySecureRenegotiation(bool secureRenegotiation)
    {
        // That it has none is learnt from its first flight.
    }

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        IsReady = true;
    }

    public void NotifyServerCertificate(TlsServerCertificate serverCertificate) =>
        Certificates = serverCertificate.Certificate.GetCertificateList().Select(each => each.GetEncoded()).ToArray();

    public TlsCredentials? GetClientCredentials(CertificateRequest certificateRequest)
    {
        IsAskedForCertificate = true;
        return null;
    }

    public bool Accept(DHGroup dhGroup) => dhGroup.P.BitLength <= MaxPrimeBits;

    protected override IList<SignatureAndHashAlgorithm> GetSupportedSignatureAlgorithms() =>
        Keys is null ? base.GetSupportedSignatureAlgorithms() : Algorithms(KeyKind.Schemes(Keys));

    /// <summary>Whatever signed the certificates is welcome, whichever key signs the handshake.</summary>
    protected override IList<SignatureAndHashAlgorithm> GetSupportedSignatureAlgorithmsCert() => Algorithms(Tls.ClientHello.EveryScheme);

    protected override IList<int> GetSupportedGroups(IList<int> namedGroupRoles)
    {
        // A server may know one group alone, and that not a usual one.
        var usual = base.GetSupportedGroups(namedGroupRoles);
        return usual.Concat(Tls.ClientHello.EveryGroup.Select(group => (int)group).Where(Crypto.HasNamedGroup)).Distinct().ToArray();
    }

    private static SignatureAndHashAlgorithm[] Algorithms(IEnumerable<Tls.SignatureScheme> schemes) =>
        schemes.Select(scheme => SignatureScheme.GetSignatureAndHashAlgorithm((int)scheme)).ToArray();

    protected override ProtocolVersion[] GetSupportedVersions() => new[] { _version };

    protected override int[] GetSupportedCipherSuites() => _suites;

    protected override IList<ServerName> GetSniServerNames() =>
        _serverName is null ? null! : new[] { new ServerName(NameType.host_name, Encoding.ASCII.GetBytes(_serverName)) };
}
