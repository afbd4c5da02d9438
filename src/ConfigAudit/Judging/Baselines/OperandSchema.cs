using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Operators;
using Newtonsoft.Json.Linq;
using static ConfigAudit.Judging.Baselines.SchemaParts;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What a baseline may compare values of a kind by, and with: each operator is tried as when a baseline is loaded.</summary>
internal static class OperandSchema
{
    private const string GraceForm = @"^([0-9]{1,3} (business )?days?|next release( \+ [0-9]{1,3} days?)?)$";

    /// <summary>How a value of a kind is written. An enumeration's are its members.</summary>
    private static readonly Dictionary<Type, (string Name, string Type, string? Pattern, JToken Sample)> Kinds = new()
    {
        [typeof(string)] = ("Text", "string", null, "x"),
        [typeof(bool)] = ("Flag", "boolean", null, true),
        [typeof(long)] = ("Number", "integer", null, 1),
        [typeof(TimeSpan)] = ("Age", "string", @"^\s*-?(\d+|(\d+\.)?\d{1,2}:\d{1,2}(:\d{1,2}(\.\d{1,7})?)?)\s*$", "1.00:00:00"),
        [typeof(DateTimeOffset)] = (
            "Moment",
            "string",
            @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$",
            "2026-11-16T00:00:00Z"
        ),
        [typeof(DateTime)] = ("Day", "string", @"^\d{4}-\d{2}-\d{2}$", "2026-11-16"),
        [typeof(Grace)] = ("Grace", "string", GraceForm, "30 days"),
        // What it is compared with is what is granted.
        [typeof(Exposure)] = ("Grace", "string", GraceForm, "30 days"),
        [typeof(Version)] = ("Version", "string", @"^\d+(\.\d+){1,3}$", "1.0"),
    };

    public static string NameOf(ValueKind kind) =>
        kind.Item is { } item ? NameOf(item) + "List"
        : kind.Type.IsEnum ? kind.Type.Name
        : Kinds[kind.Type].Name;

    /// <summary>One value of a kind.</summary>
    public static JObject One(ValueKind kind)
    {
        if (kind.Type.IsEnum)
            return new JObject { ["enum"] = new JArray(Enum.GetNames(kind.Type)) };
        var (_, type, pattern, _) = Kinds[kind.Type];
        var schema = new JObject { ["type"] = type };
        if (pattern is not null)
            schema["pattern"] = pattern;
        else if (type == "string")
            schema["minLength"] = 1;
        return schema;
    }

    /// <summary>One value of a kind, and several, each written out or by a parameter: whether that is of the kind is beyond a
    /// schema.</summary>
    public static IEnumerable<(string Name, JObject Schema)> Values(ValueKind kind)
    {
        yield return ("one" + NameOf(kind), new JObject { ["anyOf"] = new JArray(One(kind), ByParameter()) });
        yield return (
            "some" + NameOf(kind),
            new JObject { ["anyOf"] = new JArray(new JObject { ["type"] = "array", ["items"] = One(kind) }, ByParameter()) }
        );
    }

    /// <summary>A property of a kind, with the one operator that stands beside it.</summary>
    public static JObject Comparison(ValueKind kind) =>
        new()
        {
            ["additionalProperties"] = false,
            ["properties"] = new JObject(
                Operator
                    .All.Values.Select(by => (by.Name, Operand: Operand(kind, by)))
                    .Where(pair => pair.Operand is not null)
                    .Select(pair => new JProperty(pair.Name, pair.Operand))
                    .Prepend(new JProperty("property", new JObject()))
            ),
        };

    /// <summary>What may stand behind an operator; null where that doesn't suit the kind.</summary>
    private static JObject? Operand(ValueKind kind, Operator by)
    {
        var item = kind.Item ?? kind;
        var forms = (Forms)Activator.CreateInstance(typeof(Forms<>).MakeGenericType(item.Type), kind);
        var sample = item.Type.IsEnum ? Enum.GetNames(item.Type)[0] : Kinds[item.Type].Sample;
        var written = new List<JObject>();
        if (forms.Takes(by, sample))
            written.Add(Reference("one" + NameOf(item)));
        if (forms.Takes(by, new JArray(sample)))
            written.Add(Reference("some" + NameOf(item)));
        if (item.Type != typeof(bool) && forms.Takes(by, true))
            written.Add(Reference("one" + Kinds[typeof(bool)].Name));
        return written.Count switch
        {
            0 => null,
            1 => written[0],
            _ => new JObject { ["anyOf"] = new JArray(written) },
        };
    }

    private static JObject ByParameter() => Reference("byParameter");

    /// <summary>Tries operators on a kind.</summary>
    private abstract class Forms
    {
        public abstract bool Takes(Operator by, JToken operand);
    }

    private sealed class Forms<V> : Forms
        where V : notnull
    {
        private readonly ValueKind _kind;

        public Forms(ValueKind kind) => _kind = kind;

        public override bool Takes(Operator by, JToken operand)
        {
            if (!by.Suits(_kind))
                return false;
            var node = new Operand(new JsonNode(string.Empty, operand));
            try
            {
                return _kind is ValueKind<V> one
                    ? by.Compile(one, node) is not null
                    : by.CompileList((ValueKind<V>)_kind.Item!, node) is not null;
            }
            catch (InputException)
            {
                return false;
            }
        }
    }
}
