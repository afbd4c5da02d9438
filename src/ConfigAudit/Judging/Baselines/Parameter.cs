using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>A value of a baseline that an organisation may set for itself within an allowed range.</summary>
public sealed record Parameter
{
    private const string Choice = "choice";
    private const string Texts = "texts";

    internal static IReadOnlyDictionary<string, ValueKind> Types { get; } =
        new Dictionary<string, ValueKind>(StringComparer.Ordinal)
        {
            ["age"] = ValueKind.Of(typeof(TimeSpan)),
            ["number"] = ValueKind.Of(typeof(long)),
            ["flag"] = ValueKind.Of(typeof(bool)),
            ["day"] = ValueKind.Of(typeof(DateTime)),
            ["grace"] = ValueKind.Of(typeof(Grace)),
            ["version"] = ValueKind.Of(typeof(Version)),
            [Texts] = ValueKind.Of(typeof(IReadOnlyList<string>)),
            [Choice] = ValueKind.Of(typeof(string)),
        };

    internal Parameter(string name, JsonNode node, string setBy)
    {
        SetBy = setBy;
        node.AllowOnly("type", "default", "minimum", "maximum", "choices", "withdrawn", "title");
        Name = name;
        Title = node["title"].Texts();
        var type = node.Text("type");
        Kind = Types.TryGetValue(type, out var kind)
            ? kind
            : throw node["type"]
                .Error(
                    new LocalText(
                        $"'{type}' という種類はありません。使えるのは {string.Join("、", Types.Keys)} です",
                        $"'{type}' is no type; known are: {string.Join(", ", Types.Keys)}"
                    )
                );
        Minimum = node.Has("minimum") ? node["minimum"] : null;
        Maximum = node.Has("maximum") ? node["maximum"] : null;
        Choices = node.TextsOrNone("choices").Select(choice => choice.Text()).ToArray();
        if (MustChoose(type) && Choices.Count == 0)
            throw node.Error(new LocalText("種類が choice の場合は 'choices' が必要です", "a choice has 'choices'"));
        if (Choices.Count > 0 && !MayChoose(type))
        {
            throw node["choices"]
                .Error(
                    new LocalText(
                        "'choices' を書けるのは、種類が choice 又は texts の場合だけです",
                        "a choice and texts have 'choices', and nothing else has"
                    )
                );
        }

        Withdrawn = node.Has("withdrawn")
            ? node["withdrawn"].Members().ToDictionary(each => each.Name, each => each.Value.Texts(), StringComparer.Ordinal)
            : new Dictionary<string, LocalText>();
        Effective = Within(node["default"]);
    }

    /// <summary>The name that checks use.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public LocalText Title { get; }

    /// <summary>The value in force.</summary>
    public string Value => Effective.Token.ToString();

    /// <summary>Whether an overlay changed it.</summary>
    public bool IsOverridden { get; private init; }

    /// <summary>The id of the baseline, or overlay, that the value comes from.</summary>
    public string SetBy { get; private init; }

    internal ValueKind Kind { get; }

    internal JsonNode Effective { get; private init; }

    /// <summary>The values to choose from, one of a choice, some of texts; empty where any will do.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>What was a choice once, and why it is none any more: whoever still names it learns that.</summary>
    private Dictionary<string, LocalText> Withdrawn { get; }

    private JsonNode? Minimum { get; }

    private JsonNode? Maximum { get; }

    internal static bool MustChoose(string type) => type == Choice;

    internal static bool MayChoose(string type) => type is Choice or Texts;

    /// <exception cref="InputException">The value is of another type, or outside the range.</exception>
    internal Parameter With(JsonNode value, string setBy) => this with { Effective = Within(value), IsOverridden = true, SetBy = setBy };

    private JsonNode Within(JsonNode value)
    {
        Kind.Check(value);
        if (Minimum is { } minimum && Kind.Order(value, minimum) < 0)
        {
            throw value.Error(
                new LocalText(
                    $"'{Name}' の {value.Token} は、許容範囲の下限 {minimum.Token} を下回っています",
                    $"'{Name}' is {value.Token}, below the least that is allowed, {minimum.Token}"
                )
            );
        }

        if (Maximum is { } maximum && Kind.Order(value, maximum) > 0)
        {
            throw value.Error(
                new LocalText(
                    $"'{Name}' の {value.Token} は、許容範囲の上限 {maximum.Token} を上回っています",
                    $"'{Name}' is {value.Token}, above the most that is allowed, {maximum.Token}"
                )
            );
        }

        if (Choices.Count == 0)
            return value;
        var chosen = Kind.Item is null ? new[] { value } : value.Elements().ToArray();
        if (chosen.Length == 0)
        {
            throw value.Error(
                new LocalText(
                    $"'{Name}' が空です。次のうち1つ以上が必要です: {string.Join("、", Choices)}",
                    $"'{Name}' is empty, and at least one is wanted of: {string.Join(", ", Choices)}"
                )
            );
        }

        foreach (var one in chosen)
        {
            if (Withdrawn.TryGetValue(one.Text(), out var why))
            {
                throw one.Error(
                    new LocalText(
                        $"'{Name}' の '{one.Text()}' は選べなくなりました。{why.Ja}。選べるのは {string.Join("、", Choices)} です",
                        $"'{Name}' has '{one.Text()}', which is no choice any more: {why.En}. The choice is: {string.Join(", ", Choices)}"
                    )
                );
            }

            if (!Choices.Contains(one.Text(), StringComparer.Ordinal))
            {
                throw one.Error(
                    new LocalText(
                        $"'{Name}' の '{one.Text()}' は使えません。選べるのは {string.Join("、", Choices)} です",
                        $"'{Name}' has '{one.Text()}', and the choice is: {string.Join(", ", Choices)}"
                    )
                );
            }
        }

        return value;
    }
}
