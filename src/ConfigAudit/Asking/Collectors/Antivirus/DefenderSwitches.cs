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
/// DisableAntiSpyware any more, and tamper protection stands against all of them. So they only contradict what others say of Defender, and
/// one that nobody could read contradicts
/// nothing. Exclusions are no switches: what they leave out goes unscanned whatever the others say.
/// </summary>
internal sealed class DefenderSwitches
{
    /// <summary>Without these it watches no file; switches of behaviour monitoring and of scripts take less from it.</summary>
    private static readonly string[] OfAll = { "DisableAntiSpyware", "DisableAntiVirus" };

    private static readonly string[] OfRealTime = { "DisableRealtimeMonitoring", "DisableOnAccessProtection", "DisableIOAVProtection" };

    private static readonly RegistryKey Own = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows Defender");

    private static readonly RegistryQuery[] Queries =
    {
        new(Own) { Numbers = OfAll },
        new(Own.Below("Real-Time Protection")) { Numbers = OfRealTime },
    };

    private DefenderSwitches(IReadOnlyList<string> set, Gap? blind) => (Set, Blind) = (set, blind);

    public static IEnumerable<SourceInfo> Sources => Queries.Select(query => query.Info);

    /// <summary>Those that are set, each with its place.</summary>
    public IReadOnlyList<string> Set { get; }

    /// <summary>Why it may look at nothing though it runs: exclusions that leave nothing to protect, or that nobody could read; null for
    /// what is known to be left.</summary>
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
        var names = OfAll.Concat(OfRealTime).ToArray();
        var own = Queries
            .Zip(
                rows,
                (query, row) =>
                    query.Numbers.Where(name => row.Number(name).Flag(whenAbsent: false) == true).Select(name => $"{row.Source}\\{name}")
            )
            .SelectMany(each => each);
        var preferred = names
            .Where(name => preference.Rows.Any(row => row.Flag(name) == true))
            .Select(name => $"{DefenderSettingsReader.PreferenceSource}.{name}");
        return new DefenderSwitches(policy.SetPlaces(names).Concat(own).Concat(preferred).ToArray(), DefenderExclusions.Doubt(preference));
    }
}
