using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Mail;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks mail servers over the network which versions and cipher suites of TLS they really accept, and what they say before it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditMailServer")]
[OutputType(typeof(MailServiceFact), typeof(MailSuiteFact), typeof(Snapshot))]
public sealed class TestConfigAuditMailServerCommand : AuditCommand, IDisposable
{
    private readonly Pump _pump = new();
    private readonly List<string> _hosts = new();
    private readonly Dictionary<string, HashSet<MailService>> _wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names or addresses of mail servers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MailServer", "NameExchange")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The TCP ports.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = { 25, 465, 587, 143, 993, 110, 995 };

    /// <summary>The protocol of ports where it isn't the usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public MailProtocol? Protocol { get; set; }

    /// <summary>TLS from the start, on ports that aren't the usual ones.</summary>
    [Parameter]
    public SwitchParameter ImplicitTls { get; set; }

    /// <summary>Emits the accepted suites, one by one, instead.</summary>
    [Parameter]
    public SwitchParameter Suite { get; set; }

    /// <summary>Emits a snapshot of each host, for Invoke-ConfigAudit and Export-ConfigAuditSnapshot, instead.</summary>
    [Parameter]
    public SwitchParameter AsSnapshot { get; set; }

    /// <summary>A file of certificates of authorities to trust besides this computer's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

    /// <summary>The longest that one connection may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that one service may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan ServiceTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many connections to one host at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ConnectionLimit { get; set; } = 4;

    /// <summary>How many hosts at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 32;

    /// <inheritdoc/>
    public void Dispose() => _pump.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var services = Port.Select(port => (Port: port, Service: MailService.Of(port, Protocol, ImplicitTls))).ToArray();
        foreach (var host in ComputerName.Select(name => name.Trim()))
        {
            foreach (var (port, service) in services)
            {
                if (service is null)
                {
                    WriteError(Records.UnknownMailPort(host, port));
                    continue;
                }

                if (!_wanted.TryGetValue(host, out var wanted))
                {
                    _hosts.Add(host);
                    _wanted[host] = wanted = new HashSet<MailService>();
                }

                wanted.Add(service);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var options = new MailProbeOptions { Round = OperationTimeout, Service = ServiceTimeout, InFlight = ConnectionLimit, Trusted = Roots() };
        var audit = new MailAudit(ModuleFiles.Catalogs, options, _pump);
        _pump.Start(token => FanOut.RunAsync(_hosts, ThrottleLimit, async host => Emit(await audit.AskAsync(host, _wanted[host], token).ConfigureAwait(false)), token));
        _pump.Finish(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    private void Emit(Snapshot snapshot)
    {
        if (AsSnapshot)
        {
            _pump.Output(snapshot);
            return;
        }

        foreach (var fact in snapshot.Facts.Where(fact => Suite ? fact is MailSuiteFact : fact is MailServiceFact).OrderBy(fact => fact is MailServiceFact service ? service.Port : 0))
            _pump.Output(fact);
        foreach (var gap in snapshot.Gaps)
            _pump.Trace($"{snapshot}: {gap}");
    }

    private X509Certificate2Collection Roots()
    {
        try
        {
            return TrustedRoot is null ? new X509Certificate2Collection() : CertificateFile.Load(ResolveNew(TrustedRoot));
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }
}
