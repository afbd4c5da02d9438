using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>Hosts as they answered, of what registers are held against.</summary>
internal static class Hosts
{
    public static readonly DateTimeOffset Nine = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(9));

    public static Snapshot Of(
        string name,
        Zone? zone = Zone.Lgwan,
        string[]? addresses = null,
        AccountFact[]? accounts = null,
        LogonFact[]? logons = null,
        LogonSessionFact[]? sessions = null,
        SoftwareFact[]? software = null,
        VpnConnectionFact[]? connections = null,
        Gap? gap = null
    ) =>
        new()
        {
            ComputerName = name,
            HostName = name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name,
            IPAddresses = addresses ?? Array.Empty<string>(),
            Zone = zone,
            CollectedAt = Nine.AddHours(8),
            Table = new FactTable(
                new FactSet[] { Set(accounts, gap), Set(logons, gap), Set(sessions, gap), Set(software, gap), Set(connections, gap) }
            ),
        };

    public static SoftwareFact Product(string name, string? publisher = null) =>
        new()
        {
            Name = name,
            Publisher = publisher ?? string.Empty,
            IsComponent = false,
            Source = "registry:Uninstall",
        };

    public static VpnConnectionFact Connection(string? server) =>
        new()
        {
            Name = "VPN",
            ServerAddress = server,
            Source = "wmi:vpn",
        };

    public static AccountFact Account(string? name, bool? enabled = true) =>
        new()
        {
            Name = name,
            Enabled = enabled,
            Source = "wmi:account",
        };

    /// <summary>A session of the shared account, by minutes after nine.</summary>
    public static LogonFact Logon(int from, int until, string account = "KYOYU01") =>
        new()
        {
            Domain = "CITY",
            Account = account,
            LogonId = "1",
            Kind = LogonKind.Interactive,
            StartedAt = Nine.AddMinutes(from),
            EndedAt = Nine.AddMinutes(until),
            Ending = LogonEnding.LoggedOff,
        };

    private static FactSet<T> Set<T>(IReadOnlyList<T>? items, Gap? gap)
        where T : Fact, new()
    {
        var set = new FactSetBuilder<T>();
        foreach (var item in items ?? Array.Empty<T>())
            set.Add(item);
        set.MayLack(gap);
        return set.Build();
    }
}
