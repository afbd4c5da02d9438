using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Operators;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines;

/// <summary>Turns the conditions of a baseline file into what is run.</summary>
internal sealed class ConditionReader<T>
    where T : Fact, new()
{
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;

    public ConditionReader(IReadOnlyDictionary<string, Parameter> parameters) => _parameters = parameters;

    public Condition<T>? ReadOrNull(JsonNode node, string name) => node.Has(name) ? Read(node[name]) : null;

    /// <exception cref="InputException">Something in it isn't known, or doesn't fit.</exception>
    public Condition<T> Read(JsonNode node)
    {
        foreach (var form in new[] { "allOf", "anyOf", "not" })
        {
            if (!node.Has(form))
                continue;
            node.AllowOnly(form);
            return form switch
            {
                "allOf" => Join(Parts(node[form]), rules: false, parts => new AllOfCondition<T>(parts)),
                "anyOf" => Join(Parts(node[form]), rules: true, parts => new AnyOfCondition<T>(parts)),
                _ => new NotCondition<T>(Read(node[form])),
            };
        }

        return node.Has("parameter") ? OfParameter(node) : Comparison(node);
    }

    /// <summary>A part that is settled either rules the whole or says nothing.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="rules">The value of a part that settles the whole.</param>
    /// <param name="join">Joins what is left.</param>
    private static Condition<T> Join(Condition<T>[] parts, bool rules, Func<Condition<T>[], Condition<T>> join)
    {
        if (parts.OfType<FixedCondition<T>>().FirstOrDefault(part => part.Holds == rules) is { } ruling)
            return ruling;
        var left = parts.Where(part => part is not FixedCondition<T>).ToArray();
        return left.Length switch
        {
            0 => parts[0],
            1 => left[0],
            _ => join(left),
        };
    }

    /// <summary>What an organisation chose decides which of several conditions counts.</summary>
    private FixedCondition<T> OfParameter(JsonNode node)
    {
        node.AllowOnly("parameter", "equals");
        var parameter = Parameter(node["parameter"]);
        var wanted = node.Text("equals");
        if (!parameter.Choices.Contains(wanted))
        {
            throw node["equals"]
                .Error(
                    new LocalText(
                        $"'{parameter.Name}' に '{wanted}' という選択肢はありません。選べるのは {string.Join("、", parameter.Choices)} です",
                        $"'{wanted}' is no choice of '{parameter.Name}'; there are: {string.Join(", ", parameter.Choices)}"
                    )
                );
        }

        return new FixedCondition<T>(
            parameter.Effective.Text() == wanted,
            new Clause(new LocalText($"{parameter.Name}が「{wanted}」である", $"{parameter.Name} is {wanted}"))
        );
    }

    private Condition<T>[] Parts(JsonNode node)
    {
        var parts = node.Elements().Select(Read).ToArray();
        return parts.Length > 0
            ? parts
            : throw node.Error(new LocalText("ここには1つ以上の条件が必要です", "at least one condition is wanted here"));
    }

    private Condition<T> Comparison(JsonNode node)
    {
        var type = FactType<T>.Instance;
        var property =
            type.Property(node.Text("property"))
            ?? throw node["property"]
                .Error(
                    new LocalText(
                        $"{type.Name} に '{node.Text("property")}' というプロパティはありません。あるのは {string.Join("、", type.Properties.Select(each => each.Name))} です",
                        $"{type.Name} has no property '{node.Text("property")}'; it has: {string.Join(", ", type.Properties.Select(each => each.Name))}"
                    )
                );
        var others = node.Members().Where(member => member.Name != "property").ToArray();
        if (others.Length != 1)
        {
            throw node.Error(
                new LocalText("比較には 'property' と、1つの演算子を書きます", "a comparison has 'property' and exactly one operator")
            );
        }

        var (name, value) = others[0];
        if (!Operator.All.TryGetValue(name, out var by))
        {
            throw value.Error(
                new LocalText(
                    $"'{name}' という演算子はありません。あるのは {string.Join("、", Operator.All.Keys)} です",
                    $"there is no operator '{name}'; there are: {string.Join(", ", Operator.All.Keys)}"
                )
            );
        }

        var kind = property.Kind.Item ?? property.Kind;
        var compile = typeof(ConditionReader<T>)
            .GetMethod(property.Kind.Item is null ? nameof(Compile) : nameof(CompileList), BindingFlags.NonPublic | BindingFlags.Static)
            .MakeGenericMethod(kind.Type);
        try
        {
            var comparison =
                (Condition<T>?)compile.Invoke(null, new object[] { property, by, Operand(value) })
                ?? throw value.Error(
                    new LocalText(
                        $"{type.Name}.{property.Name} は{property.Kind.Name.Ja}なので、'{name}' では比較できません",
                        $"'{name}' can't be asked of {type.Name}.{property.Name}, which is {property.Kind.Name.En}"
                    )
                );
            return by.MayGiveUp ? new GuardedCondition<T>(comparison) : comparison;
        }
        catch (TargetInvocationException bad) when (bad.InnerException is InputException inner)
        {
            throw inner;
        }
    }

    private Operand Operand(JsonNode value)
    {
        if (!value.Has("parameter"))
            return new Operand(value);
        value.AllowOnly("parameter");
        return new Operand(Parameter(value["parameter"]).Effective);
    }

    private Parameter Parameter(JsonNode name) =>
        _parameters.TryGetValue(name.Text(), out var parameter)
            ? parameter
            : throw name.Error(
                new LocalText(
                    $"'{name.Text()}' というパラメータはありません。あるのは {string.Join("、", _parameters.Keys)} です",
                    $"there is no parameter '{name.Text()}'; there are: {string.Join(", ", _parameters.Keys)}"
                )
            );

    private static Condition<T>? Compile<V>(FactProperty<T, V> property, Operator by, Operand operand)
        where V : notnull
    {
        if (!by.Suits(property.Kind) || by.Compile(property.TypedKind, operand) is not { } test)
            return null;
        var words = Words(property, by, property.TypedKind, operand);
        if (property is FactProperty<T, Exposure> exposure)
            return new GraceComparison<T>(exposure, WithinOperator.Grace(operand), words);
        return property is FactProperty<T, TimeSpan> span
            ? new SpanComparison<T>(span, (Func<TimeSpan, bool>)(object)test, words)
            : new Comparison<T, V>(property, test, words);
    }

    private static Condition<T>? CompileList<V>(FactProperty<T, IReadOnlyList<V>> property, Operator by, Operand operand)
        where V : notnull
    {
        var item = (ValueKind<V>)property.TypedKind.Item!;
        return by.CompileList(item, operand) is { } test
            ? new Comparison<T, IReadOnlyList<V>>(property, test, Words(property, by, item, operand))
            : null;
    }

    private static Clause Words<V>(FactProperty property, Operator by, ValueKind<V> kind, Operand operand)
        where V : notnull => new(by.Words(FactWords.Of(FactType<T>.Instance).Property(property), kind, operand));
}
