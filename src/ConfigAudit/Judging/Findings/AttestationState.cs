using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Findings;

/// <summary>What an attestation is worth beside a finding. Only a current one counts. None is zero, which PowerShell takes for
/// no.</summary>
public enum AttestationState : long
{
    /// <summary>It holds.</summary>
    [JapaneseName("有効")]
    Current = 1,

    /// <summary>The day on which it was to be looked at again has passed.</summary>
    [JapaneseName("再確認の期限切れ")]
    Overdue,

    /// <summary>A file that it rests on has changed, or can't be read.</summary>
    [JapaneseName("失効（証跡が変化）")]
    Lapsed,

    /// <summary>It is dated later than the day that is judged: nobody had said it yet.</summary>
    [JapaneseName("開始前")]
    NotYet,
}
