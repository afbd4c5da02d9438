using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>The list holds at least one of the values named.</summary>
internal sealed class IncludesAnyOperator : Operator
{
    public override string Name => "includesAny";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}を含んでいる", $"its {property.En} include {value.En}");

    public override Func<IReadOnlyList<V>, bool> CompileList<V>(ValueKind<V> item, Operand operand)
    {
        var wanted = new HashSet<V>(operand.Values(item), item.Equality);
        return list => list.Any(wanted.Contains);
    }
}

/// <summary>The list holds nothing but the values named. An empty list does.</summary>
internal sealed class IncludesOnlyOperator : Operator
{
    public override string Name => "includesOnly";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}以外を含んでいない", $"its {property.En} include nothing but {value.En}");

    public override Func<IReadOnlyList<V>, bool> CompileList<V>(ValueKind<V> item, Operand operand)
    {
        var allowed = new HashSet<V>(operand.Values(item), item.Equality);
        return list => list.All(allowed.Contains);
    }
}
