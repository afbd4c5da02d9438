using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>What the lifecycle catalogue says of a product on a given day.</summary>
public enum SupportStatus
{
    /// <summary>Within the vendor's ordinary security support.</summary>
    [JapaneseName("サポート中")]
    Supported = 1,

    /// <summary>Ordinary support is over; only a bought extension, if there is one, brings security updates.</summary>
    [JapaneseName("延長サポートのみ")]
    ExtendedOnly,

    /// <summary>Support is over.</summary>
    [JapaneseName("サポート終了")]
    Ended,

    /// <summary>The catalogue doesn't know the product or its version. Never to be taken for supported.</summary>
    [JapaneseName("カタログに掲載なし")]
    NotInCatalog,

    /// <summary>The product is known, and no end of its support is published for this version, or was found. Never to be taken for
    /// supported.</summary>
    [JapaneseName("終了日の公表なし")]
    NoEndPublished,
}
