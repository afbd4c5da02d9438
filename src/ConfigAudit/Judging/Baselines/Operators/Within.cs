using System;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>Whether what lacks has lacked no longer than is granted (<see cref="Grace"/>).</summary>
internal sealed class WithinOperator : Operator
{
    private static readonly GraceKind Graces = (GraceKind)ValueKind.Of(typeof(Grace));

    public override string Name => "within";

    public override LocalText Words<V>(PropertyWords property, ValueKind<V> kind, Operand operand) =>
        Words(property.Words, Grace(operand).Words);

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}である", $"its {property.En} is within {value.En}");

    public override Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var grace = Grace(operand);
        return (Func<V, bool>)(object)(Func<Exposure, bool>)(value => Truth(grace, value) == Baselines.Truth.True);
    }

    public override bool Suits(ValueKind kind) => kind is ExposureKind;

    public static Grace Grace(Operand operand) => Graces.FromJson(operand.Node);

    /// <summary>Open where something may lack for longer than is granted, and may not.</summary>
    public static Truth Truth(Grace grace, Exposure exposure) =>
        exposure.Since is not { } since || exposure.AsOf <= grace.LastDay(since) ? Baselines.Truth.True
        : exposure.IsCertain ? Baselines.Truth.False
        : Baselines.Truth.Unknown;
}
