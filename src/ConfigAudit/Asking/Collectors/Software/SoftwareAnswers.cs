using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>All that a host answered about its software.</summary>
/// <param name="Users">The hives that are loaded.</param>
/// <param name="Machine">The uninstall keys of the machine: the native view, and the one for 32-bit programs.</param>
/// <param name="Own">The uninstall keys of users.</param>
/// <param name="Packages">The keys of packages.</param>
/// <param name="Width">Why the machine's keys may be those for 32-bit programs alone; null where they aren't.</param>
internal sealed record SoftwareAnswers(
    RegistryAnswer<IReadOnlyList<string>> Users,
    IReadOnlyList<UninstallRoot> Machine,
    IReadOnlyList<UninstallRoot> Own,
    IReadOnlyList<PackageRoot> Packages,
    Gap? Width
)
{
    /// <summary>Why the loaded hives aren't known. Every Windows has those of its services.</summary>
    public Gap? UsersGap =>
        Users.Gap
        ?? (
            Users.Value is { Count: > 0 }
                ? null
                : new Gap(
                    GapKind.Unusable,
                    RegistryKey.Users.Source,
                    new LocalText(
                        "ハイブが1つも読み込まれていない。どのWindowsでもあり得ない",
                        "no hive is loaded, which no Windows runs without"
                    )
                )
        );

    /// <summary>Why the machine's list can't be all: Windows itself has entries in the native view before anything is installed.</summary>
    public Gap? Emptiness =>
        Machine[0] is { Gap: null, Entries.Count: 0 }
            ? new Gap(
                GapKind.Unusable,
                Machine[0].Key.Source,
                new LocalText("項目が1つもない。どのWindowsでもあり得ない", "it has no entry at all, which no Windows is without")
            )
            : null;
}
