using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What a domain says of MTA-STS (RFC 8461), or why it is not known.</summary>
internal sealed record MtaStsAnswer
{
    /// <summary>The announcement; null when it couldn't be looked up.</summary>
    public MtaStsRecord? Record { get; init; }

    /// <summary>The policy; null when there is none, or when it couldn't be had.</summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>Whether senders can use what it says, or it says nothing; null where that isn't known. What answers, and can't be used, is
    /// unsound.</summary>
    public bool? IsSound =>
        Record is null ? null
        : Record.Flaw is not null ? false
        : Record.Id is null || Policy is not null ? true
        : Gap?.Kind == GapKind.Unusable ? false
        : null;

    /// <summary>Why the announcement or the policy is not known, or that there is none.</summary>
    public Gap? Gap { get; init; }
}
