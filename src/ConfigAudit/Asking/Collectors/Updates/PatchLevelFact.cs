using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// How far a Windows is patched: its build and revision, held against the catalogue of Windows releases. One a host. Cumulative updates
/// hold all that came before them, so the revision alone tells; what else the host says of updates can only contradict it.
/// </summary>
public sealed record PatchLevelFact : Fact
{
    private const string CurrentVersion = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    /// <summary>Win32_OperatingSystem.BuildNumber, as <c>OperatingSystem</c> has it.</summary>
    public long? Build { get; init; }

    /// <summary>UBR of <c>HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion</c>. Null where it is 0, which no Windows is.</summary>
    [ReadFrom(CurrentVersion)]
    public long? Revision { get; init; }

    /// <summary>Whether the catalogue lists that very revision. Where it doesn't, what is said of the release is said of the newest listed
    /// one below it.</summary>
    [Noise] // It goes with the catalogue.
    public bool? IsListed { get; init; }

    /// <summary>The day on which the release was released, by Microsoft's calendar, a day before Japan's.</summary>
    public DateTime? ReleasedOn { get; init; }

    /// <summary>What the release is.</summary>
    public WindowsReleaseKind? Kind { get; init; }

    /// <summary>The release's KB: "KB5101650". The first release of a version has none.</summary>
    public string? Kb { get; init; }

    /// <summary>The day of the newest security release for this Windows that the catalogue knows and that was out when the host was
    /// asked.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? NewestSecurityOn { get; init; }

    /// <summary>Its KB; where hotpatches came out on the same day, that of the update which every host can take.</summary>
    [Noise] // It goes with the catalogue.
    public string? NewestSecurityKb { get; init; }

    /// <summary>How many security releases known to the catalogue the host lacks: days on which there was one, whatever its form.</summary>
    [Noise] // It grows by itself each month.
    public long? Missing { get; init; }

    /// <summary>
    /// Since when (in Japan) the host could have had what it lacks. Where it lacks nothing that the catalogue knows, and a Patch Tuesday
    /// has passed since the newest security release in it: since when something may lack.
    /// </summary>
    [Noise] // It grows by itself each day.
    public Exposure? Exposure { get; init; }

    /// <summary>An update of a higher revision is among the hotfixes, and a restart is pending: it is installed, and isn't in effect.</summary>
    [Noise] // Updates come, and the computer starts again.
    public bool? AwaitsRestart { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("修正プログラムの適用状況", "a patch level"), new PatchLevelFact()) };

    internal override string Label => "patch level";

    internal override Gap? Doubt(string property) =>
        property == nameof(Exposure) && Exposure is { IsCertain: false, Since: { } since, AsOf: var asOf }
            ? new Gap(
                GapKind.Unusable,
                CatalogKind.WindowsReleases.FileName,
                new LocalText(
                    $"カタログにあるビルド {Build} のセキュリティ更新は {PatchTuesday.BeforeJapan(since):yyyy-MM-dd} より前のものだけで、その後に公開されたものが {asOf:yyyy-MM-dd} に適用済みか分からない。"
                        + "Update-ConfigAuditCatalog でカタログを更新し、もう一度取得してください（サポートが終了したWindowsには更新が出ない。OS-01を確認してください）",
                    $"the security releases of build {Build} in the catalogue are all from before {PatchTuesday.BeforeJapan(since):yyyy-MM-dd}, and whether what came out since then was installed on {asOf:yyyy-MM-dd} isn't known: "
                        + "bring the catalogue up to date with Update-ConfigAuditCatalog, and ask again (a Windows past its support gets no updates: see OS-01)"
                )
            )
            {
                Property = property,
            }
            : null;
}
