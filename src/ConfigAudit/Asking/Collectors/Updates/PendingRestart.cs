using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// The marks by which Windows remembers that updates wait for a restart. One that is there is enough; that there is none takes all of them.
/// The first two are
/// those that everybody knows; the others are known from reports and published tools, and can only contradict them: a recording that was
/// made before they were
/// asked for says nothing of them, and isn't held up by that.
/// </summary>
internal static class PendingRestart
{
    private const string Flag = "RebootRequired";

    private static readonly RegistryKey Current = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion");

    /// <summary>That the key is there is all that it says.</summary>
    private static readonly RegistryQuery[] Known =
    {
        new(Current.Below(@"Component Based Servicing\RebootPending")),
        new(Current.Below(@"WindowsUpdate\Auto Update\RebootRequired")),
    };

    private static readonly RegistryQuery[] Reported =
    {
        new(Current.Below(@"Component Based Servicing\RebootInProgress")),
        new(Current.Below(@"Component Based Servicing\PackagesPending")),
    };

    private static readonly RegistryQuery Settings = new(RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\WindowsUpdate\UX\StateVariables"))
    {
        Numbers = new[] { Flag },
    };

    public static IEnumerable<RegistryQuery> Queries => Known.Concat(Reported).Append(Settings);

    public static string Source => string.Join("; ", Queries.Select(query => query.Key.Source));

    public static async Task<Reading<bool?>> ReadAsync(Registry registry, CancellationToken token)
    {
        var rows = await Task.WhenAll(Queries.Select(query => registry.ReadAsync(query, token))).ConfigureAwait(false);
        var known = rows.Take(Known.Length).Select(IsThere);
        var reported = rows.Skip(Known.Length)
            .Take(Reported.Length)
            .Select(IsThere)
            .Append(rows[rows.Length - 1].Switch(Flag, whenAbsent: false));
        return ReadingExtensions.Any(known.Concat(reported.Where(mark => !IsUnrecorded(mark))).ToArray());
    }

    /// <summary>A key that lists its values is there, whatever they are.</summary>
    private static Reading<bool?> IsThere(RegistryRow row) =>
        Reading<bool?>.Of(
            row.IsAbsent ? false
                : row.Names is not null ? true
                : null,
            row.Gap
                ?? new Gap(GapKind.Unusable, row.Source, new LocalText("キーの値を列挙できなかった", "the key's values couldn't be listed"))
        );

    private static bool IsUnrecorded(Reading<bool?> mark) => !mark.IsKnown && mark.Gaps.All(gap => gap.Kind == GapKind.NotRecorded);
}
