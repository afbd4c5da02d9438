using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Whether a product protects. The numbers are those of bits 12–15 of AntiVirusProduct.productState: a number to compare, not flags
/// (expired, 3, would contain both on, 1, and snoozed, 2).
/// </summary>
public enum ProtectionState
{
    /// <summary>Switched off, stopped or passive.</summary>
    [JapaneseName("停止")]
    Off = 0,

    /// <summary>Switched on and running.</summary>
    [JapaneseName("動作中")]
    On = 1,

    /// <summary>Paused for a while by the user.</summary>
    [JapaneseName("一時停止")]
    Snoozed = 2,

    /// <summary>The licence has run out.</summary>
    [JapaneseName("期限切れ")]
    Expired = 3,
}
