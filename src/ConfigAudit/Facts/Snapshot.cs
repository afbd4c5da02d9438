using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Facts;

/// <summary>The facts about one host at one moment, with what could not be read and why.</summary>
public sealed record Snapshot
{
    /// <summary>PowerShell makes any type that can be made of nothing out of any object: what wasn't collected would be a
    /// snapshot.</summary>
    internal Snapshot() { }

    /// <summary>The host, as the target was named.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>What the host calls itself; null when it couldn't be read.</summary>
    public string? HostName { get; init; }

    /// <summary>The host's addresses, IPv4 and IPv6; empty when they couldn't be read.</summary>
    public IReadOnlyList<string> IPAddresses { get; init; } = Array.Empty<string>();

    /// <summary>As declared.</summary>
    public Zone? Zone { get; init; }

    /// <summary>As declared, else as the host says.</summary>
    public HostRole? Role { get; init; }

    /// <summary>As declared.</summary>
    public NetworkModel? Model { get; init; }

    /// <summary>As declared.</summary>
    public IReadOnlyList<string> Tags { get; init; } = Array.Empty<string>();

    /// <summary>The moment that the facts are true of, by the clock of the machine that asked; null for a recording that doesn't
    /// say.</summary>
    public DateTimeOffset? CollectedAt { get; init; }

    /// <summary>The host's own clock at that moment.</summary>
    public DateTimeOffset? HostClock { get; init; }

    /// <summary>Who asked: DOMAIN\user.</summary>
    public string? CollectedBy { get; init; }

    /// <summary>The version of this module that asked.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>How the host was asked: "Mmi", "WsMan" or "Replay"; null when it couldn't be asked.</summary>
    public string? Protocol { get; init; }

    /// <summary>Everything learnt.</summary>
    public IReadOnlyList<Fact> Facts => Table.Sets.SelectMany(set => set.Facts).ToArray();

    /// <summary>Everything that could not be learnt, and why.</summary>
    public IReadOnlyList<Gap> Gaps => Table.Sets.SelectMany(set => set.Gaps).ToArray();

    internal FactTable Table { get; init; } = new(Array.Empty<FactSet>());

    /// <summary>Whether anything was learnt of the host. One that couldn't be asked has gaps alone.</summary>
    internal bool IsRead => Protocol is not null || Table.Sets.Any(set => set.Facts.Count > 0);

    /// <summary>Whether it stands in for a snapshot that can't be used: not even what was declared of the host is known. One that was made
    /// says by what.</summary>
    internal bool IsStandIn => !IsRead && ModuleVersion is null;

    /// <summary>The same, in which each set says what it must lack.</summary>
    internal Snapshot Whole() => this with { Table = new FactTable(Table.Sets.Select(set => set.Whole(this))) };

    /// <inheritdoc/>
    public override string ToString() => ComputerName;
}
