using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>An antivirus or endpoint-detection product on a host.</summary>
public sealed record AntivirusFact : Fact, IListedFact
{
    /// <summary>The product's name: AntiVirusProduct.displayName, or the security-product catalogue's for one known by its
    /// service.</summary>
    public string? Product { get; init; }

    /// <summary>The vendor, from the security-product catalogue.</summary>
    public string? Vendor { get; init; }

    /// <summary>
    /// True of every product seen: it is registered with the Security Center, is Microsoft Defender, or stands in the security-product
    /// catalogue. A
    /// product that is neither stays unseen on a server; a check that asks for listed ones alone isn't held up by that.
    /// </summary>
    public bool? IsListed { get; init; }

    /// <summary>The day of the catalogue's data by which it was looked for. What came later isn't in it.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? CatalogEdition { get; init; }

    /// <summary>How the product detects, from the security-product catalogue. Null for a product that the catalogue doesn't know.</summary>
    public DetectionKind? Detection { get; init; }

    /// <summary>
    /// Whether the product stops malware (an endpoint protection platform, EPP): one that registers with the Security Center does; of
    /// others the
    /// security-product catalogue says so. Null where that hangs on the licence or on settings, and for a Microsoft Defender whose
    /// exclusions
    /// (MSFT_MpPreference.ExclusionPath, ExclusionExtension, ExclusionProcess) leave out a whole drive or every program. A sensor that only
    /// watches is false.
    /// </summary>
    public bool? IsEpp { get; init; }

    /// <summary>
    /// Whether the security-product catalogue lists the product as one that watches and lets people respond (endpoint detection and
    /// response, EDR). False of
    /// others: whether a licence adds EDR to them, a person has to say.
    /// </summary>
    public bool? IsListedEdr { get; init; }

    /// <summary>
    /// Whether the product protects. Of a registered one: what bits 12–15 of AntiVirusProduct.productState say, but On only with something
    /// of it that runs:
    /// its services and drivers by the catalogue (Win32_Service.State, Win32_SystemDriver.State), or a service or process
    /// (Win32_Service.PathName,
    /// Win32_Process.ExecutablePath) in the folder of AntiVirusProduct.pathToSignedProductExe or pathToSignedReportingExe. Of Microsoft
    /// Defender:
    /// MSFT_MpComputerStatus.AMRunningMode, AMServiceEnabled, AntivirusEnabled, RealTimeProtectionEnabled, OnAccessProtectionEnabled and
    /// IoavProtectionEnabled, and the service WinDefend, where neither ProductStatus, the Security Center, nor (without tamper protection) a
    /// setting that switches it off contradicts them. Where there is no Security Center, and of EDR sensors: Win32_Service.State of the
    /// services. Off
    /// also for a registration of which nothing runs while another product protects. Null where sources contradict each other or none bears
    /// out what one says.
    /// </summary>
    public ProtectionState? State { get; init; }

    /// <summary>What the Security Center alone says: bits 12–15 of AntiVirusProduct.productState. Null for a product that isn't
    /// registered.</summary>
    public ProtectionState? RegisteredState { get; init; }

    /// <summary>
    /// Whether the Security Center heard on the day before the snapshot (AntiVirusProduct.timestamp) that the product is on, and nothing on
    /// the host says
    /// otherwise. False of Microsoft Defender, which tells more of itself.
    /// </summary>
    public bool? IsReporting { get; init; }

    /// <summary>MSFT_MpComputerStatus.RealTimeProtectionEnabled. Known for Microsoft Defender alone.</summary>
    public bool? RealTimeProtection { get; init; }

    /// <summary>MSFT_MpComputerStatus.BehaviorMonitorEnabled; null where it is true, and DisableBehaviorMonitoring is set without tamper
    /// protection. Known for Microsoft Defender alone.</summary>
    public bool? BehaviorMonitoring { get; init; }

    /// <summary>MSFT_MpComputerStatus.IsTamperProtected; absent, so null, on old platform builds.</summary>
    public bool? TamperProtection { get; init; }

    /// <summary>MSFT_MpComputerStatus.AMRunningMode ("Normal", "Passive Mode", "EDR Block Mode", "SxS Passive Mode", "Not
    /// running").</summary>
    public string? RunningMode { get; init; }

    /// <summary>
    /// Whether the product works with definitions: by <see cref="Detection"/>. One whose way the catalogue doesn't know counts as one that
    /// does when the
    /// Security Center tells of its definitions.
    /// </summary>
    public bool? UsesDefinitions { get; init; }

    /// <summary>
    /// Whether the product ought to tell that what it detects with is current: one that works with definitions, and one that works with a
    /// model (<see cref="Detection"/>) where it is registered with the Security Center. A model comes with the program, so on a server
    /// nothing is to be told of it.
    /// </summary>
    public bool? TellsCurrent { get; init; }

    /// <summary>
    /// Whether it has any definitions: false where MSFT_MpComputerStatus.AntivirusSignatureAge is 65535 or 4294967295, or
    /// AntivirusSignatureLastUpdated of
    /// 1601. True as soon as their age, day or state is told. Null where they are said to have an age, and AntivirusSignatureVersion or
    /// AMEngineVersion
    /// is 0.0.0.0, as of a Defender that has loaded nothing, or no version.
    /// </summary>
    public bool? HasDefinitions { get; init; }

    /// <summary>
    /// Whether the product itself calls its definitions current: bits 4–7 of AntiVirusProduct.productState; for Microsoft Defender the
    /// opposite of
    /// MSFT_MpComputerStatus.DefenderSignaturesOutOfDate, and null where the two contradict each other, or AntivirusSignatureVersion or
    /// AMEngineVersion is 0.0.0.0 or no version. False without definitions. Null also where the Security Center heard so more than thirty
    /// days ago (AntiVirusProduct.timestamp) and
    /// nothing since Windows last started (Win32_OperatingSystem.LastBootUpTime), or more than a year ago where that isn't known. The
    /// threshold is the vendor's own (seven days for Microsoft Defender), so this is weaker than <see cref="DefinitionAge"/>.
    /// </summary>
    public bool? DefinitionsCurrent { get; init; }

    /// <summary>
    /// The version of the definitions: MSFT_MpComputerStatus.AntivirusSignatureVersion; for other vendors' products the registry value that
    /// the
    /// security-product catalogue names.
    /// </summary>
    [Noise] // New ones come every day.
    public Version? DefinitionVersion { get; init; }

    /// <summary>When the definitions were last updated: MSFT_MpComputerStatus.AntivirusSignatureLastUpdated, with its offset.</summary>
    public DateTimeOffset? DefinitionUpdatedAt { get; init; }

    /// <summary>
    /// The day by which the vendor dates the definitions, where it tells no time of day: the registry value that the security-product
    /// catalogue names. Null for
    /// Microsoft Defender, which tells a moment.
    /// </summary>
    public DateTime? DefinitionDate { get; init; }

    /// <summary>
    /// How old the definitions were when the snapshot was made: its time less <see cref="DefinitionUpdatedAt"/>, or, where that has
    /// no offset, MSFT_MpComputerStatus.AntivirusSignatureAge in whole days: then up to a day more, and a limit that lies between is
    /// neither kept nor broken. Null where the two contradict each other, and without definitions. For other vendors' products counted from
    /// the earliest moment of <see cref="DefinitionDate"/>
    /// in any time zone, so rather too old than too fresh.
    /// </summary>
    public TimeSpan? DefinitionAge { get; init; }

    /// <summary>MSFT_MpComputerStatus.AMEngineVersion.</summary>
    [Noise] // It comes with the definitions.
    public Version? EngineVersion { get; init; }

    /// <summary>
    /// Whether the product's services, as the security-product catalogue names them, all start with Windows (Win32_Service.StartMode is
    /// "Auto"). Null for a
    /// product of which no service was seen.
    /// </summary>
    public bool? StartsAutomatically { get; init; }

    /// <summary>
    /// Whether one of those services takes the order to stop (Win32_Service.AcceptStop). False is certain; true says that somebody may stop
    /// it, and not who.
    /// Null for one that doesn't run, and for a product of which no service was seen.
    /// </summary>
    public bool? CanBeStopped { get; init; }

    /// <summary>When the Security Center last heard from the product: AntiVirusProduct.timestamp (RFC 1123 text).</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>An age that rests on no moment and no day was counted by the host, in whole days.</summary>
    internal override TimeSpan Beyond(string property) =>
        property == nameof(DefinitionAge) && DefinitionUpdatedAt is null && DefinitionDate is null
            ? TimeSpan.FromDays(1) - TimeSpan.FromTicks(1)
            : TimeSpan.Zero;

    internal override string Label => Product ?? "(unnamed product)";
}
