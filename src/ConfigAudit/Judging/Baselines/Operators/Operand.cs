using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>What a baseline compares with: written out, or the value of a parameter.</summary>
/// <param name="Node">The effective value.</param>
internal sealed record Operand(JsonNode Node)
{
    public V Value<V>(ValueKind<V> kind)
        where V : notnull => kind.FromJson(Node);

    public IReadOnlyList<V> Values<V>(ValueKind<V> kind)
        where V : notnull => Node.Elements().Select(kind.FromJson).ToArray();

    public string Text<V>(ValueKind<V> kind)
        where V : notnull =>
        Node.Token is Newtonsoft.Json.Linq.JArray ? string.Join(", ", Values(kind).Select(kind.Format)) : kind.Format(Value(kind));
}
