using System;
using System.Linq;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Network;

/// <summary>All that a host said of its network to the network fact.</summary>
internal static class NetworkReader
{
    public const string Multicast = "EnableMulticast";
    public const string Smb1 = "SMB1";
    public const string Signing = "RequireSecuritySignature";

    private const string Configuration = "root/cimv2:Win32_NetworkAdapterConfiguration";

    public static FactSet<NetworkFact> Read(Collection collection, NetworkAnswers answers)
    {
        var facts = new FactSetBuilder<NetworkFact>();
        var configurations = answers.Configurations;
        var adapters = Adapter.Join(answers.Adapters, configurations);
        var gateways = List(configurations, "DefaultIPGateway");
        var servers = ProxyReader.Servers(answers.Proxies!);
        var scripts = ProxyReader.Scripts(answers.Proxies!);
        var perUser = answers.Proxies!.Policy.Number(ProxyReader.PerUser);
        var multicast = answers.Resolver!.Number(Multicast);
        var smb1 = SmbReader.Read(answers.Server!, "EnableSMB1Protocol", Smb1);
        var serverSigning = SmbReader.Read(answers.Server!, Signing, Signing);
        var clientSigning = SmbReader.Read(answers.Client!, Signing, Signing);
        facts.Add(new NetworkFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{Configuration}; {string.Join("; ", answers.Proxies.Settings.Select(row => row.Source))}",
            IsDualHomed = Homing.IsDual(adapters, configurations.Gap),
            HasPublicAddress = HasPublicAddress(configurations),
            HasDefaultRoute = HasDefaultRoute(answers.Routes, gateways),
            DefaultGateways = gateways,
            DnsServers = List(configurations, "DNSServerSearchOrder"),
            ProxyServers = servers.Values,
            AutoConfigUrls = scripts.Values,
            ProxyPerUser = perUser.Flag(whenAbsent: true),
            Smb1Server = smb1.Value,
            SmbServerSigningRequired = serverSigning.Value,
            SmbClientSigningRequired = clientSigning.Value,
            // Unverified: that it is on where policy says nothing.
            LlmnrEnabled = multicast.Flag(whenAbsent: true),
            NetBiosEnabled = NetBios(configurations),
        });

        facts.Unread(
            configurations.Gap,
            nameof(NetworkFact.IsDualHomed), nameof(NetworkFact.HasPublicAddress), nameof(NetworkFact.DefaultGateways), nameof(NetworkFact.DnsServers), nameof(NetworkFact.NetBiosEnabled));
        facts.Unread(answers.Adapters.Gap, nameof(NetworkFact.IsDualHomed));
        facts.Unread(
            configurations.Gap is null ? new Gap(GapKind.Unusable, Configuration, "another network is on an adapter of software: a VPN, or a virtual switch") : null,
            nameof(NetworkFact.IsDualHomed));
        facts.Unread(
            configurations.Gap is null ? new Gap(GapKind.Unusable, Configuration, "the DHCP server decides on NetBIOS, and what it said isn't known") : null,
            nameof(NetworkFact.NetBiosEnabled));
        facts.Unread(answers.Routes.Gaps.FirstOrDefault(gap => gap.Property is null), nameof(NetworkFact.HasDefaultRoute));
        facts.Unread(servers.Gap, nameof(NetworkFact.ProxyServers));
        facts.Unread(scripts.Gap, nameof(NetworkFact.AutoConfigUrls));
        facts.Unread(perUser.GapIfUnread, nameof(NetworkFact.ProxyPerUser));
        facts.Unread(multicast.GapIfUnread, nameof(NetworkFact.LlmnrEnabled));
        facts.Unread(smb1.Gap, nameof(NetworkFact.Smb1Server));
        facts.Unread(serverSigning.Gap, nameof(NetworkFact.SmbServerSigningRequired));
        facts.Unread(clientSigning.Gap, nameof(NetworkFact.SmbClientSigningRequired));
        return facts.Build();
    }

    /// <summary>One that is seen is enough; that there is none takes all of them.</summary>
    private static bool? HasPublicAddress(CimAnswer configurations)
    {
        var addresses = configurations.Rows.SelectMany(row => row.Texts("IPAddress") ?? Enumerable.Empty<string>());
        var isPublic = addresses.Any(text => IPAddress.TryParse(text, out var address) && AddressRanges.IsPublic(address));
        return isPublic ? true : configurations.Gap is null ? false : null;
    }

    private static bool? HasDefaultRoute(FactSet<RouteFact> routes, string[]? gateways)
    {
        if (routes.Items.Any(route => route.IsDefault == true) || gateways?.Length > 0)
            return true;
        return routes.Gaps.Any(gap => gap.Property is null) || routes.Items.Any(route => route.IsDefault is null) ? null : false;
    }

    private static bool? NetBios(CimAnswer configurations)
    {
        var states = configurations.Rows.Where(row => row.Flag("IPEnabled") == true)
            .Select(row => (row.Number("TcpipNetbiosOptions"), row.Flag("DHCPEnabled")) switch
            {
                (1, _) or (0, false) => true,
                (2, _) => false,
                _ => (bool?)null,
            })
            .ToArray();
        if (states.Contains(true))
            return true;
        return configurations.Gap is not null || states.Contains(null) ? null : false;
    }

    private static string[]? List(CimAnswer configurations, string name)
    {
        if (configurations.Gap is not null)
            return null;
        return configurations.Rows.SelectMany(row => row.Texts(name) ?? Enumerable.Empty<string>())
            .Where(text => IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }
}
