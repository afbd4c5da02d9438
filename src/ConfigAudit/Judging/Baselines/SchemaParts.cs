using System;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What a JSON schema (draft 7) is put together from.</summary>
internal static class SchemaParts
{
    public static JObject Object(params (string Name, JObject Schema)[] members) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JObject(members.Select(member => new JProperty(member.Name, member.Schema))),
        };

    public static JObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

    public static JObject Typed(string type) => new() { ["type"] = type };

    public static JObject Words(string? description) =>
        description is null
            ? new JObject { ["type"] = "string", ["minLength"] = 1 }
            : new JObject
            {
                ["type"] = "string",
                ["minLength"] = 1,
                ["description"] = description,
            };

    public static JObject Among(params string[] names) => new() { ["enum"] = new JArray(names) };

    public static JObject Members<E>()
        where E : struct, Enum => Among(Enum.GetNames(typeof(E)));

    public static JObject Needs(string name) => new() { ["required"] = new JArray(name) };

    public static JObject List(JObject items, int least) =>
        least == 0
            ? new JObject { ["type"] = "array", ["items"] = items }
            : new JObject
            {
                ["type"] = "array",
                ["minItems"] = least,
                ["items"] = items,
            };

    public static JObject With(this JObject schema, string name, JToken value)
    {
        schema[name] = value;
        return schema;
    }
}
