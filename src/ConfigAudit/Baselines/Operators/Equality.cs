using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Baselines.Operators;

/// <summary>The same value; texts without regard to case.</summary>
internal sealed class EqualsOperator : Operator
{
    public override string Name => "equals";

    public override string Sign => "=";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var wanted = operand.Value(kind);
        var equality = kind.Equality;
        return value => equality.Equals(value, wanted);
    }
}

/// <summary>Another value.</summary>
internal sealed class NotEqualsOperator : Operator
{
    public override string Name => "notEquals";

    public override string Sign => "≠";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var unwanted = operand.Value(kind);
        var equality = kind.Equality;
        return value => !equality.Equals(value, unwanted);
    }
}

/// <summary>One of several values.</summary>
internal sealed class InOperator : Operator
{
    public override string Name => "in";

    public override string Sign => "is one of";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand) => new HashSet<V>(operand.Values(kind), kind.Equality).Contains;
}

/// <summary>None of several values.</summary>
internal sealed class NotInOperator : Operator
{
    public override string Name => "notIn";

    public override string Sign => "is none of";

    public override Func<V, bool> Compile<V>(ValueKind<V> kind, Operand operand)
    {
        var unwanted = new HashSet<V>(operand.Values(kind), kind.Equality);
        return value => !unwanted.Contains(value);
    }
}
