namespace ConfigAudit.Targets;

/// <summary>How the municipality lays its business terminals over the three networks.</summary>
public enum NetworkModel
{
    /// <summary>α: business terminals in the LGWAN zone.</summary>
    Alpha,

    /// <summary>α′: as α, with a direct way out to named cloud services.</summary>
    AlphaPrime,

    /// <summary>β: business terminals in the internet-connected zone.</summary>
    Beta,

    /// <summary>β′: as β, with the business systems too.</summary>
    BetaPrime,
}
