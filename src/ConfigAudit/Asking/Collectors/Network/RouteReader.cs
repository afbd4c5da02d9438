using System.Globalization;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>Rows of MSFT_NetRoute, or of Win32_IP4RouteTable, to route facts.</summary>
internal static class RouteReader
{
    /// <summary>MSFT_NetRoute.Store: routes that are kept for the next start are listed beside those in force. Unverified: 0 persistent, 1
    /// active.</summary>
    private const long Persistent = 0;

    private const string Modern = "root/StandardCimv2:MSFT_NetRoute";
    private const string Classic = "root/cimv2:Win32_IP4RouteTable";

    /// <summary>The second class is asked when the first gave nothing.</summary>
    public static FactSet<RouteFact> Read(Collection collection, CimAnswer routes, CimAnswer? table)
    {
        var facts = new FactSetBuilder<RouteFact>();
        var nothing = new Gap(GapKind.Unusable, Modern, new LocalText("使える値の応答がない", "the host gave no value that can be used"));
        foreach (var row in routes.Rows.Where(row => row.Number("Store") != Persistent))
        {
            var destination = Reading<string>.Of(Text(row, "DestinationPrefix"), nothing);
            facts.Add(
                new RouteFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Modern,
                    Destination = facts.Known(nameof(RouteFact.Destination), destination),
                    NextHop = facts.Known(nameof(RouteFact.NextHop), Reading<string>.Of(Text(row, "NextHop"), nothing)),
                    Metric = facts.Known(nameof(RouteFact.Metric), Reading<long?>.Of(row.Number("RouteMetric"), nothing)),
                    Interface = facts.Known(nameof(RouteFact.Interface), Reading<string>.Of(row.Text("InterfaceAlias"), nothing)),
                    InterfaceIndex = facts.Known(
                        nameof(RouteFact.InterfaceIndex),
                        Reading<long?>.Of(row.Number("InterfaceIndex"), nothing)
                    ),
                    IsDefault = facts.Known(nameof(RouteFact.IsDefault), destination.Then(IsDefault, nothing)),
                }
            );
        }

        foreach (var row in table?.Rows ?? Enumerable.Empty<CimRow>())
            facts.Add(FromTable(facts, collection, row));

        facts.MayLack(
            table is null
                ? routes.Gap ?? NoRoutes(routes)
                : table.Gap ?? new Gap(GapKind.NotSupported, Classic, new LocalText("IPv6を扱わないクラス", "it knows no IPv6"))
        );
        return facts.Build();
    }

    /// <summary>Every Windows has routes to itself.</summary>
    private static Gap? NoRoutes(CimAnswer routes) =>
        routes.Rows.Count == 0
            ? new Gap(
                GapKind.Unusable,
                Modern,
                new LocalText("経路が1つもない。あり得ない応答である", "the host told of no route at all, which can't be true")
            )
            : null;

    private static string? Text(CimRow row, string name) => string.IsNullOrWhiteSpace(row.Text(name)) ? null : row.Text(name);

    /// <summary>Everywhere is a prefix of no bits. Null for what is no prefix.</summary>
    private static bool? IsDefault(string destination)
    {
        var parts = destination.Split('/');
        return
            parts.Length == 2
            && IPAddress.TryParse(parts[0], out _)
            && byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length == 0
            : null;
    }

    private static RouteFact FromTable(FactSetBuilder<RouteFact> facts, Collection collection, CimRow row)
    {
        var nothing = new Gap(GapKind.Unusable, Classic, new LocalText("値の応答がない", "the host gave no value"));
        var length = row.Text("Mask") is { } mask ? AddressRange.PrefixLength(mask) : null;
        var network = Reading<string>.Of(
            length is null ? null : Text(row, "Destination"),
            new Gap(GapKind.Unusable, Classic, new LocalText("ネットワーク又はマスクがない", "it has no network, or no mask"))
        );
        return new RouteFact
        {
            ComputerName = collection.ComputerName,
            Source = Classic,
            Destination = facts.Known(nameof(RouteFact.Destination), network.Then(each => $"{each}/{length}")),
            NextHop = facts.Known(nameof(RouteFact.NextHop), Reading<string>.Of(Text(row, "NextHop"), nothing)),
            Metric = facts.Known(nameof(RouteFact.Metric), Reading<long?>.Of(row.Number("Metric1"), nothing)),
            Interface = facts.Known(
                nameof(RouteFact.Interface),
                Reading<string>.Unknown(
                    new Gap(GapKind.NotSupported, Classic, new LocalText("このクラスでは示されない", "the class doesn't tell"))
                )
            ),
            InterfaceIndex = facts.Known(nameof(RouteFact.InterfaceIndex), Reading<long?>.Of(row.Number("InterfaceIndex"), nothing)),
            IsDefault = facts.Known(nameof(RouteFact.IsDefault), network.Then<bool?>(_ => length == 0)),
        };
    }
}
