using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Base.Running;
using ConfigAudit.Facts;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks mail servers over the network which versions and cipher suites of TLS they really accept, and what they say before
/// it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditMailServer", DefaultParameterSetName = ByName)]
[OutputType(
    typeof(MailServiceFact),
    typeof(MailSuiteFact),
    typeof(MailParameterFact),
    typeof(MailCertificateFact),
    typeof(MailDomainFact),
    typeof(Snapshot)
)]
public sealed class TestConfigAuditMailServerCommand : MailServerCommand, IDisposable
{
    private readonly Pump _pump = new();

    /// <summary>Looks up what DNS says of the servers' certificates; with -Domain it always is.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByRow)]
    [Parameter(ParameterSetName = ByPath)]
    public SwitchParameter Dane { get; set; }

    /// <summary>Addresses of DNS servers to ask instead of this computer's, each with a port where it isn't 53, such as 10.0.0.1:5353 or
    /// [::1]:5353.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NameServer]
    public IPEndPoint[] DnsServer { get; set; } = Array.Empty<IPEndPoint>();

    /// <summary>The kinds of fact wanted.</summary>
    [Parameter]
    [ValidateSet("MailService", "MailSuite", "MailParameter", "MailCertificate", "MailDomain")]
    public string[] Fact { get; set; } = { "MailService" };

    /// <summary>Emits a snapshot of each host, for Invoke-ConfigAudit and Export-ConfigAuditSnapshot, instead.</summary>
    [Parameter]
    public SwitchParameter AsSnapshot { get; set; }

    /// <summary>A file of certificates of authorities to trust besides this computer's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

    /// <summary>The longest that one connection may take, from its greeting on; a greeting may take four times as long.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that one service may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan ServiceTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many connections to one host at once. Where a server takes long to greet, eight times as many wait for that
    /// meanwhile.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ConnectionLimit { get; set; } = 4;

    /// <summary>How many hosts at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 32;

    private protected override bool KeepsCount => AsSnapshot;

    /// <inheritdoc/>
    public void Dispose() => _pump.Dispose();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var trusted = this.LoadRoots(TrustedRoot);
        var names = new DomainLookupOptions
        {
            DnsServers = DnsServer,
            Timeout = OperationTimeout,
            AskHttps = true,
            Trusted = trusted,
        };
        var lookup = new DomainLookup(names);
        var options = new MailProbeOptions
        {
            Names = names,
            Round = OperationTimeout,
            Service = ServiceTimeout,
            InFlight = ConnectionLimit,
            Trusted = trusted,
            Dane = Dane || Domains.Count > 0 ? lookup : null,
        };
        var audit = new MailAudit(ModuleFiles.Catalogs, options, _pump);
        _pump.Start(async token =>
        {
            await FanOut
                .RunAsync(Domains, ThrottleLimit, domain => ResolveAsync(audit, lookup, domain, token), token)
                .ConfigureAwait(false);
            await FanOut
                .RunAsync(
                    MailServerEntry.Join(Servers, (host, zones) => _pump.Error(Records.TwoZones(host, zones))),
                    ThrottleLimit,
                    async server => Emit(await audit.AskAsync(server, token).ConfigureAwait(false)),
                    token
                )
                .ConfigureAwait(false);
        });
        _pump.Finish(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    private async Task ResolveAsync(MailAudit audit, DomainLookup lookup, MailServerEntry domain, CancellationToken token)
    {
        var (snapshot, exchangers) = await audit.AskDomainAsync(domain.Host, domain.Zone, lookup, token).ConfigureAwait(false);
        Emit(snapshot);
        var sts = snapshot
            .Table.Sets.OfType<FactSet<MailDomainFact>>()
            .SelectMany(set => set.Items)
            .Select(fact => fact.StsMode)
            .FirstOrDefault();
        lock (Servers)
        {
            Servers.AddRange(
                exchangers.Select(host => domain with { Host = host, Domains = new[] { DomainName.Ascii(domain.Host) }, StsMode = sts })
            );
        }
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
}
