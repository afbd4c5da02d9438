using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Findings;

/// <summary>What a waiver is worth beside a finding. Only an honoured one counts. None is zero, which PowerShell takes for no.</summary>
public enum WaiverState : long
{
    /// <summary>It holds.</summary>
    [JapaneseName("有効")]
    Honoured = 1,

    /// <summary>Its first day is still to come.</summary>
    [JapaneseName("開始前")]
    NotYet,

    /// <summary>Its last day has passed.</summary>
    [JapaneseName("期限切れ")]
    Expired,

    /// <summary>It was bound to what was found then, and something else is found now.</summary>
    [JapaneseName("失効（内容が変化）")]
    Lapsed,
}
