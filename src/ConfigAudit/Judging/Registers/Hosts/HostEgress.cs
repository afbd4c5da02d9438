using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds the ways out of a host against the register of allowed flows.</summary>
internal static class HostEgress
{
    private static readonly char[] Separators = { ';', ' ', '\t', ',' };

    public static FactSet<HostEgressFact> Of(Snapshot host, RegisterSet registers)
    {
        var (networks, register) = (host.Table.Set<NetworkFact>(), registers.Of<AllowedFlowFact>());
        var set = new FactSetBuilder<HostEgressFact>();
        set.RestsOn(networks, register);
        foreach (var network in networks.Items)
        {
            foreach (
                var proxy in (network.ProxyServers ?? Array.Empty<string>()).SelectMany(Proxies).Distinct(StringComparer.OrdinalIgnoreCase)
            )
            {
                var (row, isAllowed) = HostFlows.Find(host, registers, proxy, out var maybe);
                var found = Way(host, network, EgressWay.Proxy, proxy) with
                {
                    Source = row is null ? network.Source : $"{network.Source}; {row.Source}",
                    IsAllowed = isAllowed,
                    Line = row?.Line,
                    Flow = row?.Name,
                };
                set.Add(found);
                HostFlows.Unread(set, found, maybe, nameof(HostEgressFact.IsAllowed));
            }

            foreach (var script in network.AutoConfigUrls ?? Array.Empty<string>())
                set.Add(Way(host, network, EgressWay.Script, script));
            if (network.HasDefaultRoute != false && network.ProxyServers is { Count: 0 } && network.AutoConfigUrls is { Count: 0 })
            {
                set.Add(
                    Way(
                        host,
                        network,
                        EgressWay.Route,
                        network.DefaultGateways is { Count: > 0 } gateways ? string.Join(", ", gateways) : "default route"
                    )
                );
            }

            foreach (
                var property in new[]
                {
                    (Name: nameof(NetworkFact.ProxyServers), IsRead: network.ProxyServers is not null),
                    (Name: nameof(NetworkFact.AutoConfigUrls), IsRead: network.AutoConfigUrls is not null),
                }.Where(each => !each.IsRead)
            )
            {
                set.MayLack(
                    networks.Gaps.FirstOrDefault(gap => gap.Property == property.Name)
                        ?? new Gap(
                            GapKind.NotSupported,
                            network.Source ?? "Network",
                            new LocalText("ホストが値を返さない", "the host reports no value")
                        )
                );
            }
        }

        foreach (var gap in networks.SetGaps)
            set.MayLack(gap);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostEgressFact.IsAllowed));
        HostFlows.Unread(set, host, nameof(HostEgressFact.IsAllowed), nameof(HostEgressFact.Line));
        set.Unread(
            new Gap(
                GapKind.NotSupported,
                "Network",
                new LocalText(
                    "スクリプトやルータの先はホストからは分からない。設定されている場所で確認してください",
                    "where a script or a router leads isn't seen on the host: look at it there"
                )
            ),
            nameof(HostEgressFact.IsAllowed)
        );
        return set.Build();
    }

    /// <summary>Of "http=proxy.example:8080;https=10.0.0.5:8080" the hosts.</summary>
    internal static IEnumerable<string> Proxies(string setting) =>
        setting
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(part =>
            {
                var server = part.Substring(part.IndexOf('=') + 1);
                var scheme = server.IndexOf("://", StringComparison.Ordinal);
                server = (scheme < 0 ? server : server.Substring(scheme + 3)).TrimEnd('/');
                if (server.StartsWith("[", StringComparison.Ordinal))
                    return server.Substring(1).Split(']')[0];
                // An address of IPv6 without brackets has no port.
                return server.IndexOf(':') == server.LastIndexOf(':') ? server.Split(':')[0] : server;
            })
            .Where(server => server.Length > 0);

    private static HostEgressFact Way(Snapshot host, NetworkFact network, EgressWay way, string target) =>
        new()
        {
            ComputerName = host.ComputerName,
            Source = network.Source,
            Way = way,
            Target = target,
        };
}
