using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>An antivirus or endpoint-detection product on a host.</summary>
public sealed record AntivirusFact : Fact
{
    /// <summary>The product's name: AntiVirusProduct.displayName, or the security-product catalogue's for one known by its service.</summary>
    public string? Product { get; init; }

    /// <summary>The vendor, from the security-product catalogue.</summary>
    public string? Vendor { get; init; }

    /// <summary>
    /// True of every product seen: it is registered with the Security Center, is Microsoft Defender, or stands in the security-product catalogue. A
    /// product that is neither stays unseen on a server; a check that asks for listed ones alone isn't held up by that.
    /// </summary>
    public bool? IsListed { get; init; }

    /// <summary>How the product detects, from the security-product catalogue. Null for a product that the catalogue doesn't know.</summary>
    public DetectionKind? Detection { get; init; }

    /// <summary>
    /// Whether the product protects: bits 12–15 of AntiVirusProduct.productState; for Microsoft Defender
    /// MSFT_MpComputerStatus.AMServiceEnabled, AntivirusEnabled and RealTimeProtectionEnabled; else Win32_Service.State of its services.
    /// </summary>
    public ProtectionState? State { get; init; }

    /// <summary>MSFT_MpComputerStatus.RealTimeProtectionEnabled. Known for Microsoft Defender alone.</summary>
    public bool? RealTimeProtection { get; init; }

    /// <summary>MSFT_MpComputerStatus.BehaviorMonitorEnabled. Known for Microsoft Defender alone.</summary>
    public bool? BehaviorMonitoring { get; init; }

    /// <summary>MSFT_MpComputerStatus.IsTamperProtected; absent, so null, on old platform builds.</summary>
    public bool? TamperProtection { get; init; }

    /// <summary>MSFT_MpComputerStatus.AMRunningMode ("Normal", "Passive Mode", "EDR Block Mode", "SxS Passive Mode", "Not running").</summary>
    public string? RunningMode { get; init; }

    /// <summary>
    /// Whether the product itself calls its definitions current: bits 4–7 of AntiVirusProduct.productState; for Microsoft Defender on a
    /// server the opposite of MSFT_MpComputerStatus.DefenderSignaturesOutOfDate. The threshold is the vendor's own (seven days for Microsoft Defender), so this is weaker than <see cref="DefinitionAge"/>.
    /// </summary>
    public bool? DefinitionsCurrent { get; init; }

    /// <summary>
    /// The version of the definitions: MSFT_MpComputerStatus.AntivirusSignatureVersion; for other vendors' products the registry value that the
    /// security-product catalogue names.
    /// </summary>
    [Noise] // New ones come every day.
    public Version? DefinitionVersion { get; init; }

    /// <summary>When the definitions were last updated: MSFT_MpComputerStatus.AntivirusSignatureLastUpdated, with its offset.</summary>
    public DateTimeOffset? DefinitionUpdatedAt { get; init; }

    /// <summary>
    /// The day by which the vendor dates the definitions, where it tells no time of day: the registry value that the security-product catalogue names. Null for
    /// Microsoft Defender, which tells a moment.
    /// </summary>
    public DateTime? DefinitionDate { get; init; }

    /// <summary>
    /// How old the definitions were when the snapshot was made: its time less <see cref="DefinitionUpdatedAt"/>, or, where that has
    /// no offset, MSFT_MpComputerStatus.AntivirusSignatureAge in whole days (65535, no definitions at all, is no age). For other vendors' products counted from the earliest moment of <see cref="DefinitionDate"/>
    /// in any time zone, so rather too old than too fresh.
    /// </summary>
    public TimeSpan? DefinitionAge { get; init; }

    /// <summary>MSFT_MpComputerStatus.AMEngineVersion.</summary>
    [Noise] // It comes with the definitions.
    public Version? EngineVersion { get; init; }

    /// <summary>
    /// Whether the product's services, as the security-product catalogue names them, all start with Windows (Win32_Service.StartMode is "Auto"). Null for a
    /// product of which no service was seen.
    /// </summary>
    public bool? StartsAutomatically { get; init; }

    /// <summary>
    /// Whether one of those services takes the order to stop (Win32_Service.AcceptStop). False is certain; true says that somebody may stop it, and not who.
    /// Null for one that doesn't run, and for a product of which no service was seen.
    /// </summary>
    public bool? CanBeStopped { get; init; }

    /// <summary>When the Security Center last heard from the product: AntiVirusProduct.timestamp (RFC 1123 text).</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    internal override string Label => Product ?? "(unnamed product)";
}
