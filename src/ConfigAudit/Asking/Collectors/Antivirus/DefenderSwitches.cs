using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// What switches Microsoft Defender's protection off: policy, Defender's own keys, and MSFT_MpPreference. They are settings and not what
/// is: newer platforms don't heed
/// DisableAntiSpyware any more on some hosts, and tamper protection stands against all of them (Microsoft Learn, "Protect security settings with
/// tamper protection" and "DisableAntiSpyware", 2026-11). So they only contradict what others say of Defender, and
/// one that nobody could read contradicts
/// nothing. Exclusions and actions are no switches: what they leave out goes unscanned, or is let be, whatever the others say.
/// </summary>
internal sealed class DefenderSwitches
{
    /// <summary>Without these it watches no file; switches of behaviour monitoring and of scripts take less from it.</summary>
    private static readonly string[] OfAll = { "DisableAntiSpyware", "DisableAntiVirus" };

    private static readonly string[] OfRealTime = { "DisableRealtimeMonitoring", "DisableOnAccessProtection", Downloads };

    /// <summary>Of downloads and attachments alone, whose status is told apart.</summary>
    private const string Downloads = "DisableIOAVProtection";

    private const string Behavior = "DisableBehaviorMonitoring";

    private static readonly RegistryKey Own = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows Defender");

    private static readonly RegistryQuery[] Queries =
    {
        new(Own) { Numbers = OfAll },
        new(Own.Below("Real-Time Protection")) { Numbers = OfRealTime.Append(Behavior).ToArray() },
    };

    private readonly IReadOnlyList<(string Name, string Place)> _set;

    private DefenderSwitches(IReadOnlyList<(string Name, string Place)> set, Gap? blind) => (_set, Blind) = (set, blind);

    public static IEnumerable<SourceInfo> Sources => Queries.Select(query => query.Info);

    /// <summary>The places of those that are set and take its protection away.</summary>
    public IEnumerable<string> Set => _set.Where(each => each.Name != Behavior).Select(each => each.Place);

    /// <summary>Of those the ones that contradict a class which calls it on. It may do so without watching downloads.</summary>
    public IEnumerable<string> SetAgainstStatus => _set.Where(each => each.Name is not (Behavior or Downloads)).Select(each => each.Place);

    /// <summary>The places where behaviour monitoring is switched off.</summary>
    public IEnumerable<string> SetAgainstBehavior => _set.Where(each => each.Name == Behavior).Select(each => each.Place);

    /// <summary>Why it may protect from nothing though it runs: exclusions that leave nothing to protect, or that nobody could read, and
    /// threats that it is to let be; null for what is known to be left.</summary>
    public Gap? Blind { get; }

    public static async Task<DefenderSwitches> AskAsync(
        ICimSource source,
        DefenderPolicy policy,
        CimAnswer preference,
        CancellationToken token
    )
    {
        var registry = new Registry(source);
        var rows = await Task.WhenAll(Queries.Select(query => registry.ReadAsync(query, token))).ConfigureAwait(false);
        var names = OfAll.Concat(OfRealTime).Append(Behavior).ToArray();
        var own = Queries
            .Zip(
                rows,
                (query, row) =>
                    query
                        .Numbers.Where(name => row.Number(name).Flag(whenAbsent: false) == true)
                        .Select(name => (name, $"{row.Source}\\{name}"))
            )
            .SelectMany(each => each);
        var preferred = names
            .Where(name => preference.Rows.Any(row => row.Flag(name) == true))
            .Select(name => (name, $"{DefenderSettingsReader.PreferenceSource}.{name}"));
        return new DefenderSwitches(
            policy.SetPlaces(names).Concat(own).Concat(preferred).ToArray(),
            DefenderExclusions.Doubt(preference) ?? DefenderActions.Doubt(preference)
        );
    }
}
