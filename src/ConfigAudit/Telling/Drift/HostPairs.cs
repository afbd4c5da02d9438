using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Telling.Drift;

/// <summary>
/// Finds a host of one run in another: by the name of its target, without regard to case; among several of one name by their addresses; and
/// where its
/// target is named otherwise now, by what the machine itself says.
/// </summary>
internal static class HostPairs
{
    /// <summary>In the order of the later ones; then those that are gone.</summary>
    public static IEnumerable<(SeenHost? Before, SeenHost? After)> Of(
        IReadOnlyCollection<SeenHost> before,
        IReadOnlyCollection<SeenHost> after
    )
    {
        var was = before.ToLookup(Name);
        var now = after.ToLookup(Name);
        return Renamed(
            now.Select(group => group.Key)
                .Concat(was.Select(group => group.Key))
                .Distinct()
                .SelectMany(name => Pairs(was[name].ToArray(), now[name].ToArray()))
                .ToArray()
        );
    }

    /// <summary>Of several snapshots of one host, the latest.</summary>
    public static IReadOnlyCollection<SeenHost> Latest(IEnumerable<SeenHost> hosts)
    {
        var latest = new List<SeenHost>();
        foreach (var group in hosts.GroupBy(Name))
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            latest.AddRange(
                group
                    .OrderByDescending(host => host.CollectedAt)
                    .Where(host =>
                    {
                        var isNew = !host.Addresses.Any(taken.Contains);
                        taken.UnionWith(host.Addresses);
                        return isNew;
                    })
            );
        }

        return latest;
    }

    /// <summary>Puts those that are gone and those that are new together where both are one machine, and only one can be meant.</summary>
    private static IEnumerable<(SeenHost? Before, SeenHost? After)> Renamed((SeenHost? Before, SeenHost? After)[] pairs)
    {
        var gone = pairs.Where(pair => pair.After is null).Select(pair => pair.Before!).ToLookup(Likeness);
        var came = pairs.Where(pair => pair.Before is null).Select(pair => pair.After!).ToLookup(Likeness);
        var old = came.SelectMany(alike => alike)
            .Select(host => (Host: host, Was: gone[Likeness(host)].Where(each => IsOne(each, host)).ToArray()))
            .Where(each => each.Was.Length == 1 && came[Likeness(each.Host)].Count(other => IsOne(each.Was[0], other)) == 1)
            .ToDictionary(each => each.Host, each => each.Was[0]);
        var found = new HashSet<SeenHost>(old.Values);
        return pairs
            .Select(pair => pair.Before is null && old.TryGetValue(pair.After!, out var was) ? (Before: was, pair.After) : pair)
            .Where(pair => pair.After is not null || !found.Contains(pair.Before!));
    }

    /// <summary>A target's name that its machine doesn't know says nothing of which machine it is.</summary>
    private static bool IsOne(SeenHost before, SeenHost after) =>
        before.Identity.IsRead && after.Identity.IsRead
            ? before.Identity.IsTwiceNamed(after.Identity)
            : before.Identity.IsSame(after.Identity) == true;

    /// <summary>What one machine's identities have in common, however its target is named.</summary>
    private static string Likeness(SeenHost host) => $"{host.Subject}|{host.Identity.Likeness}";

    private static string Name(SeenHost host) => $"{host.Subject}|{host.ComputerName}".ToUpperInvariant();

    private static IEnumerable<(SeenHost? Before, SeenHost? After)> Pairs(SeenHost[] before, SeenHost[] after)
    {
        // One name and one host: it may have another address now.
        if (before.Length <= 1 && after.Length <= 1)
            return new (SeenHost?, SeenHost?)[] { (before.FirstOrDefault(), after.FirstOrDefault()) };
        var pairs = new List<(SeenHost? Before, SeenHost? After)>();
        var byAddress = new Dictionary<string, SeenHost>(StringComparer.OrdinalIgnoreCase);
        foreach (var host in Enumerable.Reverse(before))
        {
            foreach (var address in host.Addresses)
                byAddress[address] = host;
        }

        var left = new HashSet<SeenHost>(before);
        var unpaired = new List<SeenHost>();
        foreach (var host in after)
        {
            if (
                host
                    .Addresses.Select(address => byAddress.TryGetValue(address, out var old) ? old : null)
                    .FirstOrDefault(old => old is not null && left.Contains(old))
                    is { } found
                && left.Remove(found)
            )
            {
                pairs.Add((found, host));
            }
            else
            {
                unpaired.Add(host);
            }
        }

        // One that couldn't be asked tells no address: it is whichever is left.
        foreach (var host in unpaired.OrderBy(host => host.Addresses.Count == 0).ToArray())
        {
            if (Array.Find(before, old => left.Contains(old) && (old.Addresses.Count == 0 || host.Addresses.Count == 0)) is not { } found)
                continue;
            left.Remove(found);
            unpaired.Remove(host);
            pairs.Add((found, host));
        }

        return pairs
            .Concat(Told(unpaired, pairs.Count == 0).Select(host => ((SeenHost?)null, (SeenHost?)host)))
            .Concat(Told(before.Where(left.Contains).ToArray(), pairs.Count == 0).Select(host => ((SeenHost?)host, (SeenHost?)null)));
    }

    /// <summary>Those of one name that are new or gone. One without an address may be one of the others, asked at another moment.</summary>
    private static IEnumerable<SeenHost> Told(IReadOnlyCollection<SeenHost> left, bool isAlone)
    {
        var known = left.Where(host => host.Addresses.Count > 0).ToArray();
        return known.Length > 0 ? known : left.Take(isAlone ? 1 : 0);
    }
}
