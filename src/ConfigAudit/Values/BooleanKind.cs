using ConfigAudit.Files;
using Newtonsoft.Json;

namespace ConfigAudit.Values;

internal sealed class BooleanKind : ValueKind<bool>
{
    public override string Name => "true or false";

    public override bool TryRead(JsonReader reader, out bool value)
    {
        var read = reader.ReadAsBoolean();
        value = read ?? false;
        return read.HasValue;
    }

    public override bool Parse(string text) => bool.Parse(text);

    public override bool FromJson(JsonNode node) => node.Flag();

    public override string Format(bool value) => value ? "true" : "false";

    public override void Write(JsonWriter writer, bool value) => writer.WriteValue(value);
}
