using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>Whether something that is to be looked at from time to time was.</summary>
public enum ReviewState
{
    /// <summary>No day is written down.</summary>
    [JapaneseName("未設定")]
    Missing,

    /// <summary>The day has passed.</summary>
    [JapaneseName("期限切れ")]
    Overdue,

    /// <summary>The day is more than five years off.</summary>
    [JapaneseName("遠すぎる")]
    Distant,

    /// <summary>The day is still to come.</summary>
    [JapaneseName("期限内")]
    Current,
}
