using System;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Sessions;

/// <summary>How hosts are asked. A target's own protocol, port and choice of TLS come before these. No record: nothing may print
/// it.</summary>
internal sealed class SessionOptions
{
    /// <summary>WinRM's ports (IANA: wsman, wsmans).</summary>
    public const int HttpPort = 5985;

    public const int HttpsPort = 5986;

    /// <summary>Why Basic over plain HTTP isn't begun unless it was allowed.</summary>
    public static readonly LocalText BasicInClear = new(
        "暗号化しないHTTPでのBasicは、経路上の誰にでもパスワードが見えます。-UseSsl（HTTPS、ポート5986）を付けるか、-AllowUnencrypted で許可してください",
        "Basic over plain HTTP would show the password to everyone on the way: add -UseSsl (HTTPS, port 5986), or allow it with -AllowUnencrypted"
    );

    public SessionProtocol Protocol { get; init; }

    public AuthenticationMethod Authentication { get; init; }

    /// <summary>Null: whoever runs this.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>How the credential fares with the hosts that these options are for.</summary>
    public CredentialTrial Trial { get; } = new();

    /// <summary>The client certificate, with its private key.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool UseSsl { get; init; }

    /// <summary>Null: the protocol's own, 5985 or 5986.</summary>
    public int? Port { get; init; }

    /// <summary>Whether answers, and with Basic the password, may cross the network readable by all.</summary>
    public bool AllowUnencrypted { get; init; }

    /// <summary>Whether any server that answers is taken for the host.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Certificates of authorities trusted besides the system's.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = new();

    /// <summary>The longest wait for one answer: one query with all its pages, or one call.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that one host may take.</summary>
    public TimeSpan HostTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The session that a caller has opened to a target already; null where there is none. It is used, and left open.</summary>
    public Func<Target, ICimSource?>? Opened { get; init; }

    /// <summary>Put around each session as it is opened; null for nothing.</summary>
    public Func<Target, ICimSource, ICimSource>? Wrap { get; init; }

    /// <exception cref="SessionException">What shows who is asking is missing.</exception>
    public void DemandIdentity()
    {
        if (Authentication == AuthenticationMethod.Basic && Credential is null)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText("-Authentication Basic には -Credential が必要です", "-Authentication Basic needs -Credential")
            );
        }

        if (Authentication == AuthenticationMethod.Certificate && Certificate is null)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText("-Authentication Certificate には -Certificate が必要です", "-Authentication Certificate needs -Certificate")
            );
        }
    }

    public int? PortOf(Target target) => target.Port ?? Port;

    /// <summary>Who names the port of WinRM's HTTPS means HTTPS.</summary>
    public bool IsTls(Target target) => target.UseSsl ?? (UseSsl || PortOf(target) == HttpsPort);
}
