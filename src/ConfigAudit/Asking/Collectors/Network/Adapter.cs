using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>The two halves of an adapter: Win32_NetworkAdapter and Win32_NetworkAdapterConfiguration. One of them may be missing.</summary>
internal sealed record Adapter(CimRow? Hardware, CimRow? Configuration)
{
    /// <summary>Connected, and authentication succeeded: what Win32_NetworkAdapter.NetConnectionStatus says of one that carries
    /// data.</summary>
    private static readonly long[] Up = { 2, 9 };

    /// <summary>Disconnected; hardware that isn't there, is switched off or broken; without a cable.</summary>
    private static readonly long[] Down = { 0, 4, 5, 6, 7 };

    /// <summary>Enumerators of the plug-and-play manager whose devices are software, and Bluetooth.</summary>
    private static readonly string[] NoHardware = { "ROOT", "SWD", "BTH" };

    /// <summary>Null for one that is on the way up or down, waits for credentials, or tells a number that nothing documents.</summary>
    public bool? IsUp =>
        Hardware?.Number("NetConnectionStatus") is not { } status ? null
        : Up.Contains(status) ? true
        : Down.Contains(status) ? false
        : null;

    /// <summary>A connection that people see, or that has an address.</summary>
    public bool IsConnection => Hardware?.Number("NetConnectionStatus") is not null || Addressing.MayHaveAddresses(Configuration);

    /// <summary>The enumerator is what stands before the first backslash; a GUID is a bus of another driver's making.</summary>
    public bool? IsPhysical =>
        Hardware?.Text("PNPDeviceID")?.Split('\\')[0] is { Length: > 0 } bus
            ? !NoHardware.Contains(bus, StringComparer.OrdinalIgnoreCase) && bus[0] != '{'
            : null;

    /// <summary>Joined on Index. A row that doesn't tell it stays alone.</summary>
    public static IReadOnlyList<Adapter> Join(CimAnswer adapters, CimAnswer configurations)
    {
        var rest = configurations.Rows.ToList();
        var joined = new List<Adapter>();
        foreach (var row in adapters.Rows)
        {
            var partner = row.Number("Index") is { } index ? rest.Find(other => other.Number("Index") == index) : null;
            if (partner is not null)
                rest.Remove(partner);
            joined.Add(new Adapter(row, partner));
        }

        joined.AddRange(rest.Select(row => new Adapter(null, row)));
        return joined;
    }
}
