using System;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that connects to hosts: how, as whom, and how long it waits.</summary>
public abstract class ConnectionCommand : AuditCommand
{
    private protected const string ByName = "ComputerName";
    private protected const string ByTarget = "Target";
    private protected const string BySession = "CimSession";

    /// <summary>Whom to ask as. Without it, whoever runs this.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>How to show who is asking.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [Named(typeof(AuthenticationMethod))]
    public AuthenticationMethod Authentication { get; set; }

    /// <summary>A client certificate, or its thumbprint.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [Alias("CertificateThumbprint")]
    [Certificate]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Ask over HTTPS.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>The port of the management service. Without it, 5985, or 5986 with HTTPS.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [EmptyIsNull]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How to ask.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Named(typeof(SessionProtocol), MayBeEmpty = true)]
    public SessionProtocol? Protocol { get; set; }

    /// <summary>Allow answers, and with Basic the password, to cross the network readable.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <summary>Take whatever answers for the host.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>A file of certificates of authorities to trust besides the system's, PEM or DER.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

    /// <summary>The longest wait for one answer.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that one host may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan HostTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What the command line alone says; what comes down the pipeline belongs to a target.</summary>
    private protected SessionOptions Options { get; private set; } = new();

    /// <summary>The session that the caller has opened to a target already.</summary>
    private protected virtual ICimSource? Opened(Target target) => null;

    /// <summary>Put around each session as it is opened; null for nothing.</summary>
    private protected virtual Func<Target, ICimSource, ICimSource>? Wrap => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AllowUnencrypted)
        {
            WriteWarning(
                Records.Say(
                    "-AllowUnencrypted: 暗号化されないHTTPで接続するため、ホストの応答が通信経路上の誰にでも読めます。Basic認証ではパスワードも読まれます。",
                    "-AllowUnencrypted: what hosts answer over plain HTTP, and with Basic the password too, can be read by anyone on the way."
                )
            );
        }

        if (SkipCertificateCheck)
        {
            WriteWarning(
                Records.Say(
                    "-SkipCertificateCheck: そのアドレスで応答したものを、確かめずに当のホストとみなします。なりすましに対して、判定結果もパスワードも守られません。",
                    "-SkipCertificateCheck: whatever answers at an address is taken for the host. Neither the findings nor the password are safe from an impostor."
                )
            );
        }

        Options = new SessionOptions
        {
            Protocol = Protocol ?? SessionProtocol.Auto,
            Authentication = Authentication,
            Credential = Credential?.GetNetworkCredential(),
            Certificate = Certificate,
            UseSsl = UseSsl,
            Port = Port,
            AllowUnencrypted = AllowUnencrypted,
            SkipCertificateCheck = SkipCertificateCheck,
            TrustedRoots = this.LoadRoots(TrustedRoot),
            OperationTimeout = OperationTimeout,
            HostTimeout = HostTimeout,
            Opened = Opened,
            Wrap = Wrap,
        };
    }
}
