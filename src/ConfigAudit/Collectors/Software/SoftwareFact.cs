using System;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Software;

/// <summary>
/// A product registered under an uninstall key: <c>SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall</c> of HKLM (both views) and of
/// the loaded user hives. Win32_Product is never asked: the question itself makes Windows Installer check and repair every package.
/// </summary>
public sealed record SoftwareFact : Fact
{
    /// <summary>DisplayName, as the product registered it, in whatever language.</summary>
    public string? Name { get; init; }

    /// <summary>DisplayVersion as registered; not every vendor writes a number.</summary>
    public string? DisplayVersion { get; init; }

    /// <summary>DisplayVersion where it is two to four numbers joined by dots; else null.</summary>
    public Version? Version { get; init; }

    /// <summary>Publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>InstallDate (yyyymmdd); often left empty by vendors, then null. A day without time or offset.</summary>
    public DateTime? InstalledOn { get; init; }

    /// <summary>For the machine or for one user.</summary>
    public SoftwareScope? Scope { get; init; }

    /// <summary>SystemComponent = 1, a parent key or a ReleaseType of an update: not shown as a program of its own.</summary>
    public bool? IsComponent { get; init; }

    /// <summary>Whether its vendor still supports it on the day of the snapshot, by the lifecycle catalogue.</summary>
    public SupportStatus? Support { get; init; }

    /// <summary>The last day of the vendor's ordinary security support, from the lifecycle catalogue.</summary>
    public DateTime? SupportEnds { get; init; }

    /// <summary>
    /// Whether ordinary support lasts to the day given with -PlannedUseUntil. Null when no such day was given, and for what the lifecycle catalogue
    /// doesn't know.
    /// </summary>
    [Noise] // It goes with the day that was asked for.
    public bool? CoversPlannedUse { get; init; }

    /// <summary>The entry of the lifecycle catalogue that was matched: product and cycle.</summary>
    [Noise] // How the catalogue calls it.
    public string? Lifecycle { get; init; }

    internal override string Label => DisplayVersion is null ? Name ?? "(unnamed)" : $"{Name} {DisplayVersion}";

    internal override string Key => $"{Scope}|{Name}";
}
