using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>
/// A person's logon that the Security log tells of: events 4624, 4634, 4647, 4778 and 4608, read from Win32_NTLogEvent by their insertion
/// strings,
/// since messages are localised. Read only when -LogonsSince asks for it. The two tokens that UAC makes of one administrator's logon are
/// one fact.
/// It tells account and host, never the person. Failed logons (4625) aren't read: people type passwords where names belong.
/// </summary>
[Noise] // People come and go.
public sealed record LogonFact : Fact
{
    /// <summary>The account's name: 4624 TargetUserName.</summary>
    public string? Account { get; init; }

    /// <summary>The account's domain, or the host's own name: 4624 TargetDomainName.</summary>
    public string? Domain { get; init; }

    /// <summary>4624 TargetUserSid; null when only a reconnection (4778) of it was seen, which tells none.</summary>
    public string? Sid { get; init; }

    /// <summary>4624 TargetLogonId, decimal as in <see cref="LogonSessionFact.LogonId"/>. Windows uses it once between two
    /// starts.</summary>
    public string? LogonId { get; init; }

    /// <summary>4624 LogonType; null for a logon before the time asked for, of which only the end or a reconnection was seen.</summary>
    public LogonKind? Kind { get; init; }

    /// <summary>When, by the host's clock; null for one that began before the time asked for.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, by the host's clock; null when the log doesn't tell.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public LogonEnding? Ending { get; init; }

    /// <summary>The addresses that it was used from: 4624 IpAddress and 4778 ClientAddress. Empty: from the host itself alone.</summary>
    public IReadOnlyList<string>? ClientAddresses { get; init; }

    /// <summary>The names that the clients of its reconnections give themselves: 4778 ClientName. 4624 tells the host's own name, not the
    /// client's.</summary>
    public IReadOnlyList<string>? ClientNames { get; init; }

    internal override string Label => $"{Domain}\\{Account}";
}
