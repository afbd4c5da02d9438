using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Kinds;

internal sealed class ListKind<V> : ValueKind<IReadOnlyList<V>>
    where V : notnull
{
    private readonly ValueKind<V> _item;

    public ListKind(ValueKind<V> item) => _item = item;

    public override ValueKind Item => _item;

    public override LocalText Name => new($"{_item.Name.Ja}の配列", $"a list of {_item.Name.En}");

    public override bool TryRead(JsonReader reader, out IReadOnlyList<V> value)
    {
        value = Array.Empty<V>();
        if (reader.Next() == JsonToken.Null)
            return false;
        if (reader.TokenType != JsonToken.StartArray)
            throw Not(reader.Value);
        var items = new List<V>();
        while (_item.TryRead(reader, out var item))
            items.Add(item);
        if (reader.TokenType != JsonToken.EndArray)
            throw new WrittenException(new LocalText("配列に null は書けません", "a list can't hold null"));
        value = new ValueList<V>(items, _item.Format);
        return true;
    }

    public override IReadOnlyList<V> Normalize(IReadOnlyList<V> value) =>
        value as ValueList<V> ?? new ValueList<V>(value.Select(_item.Normalize), _item.Format);

    /// <summary>Without regard to the order, in which management classes list things as it comes.</summary>
    public override bool AreSame(IReadOnlyList<V> a, IReadOnlyList<V> b) =>
        a.Count == b.Count && new HashSet<V>(a, _item.Equality).SetEquals(b);

    public override IReadOnlyList<V> FromJson(JsonNode node) => node.Elements().Select(_item.FromJson).ToArray();

    public override IReadOnlyList<V> Parse(string text) => throw Not(text);

    public override string Format(IReadOnlyList<V> value) => string.Join(", ", value.Select(_item.Format));

    public override LocalText Called(string text)
    {
        var items = text.Split(new[] { ", " }, StringSplitOptions.None).Select(_item.Called).ToArray();
        return new LocalText(string.Join("、", items.Select(item => item.Ja)), string.Join(", ", items.Select(item => item.En)));
    }

    public override void Write(JsonWriter writer, IReadOnlyList<V> value)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            _item.Write(writer, item);
        writer.WriteEndArray();
    }
}
