using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// Answers from a recording. What the recording calls absent answers as a live host does for a class that isn't there; what it merely
/// lacks was not recorded, which says nothing about the machine.
/// </summary>
internal sealed class ReplaySource : ICimSource
{
    private readonly Recording _recording;
    private readonly ReplayRegistry _registry;

    public ReplaySource(Recording recording)
    {
        _recording = recording;
        _registry = new ReplayRegistry(recording);
    }

    public string Protocol => "Replay";

    public DateTimeOffset? Now => ClockMoment.Shown(_recording.RecordedAt);

    /// <exception cref="SessionException">The recording says that the machine couldn't be reached, or it can't be read itself.</exception>
    public static ReplaySource Open(string path)
    {
        if (!File.Exists(path))
            throw new SessionException(GapKind.NotRecorded, new LocalText($"記録 {path} がない", $"there is no recording {path}"));
        try
        {
            var recording = RecordingFile.Load(path);
            if (recording.Failures.TryGetValue("*", out var failure))
            {
                throw new SessionException(
                    failure,
                    new LocalText("記録によれば、ホストに問い合わせできなかった", $"the host could not be asked ({failure}, as recorded)")
                );
            }

            return new ReplaySource(recording);
        }
        catch (InputException bad)
        {
            throw new SessionException(
                GapKind.Unusable,
                new LocalText("記録が使えない: ", "the recording can't be used: ").Then(bad.Placed),
                bad
            );
        }
    }

    public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Task.FromResult(Query(query));
    }

    public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Task.FromResult(Invoke(call));
    }

    public void Dispose() { }

    private CimAnswer Query(CimQuery query)
    {
        if (Failure(query.Namespace, query.Source) is { } failure)
            return failure;
        var statement = WqlStatement.Parse(query.Wql);
        if (!_recording.Instances.TryGetValue(query.Source, out var instances))
            return NotRecorded(query.Source);

        var judged = instances.Select(row => (Row: row, IsMeant: statement.Matches(row))).ToArray();
        var rows = judged.Where(each => each.IsMeant == true).Select(each => statement.Project(each.Row)).ToArray();
        return CimAnswer.Of(
            rows,
            Missing(query) is { } why
                ? new Gap(GapKind.NotRecorded, query.Source, new LocalText("一部だけが記録されている: ", "recorded in part: ").Then(why))
                : Open(query, statement, judged.Where(each => each.IsMeant is null).Select(each => each.Row).ToArray())
        );
    }

    /// <summary>Rows of which it can't be told whether they are meant may be anything: what was not recorded isn't false, and neither is
    /// what the machine left out.</summary>
    private static Gap? Open(CimQuery query, WqlStatement statement, CimRow[] rows)
    {
        if (rows.Length == 0)
            return null;
        var names = statement.ConditionNames.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var isRecorded = rows.All(row => names.All(row.Has));
        return new Gap(
            isRecorded ? GapKind.Unusable : GapKind.NotRecorded,
            query.Source,
            isRecorded
                ? new LocalText(
                    $"{rows.Length}個のインスタンスが該当するか分からない: {string.Join("、", names)} に使える値がない",
                    $"of {rows.Length} instances it can't be told whether they are meant: {string.Join(", ", names)} has no value that can be used"
                )
                : new LocalText(
                    $"{rows.Length}個のインスタンスが該当するか分からない: {string.Join("、", names)} が全部には記録されていない",
                    $"of {rows.Length} instances it can't be told whether they are meant: {string.Join(", ", names)} wasn't recorded of all"
                )
        );
    }

    private LocalText? Missing(CimQuery query)
    {
        if (_recording.Partial.TryGetValue(query.Source, out var why))
            return LocalText.Of(why);
        return _recording.Conditions.TryGetValue(query.Source, out var conditions) && !conditions.Contains(query.Where)
            ? new LocalText("問い合わせたものだけ: ", "only what was asked for: ").Then(LocalText.Of(string.Join("; ", conditions)))
            : null;
    }

    private CimAnswer Invoke(CimCall call)
    {
        if (Failure(call.Namespace, $"{call.Namespace}:{call.Class}", call.Source) is { } failure)
            return failure;
        if (string.Equals(call.Class, "StdRegProv", StringComparison.OrdinalIgnoreCase))
            return _registry.Invoke(call);
        var recorded = _recording.Methods.TryGetValue(call.Source, out var calls)
            ? calls.FirstOrDefault(each => Same(each.In, call.Arguments))
            : null;
        return recorded is null ? NotRecorded(call.Source) : CimAnswer.Of(new[] { recorded.Out });
    }

    private CimAnswer? Failure(params string[] scopes)
    {
        foreach (var scope in scopes)
        {
            if (_recording.Failures.TryGetValue(scope, out var kind))
            {
                return CimAnswer.Failed(
                    kind,
                    scopes[scopes.Length - 1],
                    new LocalText($"記録による: {MemberNames<GapKind>.Of(kind).Ja}", $"{kind.ToString().ToLowerInvariant()}, as recorded")
                );
            }

            if (_recording.Absent.Contains(scope))
            {
                return CimAnswer.Failed(
                    GapKind.NotPresent,
                    scopes[scopes.Length - 1],
                    new LocalText(
                        $"{scope} が存在しない（記録による: 0x8004100E又は0x80041010）",
                        $"{scope} isn't there (0x8004100E or 0x80041010, as recorded)"
                    )
                );
            }
        }

        return null;
    }

    private static CimAnswer NotRecorded(string source) =>
        CimAnswer.Failed(GapKind.NotRecorded, source, new LocalText("記録に含まれていない", "the recording doesn't hold it"));

    private static bool Same(IReadOnlyDictionary<string, object?> recorded, IReadOnlyDictionary<string, object?> asked) =>
        recorded.Count == asked.Count && recorded.All(pair => asked.TryGetValue(pair.Key, out var value) && Equals(value, pair.Value));
}
