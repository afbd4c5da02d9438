using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>Learns whose order of suites decides, and the server's if it is that. Most of it is known from the order in which the server
/// took them.</summary>
internal sealed class SuiteOrder
{
    private readonly Func<IReadOnlyList<int>, CancellationToken, Task<int?>> _pick;
    private readonly SuiteGroups _groups;

    /// <param name="pick">Which of the suites offered the server takes; null when it doesn't say.</param>
    /// <param name="groups">The order in which suites are offered.</param>
    public SuiteOrder(Func<IReadOnlyList<int>, CancellationToken, Task<int?>> pick, SuiteGroups groups) =>
        (_pick, _groups) = (pick, groups);

    /// <summary>Whether a server that was offered suites took them as one without an order of its own does: each time the first that it
    /// knows.</summary>
    public static bool IsClients(IEnumerable<int> offered, IReadOnlyList<int> run) => offered.Where(run.Contains).SequenceEqual(run);

    /// <param name="search">What the server took.</param>
    /// <param name="token">The deadline.</param>
    public async Task<(bool? HasServerOrder, IReadOnlyList<int>? Preference)> AskAsync(SuiteSearch search, CancellationToken token)
    {
        var runs = search.Runs;
        if (runs.Sum(run => run.Count) < 2)
            return (null, null);
        var hasServerOrder = search.HasServerOrder ?? await HasServerOrderAsync(search, runs, token).ConfigureAwait(false);
        if (hasServerOrder != true)
            return (hasServerOrder, null);
        if (runs.Count == 1)
            return (true, runs[0]);
        // Guidelines tell an order for TLS 1.2; in older versions it isn't worth the connections.
        return (true, search.Version == TlsVersion.Tls12 ? await MergeAsync(runs, token).ConfigureAwait(false) : null);
    }

    private async Task<bool?> HasServerOrderAsync(SuiteSearch search, IReadOnlyList<IReadOnlyList<int>> runs, CancellationToken token)
    {
        if (runs.Any(run => !IsClients(_groups.Older.Concat(_groups.OfTls13), run)))
            return true;
        var suites = runs.SelectMany(run => run).ToArray();
        // What it takes of everything, it takes of some.
        var first = search.Everything.Count > 0 ? search.Everything[0] : await _pick(suites, token).ConfigureAwait(false);
        var last = _groups.ChaChaLast(suites.Where(suite => suite != first)).Concat(suites.Where(suite => suite == first)).ToArray();
        var second = await _pick(last, token).ConfigureAwait(false);
        return first is null || second is null ? null : first == second;
    }

    /// <summary>What the server prefers of the heads of all rows is the next of all.</summary>
    private async Task<IReadOnlyList<int>?> MergeAsync(IReadOnlyList<IReadOnlyList<int>> runs, CancellationToken token)
    {
        var left = runs.Select(run => new Queue<int>(run)).ToList();
        var merged = new List<int>();
        while (left.Count > 1)
        {
            var pick = await _pick(left.Select(run => run.Peek()).ToArray(), token).ConfigureAwait(false);
            if (left.FirstOrDefault(run => run.Peek() == pick) is not { } row)
                return null;
            merged.Add(row.Dequeue());
            if (row.Count == 0)
                left.Remove(row);
        }

        merged.AddRange(left[0]);
        return merged;
    }
}
