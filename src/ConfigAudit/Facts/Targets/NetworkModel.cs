using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>How the municipality lays its business terminals over the three networks.</summary>
public enum NetworkModel : long
{
    /// <summary>α: business terminals in the LGWAN zone.</summary>
    [JapaneseName("αモデル")]
    Alpha,

    /// <summary>α': as α, with a direct way out to named cloud services.</summary>
    [JapaneseName("α'モデル", "α´モデル", "α′モデル", "α’モデル")]
    AlphaPrime,

    /// <summary>β: business terminals in the internet-connected zone.</summary>
    [JapaneseName("βモデル")]
    Beta,

    /// <summary>β': as β, with the business systems too.</summary>
    [JapaneseName("β'モデル", "β´モデル", "β′モデル", "β’モデル")]
    BetaPrime,
}
