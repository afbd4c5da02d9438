using System;

namespace ConfigAudit.Asking.Collectors;

/// <summary>What whoever asks wants of the collectors beyond the state of the host.</summary>
internal sealed record CollectionOptions
{
    /// <summary>The last day on which the organisation means to use what is installed; null when nobody said.</summary>
    public DateTime? PlannedUseUntil { get; init; }

    /// <summary>The moment since when logons are read from the event logs; null for not at all.</summary>
    public DateTimeOffset? LogonsSince { get; init; }
}
