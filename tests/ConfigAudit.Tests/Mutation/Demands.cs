using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;

namespace ConfigAudit.Tests.Mutation;

/// <summary>The demands of every baseline that ships, each once, whichever overlays change it; and hosts judged as if each demand were
/// meant for them.</summary>
internal static class Demands
{
    public static IReadOnlyList<Check> Of(FactSubject subject) =>
        ShippedChecks
            .Baselines.SelectMany(baseline => baseline.Checks)
            .Where(check => check.Subject == subject && check.Method != AuditMethod.Attestation)
            .GroupBy(check => (check.Id, check.Assertion.ToString(), check.AppliesWhen?.ToString()))
            .Select(same => same.First())
            .ToArray();

    /// <summary>What a check comes to where its zone, role and model are those that it is for.</summary>
    public static Outcome Judge(Check check, Snapshot snapshot) =>
        Evaluator.Judge(
            check,
            snapshot with
            {
                Zone = check.Zones.Count == 0 || (snapshot.Zone is { } zone && check.Zones.Contains(zone)) ? snapshot.Zone : check.Zones[0],
                Role = check.Roles.Count == 0 || (snapshot.Role is { } role && check.Roles.Contains(role)) ? snapshot.Role : check.Roles[0],
                Model = check.Models.Count == 0 ? snapshot.Model : check.Models[0],
            }
        );

    /// <summary>The kinds of fact that it looks at.</summary>
    public static HashSet<FactType> Facts(Check check) =>
        new(check.Assertion.Facts.Concat(check.AppliesWhen?.Facts ?? Enumerable.Empty<FactType>()));

    /// <summary>The properties that it looks at.</summary>
    public static HashSet<FactProperty> Properties(Check check) =>
        new(check.Assertion.Properties.Concat(check.AppliesWhen?.Properties ?? Enumerable.Empty<FactProperty>()));
}
