using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>At which ports Remote Desktop answers: what its listeners say (PortNumber), and the usual one all the same, since whoever moves
/// a listener may move it back.</summary>
/// <param name="Numbers">The ports that are known.</param>
/// <param name="Gap">Why there may be others; null where there are none, and for a recording made before this was asked.</param>
internal sealed record RemoteDesktopPorts(IReadOnlyList<int> Numbers, Gap? Gap)
{
    private const int Usual = 3389;

    private static readonly RegistryKey Stations = RegistryKey.LocalMachine(
        @"SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations"
    );

    public static IEnumerable<SourceInfo> Sources => new[] { new SourceInfo(Stations.Source, Array.Empty<string>()), Listener("*").Info };

    public static async Task<RemoteDesktopPorts> AskAsync(Registry registry, CancellationToken token)
    {
        var stations = await WinStations.AskAsync(registry, Stations, Listener, token).ConfigureAwait(false);
        var answers = stations.Listeners.Select(each => (each.Values.Source, Port: each.Values.Number(RemoteDesktopReader.Port))).ToArray();
        var gaps = answers.Select(each =>
            each.Port.Gap
            ?? (
                IsPort(each.Port.Value)
                    ? null
                    : new Gap(
                        GapKind.Unusable,
                        $"{each.Source}\\{RemoteDesktopReader.Port}",
                        new LocalText($"{each.Port.Value} はポート番号ではない", $"{each.Port.Value} is no port")
                    )
            )
        );
        var gap = gaps.Append(stations.Gap).FirstOrDefault(each => each is { Kind: not (GapKind.NotPresent or GapKind.NotRecorded) });
        return new RemoteDesktopPorts(
            answers.Where(each => IsPort(each.Port.Value)).Select(each => (int)each.Port.Value!.Value).Append(Usual).Distinct().ToArray(),
            gap
        );
    }

    private static bool IsPort(long? number) => number is > 0 and <= ushort.MaxValue;

    private static RegistryQuery Listener(string name) =>
        new(Stations.Below(name)) { Numbers = new[] { RemoteDesktopReader.Port }, Texts = new[] { WinStations.Prefix } };
}
