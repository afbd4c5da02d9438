using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Logging;

/// <summary>
/// An operational channel of the event log, of a few that tell of remote sessions, malware, scripts, tasks, the firewall and plugged-in devices: a key of
/// <c>HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WINEVT\Channels</c> (values known from published tools, not documented: unverified). A value that
/// isn't there is as the channel's own manifest has it, which the registry doesn't tell. Channels that a host doesn't have are left out.
/// </summary>
public sealed record LogChannelFact : Fact
{
    /// <summary>The channel: "Microsoft-Windows-Windows Defender/Operational". The same in every language.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled: whether events are kept.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>MaxSize, in bytes.</summary>
    public long? MaxSize { get; init; }

    internal override string Label => Name ?? "(unnamed channel)";
}
