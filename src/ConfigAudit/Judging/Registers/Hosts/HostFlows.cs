using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

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
            var (row, isAllowed) = Find(host, registers, connection.ServerAddress, out var maybe);
            var found = new HostFlowFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? connection.Source : $"{connection.Source}; {row.Source}",
                Connection = connection.Name,
                AllUsers = connection.AllUsers,
                ServerAddress = connection.ServerAddress,
                IsAllowed = isAllowed,
                Line = row?.Line,
                Flow = row?.Name,
            };
            set.Add(found);
            Unread(set, found, maybe, nameof(HostFlowFact.IsAllowed));
        }

        foreach (var gap in connections.SetGaps)
            set.MayLack(gap, gap.Unseen is VpnConnectionFact unseen ? new HostFlowFact { AllUsers = unseen.AllUsers } : null);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostFlowFact.IsAllowed));
        Unread(set, host, nameof(HostFlowFact.IsAllowed), nameof(HostFlowFact.Line));
        return set.Build();
    }

    /// <summary>The row that leads from a host to an address, and whether it allows that; null where nobody knows.</summary>
    /// <param name="host">The host.</param>
    /// <param name="registers">The registers.</param>
    /// <param name="address">Where to.</param>
    /// <param name="maybe">Rows that may allow it, if what couldn't be read of them does.</param>
    public static (AllowedFlowFact? Row, bool? IsAllowed) Find(
        Snapshot host,
        RegisterSet registers,
        string? address,
        out AllowedFlowFact[] maybe
    )
    {
        maybe = Array.Empty<AllowedFlowFact>();
        if (address is null || host.Zone is null)
            return (null, null);
        var flows = registers.Of<AllowedFlowFact>().Items.Where(flow => MayLead(flow, host, address)).ToArray();
        // One that waits for approval doesn't undo one that has it.
        var row = flows
            .Where(flow => flow.Zone is not null && flow.To is not null && flow.From is not null && Begins(flow.From, host))
            .OrderByDescending(flow => flow.Approver?.Length > 0)
            .FirstOrDefault();
        if (row?.Approver?.Length > 0)
            return (row, true);
        maybe = flows
            .Where(flow => flow.Unread.Count > 0 && flow.Approver is not { Length: 0 } && (flow.From is null || Begins(flow.From, host)))
            .ToArray();
        var mayBegin = flows.Any(flow => FlowEnd.Parts(flow.From).Any(part => Hostnames.MayBeOf(host, part)));
        var isOpen = maybe.Any(flow => flow.Zone is null || flow.To is null || flow.From is null || flow.Approver is null);
        return (
            row,
            isOpen || (row is null && (mayBegin || registers.Lost<AllowedFlowFact>().Any(flow => MayLead(flow, host, address))))
                ? null
                : false
        );
    }

    private static bool MayLead(AllowedFlowFact flow, Snapshot host, string address) =>
        (flow.Zone is null || flow.Zone == host.Zone) && (flow.To is null || FlowEnd.LeadsTo(flow.To, address));

    /// <summary>The columns of a flow that decide whether it allows something.</summary>
    public static void Unread<T>(FactSetBuilder<T> set, T item, IEnumerable<AllowedFlowFact> maybe, string isAllowed)
        where T : Fact, new() =>
        Doubts.Unread(
            set,
            item,
            maybe,
            new[]
            {
                nameof(AllowedFlowFact.Zone),
                nameof(AllowedFlowFact.To),
                nameof(AllowedFlowFact.From),
                nameof(AllowedFlowFact.Approver),
            }
                .Select(column => (column, isAllowed))
                .ToArray()
        );

    /// <summary>Says why it isn't known whether a flow is allowed, and what carries it.</summary>
    public static void Unread<T>(FactSetBuilder<T> set, Snapshot host, string isAllowed, string line)
        where T : Fact, new()
    {
        if (host.Zone is null)
        {
            set.Unread(
                new Gap(
                    GapKind.NotCollected,
                    "Zone",
                    new LocalText("このホストの領域が示されていない", "nobody declared this host's zone")
                ),
                isAllowed
            );
        }

        Hostnames.Unread(set, host, isAllowed);
        set.Unread(
            new Gap(
                GapKind.NotCollected,
                "Flows",
                new LocalText("台帳に通信の手段がないか、その通信がない", "the register doesn't say what carries it, or doesn't have it")
            ),
            line
        );
    }

    /// <summary>A flow without a beginning is any host's of its zone.</summary>
    private static bool Begins(string source, Snapshot host) =>
        source.Length == 0
        || FlowEnd
            .Parts(source)
            .Any(part =>
                Hostnames.IsOf(host, part)
                || (
                    AddressRange.TryParse(part, out var range)
                    && host.IPAddresses.Any(text => IPAddress.TryParse(text, out var address) && range.Contains(address))
                )
            );
}
