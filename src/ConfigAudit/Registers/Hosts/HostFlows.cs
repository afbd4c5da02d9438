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
        set.RestsOn(connections, register);
        foreach (var connection in connections.Items)
        {
            var (row, isAllowed) = Find(host, register, connection.ServerAddress);
            set.Add(new HostFlowFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? connection.Source : $"{connection.Source}; {row.Source}",
                Connection = connection.Name,
                AllUsers = connection.AllUsers,
                ServerAddress = connection.ServerAddress,
                IsAllowed = isAllowed,
                Line = row?.Line,
                Flow = row?.Name,
            });
        }

        foreach (var gap in connections.SetGaps)
            set.MayLack(gap, gap.Unseen is VpnConnectionFact unseen ? new HostFlowFact { AllUsers = unseen.AllUsers } : null);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostFlowFact.IsAllowed));
        Explain(set, host, nameof(HostFlowFact.IsAllowed), nameof(HostFlowFact.Line));
        return set.Build();
    }

    /// <summary>The row that leads from a host to an address, and whether it allows that; null where nobody knows.</summary>
    public static (AllowedFlowFact? Row, bool? IsAllowed) Find(Snapshot host, FactSet<AllowedFlowFact> register, string? address)
    {
        if (address is null || host.Zone is null)
            return (null, null);
        var flows = register.Items.Where(flow => flow.Zone == host.Zone && FlowEnd.LeadsTo(flow.To!, address)).ToArray();
        // One that waits for approval doesn't undo one that has it.
        var row = flows.Where(flow => Begins(flow.From!, host)).OrderByDescending(flow => flow.Approver!.Length > 0).FirstOrDefault();
        var mayBegin = flows.Any(flow => FlowEnd.Parts(flow.From).Any(part => Hostnames.MayBeOf(host, part)));
        return (row, row is not null ? row.Approver!.Length > 0 : mayBegin || register.SetGaps.Any() ? null : false);
    }

    /// <summary>Says why it isn't known whether a flow is allowed, and what carries it.</summary>
    public static void Explain<T>(FactSetBuilder<T> set, Snapshot host, string isAllowed, string line)
        where T : Fact, new()
    {
        if (host.Zone is null)
            set.Unread(new Gap(GapKind.NotCollected, "Zone", "nobody declared this host's zone"), isAllowed);
        Hostnames.Explain(set, host, isAllowed);
        set.Unread(new Gap(GapKind.NotCollected, "Flows", "the register doesn't say what carries it, or doesn't have it"), line);
    }

    /// <summary>A flow without a beginning is any host's of its zone.</summary>
    private static bool Begins(string source, Snapshot host) =>
        source.Length == 0 || FlowEnd.Parts(source).Any(part => Hostnames.IsOf(host, part)
        || (AddressRange.TryParse(part, out var range) && host.IPAddresses.Any(text => IPAddress.TryParse(text, out var address) && range.Contains(address))));
}
