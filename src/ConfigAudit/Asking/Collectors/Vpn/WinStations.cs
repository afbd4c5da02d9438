using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>The listeners of Remote Desktop Services: the subkeys of WinStations.</summary>
/// <param name="Listeners">Each with its name.</param>
/// <param name="Gap">Why there may be others; null where there are none.</param>
internal sealed record WinStations(IReadOnlyList<(string Name, RegistryRow Values)> Listeners, Gap? Gap)
{
    /// <summary>The one that Windows makes.</summary>
    public const string Usual = "RDP-Tcp";

    public const string Enabled = "fEnableWinStation";
    public const string Prefix = "WdPrefix";

    private const string Rdp = "RDP";

    /// <summary>More than any host has.</summary>
    private const int Most = 32;

    /// <summary>The screen at the host itself, and what no session is opened by.</summary>
    private static readonly string[] NoListeners = { "Console", "Services" };

    /// <summary>Older recordings hold the usual listener alone: of others they say nothing, and no live host answers so.</summary>
    public static async Task<WinStations> AskAsync(
        Registry registry,
        RegistryKey key,
        Func<string, RegistryQuery> values,
        CancellationToken token
    )
    {
        var names = await registry.SubkeysAsync(key, token).ConfigureAwait(false);
        var others = (names.Value ?? Array.Empty<string>())
            .Where(name => !NoListeners.Append(Usual).Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToArray();
        var rows = await Task.WhenAll(
                others
                    .Take(Most)
                    .Prepend(Usual)
                    .Select(async name => (Name: name, Values: await registry.ReadAsync(values(name), token).ConfigureAwait(false)))
            )
            .ConfigureAwait(false);
        var gap =
            others.Length > Most
                ? new Gap(
                    GapKind.Unusable,
                    key.Source,
                    new LocalText(
                        $"リスナーが{others.Length}個あり、{Most}個を読んだ",
                        $"it has {others.Length} listeners; {Most} were read"
                    )
                )
            : names.Gap is null && !names.Value!.Contains(Usual, StringComparer.OrdinalIgnoreCase)
                ? new Gap(
                    GapKind.Unusable,
                    key.Source,
                    new LocalText($"{Usual} がない。どのWindowsでもあり得ない", $"it has no {Usual}, which no Windows is without")
                )
            : names.Gap?.Kind == GapKind.NotRecorded ? null
            : names.Gap;
        return new WinStations(rows.Where(row => row.Name == Usual || IsRdp(row.Values)).ToArray(), gap);
    }

    /// <summary>One that doesn't tell may be.</summary>
    private static bool IsRdp(RegistryRow values) =>
        values.TextOr(Prefix, Rdp).Value is not { } prefix || prefix.Equals(Rdp, StringComparison.OrdinalIgnoreCase);
}
