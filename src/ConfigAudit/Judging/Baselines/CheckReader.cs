using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines.Assertions;

namespace ConfigAudit.Judging.Baselines;

/// <summary>Reads a check of a baseline's file, and where it stands in the guideline.</summary>
internal static class CheckReader
{
    /// <exception cref="InputException">It isn't one.</exception>
    public static Check Read(JsonNode node, AssertionReader assertions)
    {
        node.AllowOnly(
            "id",
            "title",
            "rationale",
            "remediation",
            "enabled",
            "guideline",
            "obligation",
            "severity",
            "scope",
            "appliesWhen",
            "assert",
            "otherwise"
        );
        var scope = node.Has("scope") ? node["scope"] : (JsonNode?)null;
        scope?.AllowOnly("zones", "roles", "models");
        var assertion = assertions.Read(node["assert"]);
        var applies = node.Has("appliesWhen") ? assertions.Read(node["appliesWhen"]) : null;
        var facts = assertion.Facts.Concat(applies?.Facts ?? Enumerable.Empty<FactType>()).Distinct().ToArray();
        // What no fact tells, a person says of the organisation.
        var subjects = facts.Select(fact => fact.Subject).DefaultIfEmpty(FactSubject.Organisation).Distinct().ToArray();
        if (subjects.Length > 1)
        {
            throw node.Error(
                new LocalText(
                    $"1つのチェック項目で扱えるのは1種類の対象です。ここでは {string.Join("と ", subjects)} の事実を扱っています",
                    $"a check is of one thing, and this one looks at facts of {string.Join(" and ", subjects)}"
                )
            );
        }

        return new Check
        {
            Id = node.Text("id"),
            Title = Words(node["title"]),
            Rationale = node.Has("rationale") ? Words(node["rationale"]) : new LocalText(string.Empty, string.Empty),
            Remediation = Words(node["remediation"]),
            IsEnabled = !node.Has("enabled") || node["enabled"].Flag(),
            Guideline = Guideline(node["guideline"]),
            Obligation = node["obligation"].Enum<Obligation>(),
            Severity = node["severity"].Enum<Severity>(),
            Zones = Scope<Zone>(scope, "zones"),
            Roles = Scope<HostRole>(scope, "roles"),
            Models = Scope<NetworkModel>(scope, "models"),
            Subject = subjects[0],
            Facts = facts,
            AppliesWhen = applies,
            Assertion = assertion,
            Expected =
                assertion is AttestAssertion
                    ? new LocalText(
                        $"{assertion.Words.Ja}：{Words(node["title"]).Ja}",
                        $"{assertion.Words.En}: {Words(node["title"]).En}"
                    ).Capitalised()
                    : assertion.Words.Capitalised(),
            Otherwise = !node.Has("otherwise")
                ? assertion is AttestAssertion
                    ? Outcome.Attest
                    : Outcome.Fail
                : node["otherwise"].Enum<Outcome>() switch
                {
                    Outcome.Fail when assertion is not AttestAssertion => Outcome.Fail,
                    Outcome.Attest => Outcome.Attest,
                    _ => throw node["otherwise"]
                        .Error(new LocalText("'otherwise' は Fail 又は Attest です", "what doesn't hold comes to Fail or to Attest")),
                },
        };
    }

    public static GuidelineReference Guideline(JsonNode node)
    {
        node.AllowOnly("edition", "section", "page", "part", "comments", "verified");
        var page = node.TextOrNull("page");
        var part = GuidelineReference.PartOf(page) ?? node.NumberOrNull("part");
        if (part is < 1 or > 5 || (node.NumberOrNull("part") is { } said && said != part))
        {
            throw node["part"]
                .Error(
                    page is null
                        ? new LocalText("ガイドラインの編は1から5までです", "the guideline has parts 1 to 5")
                        : new LocalText($"頁 {page} は第{part}編にあります", $"page {page} stands in part {part}")
                );
        }

        return new GuidelineReference(Edition(node["edition"]), node.Text("section"), page)
        {
            Part = (int?)part,
            Comments = node.Has("comments")
                ? node["comments"].Elements().Select(comment => comment.Number()).ToArray()
                : Array.Empty<long>(),
            IsVerified = !node.Has("verified") || node["verified"].Flag(),
        };
    }

    /// <summary>Year and month: 2022-03.</summary>
    public static string Edition(JsonNode node) =>
        DateTime.TryParseExact(node.Text(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? node.Text()
            : throw node.Error(
                new LocalText(
                    $"'{node.Text()}' は版ではありません。年月（yyyy-MM）が必要です",
                    $"'{node.Text()}' is no edition: a year and month (yyyy-MM) is wanted"
                )
            );

    private static E[] Scope<E>(JsonNode? scope, string name)
        where E : struct, Enum
    {
        if (scope is not { } node || !node.Has(name))
            return Array.Empty<E>();
        var some = node[name].Elements().Select(each => each.Enum<E>()).ToArray();
        return some.Length > 0
            ? some
            : throw node[name]
                .Error(
                    new LocalText(
                        $"'{name}' が空です。すべてを対象とする場合は、省いてください",
                        $"'{name}' is empty: leave it out where all are meant"
                    )
                );
    }

    /// <summary>An organisation's own file needn't be in two languages.</summary>
    public static LocalText Words(JsonNode node) =>
        node.Token.Type == Newtonsoft.Json.Linq.JTokenType.String ? new LocalText(node.Text(), node.Text()) : node.Texts();
}
