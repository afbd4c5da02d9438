using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>Rows of Win32_NetworkAdapter and Win32_Service to the VPN clients that the catalogue knows.</summary>
internal static class VpnClientReader
{
    private const long Connected = 2;

    /// <summary>How the identifiers of devices begin that are no adapters of software, or are Windows' own.</summary>
    private static readonly string[] NoClients = { @"PCI\", @"USB\", @"VMBUS\", @"BTH\", @"ROOT\KDNIC\" };

    private const string AdapterSource = "root/cimv2:Win32_NetworkAdapter";
    private const string ServiceSource = "root/cimv2:Win32_Service";

    public static FactSet<VpnClientFact> Read(Collection collection, CimAnswer adapters, CimAnswer services)
    {
        var facts = new FactSetBuilder<VpnClientFact>();
        facts.RestsOn(AdapterSource, ServiceSource);
        adapters = Least.One(new LocalText("ネットワークアダプタ", "a network adapter")).Of(adapters, AdapterSource);
        foreach (var client in collection.Catalogs.VpnClients)
        {
            var itsAdapters = adapters.Rows.Where(row => Names(client.Adapters, row.Text("ServiceName"))).ToArray();
            var itsServices = services.Rows.Where(row => Names(client.Services, row.Text("Name"))).ToArray();
            if (itsAdapters.Length + itsServices.Length > 0)
            {
                facts.Add(
                    Client(collection, client, itsAdapters, itsServices) with
                    {
                        IsConnected = IsConnected(itsAdapters, adapters),
                        IsRunning = IsRunning(itsServices, services),
                    }
                );
            }
        }

        facts.MayLack(adapters.Gap);
        if (adapters.Rows.Any(IsUnplaced))
        {
            facts.MayLack(
                new Gap(
                    GapKind.Unusable,
                    AdapterSource,
                    new LocalText(
                        "ドライバの分からないアダプタがあり、VPNクライアントのものかもしれない",
                        "an adapter doesn't tell its driver, which may be a VPN client's"
                    )
                )
            );
        }

        facts.MayLack(services.Gap);
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                AdapterSource,
                new LocalText("カタログにあるVPNクライアントだけを調べた", "only the VPN clients of the catalogue were looked for")
            ),
            new VpnClientFact { IsListed = false, CatalogEdition = collection.Catalogs.VpnClients.Edition }
        );
        facts.Unread(
            adapters.Gap
                ?? new Gap(
                    GapKind.NotSupported,
                    AdapterSource,
                    new LocalText("接続状態を示す専用のアダプタがない", "no adapter of its own tells whether it is connected")
                ),
            nameof(VpnClientFact.IsConnected)
        );
        facts.Unread(
            services.Gap
                ?? new Gap(
                    GapKind.NotSupported,
                    ServiceSource,
                    new LocalText(
                        "カタログにあるサービスのどれからも、実行中か分からない",
                        "none of the services by which the catalogue knows it tells whether it runs"
                    )
                ),
            nameof(VpnClientFact.IsRunning)
        );
        facts.Unread(
            adapters.Gap
                ?? new Gap(GapKind.Unusable, AdapterSource, new LocalText("説明のないアダプタがある", "an adapter has no description")),
            nameof(VpnClientFact.Adapters)
        );
        return facts.Build();
    }

    /// <summary>
    /// Whether an adapter that doesn't tell its driver may be a client's. A card in a slot or at a port isn't, nor is the kernel
    /// debugger's: clients make
    /// adapters of software. Windows keeps adapters that were taken out, too: they have neither a driver nor a device, and say so.
    /// </summary>
    private static bool IsUnplaced(CimRow adapter)
    {
        if (adapter.Named("ServiceName") is not null)
            return false;
        return adapter.Named("PNPDeviceID") is { } device
            ? !NoClients.Any(bus => device.StartsWith(bus, StringComparison.OrdinalIgnoreCase))
            : !(adapter.Has("ServiceName") && adapter.Has("PNPDeviceID") && adapter["PNPDeviceID"] is null);
    }

    private static VpnClientFact Client(Collection collection, VpnClient client, CimRow[] adapters, CimRow[] services)
    {
        var evidence = new List<VpnClientEvidence>();
        if (adapters.Length > 0)
            evidence.Add(VpnClientEvidence.Adapter);
        if (services.Length > 0)
            evidence.Add(VpnClientEvidence.Service);
        return new VpnClientFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{AdapterSource}; {ServiceSource}",
            Name = client.Name,
            Vendor = client.Vendor,
            IsListed = true,
            CatalogEdition = collection.Catalogs.VpnClients.Edition,
            IsVerified = client.IsVerified,
            FoundBy = evidence,
            Adapters = adapters.Any(row => row.Text("Description") is null)
                ? null
                : adapters.Select(row => row.Text("Description")!).ToArray(),
        };
    }

    private static bool? IsConnected(CimRow[] adapters, CimAnswer answer)
    {
        var states = adapters.Select(row => row.Number("NetConnectionStatus")).ToArray();
        if (states.Contains(Connected))
            return true;
        return answer.Gap is not null || states.Length == 0 || states.Contains(null) ? null : false;
    }

    private static bool? IsRunning(CimRow[] services, CimAnswer answer)
    {
        var states = services.Select(row => row.Text("State")).ToArray();
        if (states.Contains("Running", StringComparer.OrdinalIgnoreCase))
            return true;
        return answer.Gap is not null || states.Length == 0 || states.Contains(null) ? null : false;
    }

    private static bool Names(IReadOnlyList<string> names, string? name) =>
        name is not null && names.Any(each => Wildcard.IsLike(name, each));
}
