using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;

namespace ConfigAudit.Sessions;

/// <summary>A session that takes down what it had an answer from, also where the answer was that there is nothing: what facts rest on.</summary>
internal sealed class AnsweredSource : ICimSource
{
    private readonly ICimSource _inner;
    private readonly HashSet<string> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="inner">Not disposed with this.</param>
    public AnsweredSource(ICimSource inner) => _inner = inner;

    public string Protocol => _inner.Protocol;

    public DateTimeOffset? Now => _inner.Now;

    /// <summary>
    /// Of these places those that answered. One stands for all that lies below it, as a registry key for its subkeys and a class for its methods: a host's thousand programs
    /// are one place.
    /// </summary>
    public IReadOnlyList<string> Among(IEnumerable<SourceInfo> declared)
    {
        lock (_places)
        {
            var answered = _places.Select(Steps).ToArray();
            return declared.Select(each => each.Place).Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(place => Array.Exists(answered, steps => Leads(Steps(place), steps)))
                .ToArray();
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        var answer = await _inner.QueryAsync(query, token).ConfigureAwait(false);
        return Answered(answer, query.Source);
    }

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var answer = await _inner.InvokeAsync(call, token).ConfigureAwait(false);
        return Answered(answer, RegistryKey.Of(call)?.Source ?? call.Source);
    }

    public void Dispose()
    {
    }

    private static string[] Steps(string place) => place.Split('\\', '.');

    /// <summary>A declared step may be any: each user's hive.</summary>
    private static bool Leads(string[] declared, string[] answered) =>
        declared.Length <= answered.Length && !declared.Where((step, at) => step != "*" && !string.Equals(step, answered[at], StringComparison.OrdinalIgnoreCase)).Any();

    private CimAnswer Answered(CimAnswer answer, string place)
    {
        // That something isn't there is an answer too.
        if (answer.Gap is null or { Kind: GapKind.NotPresent })
        {
            lock (_places)
                _places.Add(place);
        }

        return answer;
    }
}
