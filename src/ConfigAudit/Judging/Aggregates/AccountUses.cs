using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Registers.Hosts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Aggregates;

/// <summary>
/// Tells who used an account at a moment: what hosts saw, joined with what people wrote down. A host tells which account was in use on it
/// and never which person, so
/// without an entry of the log nobody can say; and where a part of either wasn't read, nobody can say for certain.
/// </summary>
internal sealed class AccountUses
{
    private readonly FactSet<RegisteredAccountFact> _accounts;
    private readonly FactSet<AccountUseFact> _uses;
    private readonly HostIndex _known = new();
    private readonly string _account;
    private readonly DateTimeOffset _at;
    private readonly List<LookedAt> _hosts = new();

    /// <summary>The accounts that a register, the log or a host tells of, by their names without a domain.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public AccountUses(RegisterSet registers, string account, DateTimeOffset at)
    {
        (_accounts, _uses, _account, _at) = (registers.Of<RegisteredAccountFact>(), registers.Of<AccountUseFact>(), account, at);
        _names.UnionWith(
            _accounts
                .Items.Select(each => each.Account!)
                .Concat(_uses.Items.Select(use => use.Account!))
                .Select(name => new AccountName(name).Name)
        );
    }

    /// <summary>Why an answer of nothing may be that of another account than was meant: no register, log or host knows the name; null where
    /// one does.</summary>
    public LocalText? Unheard
    {
        get
        {
            var name = new AccountName(_account).Name;
            if (_names.Contains(name))
                return null;
            var near = Likeness.Nearest(name, _names.ToArray());
            return new LocalText(
                $"アカウント '{_account}' は、アカウント台帳にも利用記録にも、調べたホストにも見当たりません。{(near is null ? "名前を確認してください。" : $"'{near}' のことですか。")}",
                "No register, no log of use and no host that was looked at knows "
                    + $"the account '{_account}'{(near is null ? ": look at its name." : $"; is it '{near}'?")}"
            );
        }
    }

    /// <summary>Hosts whose sessions of that time weren't all read.</summary>
    public int Incomplete => _hosts.Count(host => host.Unread is not null);

    public void Add(Snapshot added)
    {
        _names.UnionWith(added.Table.Set<AccountFact>().Items.Select(each => each.Name).OfType<string>());
        _names.UnionWith(AccountSessions.Of(added).Select(session => new AccountName(session.Account).Name));
        // One machine under two of its names is one host.
        var host = _known.Add(added.Identity()) is { } known ? added with { ComputerName = known.Called } : added;
        _hosts.Add(
            new LookedAt(
                host with
                {
                    Table = new FactTable(Array.Empty<FactSet>()),
                },
                // One that may be the account asked for is told as well: the reason says that it may not.
                AccountSessions
                    .Of(host)
                    .Where(session => session.From <= _at && _at <= session.Until && MayBe(session.Account, Hostnames.Locally(host)))
                    .ToArray(),
                host.Table.Set<LogonFact>().SetGaps.Concat(host.Table.Set<LogonSessionFact>().SetGaps).FirstOrDefault()
            )
        );
    }

    public IEnumerable<AccountUseAnswer> Find()
    {
        var entries = _uses
            .Items.Where(use => use.From - SharedUses.Tolerance <= _at && _at <= use.Until + SharedUses.Tolerance)
            .Where(use => MayBe(use.Account!, Hostnames.Locally(use.Host!)))
            .ToArray();
        var seen = _hosts.Where(host => host.Sessions.Count > 0).ToArray();
        var onHosts = seen.GroupBy(host => host.Snapshot.ComputerName, StringComparer.OrdinalIgnoreCase)
            .Select(same =>
            {
                var first = same.First();
                var sessions = same.SelectMany(host => host.Sessions).ToArray();
                return OnHost(first, sessions, Array.FindAll(entries, entry => Hostnames.IsOf(first.Snapshot, entry.Host!)));
            });
        var loggedOnly = entries
            .Where(entry => !seen.Any(host => Hostnames.IsOf(host.Snapshot, entry.Host!)))
            .GroupBy(entry => Hostnames.Short(entry.Host!))
            .Select(LoggedOnly);
        var answers = onHosts.Concat(loggedOnly).ToArray();
        return answers.Length > 0 ? answers : new[] { Nowhere() };
    }

    private bool MayBe(string account, Func<string, bool?> locally) => new AccountName(_account).Is(account, locally) != false;

    private AccountUseAnswer OnHost(LookedAt seen, AccountSession[] sessions, AccountUseFact[] entries)
    {
        var host = seen.Snapshot;
        var persons = Persons(entries);
        var owners = Owners(host);
        var doubt = Doubt(
            seen.Unread,
            sessions.Select(session => session.Account).Concat(entries.Select(entry => entry.Account!)),
            Hostnames.Locally(host)
        );
        var answer = (persons.Length, owners.Length) switch
        {
            (1, _) => Certain(
                host.ComputerName,
                AccountUseCertainty.Known,
                entries,
                persons,
                new LocalText(
                    "利用記録に、このホストと日時についてその人の記入がある",
                    "the log of use has an entry of that person for this host and time"
                ),
                doubt
            ),
            (> 1, _) => Answer(host.ComputerName, AccountUseCertainty.SeveralPersons, entries, persons, Several),
            (_, 1) => Certain(
                host.ComputerName,
                AccountUseCertainty.Known,
                entries,
                owners[0].Persons!,
                new LocalText(
                    "台帳では、このアカウントはその人だけのものである",
                    "the register says that the account belongs to that person alone"
                ),
                doubt ?? First(_accounts)
            ) with
            {
                Source = owners[0].Source!,
            },
            _ when First(_uses) is { } unread => Answer(
                host.ComputerName,
                AccountUseCertainty.NotRead,
                entries,
                persons,
                new LocalText(
                    "使用されていたが、利用記録を読み取れない: " + unread.Ja,
                    "it was in use, and the log of use couldn't be read: " + unread.En
                )
            ),
            _ => Answer(
                host.ComputerName,
                AccountUseCertainty.NotLogged,
                entries,
                persons,
                new LocalText(
                    "使用されていたが、利用記録に該当する記入がなく、誰であったかは分からない",
                    "it was in use, and no entry of the log covers it: who it was can't be known"
                )
            ),
        };
        return answer with { From = sessions.Min(session => session.From), Until = sessions.Max(session => session.Until) };
    }

    /// <summary>The register's accounts of that name on that host that belong to one person alone.</summary>
    private RegisteredAccountFact[] Owners(Snapshot host) =>
        _accounts
            .Items.Where(account =>
                account.Kind is RegisteredAccountKind.Personal or RegisteredAccountKind.Administrator && account.Persons?.Count == 1
            )
            .Where(account =>
                new AccountName(account.Account!).Is(_account, Hostnames.Locally(host)) == true && HostAccounts.IsAllowed(account, host)
            )
            .ToArray();

    private AccountUseAnswer LoggedOnly(IEnumerable<AccountUseFact> same)
    {
        var entries = same.ToArray();
        var host = entries[0].Host!;
        return Persons(entries) is { Length: 1 } one
            ? Certain(
                host,
                AccountUseCertainty.LoggedOnly,
                entries,
                one,
                new LocalText(
                    "その人の記入があるが、このホストにセッションは見当たらない",
                    "that person wrote so; no session on that host was seen"
                ),
                Doubt(null, entries.Select(entry => entry.Account!), Hostnames.Locally(host))
            )
            : Answer(host, AccountUseCertainty.SeveralPersons, entries, Persons(entries), Several);
    }

    private AccountUseAnswer Nowhere()
    {
        var hosts =
            _hosts.Count == 0
                ? new LocalText("調べたホストがなく", "no host was looked at")
                : new LocalText(
                    $"{_hosts.Count}台のいずれにも使用の形跡がなく{(Incomplete > 0 ? $"（{Incomplete}台はすべてを読み取れていない）" : string.Empty)}",
                    $"none of {_hosts.Count} hosts tells of a use{(Incomplete > 0 ? $" ({Incomplete} couldn't tell all)" : string.Empty)}"
                );
        var (none, of) = (Array.Empty<AccountUseFact>(), Array.Empty<string>());
        return First(_uses) is { } unread
            ? Answer(
                string.Empty,
                AccountUseCertainty.NotRead,
                none,
                of,
                new LocalText(
                    $"{hosts.Ja}、利用記録も読み取れない: {unread.Ja}",
                    $"{hosts.En}, and the log of use couldn't be read: {unread.En}"
                )
            )
            : Answer(
                string.Empty,
                Incomplete > 0 ? AccountUseCertainty.NotRead : AccountUseCertainty.NotSeen,
                none,
                of,
                new LocalText($"{hosts.Ja}、利用記録にもその時点の記入がない", $"{hosts.En}, and no entry of the log covers that moment")
            );
    }

    /// <summary>Why it may have been somebody else; null for nothing.</summary>
    private LocalText? Doubt(Gap? host, IEnumerable<string> names, Func<string, bool?> locally) =>
        First(_uses) is { } log
            ? new LocalText("利用記録の一部を読み取れない: " + log.Ja, "a part of the log of use couldn't be read: " + log.En)
        : host is not null
            ? new LocalText(
                "ホストのログオンの一部を読み取れない: " + host.Told.Ja,
                "a part of the host's logons couldn't be read: " + host.Message
            )
        : names.FirstOrDefault(name => new AccountName(_account).Is(name, locally) is null) is { } maybe
            ? new LocalText(
                $"{maybe} がそのアカウントかどうかは、名前からは分からない",
                $"whether {maybe} is that account can't be told by its name"
            )
        : null;

    private static LocalText? First<T>(FactSet<T> set)
        where T : Fact, new() => set.SetGaps.FirstOrDefault()?.Told;

    private AccountUseAnswer Certain(
        string host,
        AccountUseCertainty certainty,
        IEnumerable<AccountUseFact> entries,
        IReadOnlyList<string> persons,
        LocalText reason,
        LocalText? doubt
    ) =>
        doubt is null
            ? Answer(host, certainty, entries, persons, reason)
            : Answer(host, AccountUseCertainty.Uncertain, entries, persons, LocalText.Join(new[] { reason, doubt }));

    private AccountUseAnswer Answer(
        string host,
        AccountUseCertainty certainty,
        IEnumerable<AccountUseFact> entries,
        IReadOnlyList<string> persons,
        LocalText reason
    ) =>
        new()
        {
            Account = _account,
            At = _at,
            ComputerName = host,
            Answer = certainty,
            Persons = persons,
            Reason = reason.ToString(),
            Source = string.Join("; ", entries.Select(entry => entry.Source)),
        };

    private static LocalText Several { get; } =
        new("この日時にこのホストで使用したという記入が複数の人にある", "several people wrote that they used it on this host at that time");

    private static string[] Persons(IEnumerable<AccountUseFact> entries) =>
        entries.Select(entry => entry.Person!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();

    /// <summary>A host that was looked at.</summary>
    /// <param name="Snapshot">Its names, without its facts.</param>
    /// <param name="Sessions">Those of that moment that may be the account's.</param>
    /// <param name="Unread">Why its sessions of that time weren't all read; null where they were.</param>
    private sealed record LookedAt(Snapshot Snapshot, IReadOnlyList<AccountSession> Sessions, Gap? Unread);
}
