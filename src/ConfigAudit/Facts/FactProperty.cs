using System;
using System.Collections.Generic;
using System.Reflection;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Facts;

/// <summary>A property of a kind of fact.</summary>
internal abstract class FactProperty
{
    protected FactProperty(PropertyInfo property, ValueKind kind)
    {
        Name = property.Name;
        Kind = kind;
        // Clocks run on, and what is dated gets older.
        IsBounded =
            (property.GetCustomAttribute<UnboundedAttribute>() ?? property.ReflectedType.GetCustomAttribute<UnboundedAttribute>()) is null;
        Reasons = property.GetCustomAttribute<ReasonsAttribute>()?.Property;
        Places = property.GetCustomAttribute<ReadFromAttribute>()?.Places ?? Array.Empty<string>();
        IsNoise = property.GetCustomAttribute<NoiseAttribute>()?.IsNoise ?? kind is AgeKind or InstantKind or DayKind;
    }

    public string Name { get; }

    public ValueKind Kind { get; }

    /// <summary>Whether it changes by itself: see <see cref="NoiseAttribute"/>.</summary>
    public bool IsNoise { get; }

    /// <summary>The property that says why this one is as it is; null where none does.</summary>
    public string? Reasons { get; }

    /// <summary>Where it is read, where that isn't wherever its fact was: see <see cref="ReadFromAttribute"/>.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Whether only what is possible may stand here: see <see cref="UnboundedAttribute"/>.</summary>
    public bool IsBounded { get; }

    /// <summary>The value as text; null when it is not known.</summary>
    public abstract string? Format(Fact fact);

    /// <summary>Whether both know a value, and it is the same.</summary>
    public abstract bool AreSame(Fact a, Fact b);

    public abstract void Write(JsonWriter writer, Fact fact);
}

/// <summary>A property of <typeparamref name="T"/>, whatever its values are.</summary>
internal abstract class FactProperty<T> : FactProperty
    where T : Fact
{
    protected FactProperty(PropertyInfo property, ValueKind kind)
        : base(property, kind) { }

    /// <summary>Puts the value into the form in which facts keep it. One that can't be true isn't kept.</summary>
    /// <returns>What couldn't be true, as text; null where nothing was lost.</returns>
    public virtual string? Normalize(T fact) => null;

    /// <summary>Reads the value of the property just met into <paramref name="fact"/>.</summary>
    public abstract void Read(JsonReader reader, T fact);

    public static FactProperty<T> Of(PropertyInfo property)
    {
        var value = Nullable.GetUnderlyingType(property.PropertyType);
        var type = value is null
            ? typeof(ReferenceProperty<,>).MakeGenericType(typeof(T), property.PropertyType)
            : typeof(ValueProperty<,>).MakeGenericType(typeof(T), value);
        if (value is null && property.PropertyType.IsValueType)
        {
            throw new NotSupportedException(
                $"{typeof(T).Name}.{property.Name} must be nullable: null is how a fact says that it doesn't know."
            );
        }

        return (FactProperty<T>)Activator.CreateInstance(type, property, ValueKind.Of(value ?? property.PropertyType));
    }
}

/// <summary>A property whose values, when known, are of <typeparamref name="V"/>.</summary>
internal abstract class FactProperty<T, V> : FactProperty<T>
    where T : Fact
    where V : notnull
{
    protected FactProperty(PropertyInfo property, ValueKind<V> kind)
        : base(property, kind) => TypedKind = kind;

    public ValueKind<V> TypedKind { get; }

    /// <summary>False when the value is not known.</summary>
    public abstract bool TryGet(T fact, out V value);

    public override string? Format(Fact fact) => TryGet((T)fact, out var value) ? TypedKind.Format(value) : null;

    public override bool AreSame(Fact a, Fact b) =>
        TryGet((T)a, out var one) && TryGet((T)b, out var other) && TypedKind.AreSame(one, other);

    public override void Write(JsonWriter writer, Fact fact)
    {
        if (!TryGet((T)fact, out var value))
            return;
        writer.WritePropertyName(Name);
        TypedKind.Write(writer, value);
    }
}

internal sealed class ReferenceProperty<T, V> : FactProperty<T, V>
    where T : Fact
    where V : class
{
    private readonly Func<T, V?> _get;
    private readonly Action<T, V?> _set;
    private V? _last;

    public ReferenceProperty(PropertyInfo property, ValueKind<V> kind)
        : base(property, kind)
    {
        _get = (Func<T, V?>)property.GetMethod.CreateDelegate(typeof(Func<T, V?>));
        _set = (Action<T, V?>)property.SetMethod.CreateDelegate(typeof(Action<T, V?>));
    }

    public override bool TryGet(T fact, out V value) => (value = _get(fact)!) is not null;

    public override string? Normalize(T fact)
    {
        if (_get(fact) is { } value && TypedKind.Normalize(value) is var normal && !ReferenceEquals(normal, value))
            _set(fact, normal);
        return null;
    }

    /// <summary>Where items in a row have the same value (what was asked, say), they share it.</summary>
    public override void Read(JsonReader reader, T fact)
    {
        if (!TypedKind.TryRead(reader, out var value))
            return;
        if (_last is { } last && last.Equals(value))
            value = last;
        else
            _last = value;
        _set(fact, value);
    }
}

internal sealed class ValueProperty<T, V> : FactProperty<T, V>
    where T : Fact
    where V : struct
{
    private readonly Func<T, V?> _get;
    private readonly Action<T, V?> _set;

    public ValueProperty(PropertyInfo property, ValueKind<V> kind)
        : base(property, kind)
    {
        _get = (Func<T, V?>)property.GetMethod.CreateDelegate(typeof(Func<T, V?>));
        _set = (Action<T, V?>)property.SetMethod.CreateDelegate(typeof(Action<T, V?>));
    }

    public override bool TryGet(T fact, out V value)
    {
        var known = _get(fact);
        value = known.GetValueOrDefault();
        return known.HasValue;
    }

    public override string? Normalize(T fact)
    {
        if (_get(fact) is not { } value || !IsBounded || TypedKind.IsPossible(value))
            return null;
        _set(fact, null);
        return TypedKind.Format(value);
    }

    public override void Read(JsonReader reader, T fact)
    {
        if (!TypedKind.TryRead(reader, out var value))
            return;
        if (IsBounded && !TypedKind.IsPossible(value))
        {
            throw reader.Error(
                new LocalText($"{Name} が {TypedKind.Format(value)} であることはあり得ません", $"{Name} can't be {TypedKind.Format(value)}")
            );
        }

        _set(fact, value);
    }
}
