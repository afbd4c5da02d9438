namespace ConfigAudit.Statements;

/// <summary>What an attestation is worth beside a finding. Only a current one counts. None is zero, which PowerShell takes for no.</summary>
public enum AttestationState
{
    /// <summary>It holds.</summary>
    Current = 1,

    /// <summary>The day on which it was to be looked at again has passed.</summary>
    Overdue,

    /// <summary>A file that it rests on has changed, or can't be read.</summary>
    Lapsed,
}
