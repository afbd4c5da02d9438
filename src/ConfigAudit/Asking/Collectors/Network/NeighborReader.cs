using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>Rows of MSFT_NetNeighbor to neighbour facts.</summary>
internal static class NeighborReader
{
    private const string Source = "root/StandardCimv2:MSFT_NetNeighbor";

    /// <summary>MSFT_NetNeighbor.Store: what is kept for the next start stands beside what is in force. Unverified, as with routes: 0
    /// persistent, 1 active.</summary>
    private const long Persistent = 0;

    private static readonly Gap NoValue = new(GapKind.Unusable, Source, new LocalText("値の応答がない", "the host gave no value"));

    public static FactSet<NeighborFact> Read(Collection collection, CimAnswer neighbors)
    {
        var facts = new FactSetBuilder<NeighborFact>();
        foreach (var row in neighbors.Rows.Where(row => row.Number("Store") != Persistent))
        {
            var hardware = Hardware(row.Text("LinkLayerAddress"));
            var state = row.Member<NeighborState>("State");
            if (
                IsForMany(row.Text("IPAddress"))
                || IsForMany(hardware)
                || (hardware is { Length: 0 } && state is NeighborState.Unreachable or NeighborState.Incomplete)
            )
            {
                continue;
            }

            facts.Add(
                new NeighborFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Address = facts.Known(nameof(NeighborFact.Address), Reading<string>.Of(row.Text("IPAddress"), NoValue)),
                    MacAddress = facts.Known(
                        nameof(NeighborFact.MacAddress),
                        Reading<string>.Of(
                            hardware is null ? null : BitConverter.ToString(hardware).Replace('-', ':'),
                            new Gap(
                                GapKind.Unusable,
                                Source,
                                new LocalText("MACアドレスを解釈できない", "the MAC address can't be understood")
                            )
                        )
                    ),
                    Interface = facts.Known(nameof(NeighborFact.Interface), Reading<string>.Of(row.Text("InterfaceAlias"), NoValue)),
                    State = facts.Known(
                        nameof(NeighborFact.State),
                        Reading<NeighborState?>.Of(
                            state,
                            new Gap(
                                GapKind.Unusable,
                                Source,
                                new LocalText("文書にある状態の応答がない", "the host tells no state that there is")
                            )
                        )
                    ),
                }
            );
        }

        facts.MayLack(neighbors.Gap);
        return facts.Build();
    }

    /// <summary>Multicast, broadcast and loopback.</summary>
    private static bool IsForMany(string? text) =>
        IPAddress.TryParse(text ?? string.Empty, out var address)
        && (
            IPAddress.IsLoopback(address)
            || address.IsIPv6Multicast
            || address.Equals(IPAddress.Broadcast)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] is >= 224 and <= 239)
        );

    /// <summary>The lowest bit of the first byte tells that it is a group's (IEEE 802); all ones is everybody's.</summary>
    private static bool IsForMany(byte[]? hardware) => hardware is { Length: > 0 } && (hardware[0] & 1) == 1;

    /// <summary>"00-15-5D-01-02-03". Empty for none, which is also written as zeros; null for what is no such address.</summary>
    private static byte[]? Hardware(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Array.Empty<byte>();
        var bytes = text!
            .Split('-', ':')
            .Select(part =>
                part.Length == 2 && byte.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var each)
                    ? each
                    : (byte?)null
            )
            .ToArray();
        if (bytes.Any(each => each is null))
            return null;
        return bytes.All(each => each == 0) ? Array.Empty<byte>() : bytes.Select(each => each!.Value).ToArray();
    }
}
