using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Collectors.Accounts;
using ConfigAudit.Facts;
using ConfigAudit.Registers;
using ConfigAudit.Registers.Hosts;
using ConfigAudit.Registers.Rows;

namespace ConfigAudit.Aggregates;

/// <summary>
/// Tells who used an account at a moment: what hosts saw, joined with what people wrote down. A host tells which account was in use on it and never which person, so
/// without an entry of the log nobody can say.
/// </summary>
internal sealed class AccountUses
{
    private readonly RegisterSet _registers;
    private readonly string _account;
    private readonly DateTimeOffset _at;
    private readonly List<(Snapshot Host, AccountSession Session)> _seen = new();
    private readonly List<Snapshot> _hosts = new();

    public AccountUses(RegisterSet registers, string account, DateTimeOffset at) => (_registers, _account, _at) = (registers, account, at);

    /// <summary>Hosts whose sessions of that time weren't all read.</summary>
    public int Incomplete { get; private set; }

    public void Add(Snapshot host)
    {
        _hosts.Add(host with { Table = new FactTable(Array.Empty<FactSet>()) });
        if (host.Table.Set<LogonFact>().SetGaps.Any())
            Incomplete++;
        _seen.AddRange(AccountSessions.Of(host).Where(session => new AccountName(_account).Is(session.Account) && session.From <= _at && _at <= session.Until).Select(session => (_hosts[_hosts.Count - 1], session)));
    }

    public IEnumerable<AccountUseAnswer> Find()
    {
        var entries = _registers.Of<AccountUseFact>().Items.Where(use => new AccountName(_account).Is(use.Account!) && use.From - SharedUses.Tolerance <= _at && _at <= (use.To ?? DateTimeOffset.MaxValue - SharedUses.Tolerance) + SharedUses.Tolerance).ToArray();
        var answers = _seen.GroupBy(each => each.Host.ComputerName, StringComparer.OrdinalIgnoreCase)
            .Select(host => OnHost(host.First().Host, host.Select(each => each.Session).ToArray(), entries.Where(entry => Hostnames.IsOf(host.First().Host, entry.Host!)).ToArray()))
            .Concat(entries.Where(entry => !_seen.Any(each => Hostnames.IsOf(each.Host, entry.Host!))).GroupBy(entry => entry.Host!, StringComparer.OrdinalIgnoreCase).Select(host => LoggedOnly(host.Key, host.ToArray())))
            .ToArray();
        return answers.Length > 0 ? answers : new[]
        {
            Answer(string.Empty, AccountUseCertainty.NotSeen, Array.Empty<AccountUseFact>(), Array.Empty<string>(), _hosts.Count == 0
                ? "no host was looked at, and no entry of the log covers that moment"
                : $"none of {_hosts.Count} hosts tells of a use{(Incomplete > 0 ? $" ({Incomplete} couldn't tell all)" : string.Empty)}, and no entry of the log covers that moment"),
        };
    }

    private AccountUseAnswer OnHost(Snapshot host, AccountSession[] sessions, AccountUseFact[] entries)
    {
        var persons = Persons(entries);
        var owner = _registers.Of<RegisteredAccountFact>().Items.FirstOrDefault(account => account.Kind != RegisteredAccountKind.Shared && account.Persons!.Count == 1 && new AccountName(account.Account!).Is(_account));
        var answer = (persons.Length, owner) switch
        {
            (1, _) => Answer(host.ComputerName, AccountUseCertainty.Known, entries, persons, "the log of use has an entry of that person for this host and time"),
            (> 1, _) => Answer(host.ComputerName, AccountUseCertainty.SeveralPersons, entries, persons, "several people wrote that they used it on this host at that time"),
            (_, not null) => Answer(host.ComputerName, AccountUseCertainty.Known, entries, owner.Persons!, "the register says that the account belongs to that person alone") with { Source = owner.Source! },
            _ when _registers.Of<AccountUseFact>().SetGaps.Any() => Answer(host.ComputerName, AccountUseCertainty.NotRead, entries, persons, "it was in use, and the log of use couldn't be read: " + _registers.Of<AccountUseFact>().SetGaps.First().Message),
            _ => Answer(host.ComputerName, AccountUseCertainty.NotLogged, entries, persons, "it was in use, and no entry of the log covers it: who it was can't be known"),
        };
        return answer with { From = sessions.Min(session => session.From), Until = sessions.Max(session => session.Until) };
    }

    private AccountUseAnswer LoggedOnly(string host, AccountUseFact[] entries) => Persons(entries) is { Length: 1 } one
        ? Answer(host, AccountUseCertainty.LoggedOnly, entries, one, "that person wrote so; no session on that host was seen")
        : Answer(host, AccountUseCertainty.SeveralPersons, entries, Persons(entries), "several people wrote that they used it on this host at that time");

    private AccountUseAnswer Answer(string host, AccountUseCertainty certainty, IEnumerable<AccountUseFact> entries, IReadOnlyList<string> persons, string reason) => new()
    {
        Account = _account,
        At = _at,
        ComputerName = host,
        Answer = certainty,
        Persons = persons,
        Reason = reason,
        Source = string.Join("; ", entries.Select(entry => entry.Source)),
    };

    private static string[] Persons(IEnumerable<AccountUseFact> entries) => entries.Select(entry => entry.Person!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
}
