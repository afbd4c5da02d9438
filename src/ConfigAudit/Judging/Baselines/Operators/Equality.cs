using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>
/// Operators that ask whether a value is the same as another; texts without regard to case. They run for every fact of every host, so the
/// kinds of
/// value are told apart when the baseline is loaded and not when it runs.
/// </summary>
internal abstract class EqualityOperator : Operator
{
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

    public override string Sign => "=";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand) => Same(operand.Value(kind));
}

/// <summary>Another value.</summary>
internal sealed class NotEqualsOperator : EqualityOperator
{
    public override string Name => "notEquals";

    public override string Sign => "≠";

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

    public override string Sign => "is one of";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand) => OneOf(kind, operand.Values(kind));
}

/// <summary>None of several values.</summary>
internal sealed class NotInOperator : EqualityOperator
{
    public override string Name => "notIn";

    public override string Sign => "is none of";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var oneOf = OneOf(kind, operand.Values(kind));
        return value => !oneOf(value);
    }
}
