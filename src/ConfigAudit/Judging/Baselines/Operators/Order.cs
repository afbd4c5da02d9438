using System;
using System.Collections.Generic;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>Operators for what has an order: numbers, ages, moments, days, versions. Names and yes-or-no have none.</summary>
internal abstract class OrderOperator : Operator
{
    public override Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
    {
        if (!kind.IsOrdered)
            return null;
        var bound = operand.Value(kind);
        return value => Holds(Comparer<V>.Default.Compare(value, bound));
    }

    /// <param name="order">Negative when the value lies below the bound.</param>
    protected abstract bool Holds(int order);
}

internal sealed class AtLeastOperator : OrderOperator
{
    public override string Name => "atLeast";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}以上である", $"its {property.En} is at least {value.En}");

    protected override bool Holds(int order) => order >= 0;
}

internal sealed class AtMostOperator : OrderOperator
{
    public override string Name => "atMost";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}以下である", $"its {property.En} is at most {value.En}");

    protected override bool Holds(int order) => order <= 0;
}

internal sealed class MoreThanOperator : OrderOperator
{
    public override string Name => "moreThan";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}を超えている", $"its {property.En} is more than {value.En}");

    protected override bool Holds(int order) => order > 0;
}

internal sealed class LessThanOperator : OrderOperator
{
    public override string Name => "lessThan";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}未満である", $"its {property.En} is less than {value.En}");

    protected override bool Holds(int order) => order < 0;
}
