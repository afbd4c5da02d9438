using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// The ways into and out of a host. Windows' own VPN connections come through the documented route: the static method PS_VpnConnection.Get,
/// once
/// for the all-user phonebook and once for the caller's. Other vendors' clients are known by the catalogue's drivers and services.
/// </summary>
internal sealed class VpnCollector : Collector
{
    private const string Namespace = "root/Microsoft/Windows/RemoteAccess/Client";

    private static readonly CimQuery Adapters = new(
        "root/cimv2",
        "Win32_NetworkAdapter",
        new[] { "Index", "Description", "ServiceName", "PNPDeviceID", "NetConnectionStatus" }
    );

    private static readonly CimQuery Services = new("root/cimv2", "Win32_Service", new[] { "Name", "State" });

    private static readonly CimQuery Rules = new(
        "root/StandardCimv2",
        "MSFT_NetConSecRule",
        new[] { "InstanceID", "DisplayName", "Enabled", "Mode", "InboundSecurity", "OutboundSecurity", "RemoteTunnelEndpoint" }
    );

    private static readonly RegistryQuery Policy = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services")
    )
    {
        Numbers = new[]
        {
            RemoteDesktopReader.Deny,
            RemoteDesktopReader.Nla,
            RemoteDesktopReader.Layer,
            RemoteDesktopReader.Encryption,
            RemoteDesktopReader.NoDrives,
            RemoteDesktopReader.NoClipboard,
            RemoteDesktopReader.Idle,
            RemoteDesktopReader.Disconnected,
            RemoteDesktopReader.Help,
            RemoteDesktopReader.HelpControl,
            RemoteDesktopReader.Unsolicited,
        },
    };

    private static readonly RegistryQuery Server = new(RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Control\Terminal Server"))
    {
        Numbers = new[] { RemoteDesktopReader.Deny },
    };

    private static readonly RegistryKey Stations = Server.Key.Below("WinStations");

    private static readonly RegistryQuery Assistance = new(RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Control\Remote Assistance"))
    {
        Numbers = new[] { RemoteDesktopReader.Help, RemoteDesktopReader.HelpControl },
    };

    public override string Area => "Vpn";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<VpnConnectionFact>.Instance,
            FactType<VpnClientFact>.Instance,
            FactType<RemoteDesktopFact>.Instance,
            FactType<IpsecRuleFact>.Instance,
            FactType<IpsecCryptoFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            new SourceInfo(
                Get(true).Source,
                new[]
                {
                    "Name",
                    "AllUserConnection",
                    "ServerAddress",
                    "ServerList",
                    "IPSecCustomPolicy",
                    "TunnelType",
                    "EncryptionLevel",
                    "AuthenticationMethod",
                    "SplitTunneling",
                    "RememberCredential",
                }
            ),
            Adapters.Info,
            Services.Info,
            Rules.Info,
            IpsecCryptoReader.MainMode.Info,
            IpsecCryptoReader.QuickMode.Info,
            Policy.Info,
            Server.Info,
            new SourceInfo(Stations.Source, Array.Empty<string>()),
            Listener("*").Info,
            Assistance.Info,
        };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var allUsers = collection.Source.InvokeAsync(Get(true), token);
        var callers = collection.Source.InvokeAsync(Get(false), token);
        var clients = collection.Catalogs.VpnClients;
        var adapters = collection.Source.QueryAsync(Adapters, token);
        var services = collection.Source.QueryNamedAsync(
            Services,
            "Name",
            clients.SelectMany(client => client.Services),
            NamedInstances.ServiceOfAll,
            token
        );
        var rules = collection.Source.QueryAsync(Rules, token);
        var mainMode = collection.Source.QueryAsync(IpsecCryptoReader.MainMode, token);
        var quickMode = collection.Source.QueryAsync(IpsecCryptoReader.QuickMode, token);
        var registry = new Registry(collection.Source);
        var policy = registry.ReadAsync(Policy, token);
        var server = registry.ReadAsync(Server, token);
        var listener = WinStations.AskAsync(registry, Stations, Listener, token);
        var assistance = registry.ReadAsync(Assistance, token);
        return new FactSet[]
        {
            VpnReader.Read(collection, await allUsers.ConfigureAwait(false), await callers.ConfigureAwait(false)),
            VpnClientReader.Read(collection, await adapters.ConfigureAwait(false), await services.ConfigureAwait(false)),
            RemoteDesktopReader.Read(
                collection,
                await policy.ConfigureAwait(false),
                await server.ConfigureAwait(false),
                await listener.ConfigureAwait(false),
                await assistance.ConfigureAwait(false)
            ),
            IpsecRuleReader.Read(collection, await rules.ConfigureAwait(false)),
            IpsecCryptoReader.Read(collection, await mainMode.ConfigureAwait(false), await quickMode.ConfigureAwait(false)),
        };
    }

    private static RegistryQuery Listener(string name) =>
        new(Stations.Below(name))
        {
            Numbers = new[]
            {
                RemoteDesktopReader.Nla,
                RemoteDesktopReader.Layer,
                RemoteDesktopReader.Encryption,
                RemoteDesktopReader.Port,
                WinStations.Enabled,
            },
            Texts = new[] { WinStations.Prefix },
        };

    private static CimCall Get(bool allUsers) =>
        new(Namespace, "PS_VpnConnection", "Get", new Dictionary<string, object?> { ["AllUserConnection"] = allUsers });
}
