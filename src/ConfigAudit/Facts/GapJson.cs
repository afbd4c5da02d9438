using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Facts;

/// <summary>A gap as it stands in a snapshot.</summary>
internal static class GapJson
{
    private static readonly ValueKind<GapKind> Kinds = (ValueKind<GapKind>)ValueKind.Of(typeof(GapKind));

    public static void Write(JsonWriter writer, Gap gap, FactType type)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("kind");
        Kinds.Write(writer, gap.Kind);
        writer.WritePropertyName("source");
        writer.WriteValue(gap.Source);
        writer.WritePropertyName("message");
        writer.WriteValue(gap.Message);
        if (gap.Japanese is not null)
        {
            writer.WritePropertyName("japanese");
            writer.WriteValue(gap.Japanese);
        }

        if (gap.Property is not null)
        {
            writer.WritePropertyName("property");
            writer.WriteValue(gap.Property);
        }

        if (gap.Item is not null)
        {
            writer.WritePropertyName("item");
            writer.WriteValue(gap.Item);
        }

        if (gap.Unseen is not null)
        {
            writer.WritePropertyName("unseen");
            writer.WriteStartObject();
            foreach (var property in type.Properties)
                property.Write(writer, gap.Unseen);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static Gap Read(JsonReader reader, FactType type)
    {
        GapKind? kind = null;
        string? source = null,
            message = null,
            property = null,
            item = null,
            japanese = null;
        Fact? unseen = null;
        foreach (var name in reader.Members())
        {
            switch (name)
            {
                case "kind" when Kinds.TryRead(reader, out var read):
                    kind = read;
                    break;
                case "source":
                    source = reader.ReadAsString();
                    break;
                case "message":
                    message = reader.ReadAsString();
                    break;
                case "japanese":
                    japanese = reader.ReadAsString();
                    break;
                case "property":
                    property = reader.ReadAsString();
                    break;
                case "item":
                    item = reader.ReadAsString();
                    break;
                case "unseen":
                    reader.Next();
                    unseen = type.ReadFact(reader);
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }

        if (kind is null || source is null)
            throw reader.Error(new LocalText("読み取れなかったものには 'kind' と 'source' が必要です", "A gap needs 'kind' and 'source'."));
        if (property is not null && type.Property(property) is null)
        {
            throw reader.Error(
                new LocalText(
                    $"{type.Name} に '{property}' というプロパティはありません",
                    $"a gap is said to be in '{property}', which {type.Name} doesn't have"
                )
            );
        }

        return new Gap(kind.Value, source, message ?? string.Empty)
        {
            Japanese = japanese,
            Property = property,
            Item = item,
            Unseen = unseen,
        };
    }
}
