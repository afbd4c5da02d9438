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

    private const string ServiceSource = "root/cimv2:Win32_Service";

    public static FactSet<TimeSourceFact> Read(Collection collection, RegistryRow policy, RegistryRow own, CimAnswer service)
    {
        var facts = new FactSetBuilder<TimeSourceFact>();
        var kind = First(policy.Text(Kind), own.Text(Kind));
        var servers = First(policy.Text(Servers), own.Text(Servers));
        var state = service.Rows.Count > 0 ? service.Rows[0].Text("State") : null;
        facts.Add(new TimeSourceFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{policy.Source}; {own.Source}",
            Kind = Named(kind.Value),
            Servers = servers.Value is { } text ? Hosts(text) : servers.IsAbsent ? new List<string>() : null,
            IsRunning = state is not null ? state == "Running" : service.Gap is null ? false : null,
        });
        facts.Unread(kind.Gap ?? new Gap(GapKind.Unusable, own.Source, $"the type '{kind.Value}' isn't one that is known"), nameof(TimeSourceFact.Kind));
        facts.Unread(servers.GapIfUnread, nameof(TimeSourceFact.Servers));
        facts.Unread(service.Gap ?? new Gap(GapKind.Unusable, ServiceSource, "the host gave no state"), nameof(TimeSourceFact.IsRunning));
        return facts.Build();
    }

    /// <summary>Policy before the host's own. A policy that couldn't be read may say anything.</summary>
    private static RegistryAnswer<string> First(RegistryAnswer<string> policy, RegistryAnswer<string> own) => policy.IsAbsent ? own : policy;

    private static TimeSourceKind? Named(string? text) => text?.ToUpperInvariant() switch
    {
        "NOSYNC" => TimeSourceKind.None,
        "NTP" => TimeSourceKind.NtpServers,
        "NT5DS" => TimeSourceKind.Domain,
        "ALLSYNC" => TimeSourceKind.DomainAndNtpServers,
        _ => null,
    };

    /// <summary>"time.example,0x9 10.1.2.3,0x8": blanks between servers, flags behind a comma.</summary>
    private static string[] Hosts(string text) => text.Split(' ').Select(server => server.Split(',')[0].Trim()).Where(server => server.Length > 0).ToArray();
}
