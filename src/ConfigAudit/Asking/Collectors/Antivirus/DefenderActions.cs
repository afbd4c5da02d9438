using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// What MSFT_MpPreference has Microsoft Defender do with a threat that it finds, by the threat's severity (Microsoft Learn,
/// "MSFT_MpPreference class", …ThreatDefaultAction, 2026-11). 0 leaves it to the definitions.
/// </summary>
internal static class DefenderActions
{
    /// <summary>Of a severity that takes harm with it. What is let be of low threats is a matter of judgement.</summary>
    public static readonly IReadOnlyList<string> Names = new[]
    {
        "SevereThreatDefaultAction",
        "HighThreatDefaultAction",
        "ModerateThreatDefaultAction",
    };

    /// <summary>Actions that let a threat be.</summary>
    private static readonly Dictionary<long, string> Idle = new() { [6] = "Allow", [9] = "NoAction" };

    /// <summary>Why it may find threats and let them be; null where nothing says so. What isn't told is the definitions' choice.</summary>
    public static Gap? Doubt(CimAnswer preference)
    {
        var set = preference
            .Rows.SelectMany(row => Names.Select(name => (Name: name, Action: row.Number(name))))
            .Where(each => each.Action is { } action && Idle.ContainsKey(action))
            .Select(each => $"{each.Name}={each.Action} ({Idle[each.Action!.Value]})")
            .Distinct()
            .ToArray();
        return set.Length == 0
            ? null
            : new Gap(
                GapKind.Unusable,
                DefenderSettingsReader.PreferenceSource,
                new LocalText(
                    $"{string.Join("、", set)} の設定により、見つけた脅威が処理されない",
                    $"{string.Join(" and ", set)} has it let the threats be that it finds"
                )
            );
    }
}
