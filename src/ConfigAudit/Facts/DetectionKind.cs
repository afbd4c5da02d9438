using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>How a security product detects. Products that only watch behaviour, or ask a model, have no pattern file that could be
/// old.</summary>
public enum DetectionKind
{
    /// <summary>By patterns (definition files).</summary>
    [JapaneseName("パターン", "パターンファイル型", "パターン型")]
    Pattern,

    /// <summary>By behaviour alone, without a pattern file: most EDR sensors.</summary>
    [JapaneseName("挙動検知", "挙動検知型", "振る舞い検知", "EDR")]
    Behavior,

    /// <summary>By patterns and by behaviour.</summary>
    [JapaneseName("パターンと挙動検知", "併用", "両方")]
    PatternAndBehavior,

    /// <summary>By a model that was trained beforehand and comes with the program: neither patterns nor behaviour.</summary>
    [JapaneseName("モデル", "モデル型", "機械学習", "機械学習型")]
    Model,
}
