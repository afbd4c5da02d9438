using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Mail;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks mail servers over the network which versions and cipher suites of TLS they really accept, and what they say before it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(MailServiceFact), typeof(MailSuiteFact), typeof(MailParameterFact), typeof(Snapshot))]
public sealed class TestConfigAuditMailServerCommand : AuditCommand, IDisposable
{
    private const string ByName = "Name";
    private const string ByPath = "Path";

    private readonly Pump _pump = new();
    private readonly List<MailServerEntry> _servers = new();

    /// <summary>Names or addresses of mail servers.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MailServer", "NameExchange")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>A CSV of mail servers, with the columns ComputerName, Port, Protocol, ImplicitTls and Zone.</summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The TCP ports; the usual seven unless given, or for an empty cell of a CSV.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Ports]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = MailService.UsualPorts.ToArray();

    /// <summary>The protocol of ports where it isn't the usual one.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public MailProtocol? Protocol { get; set; }

    /// <summary>TLS from the start, on ports that aren't the usual ones.</summary>
    [Parameter(ParameterSetName = ByName)]
    public SwitchParameter ImplicitTls { get; set; }

    /// <summary>The network zone that the servers stand in.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public Zone? Zone { get; set; }

    /// <summary>The kinds of fact wanted.</summary>
    [Parameter]
    [ValidateSet("MailService", "MailSuite", "MailParameter")]
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

        var services = Port.Select(port => (Port: port, Service: MailService.Of(port, Protocol, ImplicitTls))).ToArray();
        foreach (var host in ComputerName.Select(name => name.Trim()))
        {
            foreach (var (port, _) in services.Where(each => each.Service is null))
                WriteError(Records.UnknownMailPort(host, port));
            if (services.Select(each => each.Service).OfType<MailService>().ToArray() is { Length: > 0 } known)
                _servers.Add(new MailServerEntry(host, known) { Zone = Zone });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var options = new MailProbeOptions { Round = OperationTimeout, Service = ServiceTimeout, InFlight = ConnectionLimit, Trusted = Roots() };
        var audit = new MailAudit(ModuleFiles.Catalogs, options, _pump);
        // Rows of one host are asked as one: its connections are limited together.
        var servers = _servers.GroupBy(server => server.Host, StringComparer.OrdinalIgnoreCase).Select(rows =>
            new MailServerEntry(rows.Key, rows.SelectMany(row => row.Services).Distinct().ToArray()) { Zone = rows.Select(row => row.Zone).FirstOrDefault(zone => zone is not null) });
        _pump.Start(token => FanOut.RunAsync(servers.ToArray(), ThrottleLimit, async server => Emit(await audit.AskAsync(server, token).ConfigureAwait(false)), token));
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
            _servers.AddRange(MailServerFile.Read(path, bad => WriteError(Records.Of(bad))));
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
