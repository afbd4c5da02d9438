using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;

namespace ConfigAudit.Judging.Aggregates;

/// <summary>
/// The places that an account's sessions were used from: a keyboard, or a client that isn't one of the hosts asked. A session that came
/// from a host
/// on which the account had one open at the time is that one's; sessions from one client are one place.
/// </summary>
internal sealed class Places
{
    private readonly IReadOnlyList<AccountSession> _sessions;
    private readonly int[] _parent;

    /// <param name="sessions">Of one account, in the order of their beginnings.</param>
    /// <param name="hostOf">The host that an address or a client's name is of; null when it is none of those asked.</param>
    public Places(IReadOnlyList<AccountSession> sessions, Func<string, string?> hostOf)
    {
        _sessions = sessions;
        _parent = Enumerable.Range(0, sessions.Count).ToArray();
        var byHost = Enumerable.Range(0, sessions.Count).ToLookup(index => sessions[index].ComputerName, StringComparer.OrdinalIgnoreCase);
        var byClient = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < sessions.Count; index++)
        {
            foreach (var client in (sessions[index].ClientAddresses ?? Array.Empty<string>()).Concat(sessions[index].ClientNames))
            {
                if (hostOf(client) is { } host)
                    Join(byHost[host].Where(other => sessions[other].Overlaps(sessions[index])), index);
                if (byClient.TryGetValue(client, out var same))
                    Join(same, index);
                byClient[client] = index;
            }
        }
    }

    public bool AreOne(int a, int b) => Root(a) == Root(b);

    /// <summary>Whether it is known from where it was used.</summary>
    public bool IsKnown(int index) => _sessions[index].IsAtKeyboard == true || _sessions[index].ClientAddresses is { Count: > 0 };

    private void Join(IEnumerable<int> others, int index)
    {
        foreach (var other in others)
            Join(other, index);
    }

    private void Join(int a, int b) => _parent[Root(a)] = Root(b);

    private int Root(int index)
    {
        while (_parent[index] != index)
            index = _parent[index] = _parent[_parent[index]];
        return index;
    }
}
