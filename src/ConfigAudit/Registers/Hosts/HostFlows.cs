using System;
using System.Linq;
using System.Net;
using ConfigAudit.Collectors.Vpn;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Rows;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Holds a host's VPN connections against the register of allowed flows.</summary>
internal static class HostFlows
{
    public static FactSet<HostFlowFact> Of(Snapshot host, RegisterSet registers)
    {
        var (connections, register) = (host.Table.Set<VpnConnectionFact>(), registers.Of<AllowedFlowFact>());
        var set = new FactSetBuilder<HostFlowFact>();
        foreach (var connection in connections.Items)
        {
            var flows = connection.ServerAddress is null || host.Zone is null ? Array.Empty<AllowedFlowFact>() : register.Items.Where(flow => flow.Zone == host.Zone && Leads(flow.To!, connection.ServerAddress)).ToArray();
            // One that waits for approval doesn't undo one that has it.
            var row = flows.Where(flow => Begins(flow.From!, host)).OrderByDescending(flow => flow.Approver!.Length > 0).FirstOrDefault();
            var mayBegin = flows.Any(flow => Hostnames.MayBeOf(host, flow.From!));
            set.Add(new HostFlowFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? connection.Source : $"{connection.Source}; {row.Source}",
                Connection = connection.Name,
                AllUsers = connection.AllUsers,
                ServerAddress = connection.ServerAddress,
                IsAllowed = row is not null ? row.Approver!.Length > 0 : connection.ServerAddress is null || host.Zone is null || mayBegin || register.SetGaps.Any() ? null : false,
                Line = row?.Line,
            });
        }

        foreach (var gap in connections.SetGaps)
            set.MayLack(gap, gap.Unseen is VpnConnectionFact unseen ? new HostFlowFact { AllUsers = unseen.AllUsers } : null);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostFlowFact.IsAllowed));
        if (host.Zone is null)
            set.Unread(new Gap(GapKind.NotCollected, "Zone", "nobody declared this host's zone"), nameof(HostFlowFact.IsAllowed));
        Hostnames.Explain(set, host, nameof(HostFlowFact.IsAllowed));
        set.Unread(new Gap(GapKind.NotCollected, "Flows", "the register doesn't say what carries it, or doesn't have it"), nameof(HostFlowFact.Line));
        return set.Build();
    }

    private static bool Leads(string destination, string server) =>
        string.Equals(destination, server, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(server, out var address) && AddressRange.TryParse(destination, out var range) && range.Contains(address));

    /// <summary>A flow without a beginning is any host's of its zone.</summary>
    private static bool Begins(string source, Snapshot host) =>
        source.Length == 0 || Hostnames.IsOf(host, source)
        || (AddressRange.TryParse(source, out var range) && host.IPAddresses.Any(text => IPAddress.TryParse(text, out var address) && range.Contains(address)));
}
