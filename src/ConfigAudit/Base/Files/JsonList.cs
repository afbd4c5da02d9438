using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Base.Files;

/// <summary>A JSON file of one of our formats that is a list with a few members beside it: read entry by entry, so that it takes the room
/// of an entry, however long it is.</summary>
internal static class JsonList
{
    /// <summary>More entries than anybody keeps by hand.</summary>
    public const int MaxEntries = 200_000;

    /// <summary>The whole but for what is in the list, which stands there empty.</summary>
    /// <exception cref="InputException">The file can't be read, or is of another format.</exception>
    public static JsonNode Head(string path, string format, string list) =>
        JsonDocument.Of(path, JsonFile.Read(path, reader => Head(reader, list)), format).Root;

    /// <summary>Each entry of the list, one after the other.</summary>
    /// <exception cref="InputException">The file can't be read to its end, what has that name is no list, or it has more entries than are
    /// read.</exception>
    public static void Each(string path, string list, Action<JsonNode> entry) =>
        JsonFile.Read(
            path,
            reader =>
            {
                foreach (var name in Members(reader))
                {
                    if (name != list)
                    {
                        reader.Skip();
                        continue;
                    }

                    if (reader.TokenType != JsonToken.StartArray)
                        throw reader.Error(new LocalText("ここには配列が必要です", "an array is wanted here"));
                    for (var count = 1; Next(reader) != JsonToken.EndArray; count++)
                    {
                        if (count > MaxEntries)
                        {
                            throw reader.Error(
                                new LocalText(
                                    $"{MaxEntries}件を超えており、それ以上は読み取りません。複数のファイルに分けてください",
                                    $"there are more than {MaxEntries} entries here, and no more are read: part them in several files"
                                )
                            );
                        }

                        entry(new JsonNode(path, JToken.ReadFrom(reader, JsonFile.Strict)));
                    }
                }

                return true;
            }
        );

    private static JObject Head(JsonTextReader reader, string list)
    {
        var root = new JObject();
        foreach (var name in Members(reader))
        {
            if (root.ContainsKey(name))
                throw reader.Error(new LocalText($"'{name}' が2回書かれています。1つだけ残してください", $"'{name}' stands here twice."));
            if (name == list)
                reader.Skip();
            root.Add(name, name == list ? new JArray() : JToken.ReadFrom(reader, JsonFile.Strict));
        }

        return root;
    }

    /// <summary>The names of the root's members; the reader stands on the value of each, which the caller reads or skips.</summary>
    private static IEnumerable<string> Members(JsonTextReader reader)
    {
        if (!reader.Read())
            throw reader.Error(new LocalText("ファイルが空です", "the file is empty"));
        if (reader.TokenType == JsonToken.Comment)
            Next(reader);
        reader.Expect(JsonToken.StartObject);
        while (Next(reader) == JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            Next(reader);
            yield return name;
        }
    }

    private static JsonToken Next(JsonTextReader reader)
    {
        while (reader.Next() == JsonToken.Comment)
        {
            // People explain their lists.
        }

        return reader.TokenType;
    }
}
