using System;
using System.Collections.Generic;
using ConfigAudit.Base.Kinds;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>Whether a text has no character, or a list no item: in a register, that nobody wrote anything there. The operand is true or
/// false.</summary>
internal sealed class IsEmptyOperator : Operator
{
    public override string Name => "isEmpty";

    public override string Sign => "is empty:";

    public override Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
    {
        if (kind is not StringKind)
            return null;
        var wanted = operand.Node.Flag();
        Func<string, bool> test = value => value.Length == 0 == wanted;
        return (Func<V, bool>)(object)test;
    }

    public override Func<IReadOnlyList<V>, bool> CompileList<V>(ValueKind<V> item, Operand operand)
    {
        var wanted = operand.Node.Flag();
        return list => list.Count == 0 == wanted;
    }

    public override string Text<V>(ValueKind<V> kind, Operand operand) => operand.Node.Flag() ? "true" : "false";
}
