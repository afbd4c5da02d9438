using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Makes targets: hosts, with what the organisation declares of them.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditTarget", DefaultParameterSetName = ByName)]
[OutputType(typeof(Target))]
public sealed class NewConfigAuditTargetCommand : AuditCommand
{
    private const string ByName = "ComputerName";
    private const string ByRow = "InputObject";

    private int _rows;

    /// <summary>
    /// Names of hosts, or the rows of a list, with the columns of an inventory as properties. What a row says comes before what is said to
    /// the
    /// cmdlet.
    /// </summary>
    [Parameter(ParameterSetName = ByRow, Mandatory = true, ValueFromPipeline = true)]
    [TargetRow]
    [ValidateNotNull]
    public Target[] InputObject { get; set; } = Array.Empty<Target>();

    /// <summary>Names of the hosts.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0)]
    [Alias("CN", "MachineName", "DNSHostName")]
    [HostName]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The address to reach a host by, when that isn't its name.</summary>
    [Parameter]
    public string? Address { get; set; }

    /// <summary>The network zone that the hosts stand in.</summary>
    [Parameter]
    [Named(typeof(Zone), MayBeEmpty = true)]
    public Zone? Zone { get; set; }

    /// <summary>What the hosts are for.</summary>
    [Parameter]
    [Named(typeof(HostRole), MayBeEmpty = true)]
    public HostRole? Role { get; set; }

    /// <summary>The municipality's network model.</summary>
    [Parameter]
    [Named(typeof(NetworkModel), MayBeEmpty = true)]
    public NetworkModel? Model { get; set; }

    /// <summary>Words of the organisation's own, for grouping.</summary>
    [Parameter]
    public string[] Tag { get; set; } = Array.Empty<string>();

    /// <summary>The port of the host's management service. Without it, the protocol's own.</summary>
    [Parameter]
    [EmptyIsNull]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How to ask the host. Without it, as the cmdlet that asks is told.</summary>
    [Parameter]
    [Named(typeof(SessionProtocol), MayBeEmpty = true)]
    public SessionProtocol? Protocol { get; set; }

    /// <summary>Ask the host over HTTPS.</summary>
    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>The recording that answers in a host's place.</summary>
    [Parameter]
    public string? RecordingPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in ParameterSetName == ByRow ? InputObject.Where(IsNamed) : ComputerName.Select(name => new Target(name)))
        {
            WriteObject(
                target with
                {
                    Address = target.Address ?? (string.IsNullOrWhiteSpace(Address) ? null : Address),
                    Port = target.Port ?? Port,
                    Protocol = target.Protocol ?? Protocol,
                    UseSsl = target.UseSsl ?? (UseSsl.IsPresent ? UseSsl : null),
                    Zone = target.Zone ?? Zone,
                    Role = target.Role ?? Role,
                    Model = target.Model ?? Model,
                    Tags = target.Tags.Count > 0 ? target.Tags : Tag,
                    RecordingPath = (target.RecordingPath ?? RecordingPath) is { } recording ? ResolveNew(recording) : null,
                }
            );
        }
    }

    /// <summary>Says what is wrong with a row. One that names a host makes a target all the same.</summary>
    private bool IsNamed(Target row)
    {
        _rows++;
        var isNamed = !string.IsNullOrWhiteSpace(row.ComputerName);
        if (!isNamed || row.Mistake is not null)
            WriteError(isNamed ? Records.BadRow(row) : Records.NoHost(row, _rows));
        return isNamed;
    }
}
