using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// Passes questions on and keeps the answers as a recording that answers the same. Only what collectors declare that they read is kept:
/// nothing else
/// that a class happens to carry, a secret among it, gets in.
/// </summary>
internal sealed class Recorder : ICimSource
{
    private const string RegistryClass = "StdRegProv";

    private readonly ICimSource _inner;
    private readonly Dictionary<string, HashSet<string>> _declared;
    private readonly RegistryRecorder _registry;
    private readonly HashSet<string> _whole = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="inner">Who is asked; disposed with this.</param>
    /// <param name="sources">What collectors read.</param>
    public Recorder(ICimSource inner, IEnumerable<SourceInfo> sources)
    {
        _inner = inner;
        _declared = sources
            .GroupBy(source => source.Place, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => new HashSet<string>(group.SelectMany(source => source.Names), StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase
            );
        Recording = new Recording { RecordedAt = inner.Now };
        _registry = new RegistryRecorder(Recording);
    }

    /// <summary>What was answered. Complete when every question has been.</summary>
    public Recording Recording { get; }

    public string Protocol => _inner.Protocol;

    public DateTimeOffset? Now => _inner.Now;

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        var names = WqlStatement.Parse(query.Wql).ConditionNames;
        // The replay applies the condition again, so what it looks at is asked for too.
        var asked =
            query.Properties.Count == 0
                ? query
                : query with
                {
                    Properties = query.Properties.Union(names, StringComparer.OrdinalIgnoreCase).ToArray(),
                };
        var answer = await _inner.QueryAsync(asked, token).ConfigureAwait(false);
        lock (Recording)
        {
            KeepFailure(query.Source, answer.Gap);
            if (answer.Gap is null || answer.Rows.Count > 0)
                Keep(query, answer, names);
        }

        return answer;
    }

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var answer = await _inner.InvokeAsync(call, token).ConfigureAwait(false);
        lock (Recording)
        {
            if (string.Equals(call.Class, RegistryClass, StringComparison.OrdinalIgnoreCase))
            {
                _registry.Keep(call, answer);
            }
            else
            {
                KeepFailure($"{call.Namespace}:{call.Class}", answer.Gap);
                if (answer.Rows.Count == 1)
                {
                    Recording.Methods[call.Source] = Calls(call)
                        .Append(new RecordedCall(call.Arguments, Outs(answer.Rows[0], call.Source)))
                        .ToArray();
                }
            }
        }

        return answer;
    }

    public void Dispose() => _inner.Dispose();

    private IEnumerable<RecordedCall> Calls(CimCall call) =>
        Recording.Methods.TryGetValue(call.Source, out var calls) ? calls : Array.Empty<RecordedCall>();

    private void Keep(CimQuery query, CimAnswer answer, IReadOnlyList<string> conditionNames)
    {
        var rows = answer.Rows.Select(row =>
            Only(row, name => IsDeclared(query.Source, name) || conditionNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        );
        Recording.Instances[query.Source] = RowUnion.Of(
            Recording.Instances.TryGetValue(query.Source, out var before) ? before : Array.Empty<CimRow>(),
            rows
        );
        if (query.Where is null)
        {
            // Asked for whole, it answers every condition.
            _whole.Add(query.Source);
            Recording.Conditions.Remove(query.Source);
        }
        else if (!_whole.Contains(query.Source))
        {
            Recording.Conditions[query.Source] = (
                Recording.Conditions.TryGetValue(query.Source, out var conditions) ? conditions : Array.Empty<string>()
            )
                .Append(query.Where)
                .ToArray();
        }

        if (answer.Gap is { } gap)
            Recording.Partial[query.Source] = gap.Message;
    }

    private void KeepFailure(string scope, Gap? gap)
    {
        if (gap?.Kind == GapKind.NotPresent)
            Recording.Absent.Add(scope);
        else if (gap?.Kind is GapKind.Denied or GapKind.Timeout or GapKind.Unreachable && !Recording.Instances.ContainsKey(scope))
            Recording.Failures[scope] = gap.Kind;
    }

    /// <summary>The return value, the embedded instances, and of each the declared properties.</summary>
    private CimRow Outs(CimRow row, string place) =>
        new(
            row.Names.Where(name => name == "ReturnValue" || IsDeclared(place, name) || row.Rows(name) is not null)
                .ToDictionary(
                    name => name,
                    name =>
                        row.Rows(name) is { } embedded
                            ? embedded.Select(each => Only(each, inner => IsDeclared(place, inner))).ToArray<object?>()
                            : row[name],
                    StringComparer.OrdinalIgnoreCase
                )
        );

    private bool IsDeclared(string place, string name) => _declared.TryGetValue(place, out var names) && names.Contains(name);

    private static CimRow Only(CimRow row, Func<string, bool> isWanted) =>
        new(row.Names.Where(isWanted).ToDictionary(name => name, name => row[name], StringComparer.OrdinalIgnoreCase));
}
