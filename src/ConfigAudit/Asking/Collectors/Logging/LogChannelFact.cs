using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>
/// An operational channel of the event log, of a few that tell of remote sessions, malware, scripts, tasks, the firewall and plugged-in
/// devices: a key of
/// <c>HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WINEVT\Channels</c> (values known from published tools, not documented: unverified). A
/// value that
/// isn't there is as the channel's own manifest has it, which the registry doesn't tell. Channels that a host doesn't have are left out.
/// Where the service EventLog, which
/// writes them, is disabled or doesn't run (Win32_Service), what is set is that of no channel.
/// </summary>
public sealed record LogChannelFact : Fact
{
    /// <summary>The channel: "Microsoft-Windows-Windows Defender/Operational". The same in every language.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled: whether events are kept. Null, and not true, where the service that keeps them doesn't run.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>MaxSize, in bytes.</summary>
    public long? MaxSize { get; init; }

    internal override string Label => Name ?? "(unnamed channel)";
}
