using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>
/// A product registered under an uninstall key: <c>SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall</c> of HKLM and of the loaded user
/// hives (both views); or a package (MSIX), by its full name: <c>…\Appx\AppxAllUserStore\Applications</c> for those that every user gets,
/// <c>…\AppModel\Repository\Packages</c> in the loaded user hives. Win32_Product is never asked: the question itself makes Windows
/// Installer check
/// and repair every package.
/// </summary>
public sealed record SoftwareFact : Fact
{
    /// <summary>DisplayName, as the product registered it, in whatever language; of a package the name in its full name.</summary>
    public string? Name { get; init; }

    /// <summary>DisplayVersion as registered, empty where there is none; not every vendor writes a number. Of a package the version in its
    /// full name.</summary>
    public string? DisplayVersion { get; init; }

    /// <summary>DisplayVersion where it is two to four numbers joined by dots; else null.</summary>
    public Version? Version { get; init; }

    /// <summary>Publisher, empty where there is none; of a package the publisher's id, the last part of its full name.</summary>
    public string? Publisher { get; init; }

    /// <summary>
    /// InstallDate (yyyymmdd). A day without time or offset; null where vendors left it empty, and for years of another calendar, days to
    /// come and others
    /// on which nothing was installed. Packages have none.
    /// </summary>
    public DateTime? InstalledOn { get; init; }

    /// <summary>For the machine or for one user.</summary>
    public SoftwareScope? Scope { get; init; }

    /// <summary>How it is installed.</summary>
    public SoftwareForm? Form { get; init; }

    /// <summary>
    /// SystemComponent = 1, a parent key or a ReleaseType of an update: not shown as a program of its own. Of packages those that come with
    /// Windows, and
    /// libraries of others, by the lifecycle catalogue.
    /// </summary>
    public bool? IsComponent { get; init; }

    /// <summary>The catalogues that list a program of this name; empty where none does. What they don't know may be such a program all the
    /// same.</summary>
    [Noise] // It goes with the catalogues.
    public IReadOnlyList<ProgramKind>? ListedAs { get; init; }

    /// <summary>Whether its vendor still supports it on the day of the snapshot, by the lifecycle catalogue.</summary>
    public SupportStatus? Support { get; init; }

    /// <summary>The last day of the vendor's ordinary security support, from the lifecycle catalogue.</summary>
    public DateTime? SupportEnds { get; init; }

    /// <summary>
    /// Whether ordinary support lasts to the day given with -PlannedUseUntil. Null when no such day was given, and for what the lifecycle
    /// catalogue
    /// doesn't know.
    /// </summary>
    [Noise] // It goes with the day that was asked for.
    public bool? CoversPlannedUse { get; init; }

    /// <summary>True when a day was given with -PlannedUseUntil, until which all that is installed is meant to be used; null when nobody
    /// said.</summary>
    [Noise] // What was asked for.
    public bool? IsUsePlanned { get; init; }

    /// <summary>The entry of the lifecycle catalogue that was matched: product and cycle.</summary>
    [Noise] // How the catalogue calls it.
    public string? Lifecycle { get; init; }

    /// <summary>The day of the catalogue's data by which that is said: an own file's own day, else the module's. What happened later isn't
    /// in it.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? CatalogEdition { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            // A server without a desktop may be set up without any.
            new Expected(
                new LocalText(
                    "全利用者向けのプログラム又はパッケージ（人が使う端末の場合）",
                    "a program or package for all users where people sit at it"
                ),
                new SoftwareFact { Scope = SoftwareScope.Machine }
            )
            {
                Unless = snapshot => snapshot.Role != HostRole.Client,
            },
        };

    internal override string Label => string.IsNullOrEmpty(DisplayVersion) ? Name ?? "(unnamed)" : $"{Name} {DisplayVersion}";

    internal override string Key => $"{Scope}|{Name}";
}
