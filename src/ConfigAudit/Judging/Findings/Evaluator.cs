using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Baselines.Assertions;

namespace ConfigAudit.Judging.Findings;

/// <summary>Compares the facts about a host with a baseline.</summary>
internal static class Evaluator
{
    /// <summary>
    /// One finding a check, in the baseline's order, of those checks that are of what the snapshot is of: a PC isn't judged as a mail
    /// server.
    /// </summary>
    public static IEnumerable<Finding> Evaluate(Baseline baseline, Snapshot snapshot)
    {
        var assumed = Assumed(baseline, snapshot);
        var facts = FoundFacts.Of(snapshot);
        return Checks(baseline, snapshot).Select(check => Tell(baseline, check, assumed) with { Facts = facts });
    }

    /// <summary>The outcomes alone, of the same checks in the same order.</summary>
    public static IEnumerable<(Check Check, Outcome Outcome)> Outcomes(Baseline baseline, Snapshot snapshot)
    {
        var assumed = Assumed(baseline, snapshot);
        return Checks(baseline, snapshot).Select(check => (check, Judge(check, assumed)));
    }

    private static IEnumerable<Check> Checks(Baseline baseline, Snapshot snapshot)
    {
        var subject = snapshot.Table.Subject;
        return baseline.Checks.Where(check => check.IsEnabled && check.Subject == subject);
    }

    private static Snapshot Assumed(Baseline baseline, Snapshot snapshot) =>
        CatalogLimit.On(
            baseline,
            snapshot with
            {
                Zone = snapshot.Zone ?? baseline.AssumedZone,
                Model = snapshot.Model ?? baseline.AssumedModel,
            }
        );

    /// <summary>What a check comes to. What rules it out decides before what leaves it open.</summary>
    /// <param name="check">What is asked.</param>
    /// <param name="snapshot">Of what is judged.</param>
    /// <param name="grounds">Is given one entry: what led there. Null for the outcome alone.</param>
    public static Outcome Judge(Check check, Snapshot snapshot, ICollection<Grounds>? grounds = null)
    {
        var inScope = InScope(check, snapshot);
        var premises = grounds is null || check.AppliesWhen is null ? null : new List<Grounds>(1);
        var premise = inScope == Truth.False ? Truth.False : check.AppliesWhen?.Judge(snapshot.Table, premises) ?? Truth.True;
        var applies = inScope.And(premise);
        if (applies != Truth.True)
        {
            grounds?.Add(WhyNot(check, snapshot, inScope, premises?.SingleOrDefault()));
            return applies == Truth.False ? Outcome.NotApplicable : Outcome.Unknown;
        }

        var own = grounds is null ? null : new List<Grounds>(1);
        var truth = check.Assertion.Judge(snapshot.Table, own);
        grounds?.Add(After(premises?.Single(), own!.Single()));
        return truth == Truth.True ? Outcome.Pass
            : truth == Truth.False ? check.Otherwise
            : Outcome.Unknown;
    }

    /// <summary>A zone, role or model that nobody declared may be the one that a check is for, or may not.</summary>
    private static Truth InScope(Check check, Snapshot snapshot) =>
        InScope(check.Zones, snapshot.Zone).And(InScope(check.Roles, snapshot.Role)).And(InScope(check.Models, snapshot.Model));

    private static Truth InScope<E>(IReadOnlyList<E> wanted, E? declared)
        where E : struct
    {
        if (wanted.Count == 0)
            return Truth.True;
        if (declared is null)
            return Truth.Unknown;
        return wanted.Contains(declared.Value) ? Truth.True : Truth.False;
    }

    private static Finding Tell(Baseline baseline, Check check, Snapshot snapshot)
    {
        var told = new List<Grounds>(1);
        var outcome = Judge(check, snapshot, told);
        var grounds = told.Single();
        return new Finding
        {
            ComputerName = snapshot.ComputerName,
            HostName = snapshot.HostName ?? string.Empty,
            IPAddress = string.Join(", ", snapshot.IPAddresses),
            Zone = snapshot.Zone,
            Role = snapshot.Role,
            CheckId = check.Id,
            Check = check,
            Title = check.Title.ToString(),
            Outcome = outcome,
            Reason = grounds.Reason.ToString(),
            ReasonText = grounds.Reason,
            Severity = check.Severity,
            Obligation = check.Obligation,
            Expected = check.Expected.ToString(),
            Actual = grounds.Actual,
            Whole = grounds.Whole is null ? null : new FoundText(grounds.Whole),
            Evidence = string.Join("; ", grounds.Evidence),
            Guideline = check.Guideline.ToString(),
            CollectedAt = snapshot.CollectedAt,
            Baseline = baseline.Id,
            Remediation = check.Remediation.ToString(),
        };
    }

    /// <summary>What a verdict rests on, it rests on because the check's premise was seen to hold.</summary>
    private static Grounds After(Grounds? premise, Grounds own) =>
        premise is null ? own : own with { Evidence = own.Evidence.Concat(premise.Evidence).Distinct().ToArray() };

    /// <summary>Why a check wasn't judged.</summary>
    private static Grounds WhyNot(Check check, Snapshot snapshot, Truth inScope, Grounds? premise)
    {
        if (premise?.Truth == Truth.False)
            return premise with { Reason = NotFor(premise.Reason) };
        return inScope == Truth.True ? premise! : OutOfScope(check, snapshot, inScope);
    }

    private static Grounds OutOfScope(Check check, Snapshot snapshot, Truth inScope)
    {
        var scopes = new[]
        {
            Scope(new LocalText("領域", "zone"), check.Zones, snapshot.Zone),
            Scope(new LocalText("役割", "role"), check.Roles, snapshot.Role),
            Scope(new LocalText("ネットワークモデル", "network model"), check.Models, snapshot.Model),
        };
        return new Grounds(
            inScope,
            LocalText.Join(scopes.Where(scope => scope.InScope == inScope).Select(scope => scope.Reason)),
            string.Empty,
            new List<string>()
        );
    }

    private static (Truth InScope, LocalText Reason) Scope<E>(LocalText name, IReadOnlyList<E> wanted, E? declared)
        where E : struct, System.Enum
    {
        var names = wanted.Select(MemberNames<E>.Of).ToArray();
        var (ja, en) = (string.Join("、", names.Select(each => each.Ja)), string.Join(", ", names.Select(each => each.En)));
        return (
            InScope(wanted, declared),
            declared is { } own
                ? new LocalText(
                    $"{name.Ja}が{ja}のホストが対象で、このホストは{MemberNames<E>.Of(own).Ja}",
                    $"for {name.En} {en}, and this is {own}"
                )
                : new LocalText(
                    $"{name.Ja}が{ja}のホストが対象だが、このホストの{name.Ja}が宣言されていない",
                    $"for {name.En} {en}, and nobody declared this host's {name.En}"
                )
        );
    }

    /// <summary>What was found says against what premise.</summary>
    private static LocalText NotFor(LocalText because) => new($"このホストは対象外: {because.Ja}", $"not for this host: {because.En}");
}
