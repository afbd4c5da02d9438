using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail.Enumeration;

/// <summary>Learns whose order of suites decides, and the server's if it is that. Most of it is known from the order in which the server took them.</summary>
internal sealed class SuiteOrder
{
    private readonly Func<IReadOnlyList<int>, CancellationToken, Task<int?>> _pick;
    private readonly IReadOnlyDictionary<int, string> _names;

    /// <param name="pick">Which of the suites offered the server takes; null when it doesn't say.</param>
    /// <param name="names">The suites' names.</param>
    public SuiteOrder(Func<IReadOnlyList<int>, CancellationToken, Task<int?>> pick, IReadOnlyDictionary<int, string> names) => (_pick, _names) = (pick, names);

    /// <param name="version">Of TLS.</param>
    /// <param name="offered">The order in which suites were offered.</param>
    /// <param name="runs">The suites that the server took, in rows in the order in which it took them.</param>
    /// <param name="token">The deadline.</param>
    public async Task<(bool? HasServerOrder, IReadOnlyList<int>? Preference)> AskAsync(
        TlsVersion version, IReadOnlyList<int> offered, IReadOnlyList<IReadOnlyList<int>> runs, CancellationToken token)
    {
        if (runs.Sum(run => run.Count) < 2)
            return (null, null);
        var hasServerOrder = await HasServerOrderAsync(offered, runs, token).ConfigureAwait(false);
        if (hasServerOrder != true)
            return (hasServerOrder, null);
        if (runs.Count == 1)
            return (true, runs[0]);
        // Guidelines tell an order for TLS 1.2; in older versions it isn't worth the connections.
        return (true, version == TlsVersion.Tls12 ? await MergeAsync(runs, token).ConfigureAwait(false) : null);
    }

    /// <summary>A server without an order of its own takes the first of those offered that it knows.</summary>
    private async Task<bool?> HasServerOrderAsync(IReadOnlyList<int> offered, IReadOnlyList<IReadOnlyList<int>> runs, CancellationToken token)
    {
        if (runs.Any(run => !offered.Where(run.Contains).SequenceEqual(run)))
            return true;
        var suites = runs.SelectMany(run => run).ToArray();
        var first = runs.Count == 1 ? suites[0] : await _pick(suites, token).ConfigureAwait(false);
        // Some servers with an order of their own let a client go first that begins with ChaCha20, which is one without hardware for AES.
        var last = suites.Where(suite => suite != first).OrderBy(suite => _names[suite].IndexOf("CHACHA20", StringComparison.Ordinal) >= 0).Concat(suites.Where(suite => suite == first)).ToArray();
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
