using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Mail;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks mail servers over the network which versions and cipher suites of TLS they really accept, and what they say before it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditMailServer")]
[OutputType(typeof(MailServiceFact), typeof(MailSuiteFact), typeof(Snapshot))]
public sealed class TestConfigAuditMailServerCommand : AuditCommand, IDisposable
{
    private static readonly Dictionary<int, (MailProtocol Protocol, bool IsImplicit)> KnownPorts = new()
    {
        [25] = (MailProtocol.Smtp, false), [587] = (MailProtocol.Smtp, false), [465] = (MailProtocol.Smtp, true), [143] = (MailProtocol.Imap, false),
        [993] = (MailProtocol.Imap, true), [110] = (MailProtocol.Pop3, false), [995] = (MailProtocol.Pop3, true),
    };

    private readonly Pump _pump = new();
    private readonly List<string> _hosts = new();
    private readonly Dictionary<string, (int[] Ports, MailProtocol? Protocol)> _wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names or addresses of mail servers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MailServer", "NameExchange")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The TCP ports.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = { 25, 465, 587, 143, 993, 110, 995 };

    /// <summary>The protocol of ports that aren't the usual ones.</summary>
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
        foreach (var host in ComputerName.Select(name => name.Trim()))
        {
            var asked = Port.Where(port => Protocol is not null || KnownPorts.ContainsKey(port)).ToArray();
            foreach (var port in Port.Except(asked))
            {
                WriteError(new ErrorRecord(
                    new PSArgumentException($"{host}: which protocol port {port} speaks isn't known. Say it with -Protocol, and -ImplicitTls where TLS begins at once."), "UnknownPort", ErrorCategory.InvalidArgument, host));
            }

            if (asked.Length == 0)
                continue;
            var ports = _wanted.TryGetValue(host, out var before) ? before.Ports.Union(asked).ToArray() : asked;
            if (!_wanted.ContainsKey(host))
                _hosts.Add(host);
            _wanted[host] = (ports, Protocol ?? before.Protocol);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var suites = ModuleFiles.Catalogs.TlsSuites;
        var options = new MailProbeOptions { Round = OperationTimeout, Service = ServiceTimeout, InFlight = ConnectionLimit, Trusted = Roots() };
        _pump.Start(token => FanOut.RunAsync(_hosts, ThrottleLimit, host => AskAsync(host, token), token));
        _pump.Finish(this);

        async Task AskAsync(string host, CancellationToken token)
        {
            if (await AddressesAsync(host).ConfigureAwait(false) is not { Length: > 0 } addresses)
                return;
            using var probe = new MailProbe(suites, options);
            var sets = await probe.AskAsync(host, addresses.SelectMany(address => Endpoints(host, address)), token).ConfigureAwait(false);
            Emit(new Snapshot
            {
                ComputerName = host,
                IPAddresses = addresses.Select(address => address.ToString()).ToArray(),
                CollectedAt = DateTimeOffset.Now,
                CollectedBy = $"{Environment.UserDomainName}\\{Environment.UserName}",
                ModuleVersion = ProductInfo.Version,
                Protocol = "Mail",
                Table = new FactTable(sets),
            });
        }
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

    private IEnumerable<MailEndpoint> Endpoints(string host, IPAddress address)
    {
        var (ports, protocol) = _wanted[host];
        return ports.Select(port => KnownPorts.TryGetValue(port, out var known) && protocol is null
            ? new MailEndpoint(new IPEndPoint(address, port), known.Protocol, known.IsImplicit, host)
            : new MailEndpoint(new IPEndPoint(address, port), protocol ?? MailProtocol.Smtp, ImplicitTls, host));
    }

    private async Task<IPAddress[]> AddressesAsync(string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return new[] { address };
        try
        {
            return await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
        }
        catch (Exception bad) when (bad is SocketException or ArgumentException)
        {
            _pump.Problem(new AuditProblem(new Target(host), new Gap(GapKind.Unreachable, host, "its name has no address: " + bad.Message)));
            return Array.Empty<IPAddress>();
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
