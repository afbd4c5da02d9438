using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>
/// What a check came to on a host. None is ever folded into another. What nobody set is unknown; a pass has to be said. Of 64 bits, since
/// ConvertTo-Json writes
/// such an enumeration by name, and others as numbers.
/// </summary>
public enum Outcome : long
{
    /// <summary>It could not be read, so nobody knows.</summary>
    [JapaneseName("不明")]
    Unknown,

    /// <summary>What is asked for holds, by what was read.</summary>
    [JapaneseName("適合")]
    Pass,

    /// <summary>It doesn't hold, by what was read.</summary>
    [JapaneseName("不適合")]
    Fail,

    /// <summary>The check isn't for this host.</summary>
    [JapaneseName("対象外")]
    NotApplicable,

    /// <summary>A person has to say.</summary>
    [JapaneseName("要確認")]
    Attest,
}
