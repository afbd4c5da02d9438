using System;
using System.Collections.Generic;

namespace ConfigAudit.Judging.Aggregates;

/// <summary>Who used an account at a moment, on one host, or that it can't be known.</summary>
public sealed record AccountUseAnswer
{
    /// <summary>The account asked for.</summary>
    public string Account { get; init; } = string.Empty;

    /// <summary>The moment asked for.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The host; empty where none is known.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>How well it is known.</summary>
    public AccountUseCertainty Answer { get; init; }

    /// <summary>Who it was, or who wrote that they were; empty for nobody.</summary>
    public IReadOnlyList<string> Persons { get; init; } = Array.Empty<string>();

    /// <summary>Why the answer is what it is.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The first moment at which the session is known to have been open; null where none was seen.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment at which it is known to have been open; null where none was seen.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The rows of the registers that it rests on, joined by "; ".</summary>
    public string Source { get; init; } = string.Empty;
}
