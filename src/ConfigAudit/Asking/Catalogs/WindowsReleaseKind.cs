using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>What a release of Windows is, by Microsoft's release-health pages.</summary>
public enum WindowsReleaseKind
{
    /// <summary>The first of its version ("A").</summary>
    [JapaneseName("初版")]
    Initial = 1,

    /// <summary>The month's security update ("B").</summary>
    [JapaneseName("月例")]
    Security,

    /// <summary>A month's security update that hosts with hotpatching have to restart for ("B", "Baseline").</summary>
    [JapaneseName("月例（ホットパッチの基準）")]
    Baseline,

    /// <summary>The month's security fixes without a restart, for hosts with hotpatching.</summary>
    [JapaneseName("ホットパッチ")]
    Hotpatch,

    /// <summary>Released between two months' updates ("OOB"), for the most part to repair one.</summary>
    [JapaneseName("定例外")]
    OutOfBand,

    /// <summary>Next month's changes beforehand, without new security fixes ("C", "D").</summary>
    [JapaneseName("プレビュー")]
    Preview,
}
