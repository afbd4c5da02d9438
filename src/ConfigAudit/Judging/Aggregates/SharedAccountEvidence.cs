namespace ConfigAudit.Judging.Aggregates;

/// <summary>Why an account looks as if several people use it.</summary>
public enum SharedAccountEvidence
{
    /// <summary>It was used at two places at the same time: at two keyboards, or from clients that differ. One session opened out of
    /// another counts as one place.</summary>
    SimultaneousPlaces,

    /// <summary>It had sessions on several hosts at the same time, and from where one of them was opened isn't known: they may be one
    /// person's.</summary>
    SimultaneousSessions,

    /// <summary>A local account bears at least two signs of being shared: AccountFact.IsSharedCandidate.</summary>
    AccountSigns,
}
