using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Aggregates;
using Xunit;

namespace ConfigAudit.Tests.Judging.Aggregates;

/// <summary>One account on several hosts at the same time, over the snapshots of a fleet.</summary>
public sealed class SharedAccountTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void At_two_keyboards_at_once_is_at_two_places()
    {
        var found = Assert.Single(Find(Host("PC1", Logon(0, 60)), Host("PC2", Logon(30, 90))));
        Assert.Equal("CITY\\kyotsu", found.Account);
        Assert.Equal(new[] { SharedAccountEvidence.SimultaneousPlaces }, found.Evidence);
        Assert.Equal(new[] { "PC1", "PC2" }, found.ComputerNames);
        Assert.Equal((Nine.AddMinutes(30), Nine.AddMinutes(60)), (found.From!.Value, found.Until!.Value));
        Assert.Equal(2, found.Sessions.Count);
    }

    [Fact]
    public void One_after_the_other_is_one_person_moving() => Assert.Empty(Find(Host("PC1", Logon(0, 60)), Host("PC2", Logon(60, 90))));

    [Fact]
    public void Two_sessions_on_one_host_say_nothing() => Assert.Empty(Find(Host("PC1", Logon(0, 60), Logon(10, 50))));

    [Fact]
    public void Names_compare_without_regard_to_case() =>
        Assert.Single(Find(Host("PC1", Logon(0, 60)), Host("PC2", Logon(0, 60) with { Account = "KYOTSU", Domain = "city" })));

    [Fact]
    public void Local_accounts_of_one_name_are_different_accounts() =>
        Assert.Empty(Find(Host("PC1", Logon(0, 60) with { Domain = "PC1" }), Host("PC2", Logon(0, 60) with { Domain = "PC2" })));

    [Fact]
    public void A_session_opened_from_the_host_where_one_works_is_the_same_place() =>
        Assert.Empty(Find(Host("PC1", Logon(0, 60)), Host("SV1", Remote(10, 50, "10.0.0.1"))));

    [Fact]
    public void And_so_is_one_opened_out_of_that_one() =>
        Assert.Empty(Find(Host("PC1", Logon(0, 60)), Host("SV1", Remote(10, 50, "10.0.0.1")), Host("SV2", Remote(20, 40, "10.0.0.2"))));

    [Fact]
    public void A_session_left_open_after_its_place_was_left_is_the_same_place_still() =>
        Assert.Empty(Find(Host("PC1", Logon(0, 30)), Host("SV1", Remote(10, 90, "10.0.0.1")), Host("SV2", Remote(20, 80, "10.0.0.1"))));

    [Fact]
    public void Two_sessions_from_a_client_that_nobody_asked_are_one_place() =>
        Assert.Empty(Find(Host("SV1", Remote(0, 60, "10.9.9.9")), Host("SV2", Remote(10, 50, "10.9.9.9"))));

    [Fact]
    public void Two_sessions_from_different_clients_are_two() =>
        Assert.Equal(
            new[] { SharedAccountEvidence.SimultaneousPlaces },
            Assert.Single(Find(Host("SV1", Remote(0, 60, "10.9.9.8")), Host("SV2", Remote(10, 50, "10.9.9.9")))).Evidence
        );

    [Fact]
    public void Where_it_is_not_known_from_where_the_evidence_is_weaker() =>
        Assert.Equal(
            new[] { SharedAccountEvidence.SimultaneousSessions },
            Assert.Single(Find(Host("PC1", Open(0, LogonKind.Interactive)), Host("SV1", Open(10, LogonKind.RemoteInteractive)))).Evidence
        );

    [Fact]
    public void An_open_session_whose_logon_the_log_tells_lasts_until_the_host_was_asked()
    {
        var logon = Logon(0, null) with { LogonId = "7" };
        var asked = Host("PC1", new[] { logon }, Open(0, LogonKind.Interactive) with { LogonId = "7" });
        var found = Assert.Single(
            Find(asked with { CollectedAt = asked.CollectedAt!.Value.ToUniversalTime() }, Host("PC2", Logon(90, 100)))
        );
        Assert.Equal(2, found.Sessions.Count);
        // One clock, whatever the time zone of whoever asked.
        Assert.Equal("PC1 2026-11-16 09:00 - 2026-11-16 11:00", found.Sessions[0].ToString());
        Assert.Equal(SharedAccountEvidence.SimultaneousPlaces, Assert.Single(found.Evidence));
    }

    [Fact]
    public void A_logon_without_an_end_is_known_at_its_beginning_alone() =>
        Assert.Empty(Find(Host("PC1", Logon(0, null)), Host("PC2", Logon(10, 100))));

    [Fact]
    public void A_clock_that_is_wrong_is_put_right()
    {
        // PC2 is an hour behind: what it calls nine to half past nine is ten to half past ten.
        var late = Host("PC2", Logon(0, 30)) is var host ? host with { HostClock = host.CollectedAt!.Value.AddHours(-1) } : null!;
        Assert.Empty(Find(Host("PC1", Logon(0, 60)), late));
        Assert.Single(Find(Host("PC1", Logon(0, 90)), late));
    }

    [Fact]
    public void A_local_account_with_signs_is_named_with_its_host()
    {
        var account = new AccountFact { Name = "kyoyo01", IsSharedCandidate = true };
        var found = Assert.Single(
            Find(
                Host("PC1", Array.Empty<LogonFact>()) with
                {
                    Table = Table(Array.Empty<LogonFact>(), Array.Empty<LogonSessionFact>(), account),
                }
            )
        );
        Assert.Equal("PC1\\kyoyo01", found.Account);
        Assert.Equal(new[] { SharedAccountEvidence.AccountSigns }, found.Evidence);
        Assert.Null(found.From);
    }

    [Fact]
    public void Hosts_that_could_not_be_read_are_counted()
    {
        var accounts = new SharedAccounts();
        accounts.Add(Host("PC1", Logon(0, 60)));
        accounts.Add(new Snapshot { ComputerName = "PC2" });
        Assert.Equal((2, 1), (accounts.Count, accounts.Incomplete));
    }

    [Fact]
    public void Thousands_of_sessions_of_one_account_are_swept_and_not_multiplied()
    {
        var hosts = Enumerable.Range(0, 4000).Select(i => Host($"PC{i}", Logon(i, i + 1))).ToArray();
        Assert.Empty(Find(hosts));
    }

    private static List<SharedAccountCandidate> Find(params Snapshot[] snapshots)
    {
        var accounts = new SharedAccounts();
        foreach (var snapshot in snapshots)
            accounts.Add(snapshot);
        return accounts.Find().ToList();
    }

    private static Snapshot Host(string name, params LogonFact[] logons) => Host(name, logons, Array.Empty<LogonSessionFact>());

    private static Snapshot Host(string name, LogonSessionFact open) => Host(name, Array.Empty<LogonFact>(), open);

    private static Snapshot Host(string name, LogonFact[] logons, params LogonSessionFact[] open) =>
        new()
        {
            ComputerName = name,
            HostName = name,
            IPAddresses = new[]
            {
                name switch
                {
                    "PC1" => "10.0.0.1",
                    "SV1" => "10.0.0.2",
                    _ => "10.0.0.3",
                },
            },
            CollectedAt = Nine.AddMinutes(120),
            HostClock = Nine.AddMinutes(120),
            Table = Table(logons, open),
        };

    private static FactTable Table(LogonFact[] logons, LogonSessionFact[] open, params AccountFact[] accounts) =>
        new(
            new FactSet[]
            {
                new FactSet<LogonFact>(logons, Array.Empty<Gap>()),
                new FactSet<LogonSessionFact>(open, Array.Empty<Gap>()),
                new FactSet<AccountFact>(accounts, Array.Empty<Gap>()),
            }
        );

    private static LogonFact Logon(int from, int? until) =>
        new()
        {
            Domain = "CITY",
            Account = "kyotsu",
            Kind = LogonKind.Interactive,
            StartedAt = Nine.AddMinutes(from),
            EndedAt = until is { } end ? Nine.AddMinutes(end) : null,
            Ending = until is null ? LogonEnding.NotSeen : LogonEnding.LoggedOff,
            ClientAddresses = Array.Empty<string>(),
        };

    private static LogonFact Remote(int from, int until, string client) =>
        Logon(from, until) with
        {
            Kind = LogonKind.RemoteInteractive,
            ClientAddresses = new[] { client },
        };

    private static LogonSessionFact Open(int from, LogonKind kind) =>
        new()
        {
            Domain = "CITY",
            Account = "kyotsu",
            Kind = kind,
            StartedAt = Nine.AddMinutes(from),
        };
}
