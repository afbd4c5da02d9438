using System;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>Operators for texts; without regard to case. The operand is one text or several, of which one is enough.</summary>
internal abstract class TextOperator : Operator
{
    public override Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
    {
        if (kind is not StringKind text)
            return null;
        var wanted = operand.Node.Token is Newtonsoft.Json.Linq.JArray ? operand.Values(text).ToArray() : new[] { operand.Value(text) };
        Func<string, bool> test =
            wanted.Length == 1 ? value => Test(value, wanted[0]) : value => Array.Exists(wanted, each => Test(value, each));
        return (Func<V, bool>)(object)test;
    }

    protected abstract bool Test(string value, string wanted);
}

internal sealed class StartsWithOperator : TextOperator
{
    public override string Name => "startsWith";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}で始まっている", $"its {property.En} starts with {value.En}");

    protected override bool Test(string value, string wanted) => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
}

internal sealed class EndsWithOperator : TextOperator
{
    public override string Name => "endsWith";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}で終わっている", $"its {property.En} ends with {value.En}");

    protected override bool Test(string value, string wanted) => value.EndsWith(wanted, StringComparison.OrdinalIgnoreCase);
}

internal sealed class ContainsOperator : TextOperator
{
    public override string Name => "contains";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が{value.Ja}を含んでいる", $"its {property.En} contains {value.En}");

    protected override bool Test(string value, string wanted) => value.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;
}

/// <summary>A regular expression, without regard to case and with a time limit.</summary>
internal sealed class MatchesOperator : Operator
{
    public override string Name => "matches";

    protected override LocalText Words(LocalText property, LocalText value) =>
        new($"{property.Ja}が正規表現{value.Ja}に一致する", $"its {property.En} matches the regular expression {value.En}");

    public override bool MayGiveUp => true;

    public override Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
    {
        if (kind is not StringKind)
            return null;
        var pattern = BoundedPattern.Compile(operand.Node);
        Func<string, bool> test = value => (pattern.Match(value) ?? throw new UndecidedException()).Success;
        return (Func<V, bool>)(object)test;
    }
}
