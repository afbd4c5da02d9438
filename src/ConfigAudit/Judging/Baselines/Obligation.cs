using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>How strongly the guideline asks for something, as its own words put it; the strongest first, by which an overlay that asks for
/// less is known.</summary>
public enum Obligation : long
{
    /// <summary>必要: needed.</summary>
    [JapaneseName("必要")]
    Required,

    /// <summary>望ましい: desirable.</summary>
    [JapaneseName("望ましい")]
    Desirable,

    /// <summary>有益: useful.</summary>
    [JapaneseName("有益")]
    Useful,

    /// <summary>参考: proposed in a public comment and only taken note of.</summary>
    [JapaneseName("参考")]
    Reference,
}
