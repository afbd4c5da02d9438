using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

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
        var gap = Addressing.GapOf(configurations);
        var gateways = List(configurations, "DefaultIPGateway");
        facts.Add(
            new NetworkFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{Configuration}; {string.Join("; ", answers.Proxies!.Settings.Select(row => row.Source))}",
                IsDualHomed = facts.Known(nameof(NetworkFact.IsDualHomed), IsDualHomed(answers, gap)),
                HasPublicAddress = facts.Known(nameof(NetworkFact.HasPublicAddress), HasPublicAddress(configurations, gap)),
                HasDefaultRoute = facts.Known(nameof(NetworkFact.HasDefaultRoute), HasDefaultRoute(answers.Routes, gateways)),
                DefaultGateways = facts.Known(nameof(NetworkFact.DefaultGateways), gateways),
                DnsServers = facts.Known(nameof(NetworkFact.DnsServers), List(configurations, "DNSServerSearchOrder")),
                ProxyServers = facts.Known(nameof(NetworkFact.ProxyServers), ProxyReader.Servers(answers.Proxies)),
                AutoConfigUrls = facts.Known(nameof(NetworkFact.AutoConfigUrls), ProxyReader.Scripts(answers.Proxies)),
                ProxyPerUser = facts.Known(
                    nameof(NetworkFact.ProxyPerUser),
                    answers.Proxies.Policy.Switch(ProxyReader.PerUser, whenAbsent: true)
                ),
                Smb1Server = facts.Known(nameof(NetworkFact.Smb1Server), SmbReader.Read(answers.Server!, "EnableSMB1Protocol", Smb1)),
                SmbServerSigningRequired = facts.Known(
                    nameof(NetworkFact.SmbServerSigningRequired),
                    SmbReader.Read(answers.Server!, Signing, Signing)
                ),
                SmbClientSigningRequired = facts.Known(
                    nameof(NetworkFact.SmbClientSigningRequired),
                    SmbReader.Read(answers.Client!, Signing, Signing)
                ),
                // Unverified: that it is on where policy says nothing.
                LlmnrEnabled = facts.Known(nameof(NetworkFact.LlmnrEnabled), answers.Resolver!.Switch(Multicast, whenAbsent: true)),
                NetBiosEnabled = facts.Known(nameof(NetworkFact.NetBiosEnabled), NetBios(configurations)),
            }
        );
        return facts.Build();
    }

    private static Reading<bool?> IsDualHomed(NetworkAnswers answers, Gap? gap) =>
        Reading<bool?>.Of(
            Homing.IsDual(Adapter.Join(answers.Adapters, answers.Configurations), gap),
            gap,
            answers.Adapters.Gap,
            gap is null
                ? new Gap(
                    GapKind.Unusable,
                    Configuration,
                    new LocalText(
                        "接続中のアダプタがないか、他のネットワークがソフトウェアのアダプタ（VPN、仮想スイッチ）、接続途中のもの、又はアドレスやマスクの示されないものにある: ",
                        "no adapter is up, or another network is on one of software (a VPN, a virtual switch), on one that is on its way up, or on one whose addresses or mask aren't told: "
                    ).Then(Homing.Describe(Adapter.Join(answers.Adapters, answers.Configurations)))
                )
                : null
        );

    /// <summary>One that is seen is enough; that there is none takes all of them.</summary>
    private static Reading<bool?> HasPublicAddress(CimAnswer configurations, Gap? gap) =>
        Addressing.Of(configurations, "IPAddress").Any(text => AddressRanges.IsPublic(IPAddress.Parse(text)))
            ? Reading<bool?>.Of(true)
            : Reading<bool?>.Of(gap is null ? false : null, gap);

    private static Reading<bool?> HasDefaultRoute(FactSet<RouteFact> routes, Reading<IReadOnlyList<string>> gateways)
    {
        if (routes.Items.Any(route => route.IsDefault == true) || gateways.Value?.Count > 0)
            return Reading<bool?>.Of(true);
        var gaps = routes
            .SetGaps.Concat(routes.Gaps.Where(gap => gap.Property == nameof(RouteFact.IsDefault)))
            .Select(gap => gap with { Property = null, Unseen = null })
            .ToArray();
        return Reading<bool?>.Of(gaps.Length == 0 ? false : null, gaps);
    }

    private static Reading<bool?> NetBios(CimAnswer configurations)
    {
        var unknown =
            configurations.Gap
            ?? new Gap(
                GapKind.Unusable,
                Configuration,
                new LocalText(
                    "NetBIOSはDHCPサーバの指示に従うが、その指示が分からないか、アダプタが示さない",
                    "the DHCP server decides on NetBIOS, and what it said isn't known, or an adapter doesn't tell"
                )
            );
        var states = configurations
            .Rows.Where(row => row.Flag("IPEnabled") != false)
            .Select(row =>
                Reading<bool?>.Of(
                    (row.Number("TcpipNetbiosOptions"), row.Flag("DHCPEnabled")) switch
                    {
                        (1, _) or (0, false) => row.Flag("IPEnabled"),
                        (2, _) => false,
                        _ => (bool?)null,
                    },
                    unknown
                )
            );
        return ReadingExtensions.Any(
            states.Append(Reading<bool?>.Of(configurations.Gap is null && configurations.Rows.Count > 0 ? false : null, unknown)).ToArray()
        );
    }

    /// <summary>Addresses that all adapters name together. What is no address may stand for one.</summary>
    private static Reading<IReadOnlyList<string>> List(CimAnswer configurations, string name)
    {
        var isOdd = configurations.Rows.Any(row => row.Slots(name)?.Any(text => !IPAddress.TryParse(text, out _)) == true);
        var gap =
            configurations.Gap
            ?? (
                isOdd
                    ? new Gap(
                        GapKind.Unusable,
                        Configuration,
                        new LocalText($"{name} にアドレスでないものがある", $"{name} has what is no address")
                    )
                : configurations.Rows.Count == 0 ? Addressing.GapOf(configurations)
                : null
            );
        return Reading<IReadOnlyList<string>>.Of(
            gap is null ? Addressing.Of(configurations, name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() : null,
            gap
        );
    }
}
