using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors.Network.Firewall;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>Adapters, routes, neighbours, proxies, SMB, name resolution and Windows Firewall.</summary>
internal sealed class NetworkCollector : Collector
{
    private const string InternetSettings = @"Microsoft\Windows\CurrentVersion\Internet Settings";

    private static readonly CimQuery Adapters = new(
        "root/cimv2",
        "Win32_NetworkAdapter",
        new[] { "Index", "Name", "Description", "NetConnectionID", "NetConnectionStatus", "PNPDeviceID", "MACAddress" }
    );

    private static readonly CimQuery Configurations = new(
        "root/cimv2",
        "Win32_NetworkAdapterConfiguration",
        new[]
        {
            "Index",
            "IPEnabled",
            "IPAddress",
            "IPSubnet",
            "DefaultIPGateway",
            "DNSServerSearchOrder",
            "DHCPEnabled",
            "TcpipNetbiosOptions",
        }
    );

    private static readonly CimQuery Routes = new(
        "root/StandardCimv2",
        "MSFT_NetRoute",
        new[] { "DestinationPrefix", "NextHop", "RouteMetric", "InterfaceAlias", "InterfaceIndex", "Store" }
    );

    private static readonly CimQuery RouteTable = new(
        "root/cimv2",
        "Win32_IP4RouteTable",
        new[] { "Destination", "Mask", "NextHop", "Metric1", "InterfaceIndex" }
    );

    private static readonly CimQuery Neighbors = new(
        "root/StandardCimv2",
        "MSFT_NetNeighbor",
        new[] { "IPAddress", "LinkLayerAddress", "InterfaceAlias", "State", "Store" }
    );

    private static readonly CimCall SmbServer = Smb("MSFT_SmbServerConfiguration");
    private static readonly CimCall SmbClient = Smb("MSFT_SmbClientConfiguration");

    private static readonly RegistryQuery Server = new(
        RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters")
    )
    {
        Numbers = new[] { NetworkReader.Smb1, NetworkReader.Signing },
    };

    private static readonly RegistryQuery Client = new(
        RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services\LanmanWorkstation\Parameters")
    )
    {
        Numbers = new[] { NetworkReader.Signing },
    };

    private static readonly RegistryQuery Resolver = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows NT\DNSClient"))
    {
        Numbers = new[] { NetworkReader.Multicast },
    };

    private static readonly RegistryQuery ProxyPolicy = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\" + InternetSettings))
    {
        Numbers = new[] { ProxyReader.PerUser },
    };

    private static readonly RegistryQuery Edge = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Edge"))
    {
        Texts = new[] { ProxyReader.EdgeMode, ProxyReader.Server, ProxyReader.EdgeScript },
    };

    private static readonly RegistryKey MachineSettings = RegistryKey.LocalMachine(@"SOFTWARE\" + InternetSettings);

    public override string Area => "Network";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<NetworkFact>.Instance,
            FactType<AdapterFact>.Instance,
            FactType<RouteFact>.Instance,
            FactType<FirewallProfileFact>.Instance,
            FactType<FirewallRuleFact>.Instance,
            FactType<NeighborFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            Adapters.Info,
            Configurations.Info,
            Routes.Info,
            RouteTable.Info,
            Neighbors.Info,
            FirewallReader.Services.Info,
            new SourceInfo(SmbServer.Source, new[] { "EnableSMB1Protocol", NetworkReader.Signing }),
            new SourceInfo(SmbClient.Source, new[] { NetworkReader.Signing }),
            Server.Info,
            Client.Info,
            Resolver.Info,
            ProxyPolicy.Info,
            Edge.Info,
            ProxySettings(MachineSettings).Info,
            ProxySettings(RegistryKey.Users.Below(@"*\SOFTWARE\" + InternetSettings)).Info,
        }
            .Concat(FirewallKeys.Sources)
            .Concat(FirewallRuleClasses.Sources)
            .Concat(FirewallRuleKeys.Sources)
            .Concat(RemoteDesktopPorts.Sources)
            .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var adapters = collection.Source.QueryAsync(Adapters, token);
        var configurations = collection.Source.QueryAsync(Configurations, token);
        var server = AskSmbAsync(collection.Source, registry, SmbServer, Server, token);
        var client = AskSmbAsync(collection.Source, registry, SmbClient, Client, token);
        var resolver = registry.ReadAsync(Resolver, token);
        var proxies = AskProxiesAsync(registry, token);
        var neighbors = collection.Source.QueryAsync(Neighbors, token);
        var services = collection.Source.QueryAsync(FirewallReader.Services, token);
        var remoteDesktop = RemoteDesktopPorts.AskAsync(registry, token);
        var firewall = AskFirewallAsync(collection.Source, registry, token);
        var routes = await collection.Source.QueryAsync(Routes, token).ConfigureAwait(false);
        var table = routes is { Rows.Count: 0, Gap: not null }
            ? await collection.Source.QueryAsync(RouteTable, token).ConfigureAwait(false)
            : null;

        var routeFacts = RouteReader.Read(collection, routes, table);
        var answers = new NetworkAnswers(await adapters.ConfigureAwait(false), await configurations.ConfigureAwait(false), routeFacts)
        {
            Server = await server.ConfigureAwait(false),
            Client = await client.ConfigureAwait(false),
            Resolver = await resolver.ConfigureAwait(false),
            Proxies = await proxies.ConfigureAwait(false),
        };
        var (settings, classes, texts) = await firewall.ConfigureAwait(false);
        var profiles = FirewallReader.Read(collection, settings, await services.ConfigureAwait(false));
        return new FactSet[]
        {
            NetworkReader.Read(collection, answers),
            AdapterReader.Read(collection, answers.Adapters, answers.Configurations),
            routeFacts,
            profiles,
            FirewallRuleReader.Read(collection, classes, texts, await remoteDesktop.ConfigureAwait(false), profiles.Items),
            NeighborReader.Read(collection, await neighbors.ConfigureAwait(false)),
        };
    }

    private static CimCall Smb(string configuration) =>
        new("root/Microsoft/Windows/SMB", configuration, "GetConfiguration", new Dictionary<string, object?>());

    private static RegistryQuery ProxySettings(RegistryKey key) =>
        new(key) { Numbers = new[] { ProxyReader.Enable }, Texts = new[] { ProxyReader.Server, ProxyReader.Script } };

    /// <summary>The registry is a second choice: what absence means there depends on the Windows.</summary>
    private static async Task<SmbAnswer> AskSmbAsync(
        ICimSource source,
        Registry registry,
        CimCall call,
        RegistryQuery query,
        CancellationToken token
    )
    {
        var answer = await source.InvokeAsync(call, token).ConfigureAwait(false);
        return new SmbAnswer(
            answer,
            SmbReader.Output(answer) is null ? await registry.ReadAsync(query, token).ConfigureAwait(false) : null
        );
    }

    private static async Task<ProxyAnswers> AskProxiesAsync(Registry registry, CancellationToken token)
    {
        var policy = registry.ReadAsync(ProxyPolicy, token);
        var edge = registry.ReadAsync(Edge, token);
        var users = await registry.SubkeysAsync(RegistryKey.Users, token).ConfigureAwait(false);
        var keys = (users.Value ?? Array.Empty<string>())
            .Where(IsPerson)
            .Select(sid => RegistryKey.Users.Below($@"{sid}\SOFTWARE\{InternetSettings}"))
            .Prepend(MachineSettings);
        var settings = await Task.WhenAll(keys.Select(key => registry.ReadAsync(ProxySettings(key), token))).ConfigureAwait(false);
        return new ProxyAnswers(await policy.ConfigureAwait(false), await edge.ConfigureAwait(false), settings, users.Gap);
    }

    private static async Task<(FirewallAnswers[] Settings, FirewallRuleAnswers Classes, FirewallRuleTexts[] Texts)> AskFirewallAsync(
        ICimSource source,
        Registry registry,
        CancellationToken token
    )
    {
        var classes = FirewallRuleClasses.ReadAsync(source, token);
        var policies = await FirewallKeys.PoliciesAsync(registry, token).ConfigureAwait(false);
        var settings = FirewallKeys.ReadAsync(registry, policies, token);
        var texts = FirewallRuleKeys.ReadAsync(registry, policies, token);
        return (await settings.ConfigureAwait(false), await classes.ConfigureAwait(false), await texts.ConfigureAwait(false));
    }

    /// <summary>Local, domain and Entra accounts; not services, and not the _Classes halves of hives.</summary>
    private static bool IsPerson(string sid) =>
        (sid.StartsWith("S-1-5-21-", StringComparison.OrdinalIgnoreCase) || sid.StartsWith("S-1-12-1-", StringComparison.OrdinalIgnoreCase))
        && !sid.EndsWith("_Classes", StringComparison.OrdinalIgnoreCase);
}
