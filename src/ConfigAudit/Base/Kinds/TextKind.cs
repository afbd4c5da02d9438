using ConfigAudit.Base.Files;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Kinds;

/// <summary>Values that stand as a JSON string.</summary>
internal abstract class TextKind<V> : ValueKind<V>
    where V : notnull
{
    public override bool TryRead(JsonReader reader, out V value)
    {
        // The reader's own would take a number or a truth value for its text.
        var isNull = reader.Next() is JsonToken.Null or JsonToken.EndArray;
        if (!isNull && reader.TokenType != JsonToken.String)
            throw Not(reader.Value);
        value = isNull ? default! : Parse((string)reader.Value!);
        return !isNull;
    }
}
