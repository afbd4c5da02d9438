using System;
using System.Management.Automation;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Telling.Notices;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet by which a syslog server is told, now or by a task.</summary>
public abstract class SyslogCommand : StoppableCommand
{
    /// <summary>Tells of new failures by a syslog server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SyslogServer { get; set; }

    /// <summary>The syslog server's port; 6514 with TLS, else 514, when left out.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? SyslogPort { get; set; }

    /// <summary>How messages travel to it. Only Tls keeps which host is weak from whoever listens, and only Udp can't tell whether they
    /// arrive.</summary>
    [Parameter]
    [Named(typeof(SyslogTransport))]
    public SyslogTransport SyslogTransport { get; set; } = SyslogTransport.Tls;

    /// <summary>A file of certificates of authorities to trust besides the system's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

    /// <summary>Ends the command where no server can be called so.</summary>
    private protected void DemandSyslogServer()
    {
        if (SyslogServer is null || Uri.CheckHostName(SyslogServer.Trim()) != UriHostNameType.Unknown)
            return;
        var (host, port) = HostName.WithPort(SyslogServer);
        throw new PSArgumentException(
            port is not null
                ? Records.Say(
                    $"-SyslogServer には名前だけを指定し、ポートは -SyslogPort で指定してください: -SyslogServer {host} -SyslogPort {port}",
                    $"-SyslogServer is the name alone, and the port is for -SyslogPort: -SyslogServer {host} -SyslogPort {port}"
                )
                : Records.Say(
                    $"'{SyslogServer}' はホスト名でもアドレスでもありません。-SyslogServer を確認してください。",
                    $"'{SyslogServer}' is neither a host's name nor an address: look at -SyslogServer."
                ),
            nameof(SyslogServer)
        );
    }
}
