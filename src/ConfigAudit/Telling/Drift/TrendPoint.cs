using System;

namespace ConfigAudit.Telling.Drift;

/// <summary>What a run came to, in figures. Runs of one trend are judged by one baseline, so that what changed is the hosts and not the
/// yardstick.</summary>
public sealed record TrendPoint
{
    /// <summary>PowerShell makes any type that can be made of nothing out of any object: figures that nobody counted would be
    /// zeros.</summary>
    internal TrendPoint() { }

    /// <summary>The name of the run's folder.</summary>
    public string Run { get; init; } = string.Empty;

    /// <summary>The run's folder.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null for one that broke off, or still goes on: its figures are of a part of its hosts.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether it came to its end.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The baseline that the figures are by.</summary>
    public string Baseline { get; init; } = string.Empty;

    /// <summary>The baseline that the run was judged by then; empty for none.</summary>
    public string JudgedBy { get; init; } = string.Empty;

    /// <summary>The hosts in the run, those that couldn't be read included.</summary>
    public int Hosts { get; init; }

    /// <summary>Of those: how many could be asked.</summary>
    public int HostsRead { get; init; }

    /// <summary>Of those: how many are lost, since their files can't be used. They stand in no other figure but Hosts.</summary>
    public int HostsBroken { get; init; }

    /// <summary>The share of the hosts that could be asked, from 0 to 1; null for a run without hosts.</summary>
    public double? Coverage => Hosts == 0 ? null : (double)HostsRead / Hosts;

    /// <summary>Checks that hold.</summary>
    public int Pass { get; init; }

    /// <summary>Checks that don't.</summary>
    public int Fail { get; init; }

    /// <summary>Checks that could not be read.</summary>
    public int Unknown { get; init; }

    /// <summary>Checks that a person must answer.</summary>
    public int Attest { get; init; }

    /// <summary>Checks that don't concern the host.</summary>
    public int NotApplicable { get; init; }

    /// <summary>Of those that fail: how many are critical.</summary>
    public int FailCritical { get; init; }

    /// <summary>Of those that fail: how many are high.</summary>
    public int FailHigh { get; init; }

    /// <summary>Of those that fail: how many are medium.</summary>
    public int FailMedium { get; init; }

    /// <summary>Of those that fail: how many are low.</summary>
    public int FailLow { get; init; }
}
