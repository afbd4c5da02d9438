using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network;

/// <summary>The two halves of an adapter: Win32_NetworkAdapter and Win32_NetworkAdapterConfiguration. One of them may be missing.</summary>
internal sealed record Adapter(CimRow? Hardware, CimRow? Configuration)
{
    private const long Connected = 2;

    /// <summary>The last that Win32_NetworkAdapter documents: credentials required.</summary>
    private const long LastStatus = 12;

    /// <summary>Enumerators of the plug-and-play manager whose devices are software, and Bluetooth.</summary>
    private static readonly string[] NoHardware = { "ROOT", "SWD", "BTH" };

    public bool? IsUp => Hardware?.Number("NetConnectionStatus") is { } status and >= 0 and <= LastStatus ? status == Connected : null;

    /// <summary>A connection that people see, or that has an address.</summary>
    public bool IsConnection => Hardware?.Number("NetConnectionStatus") is not null || Addressing.MayHaveAddresses(Configuration);

    /// <summary>The enumerator is what stands before the first backslash; a GUID is a bus of another driver's making.</summary>
    public bool? IsPhysical => Hardware?.Text("PNPDeviceID")?.Split('\\')[0] is { Length: > 0 } bus
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
