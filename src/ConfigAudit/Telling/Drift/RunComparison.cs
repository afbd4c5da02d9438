using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.Telling.Drift;

/// <summary>
/// Compares the findings of a run with those of an earlier one, both judged by the same baseline, a host at a time: memory doesn't grow
/// with the fleet. The
/// same target is found by the name of its file; only hosts that were named or addressed otherwise are looked for by what they say.
/// </summary>
internal sealed class RunComparison
{
    private readonly KeptRun _before;
    private readonly KeptRun _after;
    private readonly Judge _judgeBefore;
    private readonly Judge _judgeAfter;
    private readonly FindingComparison _findings;
    private readonly Action<InputException> _problem;
    private readonly HostIndex _machines = new();
    private readonly List<string> _brokenBefore = new();
    private readonly List<string> _brokenAfter = new();

    /// <param name="before">The earlier run.</param>
    /// <param name="after">The later run.</param>
    /// <param name="judgeBefore">Judges the earlier one.</param>
    /// <param name="judgeAfter">Judges the later one, by the same baseline: each keeps account of the hosts of its run.</param>
    /// <param name="problem">Told of each snapshot that can't be used; nothing is said of its host.</param>
    public RunComparison(KeptRun before, KeptRun after, Judge judgeBefore, Judge judgeAfter, Action<InputException> problem)
    {
        (_before, _after, _judgeBefore, _judgeAfter, _problem) = (before, after, judgeBefore, judgeAfter, problem);
        _findings = new FindingComparison(judgeAfter.Baseline);
    }

    public IEnumerable<FindingChange> Changes(CancellationToken token)
    {
        var was = _before
            .Files.Where(file => KeptRun.TargetOf(file) is not null)
            .GroupBy(KeptRun.TargetOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key!, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var paired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _after.Files)
        {
            token.ThrowIfCancellationRequested();
            if (KeptRun.TargetOf(file) is not { } target || !was.TryGetValue(target, out var old) || !paired.Add(old))
                continue;
            paired.Add(file);
            foreach (var change in Compare(Load(_before, old), Load(_after, file)))
                yield return change;
        }

        foreach (
            var change in Others(
                _before.Files.Where(file => !paired.Contains(file)),
                _after.Files.Where(file => !paired.Contains(file)),
                token
            )
        )
        {
            yield return change;
        }

        if (_judgeBefore.OfOrganisation() is { } organisation && _judgeAfter.OfOrganisation() is { } now)
        {
            foreach (var change in _findings.Changes(organisation, now))
                yield return change;
        }
    }

    private IEnumerable<FindingChange> Others(IEnumerable<string> before, IEnumerable<string> after, CancellationToken token)
    {
        var pairs = HostPairs.Of(Heads(_before, before, token), Heads(_after, after, token));
        foreach (var (was, now) in pairs)
        {
            token.ThrowIfCancellationRequested();
            var (old, found) = (was?.Load(), now?.Load());
            var changes =
                was is null && found is not null ? New(found)
                : now is null && old is not null ? Gone(old)
                : Compare(old, found);
            foreach (var change in changes)
                yield return change;
        }
    }

    /// <summary>Of a host of which one snapshot can't be used no more is said than that. The other counts for what was seen in its
    /// run.</summary>
    private IEnumerable<FindingChange> Compare(Snapshot? before, Snapshot? after)
    {
        var was = before is null ? null : _judgeBefore.Of(before);
        var now = after is null ? null : _judgeAfter.Of(after);
        // One that was asked under another of its names as well is told once.
        if (after is not null && _machines.Add(after.Identity()) is not null)
            return Array.Empty<FindingChange>();
        if (was is not null && now is not null)
            return _findings.Changes(was, now);
        return (before ?? after) is null ? Array.Empty<FindingChange>() : new[] { Unusable(before, after) };
    }

    private FindingChange Unusable(Snapshot? before, Snapshot? after) =>
        OfHost(before, after) with
        {
            Change = Unless(before ?? after!, after is null ? FindingChangeKind.BecameUnknown : FindingChangeKind.BecameKnown),
            Reason = Told(
                before ?? after!,
                new LocalText(
                    $"実行 {(after is null ? _after.Name : _before.Name)} のスナップショットが使用できない",
                    $"its snapshot in the run {(after is null ? _after.Name : _before.Name)} can't be used"
                )
            ),
        };

    private IEnumerable<FindingChange> New(Snapshot host)
    {
        var judgement = _judgeAfter.Of(host);
        if (_brokenBefore.Exists(file => KeptRun.IsNamedAfter(file, host.ComputerName)))
            return new[] { Unusable(null, host) };
        var change = OfHost(null, host) with
        {
            Change = _before.IsFinished ? FindingChangeKind.MachineNew : Unless(host, FindingChangeKind.BecameKnown),
            Reason = _before.IsFinished
                ? string.Empty
                : Told(
                    host,
                    new LocalText(
                        $"実行 {_before.Name} が途中で終わり、このホストまで進んでいない",
                        $"the run {_before.Name} broke off and hadn't come to it"
                    )
                ),
        };
        return FindingComparison.Failures(judgement).Prepend(change);
    }

    private FindingChange[] Gone(Snapshot host)
    {
        _judgeBefore.Of(host);
        if (_brokenAfter.Exists(file => KeptRun.IsNamedAfter(file, host.ComputerName)))
            return new[] { Unusable(host, null) };
        return new[]
        {
            OfHost(host, null) with
            {
                Change = _after.IsFinished ? FindingChangeKind.MachineGone : Unless(host, FindingChangeKind.BecameUnknown),
                Reason = _after.IsFinished
                    ? string.Empty
                    : Told(
                        host,
                        new LocalText(
                            $"実行 {_after.Name} が途中で終わったか続いており、このホストまで進んでいない",
                            $"the run {_after.Name} broke off, or still goes on, and hasn't come to it"
                        )
                    ),
            },
        };
    }

    /// <summary>Of a host that couldn't be reached where it could have been known, nothing became known or unknown.</summary>
    private static FindingChangeKind Unless(Snapshot host, FindingChangeKind kind) =>
        IsReached(host) ? kind : FindingChangeKind.StillUnknown;

    private static string Told(Snapshot host, LocalText reason) =>
        (
            IsReached(host)
                ? reason
                : reason.Then(new LocalText("。もう一方の実行では接続できていない", "; in the other run it couldn't be reached"))
        ).ToString();

    private static bool IsReached(Snapshot host) => host.Protocol is not null;

    private FindingChange OfHost(Snapshot? before, Snapshot? after)
    {
        var about = HostComparison.About(before, after);
        return new FindingChange
        {
            ComputerName = about.ComputerName,
            IPAddress = about.IPAddress,
            Zone = about.Zone,
            Baseline = _judgeAfter.Baseline.Id,
            ReferenceAt = about.ReferenceAt,
            DifferenceAt = about.DifferenceAt,
        };
    }

    private List<SeenHost> Heads(KeptRun run, IEnumerable<string> files, CancellationToken token)
    {
        var heads = new List<SeenHost>();
        foreach (var file in files)
        {
            token.ThrowIfCancellationRequested();
            if (Load(run, file) is { } snapshot)
                heads.Add(SeenHost.Of(snapshot, () => Load(run, file)));
        }

        return heads;
    }

    private Snapshot? Load(KeptRun run, string file)
    {
        try
        {
            return run.Load(file);
        }
        catch (InputException bad)
        {
            (run == _before ? _brokenBefore : _brokenAfter).Add(file);
            _problem(bad);
            return null;
        }
    }
}
