using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Aggregates;

/// <summary>Finds, over the snapshots of a fleet, the accounts that were in use on several hosts at the same time, and the local ones that
/// bear signs of being shared.</summary>
internal sealed class SharedAccounts
{
    private readonly Dictionary<string, List<AccountSession>> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SharedAccountCandidate> _local = new();

    /// <summary>By address and by name, the host that it is; null where several bear it.</summary>
    private readonly Dictionary<string, string?> _hosts = new(StringComparer.OrdinalIgnoreCase);

    private readonly HostIndex _known = new();

    /// <summary>Hosts whose sessions of the moment, or of the log where it was asked, may not all have been read.</summary>
    public int Incomplete { get; private set; }

    /// <summary>The hosts added.</summary>
    public int Count { get; private set; }

    public void Add(Snapshot added)
    {
        var identity = added.Identity();
        var known = _known.Add(identity);
        // One machine that comes again, perhaps under another of its names, is one place.
        var snapshot = known is null ? added : added with { ComputerName = known.Called };
        Count += known is null ? 1 : 0;
        if (
            snapshot.Table.Set<LogonSessionFact>().SetGaps.Any()
            || snapshot.Table.Set<LogonFact>().SetGaps.Any(gap => gap.Kind != GapKind.NotCollected)
        )
        {
            Incomplete++;
        }

        foreach (var name in identity.Addresses.Concat(identity.Names).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _hosts[name] =
                !_hosts.TryGetValue(name, out var other) || string.Equals(other, snapshot.ComputerName, StringComparison.OrdinalIgnoreCase)
                    ? snapshot.ComputerName
                    : null;
        }

        foreach (
            var session in AccountSessions
                .Of(snapshot)
                .Where(session => identity.Is(session.Account.Substring(0, session.Account.IndexOf('\\'))) != true)
        )
        {
            Sessions(session.Account).Add(session);
        }

        foreach (var account in snapshot.Table.Set<AccountFact>().Items.Where(account => account.IsSharedCandidate == true))
        {
            _local.Add(
                new SharedAccountCandidate
                {
                    Account = $"{snapshot.HostName ?? snapshot.ComputerName}\\{account.Name}",
                    Evidence = List(SharedAccountEvidence.AccountSigns),
                    ComputerNames = List(snapshot.ComputerName),
                    Sessions = List<AccountSession>(),
                }
            );
        }
    }

    /// <summary>Those in use on several hosts at a time first.</summary>
    public IEnumerable<SharedAccountCandidate> Find() =>
        _sessions
            .OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Select(pair => Judge(pair.Value))
            .OfType<SharedAccountCandidate>()
            .Concat(_local.OrderBy(candidate => candidate.Account, StringComparer.OrdinalIgnoreCase));

    private SharedAccountCandidate? Judge(List<AccountSession> sessions)
    {
        sessions.Sort((a, b) => a.From.CompareTo(b.From));
        var places = new Places(sessions, HostOf);
        var together = new SortedSet<int>();
        var proven = false;
        DateTimeOffset? from = null,
            until = null;
        foreach (var (a, b) in Overlaps(sessions))
        {
            if (places.AreOne(a, b))
                continue;
            proven |= places.IsKnown(a) && places.IsKnown(b);
            together.Add(a);
            together.Add(b);
            from = Earlier(from, sessions[b].From);
            until = Later(until, Earlier(sessions[a].Until, sessions[b].Until));
        }

        var found = together.Select(index => sessions[index]).ToArray();
        return found.Length == 0
            ? null
            : new SharedAccountCandidate
            {
                Account = found[0].Account,
                Evidence = List(proven ? SharedAccountEvidence.SimultaneousPlaces : SharedAccountEvidence.SimultaneousSessions),
                ComputerNames = List(found.Select(session => session.ComputerName).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()),
                From = from,
                Until = until?.In(from!.Value.Offset),
                Sessions = List(found),
            };
    }

    /// <summary>Pairs of sessions on different hosts that were open at the same time, the earlier one first. A sweep: what ended before the
    /// next began is let go.</summary>
    private static IEnumerable<(int A, int B)> Overlaps(List<AccountSession> sessions)
    {
        var open = new List<int>();
        for (var b = 0; b < sessions.Count; b++)
        {
            var next = sessions[b];
            open.RemoveAll(a => sessions[a].Until <= next.From);
            foreach (var a in open.Where(a => next.From < next.Until && sessions[a].ComputerName != next.ComputerName))
                yield return (a, b);
            open.Add(b);
        }
    }

    private string? HostOf(string client) => _hosts.TryGetValue(client, out var host) ? host : null;

    private List<AccountSession> Sessions(string account)
    {
        if (!_sessions.TryGetValue(account, out var sessions))
            _sessions.Add(account, sessions = new List<AccountSession>());
        return sessions;
    }

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a.Value : b;

    private static DateTimeOffset Later(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;

    private static ValueList<T> List<T>(params T[] items) => new ValueList<T>(items, item => item!.ToString());
}
