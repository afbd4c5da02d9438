using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What an edition of the guideline did with what a check asks for.</summary>
public enum EditionChange
{
    /// <summary>Nobody has read what this edition says of it: it may stand where it stood, or not.</summary>
    [JapaneseName("不明")]
    Unknown,

    /// <summary>The check was written after this edition.</summary>
    [JapaneseName("初出")]
    First,

    /// <summary>This edition asks for it first.</summary>
    [JapaneseName("追加")]
    Added,

    /// <summary>The same, in another section.</summary>
    [JapaneseName("移動")]
    Moved,

    /// <summary>Something else is asked for.</summary>
    [JapaneseName("変更")]
    Changed,

    /// <summary>What was forbidden is allowed, or the other way round.</summary>
    [JapaneseName("反転")]
    Reversed,
}
