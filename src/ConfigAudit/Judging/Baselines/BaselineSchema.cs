using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using static ConfigAudit.Judging.Baselines.SchemaParts;

namespace ConfigAudit.Judging.Baselines;

/// <summary>
/// The JSON schema of a baseline, for editors: the facts, their properties, the operators that suit each and what may stand behind them, as
/// loading a baseline proves them. Names of
/// members are written as they are declared; the program takes them in any case.
/// </summary>
internal static class BaselineSchema
{
    /// <summary>The name of its file, beside the baselines.</summary>
    public const string FileName = "baseline.schema.json";

    /// <summary>A definition a line: small, and a difference shows what changed.</summary>
    public static string Text(FactTypes types)
    {
        var definitions = Definitions(types)
            .Select(pair => $"  {JsonConvert.ToString(pair.Name)}: {pair.Schema.ToString(Formatting.None)}");
        var members = Root()
            .Properties()
            .Select(member => $" {JsonConvert.ToString(member.Name)}: {member.Value.ToString(Formatting.None)}");
        return "{\n" + string.Join(",\n", members) + ",\n \"definitions\": {\n" + string.Join(",\n", definitions) + "\n }\n}\n";
    }

    private static JObject Root() =>
        JObject.FromObject(
            new Dictionary<string, object>
            {
                ["$schema"] = "http://json-schema.org/draft-07/schema#",
                ["title"] = "ConfigAudit baseline",
                ["description"] =
                    "What ought to be: checks over the facts about a host, a mail server or the organisation, and the parameters that they share. A baseline with 'extends' is an overlay: it changes others.",
                ["type"] = "object",
                ["required"] = new[] { "format", "id", "version", "title" },
                ["additionalProperties"] = false,
                ["properties"] = new JObject
                {
                    ["$schema"] = Typed("string"),
                    ["format"] = Among(BaselineFile.Format),
                    ["id"] = Words("The name that the baseline is asked for by."),
                    ["version"] = Reference("version"),
                    ["title"] = Reference("words"),
                    ["edition"] = Reference("edition"),
                    ["source"] = new JObject { ["description"] = "Where the demands come from. Not read by the program." },
                    ["extends"] = new JObject
                    {
                        ["description"] =
                            "The ids of baselines that ship with the module, or paths relative to this file; of several, a later one changes what an earlier one says.",
                        ["anyOf"] = new JArray(Words(null), List(Words(null), least: 1)),
                    },
                    ["assume"] = Object(("zone", Members<Zone>()), ("model", Members<NetworkModel>())),
                    ["parameters"] = new JObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = new JObject
                        {
                            ["anyOf"] = new JArray(
                                Reference("parameter"),
                                new JObject
                                {
                                    ["type"] = new JArray("string", "integer", "boolean", "array"),
                                    ["description"] = "In an overlay: the new value.",
                                }
                            ),
                        },
                    },
                    ["checks"] = List(Reference("check"), least: 0),
                    ["changes"] = new JObject { ["type"] = "object", ["additionalProperties"] = Reference("change") },
                    ["comments"] = List(Reference("comment"), least: 0),
                },
                ["oneOf"] = new JArray(
                    new JObject
                    {
                        ["required"] = new JArray("checks"),
                        ["properties"] = new JObject { ["parameters"] = new JObject { ["additionalProperties"] = Typed("object") } },
                        ["not"] = new JObject { ["anyOf"] = new JArray(Needs("extends"), Needs("assume"), Needs("changes")) },
                    },
                    new JObject { ["required"] = new JArray("extends"), ["not"] = Needs("comments") }
                ),
            }
        );

    private static IEnumerable<(string Name, JObject Schema)> Definitions(FactTypes types)
    {
        yield return ("text", Object(("ja", Words(null)), ("en", Words(null))).With("required", new JArray("ja", "en")));
        yield return (
            "words",
            new JObject { ["anyOf"] = new JArray(Reference("text"), Words("In an organisation's own file: in one language.")) }
        );
        yield return (
            "edition",
            new JObject
            {
                ["type"] = "string",
                ["pattern"] = @"^\d{4}-(0[1-9]|1[0-2])$",
                ["description"] = "Year and month of an edition of the guideline: 2022-03.",
            }
        );
        yield return ("version", OperandSchema.One(ValueKind.Of(typeof(Version))));
        yield return ("guideline", Guideline());
        yield return ("check", Check());
        yield return ("change", Change());
        yield return (
            "comment",
            Object(
                    ("number", Typed("integer")),
                    ("asks", Reference("text")),
                    ("answer", Members<CommentAnswer>()),
                    ("section", Words(null)),
                    ("page", Words(null)),
                    ("notAuditable", Reference("text"))
                )
                .With("required", new JArray("number", "asks", "answer"))
        );
        yield return (
            "parameter",
            new JObject { ["anyOf"] = new JArray(Parameter.Types.Select(pair => ParameterOf(pair.Key, pair.Value))) }
        );

        foreach (var assertion in AssertionSchema.Definitions(types))
            yield return assertion;
    }

    private static JObject Guideline() =>
        Object(
                ("edition", Reference("edition")),
                ("section", Words(null)),
                ("page", new JObject { ["type"] = new JArray("string", "null"), ["minLength"] = 1 }),
                (
                    "part",
                    new JObject
                    {
                        ["type"] = new JArray("integer", "null"),
                        ["minimum"] = 1,
                        ["maximum"] = 5,
                        ["description"] =
                            "1 general, 2 model clauses, 3 commentary, 4 clouds, 5 powers and duties. Parts 1 to 3 are told by the page where there is one.",
                    }
                ),
                ("comments", List(Typed("integer").With("description", "The number of a public comment."), least: 0)),
                ("verified", Typed("boolean").With("description", "False where the section rests on secondary sources."))
            )
            .With("required", new JArray("edition", "section"));

    private static JObject Check() =>
        Object(
                ("id", Words(null)),
                ("title", Reference("words")),
                ("rationale", Reference("words")),
                ("remediation", Reference("words")),
                ("enabled", Typed("boolean").With("description", "False: not judged, unless an overlay switches it on.")),
                ("guideline", Reference("guideline")),
                ("obligation", Members<Obligation>()),
                ("severity", Members<Severity>()),
                (
                    "scope",
                    Object(
                        ("zones", List(Members<Zone>(), least: 1)),
                        ("roles", List(Members<HostRole>(), least: 1)),
                        ("models", List(Members<NetworkModel>(), least: 1))
                    )
                ),
                ("appliesWhen", Reference("assertion")),
                ("assert", Reference("assertion")),
                (
                    "otherwise",
                    Among(nameof(Outcome.Fail), nameof(Outcome.Attest)).With("description", "What it comes to when the assertion is false.")
                )
            )
            .With("required", new JArray("id", "title", "remediation", "guideline", "obligation", "severity", "assert"));

    /// <summary>What switches off, or tells of an edition, says why.</summary>
    private static JObject Change() =>
        Object(
                ("enabled", Typed("boolean")),
                ("severity", Members<Severity>()),
                ("obligation", Members<Obligation>()),
                ("guideline", Reference("guideline")),
                ("reason", Reference("words")),
                ("change", Members<EditionChange>()),
                ("successor", Words(null))
            )
            .With(
                "anyOf",
                new JArray(
                    Needs("reason"),
                    new JObject
                    {
                        ["properties"] = new JObject { ["enabled"] = new JObject { ["enum"] = new JArray(true) } },
                        ["not"] = Needs("change"),
                    }
                )
            );

    private static JObject ParameterOf(string name, ValueKind kind)
    {
        var value = kind.Item is { } item ? List(OperandSchema.One(item), least: 0) : OperandSchema.One(kind);
        var schema = Object(
            ("type", Among(name)),
            ("title", Reference("text")),
            ("default", value),
            ("minimum", value),
            ("maximum", value)
        );
        if (Parameter.MayChoose(name))
            schema["properties"]!["choices"] = List(Words(null), least: 1);
        schema["properties"]!["withdrawn"] = new JObject
        {
            ["type"] = "object",
            ["additionalProperties"] = Reference("text"),
            ["description"] = "Values that could be chosen once, each with why it can't be any more: told to whoever still names it.",
        };
        return schema.With(
            "required",
            Parameter.MustChoose(name) ? new JArray("type", "default", "title", "choices") : new JArray("type", "default", "title")
        );
    }
}
