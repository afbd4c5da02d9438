using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Mail;
using ConfigAudit.Mail.Domains;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks mail servers over the network which versions and cipher suites of TLS they really accept, and what they say before it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(MailServiceFact), typeof(MailSuiteFact), typeof(MailParameterFact), typeof(MailDomainFact), typeof(Snapshot))]
public sealed class TestConfigAuditMailServerCommand : AuditCommand, IDisposable
{
    private const string ByName = "Name";
    private const string ByPath = "Path";
    private const string ByDomain = "Domain";

    private const int DnsPort = 53;
    private const int SmtpPort = 25;

    private readonly Pump _pump = new();
    private readonly List<MailServerEntry> _servers = new();
    private readonly List<MailServerEntry> _domains = new();

    /// <summary>Names or addresses of mail servers.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MailServer", "NameExchange")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>Mail domains: the hosts that take their mail are asked.</summary>
    [Parameter(ParameterSetName = ByDomain, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MailDomain")]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = Array.Empty<string>();

    /// <summary>Looks up what DNS says of the servers' certificates; with -Domain it always is.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByPath)]
    public SwitchParameter Dane { get; set; }

    /// <summary>Addresses of DNS servers to ask instead of this computer's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IPAddress[] DnsServer { get; set; } = Array.Empty<IPAddress>();

    /// <summary>A CSV of mail servers, with the columns ComputerName, Port, Protocol, ImplicitTls and Zone.</summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The TCP ports; the usual seven unless given, or for an empty cell of a CSV. For the hosts of a domain, 25.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByDomain, ValueFromPipelineByPropertyName = true)]
    [Ports]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = MailService.UsualPorts.ToArray();

    /// <summary>The protocol of ports where it isn't the usual one.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public MailProtocol? Protocol { get; set; }

    /// <summary>TLS from the start, on ports that aren't the usual ones.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter ImplicitTls { get; set; }

    /// <summary>The network zone that the servers stand in.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByDomain, ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public Zone? Zone { get; set; }

    /// <summary>The kinds of fact wanted.</summary>
    [Parameter]
    [ValidateSet("MailService", "MailSuite", "MailParameter", "MailDomain")]
    public string[] Fact { get; set; } = { "MailService" };

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
        if (Path is not null)
        {
            ReadList(ResolveNew(Path));
            return;
        }

        var ports = ParameterSetName == ByDomain && !MyInvocation.BoundParameters.ContainsKey(nameof(Port)) ? new[] { SmtpPort } : Port;
        // A host that takes a domain's mail has to listen, as it has where somebody names the port.
        var named = ParameterSetName == ByDomain || MyInvocation.BoundParameters.ContainsKey(nameof(Port)) ? ports : Array.Empty<int>();
        var services = ports.Select(port => (Port: port, Service: MailService.Of(port, Protocol, ImplicitTls))).ToArray();
        var isByDomain = ParameterSetName == ByDomain;
        foreach (var host in (isByDomain ? Domain : ComputerName).Select(name => name.Trim()))
        {
            foreach (var (port, _) in services.Where(each => each.Service is null))
                WriteError(Records.UnknownMailPort(host, port));
            if (services.Select(each => each.Service).OfType<MailService>().ToArray() is { Length: > 0 } known)
                (isByDomain ? _domains : _servers).Add(new MailServerEntry(host, known) { Zone = Zone, NamedPorts = named });
            else if (!isByDomain)
                _servers.Add(new MailServerEntry(host, Array.Empty<MailService>()) { Zone = Zone, Mistake = "which protocol its port speaks isn't known" });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var trusted = Roots();
        var names = new DomainLookupOptions
        {
            DnsServers = DnsServer.Select(address => new IPEndPoint(address, DnsPort)).ToArray(), Timeout = OperationTimeout, AskHttps = true, Trusted = trusted,
        };
        var lookup = new DomainLookup(names);
        var options = new MailProbeOptions
        {
            Names = names, Round = OperationTimeout, Service = ServiceTimeout, InFlight = ConnectionLimit, Trusted = trusted, Dane = Dane || _domains.Count > 0 ? lookup : null,
        };
        var audit = new MailAudit(ModuleFiles.Catalogs, options, _pump);
        _pump.Start(async token =>
        {
            await FanOut.RunAsync(_domains, ThrottleLimit, domain => ResolveAsync(audit, lookup, domain, token), token).ConfigureAwait(false);
            await FanOut.RunAsync(MailServerEntry.Join(_servers), ThrottleLimit, async server => Emit(await audit.AskAsync(server, token).ConfigureAwait(false)), token).ConfigureAwait(false);
        });
        _pump.Finish(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    private async Task ResolveAsync(MailAudit audit, DomainLookup lookup, MailServerEntry domain, CancellationToken token)
    {
        var (snapshot, exchangers) = await audit.AskDomainAsync(domain.Host, domain.Zone, lookup, token).ConfigureAwait(false);
        Emit(snapshot);
        var sts = snapshot.Table.Sets.OfType<FactSet<MailDomainFact>>().SelectMany(set => set.Items).Select(fact => fact.StsMode).FirstOrDefault();
        lock (_servers)
            _servers.AddRange(exchangers.Select(host => domain with { Host = host, Domains = new[] { DomainName.Ascii(domain.Host) }, StsMode = sts }));
    }

    private void Emit(Snapshot snapshot)
    {
        if (AsSnapshot)
        {
            _pump.Output(snapshot);
            return;
        }

        foreach (var set in snapshot.Table.Sets.Where(set => Fact.Contains(set.Type.Name, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var fact in set.Facts)
                _pump.Output(fact);
        }

        foreach (var gap in snapshot.Gaps)
            _pump.Trace($"{snapshot}: {gap}");
    }

    private void ReadList(string path)
    {
        try
        {
            _servers.AddRange(MailServerFile.Read(path, bad => WriteError(Records.Of(bad)), remark => WriteWarning(remark.Message)));
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
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
