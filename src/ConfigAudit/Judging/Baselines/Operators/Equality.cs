using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>
/// Operators that ask whether a value is the same as another; texts without regard to case. They run for every fact of every host, so the
/// kinds of
/// value are told apart when the baseline is loaded and not when it runs.
/// </summary>
internal abstract class EqualityOperator : Operator
{
    /// <summary>Of a property that is or isn't so, that; of any other, its value.</summary>
    public override LocalText Words<V>(PropertyWords property, ValueKind<V> kind, Operand operand) =>
        property.IsClause && operand.Node.Token.Type == Newtonsoft.Json.Linq.JTokenType.Boolean
            ? property.Clause(operand.Node.Flag() == IsSame)
            : base.Words(property, kind, operand);

    /// <summary>Whether being one of the operands is what is asked.</summary>
    protected abstract bool IsSame { get; }

    /// <summary>Below this many a walk is faster than a hash, above all where the lengths of texts already differ.</summary>
    private const int Few = 8;

    protected static Func<V, bool> Same<V>(V wanted)
        where V : notnull =>
        wanted is string text
            ? (Func<V, bool>)(object)(Func<string, bool>)(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase))
            : value => EqualityComparer<V>.Default.Equals(value, wanted);

    protected static Func<V, bool> OneOf<V>(ValueKind<V> kind, IReadOnlyList<V> wanted)
        where V : notnull
    {
        if (wanted.Count >= Few)
            return new HashSet<V>(wanted, kind.Equality).Contains;
        var tests = wanted.Select(Same).ToArray();
        return value =>
        {
            foreach (var test in tests)
            {
                if (test(value))
                    return true;
            }

            return false;
        };
    }
}

/// <summary>The same value.</summary>
internal sealed class EqualsOperator : EqualityOperator
{
    public override string Name => "equals";

    protected override bool IsSame => true;

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}である", $"its {property.En} is {value.En}");

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand) => Same(operand.Value(kind));
}

/// <summary>Another value.</summary>
internal sealed class NotEqualsOperator : EqualityOperator
{
    public override string Name => "notEquals";

    protected override bool IsSame => false;

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}でない", $"its {property.En} is not {value.En}");

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var same = Same(operand.Value(kind));
        return value => !same(value);
    }
}

/// <summary>One of several values.</summary>
internal sealed class InOperator : EqualityOperator
{
    public override string Name => "in";

    protected override bool IsSame => true;

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}である", $"its {property.En} is {value.En}");

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand) => OneOf(kind, operand.Values(kind));
}

/// <summary>None of several values.</summary>
internal sealed class NotInOperator : EqualityOperator
{
    public override string Name => "notIn";

    protected override bool IsSame => false;

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}のいずれでもない", $"its {property.En} is {Neither(value.En)}");

    /// <summary>"A or B" is two of them, and "A, B or C" more.</summary>
    private static string Neither(string values)
    {
        var two = values.Split(new[] { " or " }, StringSplitOptions.None);
        return two.Length == 2 && two[0].IndexOf(", ", StringComparison.Ordinal) < 0 ? $"neither {two[0]} nor {two[1]}"
            : two.Length == 1 ? $"not {values}"
            : $"none of {values}";
    }

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var oneOf = OneOf(kind, operand.Values(kind));
        return value => !oneOf(value);
    }
}
