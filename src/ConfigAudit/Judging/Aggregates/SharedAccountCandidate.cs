using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Collectors.Accounts;

namespace ConfigAudit.Judging.Aggregates;

/// <summary>An account that several people seem to use, with what makes it seem so. Evidence, and no verdict: a person has to
/// say.</summary>
public sealed record SharedAccountCandidate
{
    /// <summary>DOMAIN\name; of a local account, HOST\name.</summary>
    public string Account { get; init; } = string.Empty;

    /// <summary>What speaks for it.</summary>
    public IReadOnlyList<SharedAccountEvidence> Evidence { get; init; } = Array.Empty<SharedAccountEvidence>();

    /// <summary>The hosts concerned.</summary>
    public IReadOnlyList<string> ComputerNames { get; init; } = Array.Empty<string>();

    /// <summary>The first moment of use on several hosts at a time; null where that isn't the evidence.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment of it that is known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The sessions that were open at the same time.</summary>
    public IReadOnlyList<AccountSession> Sessions { get; init; } = Array.Empty<AccountSession>();
}
