using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that is told which mail servers are meant: by name, by domain, by a file or by the rows of a list.</summary>
public abstract class MailServerCommand : AuditCommand
{
    private protected const string ByName = "Name";
    private protected const string ByPath = "Path";
    private protected const string ByDomain = "Domain";
    private protected const string ByRow = "InputObject";

    private const int SmtpPort = 25;

    private int _rows;

    /// <summary>The servers named so far.</summary>
    private protected List<MailServerEntry> Servers { get; } = new();

    /// <summary>The domains named so far.</summary>
    private protected List<MailServerEntry> Domains { get; } = new();

    /// <summary>Names or addresses of mail servers.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("CN", "MailServer", "NameExchange")]
    [HostName]
    [AllowEmptyCollection]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>
    /// The rows of a list, with its columns as properties: ComputerName or Domain, Port, Protocol, ImplicitTls and Zone. What a row says
    /// comes before
    /// what is said to the cmdlet.
    /// </summary>
    [Parameter(ParameterSetName = ByRow, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = Array.Empty<PSObject>();

    /// <summary>Mail domains: the hosts that take their mail are asked.</summary>
    [Parameter(ParameterSetName = ByDomain, Mandatory = true)]
    [Alias("MailDomain")]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = Array.Empty<string>();

    /// <summary>A CSV of mail servers, with the columns ComputerName, Port, Protocol, ImplicitTls and Zone.</summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The TCP ports; the usual seven unless given, or for an empty cell of a CSV. For the hosts of a domain, 25.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByRow)]
    [Parameter(ParameterSetName = ByDomain)]
    [Ports]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = MailService.UsualPorts.ToArray();

    /// <summary>The protocol of ports where it isn't the usual one.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByRow)]
    [Named(typeof(MailProtocol), MayBeEmpty = true)]
    public MailProtocol? Protocol { get; set; }

    /// <summary>TLS from the start, on ports that aren't the usual ones.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByRow)]
    [Flag]
    public SwitchParameter ImplicitTls { get; set; }

    /// <summary>The network zone that the servers stand in.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByRow)]
    [Parameter(ParameterSetName = ByDomain)]
    [Named(typeof(Zone), MayBeEmpty = true)]
    public Zone? Zone { get; set; }

    /// <summary>Whether a server that can't be asked comes out all the same, as one of which nothing is known.</summary>
    private protected virtual bool KeepsCount => false;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Path is not null)
        {
            ReadList(ResolveNew(Path));
            return;
        }

        if (ParameterSetName == ByRow)
        {
            foreach (var row in InputObject)
                TakeRow(row);
            return;
        }

        var isByDomain = ParameterSetName == ByDomain;
        foreach (var host in (isByDomain ? Domain : ComputerName).Select(name => name.Trim()))
            Take(host, isByDomain);
    }

    /// <summary>
    /// Takes what is named, with what is said to the cmdlet. Of ports of which nobody knows the protocol, each is an error, and the others
    /// are asked.
    /// </summary>
    private void Take(string host, bool isDomain)
    {
        if (MailServerRow.Misnamed(host) is { } misnamed)
        {
            var row = new Target(host) { MistakeTold = misnamed };
            WriteError(KeepsCount ? Records.BadRow(row) : Records.BadRowOfFacts(row));
            (isDomain ? Domains : Servers).Add(new MailServerEntry(host, Array.Empty<MailService>()) { Zone = Zone, Mistake = misnamed });
            return;
        }

        var ports = isDomain && !MyInvocation.BoundParameters.ContainsKey(nameof(Port)) ? new[] { SmtpPort } : Port;
        // A host that takes a domain's mail has to listen, as it has where somebody names the port.
        var named = isDomain || MyInvocation.BoundParameters.ContainsKey(nameof(Port)) ? ports : Array.Empty<int>();
        var services = ports.Select(port => (Port: port, Service: MailService.Of(port, Protocol, ImplicitTls))).ToArray();
        foreach (var (port, _) in services.Where(each => each.Service is null))
            WriteError(isDomain ? Records.UnknownMailPortOfDomain(host, port) : Records.UnknownMailPort(host, port));
        var known = services.Select(each => each.Service).OfType<MailService>().ToArray();
        // Where none is known it stays in the count all the same, as one that wasn't asked.
        (isDomain ? Domains : Servers).Add(
            new MailServerEntry(host, known)
            {
                Zone = Zone,
                NamedPorts = known.Length > 0 ? named : Array.Empty<int>(),
                Mistake =
                    known.Length > 0 ? null : new LocalText("ポートのプロトコルが分からない", "which protocol its port speaks isn't known"),
            }
        );
    }

    /// <summary>Takes a row whatever its cells hold: a server with a bad one stays in the count.</summary>
    private void TakeRow(PSObject input)
    {
        _rows++;
        if (input.BaseObject is string or IPAddress)
        {
            Take(input.BaseObject.ToString().Trim(), isDomain: false);
            return;
        }

        var row = new RowProperties(input);
        var fields = row.Fields(MailServerRow.Columns, MailServerRow.Called);
        foreach (var (column, said) in Said().Where(each => each.Value is not null && !fields.ContainsKey(each.Column)))
            fields.Add(column, said!);
        var domain = fields.ContainsKey(InventoryRow.NameColumn) ? null : row.Text(new[] { nameof(Domain), "MailDomain" });
        if (domain is null && !fields.ContainsKey(InventoryRow.NameColumn))
        {
            WriteError(Records.NoHost(new Target(string.Empty) { MistakeTold = row.Nameless() }, _rows));
            return;
        }

        fields[InventoryRow.NameColumn] = domain ?? fields[InventoryRow.NameColumn];
        if (domain is not null && !fields.ContainsKey(nameof(Port)))
            fields.Add(nameof(Port), SmtpPort.ToString(CultureInfo.InvariantCulture));
        var entry = MailServerRow.Of(new InventoryRow(0, fields));
        if (entry.Mistake is { } mistake)
        {
            WriteError(
                KeepsCount
                    ? Records.BadRow(new Target(entry.Host) { MistakeTold = mistake })
                    : Records.BadRowOfFacts(new Target(entry.Host) { MistakeTold = mistake })
            );
        }

        (domain is null ? Servers : Domains).Add(entry);
    }

    /// <summary>What is said to the cmdlet for rows that don't say it.</summary>
    private (string Column, string? Value)[] Said() =>
        new[]
        {
            (
                nameof(Port),
                MyInvocation.BoundParameters.ContainsKey(nameof(Port))
                    ? string.Join(" ", Port.Select(port => port.ToString(CultureInfo.InvariantCulture)))
                    : null
            ),
            (nameof(Protocol), Protocol?.ToString()),
            (nameof(ImplicitTls), ImplicitTls ? "true" : null),
            (nameof(Zone), Zone?.ToString()),
        };

    private void ReadList(string path)
    {
        try
        {
            Servers.AddRange(MailServerFile.Read(path, bad => WriteError(Records.Of(bad)), remark => WriteWarning(remark.Message)));
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
    }
}
