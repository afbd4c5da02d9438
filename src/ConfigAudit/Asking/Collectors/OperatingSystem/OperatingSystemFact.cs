using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>The Windows that a host runs: Win32_OperatingSystem and <c>HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion</c>.</summary>
public sealed record OperatingSystemFact : Fact
{
    /// <summary>Win32_OperatingSystem.Caption. To be shown, not judged: use <see cref="Build"/> (ProductName in the registry still says
    /// Windows 10 on 11).</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Win32_OperatingSystem.ProductType. Enterprise multi-session (OperatingSystemSKU 175) is a client, though its ProductType is a
    /// server's. Null where the
    /// two contradict each other.
    /// </summary>
    public HostKind? Kind { get; init; }

    /// <summary>Win32_OperatingSystem.Version.</summary>
    public Version? Version { get; init; }

    /// <summary>Win32_OperatingSystem.BuildNumber, else the third number of Version. Null where the two contradict each other.</summary>
    public long? Build { get; init; }

    /// <summary>UBR, the number after the build: which cumulative update is installed.</summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion")]
    public long? Revision { get; init; }

    /// <summary>DisplayVersion ("22H2"), or ReleaseId on systems older than 20H2.</summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion")]
    public string? Release { get; init; }

    /// <summary>Win32_OperatingSystem.OperatingSystemSKU: 48 Pro, 4 Enterprise, 101 Home, 121 Education, 125 Enterprise LTSC, 175
    /// Enterprise multi-session, 7 Server Standard, 8 Datacenter…</summary>
    public long? Sku { get; init; }

    /// <summary>Win32_OperatingSystem.InstallDate, with its offset. Null for a moment that can't be: ahead of now, or before
    /// Windows.</summary>
    [Noise(false)] // It moves when Windows is set up anew.
    public DateTimeOffset? InstalledAt { get; init; }

    /// <summary>Win32_OperatingSystem.LastBootUpTime, with its offset.</summary>
    public DateTimeOffset? LastBootAt { get; init; }

    /// <summary>From the last boot to the moment of the snapshot.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>Whether Microsoft still supports it on the day of the snapshot, by the lifecycle catalogue.</summary>
    public SupportStatus? Support { get; init; }

    /// <summary>The last day of ordinary security support, from the lifecycle catalogue.</summary>
    public DateTime? SupportEnds { get; init; }

    /// <summary>
    /// Whether ordinary support lasts to the day given with -PlannedUseUntil. Null when no such day was given, and for what the lifecycle
    /// catalogue
    /// doesn't know.
    /// </summary>
    [Noise] // It goes with the day that was asked for.
    public bool? CoversPlannedUse { get; init; }

    /// <summary>The entry of the lifecycle catalogue that was matched: product and cycle.</summary>
    [Noise] // How the catalogue calls it.
    public string? Lifecycle { get; init; }

    /// <summary>The day of the catalogue's data by which that is said: an own file's own day, else the module's. What happened later isn't
    /// in it.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? CatalogEdition { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("オペレーティングシステム", "an operating system"), new OperatingSystemFact()) };

    internal override string Label => Name ?? "Windows";

    internal override string Key => "operating system";
}
