using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>What a baseline compares with: written out, or the value of a parameter.</summary>
/// <param name="Node">The effective value.</param>
internal sealed record Operand(JsonNode Node)
{
    public V Value<V>(ValueKind<V> kind)
        where V : notnull => kind.FromJson(Node);

    public IReadOnlyList<V> Values<V>(ValueKind<V> kind)
        where V : notnull => Node.Elements().Select(kind.FromJson).ToArray();

    /// <summary>The values in a sentence; where there are several, any of them.</summary>
    public LocalText Words<V>(ValueKind<V> kind, PropertyWords property)
        where V : notnull
    {
        var values = Node.Token is Newtonsoft.Json.Linq.JArray ? Values(kind) : new[] { Value(kind) };
        var each = values.Select(value => value is long number ? property.Measured(number) : kind.Words(value)).ToArray();
        if (each.Length < 2)
            return each.Length == 0 ? new LocalText("（なし）", "(nothing)") : each[0];
        var (before, last) = (each.Take(each.Length - 1).ToArray(), each[each.Length - 1]);
        return new LocalText(
            $"{string.Join("、", before.Select(value => value.Ja))}又は{last.Ja}",
            $"{string.Join(", ", before.Select(value => value.En))} or {last.En}"
        );
    }
}
