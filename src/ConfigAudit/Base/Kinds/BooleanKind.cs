using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Kinds;

internal sealed class BooleanKind : ValueKind<bool>
{
    public override LocalText Name { get; } = new("true 又は false", "true or false");

    public override bool TryRead(JsonReader reader, out bool value)
    {
        // The reader's own would take any number but zero for true.
        var isNull = reader.Next() is JsonToken.Null or JsonToken.EndArray;
        if (!isNull && reader.TokenType != JsonToken.Boolean)
            throw Not(reader.Value);
        value = !isNull && (bool)reader.Value!;
        return !isNull;
    }

    public override bool Parse(string text) => bool.Parse(text);

    public override bool FromJson(JsonNode node) => node.Flag();

    public override string Format(bool value) => value ? "true" : "false";

    public override void Write(JsonWriter writer, bool value) => writer.WriteValue(value);
}
