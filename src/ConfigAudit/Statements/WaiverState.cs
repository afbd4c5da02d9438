namespace ConfigAudit.Statements;

/// <summary>What a waiver is worth beside a finding. Only an honoured one counts. None is zero, which PowerShell takes for no.</summary>
public enum WaiverState
{
    /// <summary>It holds.</summary>
    Honoured = 1,

    /// <summary>Its first day is still to come.</summary>
    NotYet,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>It was bound to what was found then, and something else is found now.</summary>
    Lapsed,
}
