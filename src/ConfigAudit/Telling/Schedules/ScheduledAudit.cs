using System;
using System.Collections.Generic;

namespace ConfigAudit.Telling.Schedules;

/// <summary>An audit that runs by itself, or would as soon as its files are imported.</summary>
public sealed record ScheduledAudit
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What starts it.</summary>
    public TaskPlatform Platform { get; init; }

    /// <summary>When, as in "Weekly on Monday at 07:30".</summary>
    public string Schedule { get; init; } = string.Empty;

    /// <summary>The account that it runs as.</summary>
    public string Account { get; init; } = string.Empty;

    /// <summary>Whether the system has taken it; otherwise there are only its files.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>The next time, without the random delay; null when it isn't registered.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>What it runs.</summary>
    public string Script { get; init; } = string.Empty;

    /// <summary>The definition: a task in XML, or a service and a timer.</summary>
    public IReadOnlyList<string> Definitions { get; init; } = Array.Empty<string>();

    /// <summary>The folder of the runs.</summary>
    public string OutputPath { get; init; } = string.Empty;
}
