using Newtonsoft.Json;

namespace ConfigAudit.Values;

/// <summary>Values that stand as a JSON string.</summary>
internal abstract class TextKind<V> : ValueKind<V>
    where V : notnull
{
    public override bool TryRead(JsonReader reader, out V value)
    {
        var text = reader.ReadAsString();
        value = text is null ? default! : Parse(text);
        return text is not null;
    }
}
