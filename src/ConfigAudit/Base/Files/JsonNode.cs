using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Base.Files;

/// <summary>A value in a JSON file, with the file and place for every complaint about it.</summary>
internal readonly struct JsonNode
{
    private static readonly LocalText Object = new("ここにはオブジェクトが必要です", "an object is wanted here");

    private readonly string _path;

    public JsonNode(string path, JToken token) => (_path, Token) = (path, token);

    public JToken Token { get; }

    public int Line => ((IJsonLineInfo)Token).LineNumber;

    public int Column => ((IJsonLineInfo)Token).LinePosition;

    /// <summary>The member of that name, which must be there.</summary>
    public JsonNode this[string name] =>
        Token is JObject members && members[name] is { } token
            ? new JsonNode(_path, token)
            : throw Error(new LocalText($"ここに '{name}' がありません", $"'{name}' is missing here"));

    public bool Has(string name) => Token is JObject members && members[name] is { Type: not JTokenType.Null };

    public string Text() =>
        Token is not JValue { Value: string { Length: > 0 } text }
            ? throw Error(new LocalText("ここには文字列が必要です", "a text is wanted here"))
        : WholeText.Is(text) ? text
        : throw Error(new LocalText("この文字列に、文字でないものが含まれています", "this text holds what is no character"));

    public string Text(string name) => this[name].Text();

    public string? TextOrNull(string name) => Has(name) ? this[name].Text() : null;

    /// <summary>A text in both languages.</summary>
    /// <exception cref="InputException">One of them is missing.</exception>
    public LocalText Texts()
    {
        AllowOnly("ja", "en");
        return new LocalText(Text("ja"), Text("en"));
    }

    /// <summary>What a cell of the same table would hold as CSV: of an array, its texts, apart by ";".</summary>
    public string Cell() =>
        Token switch
        {
            JArray => string.Join(";", Elements().Select(each => each.Cell())),
            JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty,
            _ => throw Error(
                new LocalText(
                    "ここには文字列・数値・true・false・null・文字列の配列のいずれかが必要です",
                    "a text, a number, true, false, null or an array of texts is wanted here"
                )
            ),
        };

    public long Number() =>
        Token is JValue { Value: long number }
            ? number
            : throw Error(new LocalText("ここには整数が必要です", "a whole number is wanted here"));

    public long? NumberOrNull(string name) => Has(name) ? this[name].Number() : null;

    public DateTime Day() =>
        DateTime.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Error(new LocalText("ここには日付（yyyy-MM-dd）が必要です", "a day (yyyy-MM-dd) is wanted"));

    public bool Flag() =>
        Token is JValue { Value: bool flag }
            ? flag
            : throw Error(new LocalText("ここには true 又は false が必要です", "true or false is wanted here"));

    public E Enum<E>()
        where E : struct, Enum
    {
        var text = Text();
        var names = System.Enum.GetNames(typeof(E));
        return names.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? (E)System.Enum.Parse(typeof(E), text, ignoreCase: true)
            : throw Error(
                new LocalText(
                    $"'{text}' は {string.Join("、", names)} のいずれでもありません",
                    $"'{text}' is not one of {string.Join(", ", names)}"
                )
            );
    }

    public IEnumerable<JsonNode> Elements()
    {
        var path = _path;
        return Token is JArray array
            ? array.Select(token => new JsonNode(path, token))
            : throw Error(new LocalText("ここには配列が必要です", "an array is wanted here"));
    }

    public IEnumerable<JsonNode> Objects(string name) =>
        this[name].Elements().Select(node => node.Token is JObject ? node : throw node.Error(Object));

    public IEnumerable<JsonNode> TextsOrNone(string name) => Has(name) ? this[name].Elements() : Enumerable.Empty<JsonNode>();

    public IEnumerable<(string Name, JsonNode Value)> Members()
    {
        var path = _path;
        return Token is JObject members
            ? members.Properties().Select(member => (member.Name, new JsonNode(path, member.Value)))
            : throw Error(Object);
    }

    /// <summary>A complaint about a member that nothing reads: a typing error must not pass silently.</summary>
    public void AllowOnly(params string[] names)
    {
        foreach (var (name, value) in Members())
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw value.Error(
                    new LocalText(
                        $"'{name}' はここでは使えません。使えるのは {string.Join("、", names)} です",
                        $"'{name}' isn't known here; known are: {string.Join(", ", names)}"
                    )
                );
            }
        }
    }

    public InputException Error(LocalText problem) => new(_path, Line, Column, problem);
}
