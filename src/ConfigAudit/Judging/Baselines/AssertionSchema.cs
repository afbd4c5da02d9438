using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Operators;
using Newtonsoft.Json.Linq;
using static ConfigAudit.Judging.Baselines.SchemaParts;

namespace ConfigAudit.Judging.Baselines;

/// <summary>The part of a baseline's schema that depends on the facts: what may be asserted of each kind, by which properties, operators and
/// values.</summary>
internal static class AssertionSchema
{
    public static IEnumerable<(string Name, JObject Schema)> Definitions(FactTypes types)
    {
        var facts = types.All.OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();
        yield return (
            "assertion",
            new JObject
            {
                ["oneOf"] = new JArray(
                    Object(("allOf", List(Reference("assertion"), least: 1))).With("required", new JArray("allOf")),
                    Object(("anyOf", List(Reference("assertion"), least: 1))).With("required", new JArray("anyOf")),
                    Object(("not", Reference("assertion"))).With("required", new JArray("not")),
                    Object(
                            (
                                "attest",
                                new JObject
                                {
                                    ["enum"] = new JArray(true),
                                    ["description"] = "What no machine tells: a person has to say it.",
                                }
                            )
                        )
                        .With("required", new JArray("attest")),
                    new JObject
                    {
                        ["allOf"] = new JArray(
                            Reference("set"),
                            new JObject { ["anyOf"] = new JArray(facts.Select(fact => Reference("over" + fact.Name))) }
                        ),
                    }
                ),
            }
        );
        yield return ("set", Set());
        yield return ("byParameter", Object(("parameter", Words(null))).With("required", new JArray("parameter")));
        yield return ("condition", Condition());
        foreach (var fact in facts)
        {
            yield return ("over" + fact.Name, Over(fact.Name));
            yield return ("of" + fact.Name, Of(fact));
        }

        var kinds = facts
            .SelectMany(fact => fact.Properties)
            .Select(property => property.Kind)
            .Distinct()
            .OrderBy(OperandSchema.NameOf, StringComparer.Ordinal)
            .ToArray();
        foreach (var kind in kinds)
            yield return ("is" + OperandSchema.NameOf(kind), OperandSchema.Comparison(kind));
        foreach (
            var value in kinds
                .Select(kind => kind.Item ?? kind)
                .Distinct()
                .OrderBy(OperandSchema.NameOf, StringComparer.Ordinal)
                .SelectMany(OperandSchema.Values)
        )
        {
            yield return value;
        }
    }

    /// <summary>The four forms of an assertion over facts of a kind.</summary>
    private static JObject Set()
    {
        var any = new JObject();
        return new JObject
        {
            ["oneOf"] = new JArray(
                Object(("all", any), ("where", any), ("have", any)).With("required", new JArray("all", "have")),
                Object(("any", any), ("have", any)).With("required", new JArray("any")),
                Object(("none", any), ("have", any)).With("required", new JArray("none")),
                Object(("count", any), ("where", any), ("atLeast", Typed("integer")), ("atMost", Typed("integer")))
                    .With("required", new JArray("count"))
                    .With("anyOf", new JArray(Needs("atLeast"), Needs("atMost")))
            ),
        };
    }

    /// <summary>The forms of a condition: joined, turned round, by what the organisation chose, and a property with one operator.</summary>
    private static JObject Condition()
    {
        var any = new JObject();
        var comparison = Object(Operator.All.Keys.Select(name => (name, any)).Prepend(("property", Typed("string"))).ToArray())
            .With("required", new JArray("property"));
        comparison["minProperties"] = comparison["maxProperties"] = 2;
        return new JObject
        {
            ["oneOf"] = new JArray(
                Object(("allOf", new JObject { ["type"] = "array", ["minItems"] = 1 })).With("required", new JArray("allOf")),
                Object(("anyOf", new JObject { ["type"] = "array", ["minItems"] = 1 })).With("required", new JArray("anyOf")),
                Object(("not", any)).With("required", new JArray("not")),
                Object(("parameter", Words(null)), ("equals", Words(null)))
                    .With("required", new JArray("parameter", "equals"))
                    .With("description", "Whether the organisation chose that value of a parameter of type 'choice'."),
                comparison
            ),
        };
    }

    private static JObject Over(string fact)
    {
        var schema = new JObject();
        foreach (var form in new[] { "all", "any", "none", "count" })
            schema[form] = Among(fact);
        foreach (var part in new[] { "where", "have" })
            schema[part] = Reference("of" + fact);
        return new JObject { ["properties"] = schema };
    }

    private static JObject Of(FactType fact)
    {
        var name = "of" + fact.Name;
        var kinds = fact
            .Properties.GroupBy(property => OperandSchema.NameOf(property.Kind))
            .Select(group => new JObject
            {
                ["allOf"] = new JArray(
                    new JObject
                    {
                        ["properties"] = new JObject { ["property"] = Among(group.Select(property => property.Name).ToArray()) },
                    },
                    Reference("is" + group.Key)
                ),
            });
        return new JObject
        {
            ["allOf"] = new JArray(
                Reference("condition"),
                new JObject
                {
                    ["properties"] = new JObject
                    {
                        ["allOf"] = new JObject { ["items"] = Reference(name) },
                        ["anyOf"] = new JObject { ["items"] = Reference(name) },
                        ["not"] = Reference(name),
                    },
                },
                new JObject { ["anyOf"] = new JArray(kinds.Prepend(new JObject { ["not"] = Needs("property") })) }
            ),
        };
    }
}
