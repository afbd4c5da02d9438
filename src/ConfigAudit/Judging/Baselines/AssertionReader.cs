using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Assertions;

namespace ConfigAudit.Judging.Baselines;

/// <summary>Turns the assertions of a baseline file into what is run: every name is looked up and every operator typed here,
/// once.</summary>
internal sealed class AssertionReader
{
    private static readonly string[] Forms = { "all", "any", "none", "count", "allOf", "anyOf", "not", "attest" };

    private readonly FactTypes _types;
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;

    public AssertionReader(FactTypes types, IReadOnlyDictionary<string, Parameter> parameters) =>
        (_types, _parameters) = (types, parameters);

    /// <exception cref="InputException">Something in it isn't known, or doesn't fit.</exception>
    public Assertion Read(JsonNode node)
    {
        var forms = Forms.Where(node.Has).ToArray();
        if (forms.Length != 1)
        {
            throw node.Error(
                new LocalText(
                    $"条件には、次のうちちょうど1つを書きます: {string.Join("、", Forms)}",
                    $"an assertion has exactly one of: {string.Join(", ", Forms)}"
                )
            );
        }

        switch (forms[0])
        {
            case "allOf":
                node.AllowOnly("allOf");
                return new AllOfAssertion(Parts(node["allOf"]));
            case "anyOf":
                node.AllowOnly("anyOf");
                return new AnyOfAssertion(Parts(node["anyOf"]));
            case "not":
                node.AllowOnly("not");
                return new NotAssertion(Read(node["not"]));
            case "attest":
                node.AllowOnly("attest");
                if (!node["attest"].Flag())
                {
                    throw node["attest"]
                        .Error(new LocalText("'attest' は、true とするか、省いてください", "'attest' is true, or isn't there"));
                }

                return new AttestAssertion();
            default:
                var fact = Fact(node[forms[0]]);
                var reader = (SetAssertionReader)
                    Activator.CreateInstance(typeof(SetAssertionReader<>).MakeGenericType(fact.ClrType), _parameters);
                return reader.Read(forms[0], node);
        }
    }

    private Assertion[] Parts(JsonNode node)
    {
        var parts = node.Elements().Select(Read).ToArray();
        return parts.Length > 0
            ? parts
            : throw node.Error(new LocalText("ここには1つ以上の条件が必要です", "at least one assertion is wanted here"));
    }

    private FactType Fact(JsonNode node) =>
        _types.Find(node.Text())
        ?? throw node.Error(
            new LocalText(
                $"'{node.Text()}' という事実はありません。あるのは {string.Join("、", _types.All.Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal))} です",
                $"there is no fact '{node.Text()}'; there are: {string.Join(", ", _types.All.Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal))}"
            )
        );
}

/// <summary>Reads assertions over the facts of one kind.</summary>
internal abstract class SetAssertionReader
{
    public abstract Assertion Read(string form, JsonNode node);
}

/// <inheritdoc/>
internal sealed class SetAssertionReader<T> : SetAssertionReader
    where T : Fact, new()
{
    private readonly ConditionReader<T> _conditions;

    public SetAssertionReader(IReadOnlyDictionary<string, Parameter> parameters) => _conditions = new ConditionReader<T>(parameters);

    public override Assertion Read(string form, JsonNode node)
    {
        switch (form)
        {
            case "all":
                node.AllowOnly("all", "where", "have");
                return new EveryAssertion<T>(_conditions.ReadOrNull(node, "where"), _conditions.Read(node["have"]));
            case "any":
                node.AllowOnly("any", "have");
                return new AnyAssertion<T>(_conditions.ReadOrNull(node, "have"));
            case "none":
                node.AllowOnly("none", "have");
                return new NumberAssertion<T>(_conditions.ReadOrNull(node, "have"), 0, 0);
            default:
                node.AllowOnly("count", "where", "atLeast", "atMost");
                var least = node.NumberOrNull("atLeast");
                var most = node.NumberOrNull("atMost");
                if (least is null && most is null)
                {
                    throw node.Error(
                        new LocalText(
                            "count には 'atLeast' と 'atMost' の少なくとも一方が必要です",
                            "a count needs 'atLeast', 'atMost' or both"
                        )
                    );
                }

                return new NumberAssertion<T>(_conditions.ReadOrNull(node, "where"), least ?? 0, most ?? long.MaxValue);
        }
    }
}
