using System;
using System.Collections.Generic;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>Whether a text has no character, or a list no item: in a register, that nobody wrote anything there. The operand is true or
/// false.</summary>
internal sealed class IsEmptyOperator : Operator
{
    public override string Name => "isEmpty";

    public override LocalText Words<V>(PropertyWords property, ValueKind<V> kind, Operand operand)
    {
        var (ja, en) = (property.Words.Ja, property.Words.En);
        return (property.IsWritten, operand.Node.Flag()) switch
        {
            (true, true) => new LocalText($"{ja}の記載がない", $"its {en} is not filled in"),
            (true, false) => new LocalText($"{ja}の記載がある", $"its {en} is filled in"),
            (false, true) => new LocalText($"{ja}がない", $"it has no {en}"),
            (false, false) => new LocalText($"{ja}がある", $"it has {EnglishNoun.Some(en)}"),
        };
    }

    protected override LocalText Words(LocalText property, LocalText value) => throw new NotSupportedException();

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
}
