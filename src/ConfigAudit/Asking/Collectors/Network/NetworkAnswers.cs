using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>What a host answered of which the network fact is made.</summary>
internal sealed record NetworkAnswers(CimAnswer Adapters, CimAnswer Configurations, FactSet<RouteFact> Routes)
{
    public SmbAnswer? Server { get; init; }

    public SmbAnswer? Client { get; init; }

    /// <summary>The DNSClient policy.</summary>
    public RegistryRow? Resolver { get; init; }

    public ProxyAnswers? Proxies { get; init; }
}

/// <summary>SMB's configuration by the documented method, and by the registry where that said nothing.</summary>
internal sealed record SmbAnswer(CimAnswer Call, RegistryRow? Registry);

/// <summary>Where proxies are set.</summary>
/// <param name="Policy">Whether each person has settings of their own.</param>
/// <param name="Edge">Edge's policies.</param>
/// <param name="Settings">Internet Settings: the machine's, and those of the people who are logged on.</param>
/// <param name="UsersGap">Why the list of people isn't known.</param>
internal sealed record ProxyAnswers(RegistryRow Policy, RegistryRow Edge, IReadOnlyList<RegistryRow> Settings, Gap? UsersGap);
