using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Logging;

/// <summary>W32Time's parameters and its service to the time source.</summary>
internal static class TimeSourceReader
{
    public const string Kind = "Type";
    public const string Servers = "NtpServer";
    public const string Service = "W32Time";

    public static FactSet<TimeSourceFact> Read(Collection collection, RegistryRow policy, RegistryRow own, CimAnswer services)
    {
        var facts = new FactSetBuilder<TimeSourceFact>();
        var service = new ServiceState(services, Service);
        var kind = First(Kind, policy, own).Then(
            text => Named(text), new Gap(GapKind.Unusable, own.Source, $"the type '{policy.Text(Kind).Value ?? own.Text(Kind).Value}' isn't one that is known"));
        var servers = First(Servers, policy, own).Then(Hosts);
        facts.Add(new TimeSourceFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{policy.Source}; {own.Source}; root/cimv2:Win32_Service",
            SetsClock = facts.Known(nameof(TimeSourceFact.SetsClock), ReadingExtensions.All(NamesSource(kind, servers), service.IsDisabled.Not())),
            Kind = facts.Known(nameof(TimeSourceFact.Kind), kind),
            Servers = facts.Known(nameof(TimeSourceFact.Servers), servers),
            IsRunning = facts.Known(nameof(TimeSourceFact.IsRunning), service.IsRunning),
            IsDisabled = facts.Known(nameof(TimeSourceFact.IsDisabled), service.IsDisabled),
        });
        return facts.Build();
    }

    /// <summary>Servers that are to be named and aren't are no source. Those of a domain aren't named here.</summary>
    private static Reading<bool?> NamesSource(Reading<TimeSourceKind?> kind, Reading<IReadOnlyList<string>> servers) => kind.Value switch
    {
        TimeSourceKind.None => Reading<bool?>.Of(false),
        TimeSourceKind.NtpServers => servers.Then<bool?>(names => names.Count > 0),
        _ => kind.Then<bool?>(_ => true),
    };

    /// <summary>Policy before the host's own; a blank one sets nothing. A policy that couldn't be read may say anything.</summary>
    private static Reading<string> First(string name, RegistryRow policy, RegistryRow own)
    {
        var set = policy.TextOr(name, string.Empty);
        return set.Value is { Length: 0 } ? own.TextOr(name, string.Empty) : set;
    }

    private static TimeSourceKind? Named(string text) => text.ToUpperInvariant() switch
    {
        "NOSYNC" => TimeSourceKind.None,
        "NTP" => TimeSourceKind.NtpServers,
        "NT5DS" => TimeSourceKind.Domain,
        "ALLSYNC" => TimeSourceKind.DomainAndNtpServers,
        _ => null,
    };

    /// <summary>"time.example,0x9 10.1.2.3,0x8": blanks between servers, flags behind a comma.</summary>
    private static IReadOnlyList<string> Hosts(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(server => server.Split(',')[0].Trim()).Where(server => !RegistryReadings.IsBlank(server)).ToArray();
}
