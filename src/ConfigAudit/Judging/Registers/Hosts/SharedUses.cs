using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Joins the sessions of shared accounts on a host with the log of their use, by account, host and time.</summary>
internal static class SharedUses
{
    /// <summary>People write times down by their own watches, before they log on and after they log off.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public static FactSet<SharedUseFact> Of(Snapshot host, RegisterSet registers)
    {
        var (accounts, uses) = (registers.Of<RegisteredAccountFact>(), registers.Of<AccountUseFact>());
        var locally = Hostnames.Locally(host);
        var shared = accounts
            .Items.Where(account => account.Kind == RegisteredAccountKind.Shared)
            .Select(account => new AccountName(account.Account!))
            .ToArray();
        // What was left out of the log may name somebody else for the same time, unless it is of another host.
        var mayName = registers
            .Lost<AccountUseFact>()
            .Any(use => use.Host is null || Hostnames.IsOf(host, use.Host) || Hostnames.MayBeOf(host, use.Host));
        var maybeShared = accounts.Items.Where(account => account.Kind is null).ToArray();
        var maybe = uses.Items.Where(use => Hostnames.IsOf(host, use.Host!) || Hostnames.MayBeOf(host, use.Host!)).ToArray();
        var set = new FactSetBuilder<SharedUseFact>();
        set.RestsOn(accounts, uses, host.Table.Set<LogonSessionFact>(), host.Table.Set<LogonFact>());
        foreach (var session in AccountSessions.Of(host))
        {
            var unclear = maybeShared.Where(account => new AccountName(account.Account!).Is(session.Account, locally) != false).ToArray();
            var isShared = Kleene.Any(
                shared.Select(account => account.Is(session.Account, locally)).Concat(unclear.Select(_ => (bool?)null))
            );
            if (isShared == false)
                continue;
            var near = maybe
                .Where(use => use.From < session.Until.Plus(Tolerance) && use.Until > session.From.Plus(-Tolerance))
                .Select(use => (Use: use, Is: new AccountName(use.Account!).Is(session.Account, locally)))
                .Where(each => each.Is != false)
                .ToArray();
            var entries = near.Where(each =>
                    each.Is == true && Hostnames.IsOf(host, each.Use.Host!) && !each.Use.IsUnread(nameof(AccountUseFact.To))
                )
                .Select(each => each.Use)
                .ToArray();
            var isOpen = isShared is null || mayName;
            var isLogged = Covers(entries, session);
            var found = new SharedUseFact
            {
                ComputerName = host.ComputerName,
                Source = string.Join("; ", entries.Select(entry => entry.Source)),
                Account = session.Account,
                From = session.From,
                Until = session.Until,
                IsLogged =
                    isOpen ? null
                    : isLogged ? true
                    : near.Length > entries.Length ? null
                    : false,
                Persons = entries.Select(entry => entry.Person!).Distinct().ToArray(),
            };
            set.Add(found);
            Doubts.Unread(set, found, unclear, (nameof(RegisteredAccountFact.Kind), nameof(SharedUseFact.IsLogged)));
            Doubts.Unread(set, found, near.Select(each => each.Use), (nameof(AccountUseFact.To), nameof(SharedUseFact.IsLogged)));
        }

        foreach (var gap in uses.SetGaps)
            set.Unread(gap, nameof(SharedUseFact.IsLogged));
        Hostnames.Unread(set, host, nameof(SharedUseFact.IsLogged));
        set.Unread(
            new Gap(
                GapKind.Unusable,
                "Accounts",
                new LocalText(
                    "「名前@ドメイン」や完全なドメイン名の形のアカウントは、使われていたものと同じか分からない。ホストと同じ「DOMAIN\\名前」の形で記入してください",
                    "whether an account in name@domain or with a domain in full is the one that was in use can't be told: write DOMAIN\\name as the host does"
                )
            ),
            nameof(SharedUseFact.IsLogged)
        );
        foreach (var gap in accounts.SetGaps)
            set.MayLack(gap);
        // Where no account is shared, it doesn't matter which sessions weren't seen.
        if (shared.Length + maybeShared.Length > 0)
        {
            foreach (var gap in host.Table.Set<LogonSessionFact>().SetGaps.Concat(host.Table.Set<LogonFact>().SetGaps))
                set.MayLack(gap);
            foreach (var gap in AccountSessions.Unplaced(host))
                set.MayLack(gap);
        }

        return set.Build();
    }

    /// <summary>Whether entries, one after the other, leave no part of a session uncovered.</summary>
    internal static bool Covers(IEnumerable<AccountUseFact> entries, AccountSession session)
    {
        var until = session.From;
        foreach (var entry in entries.OrderBy(entry => entry.From))
        {
            if (entry.From > until.Plus(Tolerance))
                return false;
            until = entry.Until > until ? entry.Until : until;
        }

        return until.Plus(Tolerance) >= session.Until && until > session.From;
    }
}
