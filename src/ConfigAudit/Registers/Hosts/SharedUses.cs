using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Aggregates;
using ConfigAudit.Collectors.Accounts;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Rows;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Joins the sessions of shared accounts on a host with the log of their use, by account, host and time.</summary>
internal static class SharedUses
{
    /// <summary>People write times down by their own watches, before they log on and after they log off.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public static FactSet<SharedUseFact> Of(Snapshot host, RegisterSet registers)
    {
        var (accounts, uses) = (registers.Of<RegisteredAccountFact>(), registers.Of<AccountUseFact>());
        var shared = accounts.Items.Where(account => account.Kind == RegisteredAccountKind.Shared && account.Account is not null).ToArray();
        var maybe = uses.Items.Where(use => Hostnames.IsOf(host, use.Host!) || Hostnames.MayBeOf(host, use.Host!)).ToArray();
        var set = new FactSetBuilder<SharedUseFact>();
        foreach (var session in AccountSessions.Of(host).Where(session => shared.Any(account => new AccountName(account.Account!).Is(session.Account))))
        {
            var near = maybe.Where(use => new AccountName(use.Account!).Is(session.Account) && use.From < session.Until + Tolerance && (use.To ?? DateTimeOffset.MaxValue) > session.From - Tolerance).ToArray();
            var entries = near.Where(use => Hostnames.IsOf(host, use.Host!)).ToArray();
            var mayBeLogged = uses.SetGaps.Any() || near.Length > entries.Length;
            var isLogged = Covers(entries, session);
            set.Add(new SharedUseFact
            {
                ComputerName = host.ComputerName,
                Source = string.Join("; ", entries.Select(entry => entry.Source)),
                Account = session.Account,
                From = session.From,
                Until = session.Until,
                IsLogged = isLogged ? true : mayBeLogged ? null : false,
                Persons = entries.Select(entry => entry.Person!).Distinct().ToArray(),
            });
        }

        foreach (var gap in uses.SetGaps)
            set.Unread(gap, nameof(SharedUseFact.IsLogged));
        Hostnames.Explain(set, host, nameof(SharedUseFact.IsLogged));
        foreach (var gap in accounts.SetGaps)
            set.MayLack(gap);
        // Where no account is shared, it doesn't matter which sessions weren't seen.
        if (shared.Length > 0)
        {
            foreach (var gap in host.Table.Set<LogonSessionFact>().SetGaps.Concat(host.Table.Set<LogonFact>().SetGaps))
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
            if (entry.From > until + Tolerance)
                return false;
            if (entry.To is null)
                return true;
            until = entry.To.Value > until ? entry.To.Value : until;
        }

        return until + Tolerance >= session.Until && until > session.From;
    }
}
