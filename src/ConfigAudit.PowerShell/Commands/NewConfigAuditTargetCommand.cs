using System;
using System.Management.Automation;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Makes targets: hosts, with what the organisation declares of them.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditTarget")]
[OutputType(typeof(Target))]
public sealed class NewConfigAuditTargetCommand : AuditCommand
{
    /// <summary>Names of the hosts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MachineName", "DNSHostName")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The address to reach a host by, when that isn't its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>The network zone that the hosts stand in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public Zone? Zone { get; set; }

    /// <summary>What the hosts are for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public HostRole? Role { get; set; }

    /// <summary>The municipality's network model.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public NetworkModel? Model { get; set; }

    /// <summary>Words of the organisation's own, for grouping.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] Tag { get; set; } = Array.Empty<string>();

    /// <summary>The port of the host's management service. Without it, the protocol's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How to ask the host. Without it, as the cmdlet that asks is told.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyIsNull]
    public SessionProtocol? Protocol { get; set; }

    /// <summary>Ask the host over HTTPS.</summary>
    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>The recording that answers in a host's place.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RecordingPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in ComputerName)
        {
            WriteObject(new Target(name)
            {
                Address = string.IsNullOrWhiteSpace(Address) ? null : Address,
                Port = Port,
                Protocol = Protocol,
                UseSsl = UseSsl.IsPresent ? UseSsl : null,
                Zone = Zone,
                Role = Role,
                Model = Model,
                Tags = Tag,
                RecordingPath = RecordingPath is null ? null : ResolveNew(RecordingPath),
            });
        }
    }
}
