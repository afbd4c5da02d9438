using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Judging.Statements;

/// <summary>All waivers, or all attestations: which of them is told of a finding, and which were of no use.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="S">What state one of them is in.</typeparam>
internal sealed class StatementsOfKind<T, S>
    where T : class, IStatement
    where S : struct, Enum
{
    private readonly LocalText _kind;
    private readonly Func<T, Finding, S> _state;
    private readonly S[] _worth;
    private readonly T[] _all;
    private readonly ILookup<string, T> _byCheck;
    private readonly HashSet<T> _used = new();

    /// <param name="all">All of the kind.</param>
    /// <param name="kind">What it is called.</param>
    /// <param name="state">The state of one for a finding.</param>
    /// <param name="worth">Every state, the one that is worth most first: of several statements on one finding, that one is told.</param>
    public StatementsOfKind(IEnumerable<T> all, LocalText kind, Func<T, Finding, S> state, params S[] worth)
    {
        // One that was forgotten would come before all others.
        if (worth.Distinct().Count() != Enum.GetValues(typeof(S)).Length)
            throw new ArgumentException($"not every {typeof(S).Name}", nameof(worth));
        (_kind, _state, _worth, _all) = (kind, state, worth, all.ToArray());
        _byCheck = _all.ToLookup(each => each.Selector.CheckId, StringComparer.OrdinalIgnoreCase);
    }

    public bool IsEmpty => _all.Length == 0;

    /// <summary>The one that is told of a finding; null for none.</summary>
    public (T Statement, S State)? For(Finding finding, HostIdentity host)
    {
        var best = _byCheck[finding.CheckId]
            .Where(each => each.Selector.IsOf(finding, host))
            .Select(each => (Statement: each, State: _state(each, finding)))
            .OrderBy(each => Array.IndexOf(_worth, each.State))
            .Select(each => ((T, S)?)each)
            .FirstOrDefault();
        if (best is var (used, _))
            _used.Add(used);
        return best;
    }

    /// <summary>Those that were told of no finding.</summary>
    public IEnumerable<string> Unused(Baseline baseline) =>
        _all.Where(each => !_used.Contains(each))
            .Select(each =>
                baseline.Checks.Any(check => string.Equals(check.Id, each.Selector.CheckId, StringComparison.OrdinalIgnoreCase))
                    ? new LocalText(
                        $"{each.Source}: {each.Selector}の{_kind.Ja}を必要とする判定結果はありません",
                        $"{each.Source}: no finding needed the {_kind.En} of {each.Selector}"
                    )
                    : new LocalText(
                        $"{each.Source}: {baseline.Id} に {each.Selector.CheckId} というチェック項目はありません（{_kind.Ja}）",
                        $"{each.Source}: {baseline.Id} has no check {each.Selector.CheckId}, of which there is a {_kind.En}"
                    )
            )
            .Select(told => told.ToString());
}
