using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Files;
using Newtonsoft.Json;

namespace ConfigAudit.Facts;

/// <summary>
/// A kind of value that a fact may hold: how it stands in a snapshot, in a baseline and in a report. One text form serves all three, always
/// in the invariant culture.
/// </summary>
internal abstract class ValueKind
{
    private static readonly Dictionary<Type, ValueKind> Kinds = new ValueKind[]
    {
        new StringKind(), new BooleanKind(), new NumberKind(), new AgeKind(), new InstantKind(), new DayKind(), new VersionKind(),
        new ListKind<string>(new StringKind()),
    }.ToDictionary(kind => kind.Type);

    public abstract Type Type { get; }

    /// <summary>What a baseline's author calls it, for error messages.</summary>
    public abstract string Name { get; }

    /// <summary>For lists: the kind of what they hold.</summary>
    public virtual ValueKind? Item => null;

    /// <summary>The kind that holds values of <paramref name="type"/>; enumerations and lists of them get one each.</summary>
    public static ValueKind Of(Type type)
    {
        lock (Kinds)
        {
            if (!Kinds.TryGetValue(type, out var kind))
                Kinds[type] = kind = Make(type);
            return kind;
        }
    }

    /// <exception cref="InputException">The value isn't of this kind.</exception>
    public abstract void Check(JsonNode node);

    /// <summary>Negative when <paramref name="a"/> lies below <paramref name="b"/>.</summary>
    /// <exception cref="InputException">A value isn't of this kind, or such values have no order.</exception>
    public abstract int Order(JsonNode a, JsonNode b);

    private static ValueKind Make(Type type)
    {
        if (type.IsEnum)
            return (ValueKind)Activator.CreateInstance(typeof(EnumKind<>).MakeGenericType(type));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            return (ValueKind)Activator.CreateInstance(typeof(ListKind<>).MakeGenericType(item), Of(item));
        }

        throw new NotSupportedException($"A fact can't hold a {type.Name}: there is no ValueKind for it.");
    }
}

/// <inheritdoc/>
internal abstract class ValueKind<V> : ValueKind
    where V : notnull
{
    public override Type Type => typeof(V);

    /// <summary>Reads the value of the property just met. False when it is null.</summary>
    public abstract bool TryRead(JsonReader reader, out V value);

    public abstract V Parse(string text);

    public virtual string Format(V value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    public virtual void Write(JsonWriter writer, V value) => writer.WriteValue(Format(value));

    /// <summary>Reads a value that a baseline names.</summary>
    /// <exception cref="InputException">It isn't of this kind.</exception>
    public virtual V FromJson(JsonNode node)
    {
        try
        {
            return Parse(node.Text());
        }
        catch (Exception bad) when (bad is FormatException or ArgumentException or OverflowException)
        {
            throw node.Error($"'{node.Text()}' is not {Name}");
        }
    }

    public override void Check(JsonNode node) => FromJson(node);

    public override int Order(JsonNode a, JsonNode b) =>
        IsOrdered ? Comparer<V>.Default.Compare(FromJson(a), FromJson(b)) : throw b.Error($"{Name} has no order, so it can have no bound");

    /// <summary>Whether one value can lie below another.</summary>
    public virtual bool IsOrdered => false;

    /// <summary>Equality as Windows means it: texts without regard to case.</summary>
    public virtual IEqualityComparer<V> Equality => EqualityComparer<V>.Default;
}

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

internal sealed class StringKind : TextKind<string>
{
    public override string Name => "text";

    public override IEqualityComparer<string> Equality => StringComparer.OrdinalIgnoreCase;

    public override string Parse(string text) => text;

    public override string Format(string value) => value;
}

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

internal sealed class NumberKind : ValueKind<long>
{
    public override string Name => "a whole number";

    public override bool TryRead(JsonReader reader, out long value)
    {
        if (reader.Next() == JsonToken.Integer && reader.Value is long number)
        {
            value = number;
            return true;
        }

        if (reader.TokenType != JsonToken.Null)
            throw new FormatException($"'{reader.Value}' is not a whole number.");
        value = 0;
        return false;
    }

    public override long Parse(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public override void Write(JsonWriter writer, long value) => writer.WriteValue(value);

    public override long FromJson(JsonNode node) => node.Number();

    public override bool IsOrdered => true;
}

/// <summary>A length of time, as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
internal sealed class AgeKind : TextKind<TimeSpan>
{
    public override string Name => "a length of time (d.hh:mm:ss)";

    public override bool IsOrdered => true;

    public override TimeSpan Parse(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    public override string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}

/// <summary>A moment, ISO 8601 with its offset.</summary>
internal sealed class InstantKind : TextKind<DateTimeOffset>
{
    public override string Name => "a moment (ISO 8601 with offset)";

    public override bool IsOrdered => true;

    public override DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override string Format(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}

/// <summary>A day of the calendar, without time or offset.</summary>
internal sealed class DayKind : TextKind<DateTime>
{
    public override string Name => "a day (yyyy-MM-dd)";

    public override bool IsOrdered => true;

    public override DateTime Parse(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Format(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed class VersionKind : TextKind<Version>
{
    public override string Name => "a version (two to four numbers)";

    public override bool IsOrdered => true;

    public override Version Parse(string text) => Version.Parse(text);

    public override string Format(Version value) => value.ToString();
}

internal sealed class EnumKind<E> : TextKind<E>
    where E : struct, Enum
{
    private static readonly Dictionary<string, E> ByName =
        Enum.GetNames(typeof(E)).ToDictionary(name => name, name => (E)Enum.Parse(typeof(E), name), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<E, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public override string Name => "one of " + string.Join(", ", ByName.Keys);

    public override E Parse(string text) =>
        ByName.TryGetValue(text, out var value) ? value : throw new FormatException($"'{text}' is not {Name}.");

    public override string Format(E value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}

internal sealed class ListKind<V> : ValueKind<IReadOnlyList<V>>
    where V : notnull
{
    private readonly ValueKind<V> _item;

    public ListKind(ValueKind<V> item) => _item = item;

    public override ValueKind Item => _item;

    public override string Name => "a list of " + _item.Name;

    public override bool TryRead(JsonReader reader, out IReadOnlyList<V> value)
    {
        value = Array.Empty<V>();
        if (reader.Next() == JsonToken.Null)
            return false;
        if (reader.TokenType != JsonToken.StartArray)
            throw new FormatException($"'{reader.Value}' is not {Name}.");
        var items = new List<V>();
        while (_item.TryRead(reader, out var item))
            items.Add(item);
        if (reader.TokenType != JsonToken.EndArray)
            throw new FormatException("A list can't hold null.");
        value = items;
        return true;
    }

    public override IReadOnlyList<V> FromJson(JsonNode node) => node.Elements().Select(_item.FromJson).ToArray();

    public override IReadOnlyList<V> Parse(string text) => throw new FormatException($"'{text}' is not {Name}.");

    public override string Format(IReadOnlyList<V> value) => string.Join(", ", value.Select(_item.Format));

    public override void Write(JsonWriter writer, IReadOnlyList<V> value)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            _item.Write(writer, item);
        writer.WriteEndArray();
    }
}
