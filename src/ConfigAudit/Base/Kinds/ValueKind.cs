using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Kinds;

/// <summary>
/// A kind of value that a fact may hold: how it stands in a snapshot, in a baseline and in a report. One text form serves all three, always
/// in the invariant culture.
/// </summary>
internal abstract class ValueKind
{
    private static readonly Dictionary<Type, ValueKind> Kinds = new ValueKind[]
    {
        new StringKind(),
        new BooleanKind(),
        new NumberKind(),
        new AgeKind(),
        new InstantKind(),
        new DayKind(),
        new VersionKind(),
        new ExposureKind(),
        new GraceKind(),
        new ListKind<string>(new StringKind()),
    }.ToDictionary(kind => kind.Type);

    public abstract Type Type { get; }

    /// <summary>What a baseline's author calls it, for error messages.</summary>
    public abstract LocalText Name { get; }

    /// <summary>What stands there is of another kind.</summary>
    protected WrittenException Not(object? found) =>
        new(new LocalText($"'{found}' は使えません。必要なのは{Name.Ja}です", $"'{found}' is not {Name.En}"));

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

    /// <summary>What people call a value that is told as text.</summary>
    public virtual LocalText Called(string text) => LocalText.Of(text);

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

    /// <summary>Whether a host can truly have this value.</summary>
    public virtual bool IsPossible(V value) => true;

    /// <summary>The value as a fact keeps it.</summary>
    public virtual V Normalize(V value) => value;

    public abstract V Parse(string text);

    public virtual string Format(V value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    /// <summary>The value in a sentence.</summary>
    public virtual LocalText Words(V value) => LocalText.Of(Format(value));

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
            throw node.Error(Not(node.Text()).Problem);
        }
    }

    public override void Check(JsonNode node) => FromJson(node);

    public override int Order(JsonNode a, JsonNode b) =>
        IsOrdered
            ? Comparer<V>.Default.Compare(FromJson(a), FromJson(b))
            : throw b.Error(
                new LocalText(
                    $"{Name.Ja}には大小がないため、上限や下限を定められません",
                    $"{Name.En} has no order, so it can have no bound"
                )
            );

    /// <summary>Whether one value can lie below another.</summary>
    public virtual bool IsOrdered => false;

    /// <summary>Equality as Windows means it: texts without regard to case.</summary>
    public virtual IEqualityComparer<V> Equality => EqualityComparer<V>.Default;

    /// <summary>Whether two values mean the same.</summary>
    public virtual bool AreSame(V a, V b) => Equality.Equals(a, b);
}
