using System.Globalization;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Kinds;

internal sealed class NumberKind : ValueKind<long>
{
    public override LocalText Name { get; } = new("整数", "a whole number");

    public override bool TryRead(JsonReader reader, out long value)
    {
        if (reader.Next() == JsonToken.Integer && reader.Value is long number)
        {
            value = number;
            return true;
        }

        if (reader.TokenType is not (JsonToken.Null or JsonToken.EndArray))
            throw Not(reader.Value);
        value = 0;
        return false;
    }

    public override bool IsPossible(long value) => value >= 0;

    public override long Parse(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public override void Write(JsonWriter writer, long value) => writer.WriteValue(value);

    public override long FromJson(JsonNode node) => node.Number();

    public override bool IsOrdered => true;
}
