using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Files;

/// <summary>Walking a <see cref="JsonReader"/> forward, for documents too large to hold as a tree.</summary>
internal static class JsonReading
{
    /// <summary>The names of the members of an object whose opening brace the reader stands on. The caller reads or skips each
    /// value.</summary>
    public static IEnumerable<string> Members(this JsonReader reader)
    {
        reader.Expect(JsonToken.StartObject);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Next() == JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            if (!seen.Add(name))
                throw reader.Error(new LocalText($"'{name}' が2回書かれています。1つだけ残してください", $"'{name}' stands here twice."));
            yield return name;
        }

        reader.Expect(JsonToken.EndObject);
    }

    /// <summary>One turn for each element of the array that comes next; the reader stands on the element's first token.</summary>
    public static IEnumerable<JsonToken> Elements(this JsonReader reader)
    {
        reader.ReadToken(JsonToken.StartArray);
        while (reader.Next() != JsonToken.EndArray)
            yield return reader.TokenType;
    }

    /// <summary>
    /// Moves to the next token. The reader itself is lenient: at a premature end it answers false and keeps its last token, which a loop
    /// would take for
    /// the end of whatever it is in.
    /// </summary>
    public static JsonToken Next(this JsonReader reader) =>
        reader.Read()
            ? reader.TokenType
            : throw reader.Error(
                new LocalText("ファイルが途中で終わっています。作成した元から取り直してください", "The text ends too early.")
            );

    public static void ReadToken(this JsonReader reader, JsonToken wanted)
    {
        reader.Next();
        reader.Expect(wanted);
    }

    public static void Expect(this JsonReader reader, JsonToken wanted)
    {
        if (reader.TokenType != wanted)
        {
            throw reader.Error(
                new LocalText(
                    $"ここにはJSONの {wanted} が必要ですが、{reader.TokenType} があります",
                    $"{wanted} is wanted here, not {reader.TokenType}."
                )
            );
        }
    }

    /// <summary>Skips the value of the member just met, whatever it is.</summary>
    public static void SkipValue(this JsonReader reader)
    {
        reader.Next();
        reader.Skip();
    }

    /// <summary>What is wrong where the reader stands.</summary>
    public static JsonReaderException Error(this JsonReader reader, LocalText problem)
    {
        var at = reader as IJsonLineInfo;
        return new JsonProblemException(problem, reader.Path, at?.LineNumber ?? 0, at?.LinePosition ?? 0);
    }
}
