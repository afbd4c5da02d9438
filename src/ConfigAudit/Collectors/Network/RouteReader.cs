using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network;

/// <summary>Rows of MSFT_NetRoute, or of Win32_IP4RouteTable, to route facts.</summary>
internal static class RouteReader
{
    /// <summary>MSFT_NetRoute.Store: routes that are kept for the next start are listed beside those in force. Unverified: 0 persistent, 1 active.</summary>
    private const long Persistent = 0;

    private const string Modern = "root/StandardCimv2:MSFT_NetRoute";
    private const string Classic = "root/cimv2:Win32_IP4RouteTable";

    /// <summary>The second class is asked when the first gave nothing.</summary>
    public static FactSet<RouteFact> Read(Collection collection, CimAnswer routes, CimAnswer? table)
    {
        var facts = new FactSetBuilder<RouteFact>();
        foreach (var row in routes.Rows.Where(row => row.Number("Store") != Persistent))
        {
            var destination = row.Text("DestinationPrefix");
            facts.Add(new RouteFact
            {
                ComputerName = collection.ComputerName,
                Source = Modern,
                Destination = destination,
                NextHop = row.Text("NextHop"),
                Metric = row.Number("RouteMetric"),
                Interface = row.Text("InterfaceAlias"),
                InterfaceIndex = row.Number("InterfaceIndex"),
                IsDefault = destination is null ? null : destination is "0.0.0.0/0" or "::/0",
            });
        }

        foreach (var row in table?.Rows ?? Enumerable.Empty<CimRow>())
            facts.Add(FromTable(collection, row));

        facts.MayLack(table is null ? routes.Gap : table.Gap ?? new Gap(GapKind.NotSupported, Classic, "it knows no IPv6"));
        facts.Unread(new Gap(GapKind.NotSupported, Classic, "the class doesn't tell"), nameof(RouteFact.Interface));
        facts.Unread(new Gap(GapKind.Unusable, Classic, "it has no network, or no mask"), nameof(RouteFact.Destination), nameof(RouteFact.IsDefault));
        return facts.Build();
    }

    private static RouteFact FromTable(Collection collection, CimRow row)
    {
        var length = row.Text("Mask") is { } mask ? Ipv4Network.PrefixLength(mask) : null;
        var network = row.Text("Destination");
        return new RouteFact
        {
            ComputerName = collection.ComputerName,
            Source = Classic,
            Destination = network is null || length is null ? null : $"{network}/{length}",
            NextHop = row.Text("NextHop"),
            Metric = row.Number("Metric1"),
            InterfaceIndex = row.Number("InterfaceIndex"),
            IsDefault = network is null || length is null ? null : network == "0.0.0.0" && length == 0,
        };
    }
}
