using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A session that takes down what it had an answer from, also where the answer was that there is nothing: what facts rest
/// on.</summary>
internal sealed class AnsweredSource : ICimSource
{
    private readonly ICimSource _inner;
    private readonly object _lock = new();
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _answered = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _listed = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="inner">Not disposed with this.</param>
    public AnsweredSource(ICimSource inner) => _inner = inner;

    public string Protocol => _inner.Protocol;

    public DateTimeOffset? Now => _inner.Now;

    /// <summary>
    /// Of these places those that answered. One stands for all that lies below it, as a registry key for its subkeys and a class for its
    /// methods: a host's thousand programs
    /// are one place.
    /// </summary>
    public IReadOnlyList<string> Among(IEnumerable<SourceInfo> declared)
    {
        lock (_lock)
        {
            var answered = _answered.Select(Steps).ToArray();
            return declared
                .Select(each => each.Place)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(place => Array.Exists(answered, steps => Leads(Steps(place), steps)))
                .ToArray();
        }
    }

    /// <summary>
    /// Whether a place told anything, or something below it did. A key that wasn't asked, since the list of the keys of one above it was:
    /// that list answered for it.
    /// </summary>
    public bool Answered(string place)
    {
        lock (_lock)
        {
            var steps = Steps(place);
            return _answered.Contains(place)
                || _answered.Any(each => Leads(steps, Steps(each)))
                || (!_asked.Contains(place) && _listed.Any(each => Leads(Steps(each), steps)));
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        var answer = await _inner.QueryAsync(query, token).ConfigureAwait(false);
        // That something isn't there is an answer too.
        Note(query.Source, answer.Rows.Count > 0 || answer.Gap is null or { Kind: GapKind.NotPresent });
        return answer;
    }

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var answer = await _inner.InvokeAsync(call, token).ConfigureAwait(false);
        var key = RegistryKey.Of(call);
        var place = key?.Source ?? call.Source;
        // A method says by its return value that it can't: the registry's that access is denied (5), but that there is no such key or value
        // by 1 or 2.
        var code = answer.Rows.Count == 1 ? answer.Rows[0].Number("ReturnValue") : null;
        var isTold = key is not null
            ? code is 0 or 1 or 2
            : answer.Gap is { Kind: GapKind.NotPresent } || (answer.Gap is null && code is null or 0);
        Note(place, isTold);
        if (isTold && call.Method == "EnumKey")
            Note(place, true, _listed);
        return answer;
    }

    public void Dispose() { }

    private static string[] Steps(string place) => place.Split('\\', '.');

    /// <summary>A declared step may be any: each user's hive.</summary>
    private static bool Leads(string[] declared, string[] answered) =>
        declared.Length <= answered.Length
        && !declared.Where((step, at) => step != "*" && !string.Equals(step, answered[at], StringComparison.OrdinalIgnoreCase)).Any();

    private void Note(string place, bool isTold, HashSet<string>? places = null)
    {
        lock (_lock)
        {
            _asked.Add(place);
            if (isTold)
                (places ?? _answered).Add(place);
        }
    }
}
