namespace ConfigAudit.Baselines;

/// <summary>How strongly the guideline asks for something, as its own words put it.</summary>
public enum Obligation
{
    /// <summary>必要: needed.</summary>
    Required,

    /// <summary>望ましい: desirable.</summary>
    Desirable,

    /// <summary>有益: useful.</summary>
    Useful,

    /// <summary>参考: proposed in a public comment and only taken note of.</summary>
    Reference,
}
