using System.Management.Automation;
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
}
