using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts;

/// <summary>
/// One reading: a value, or why it isn't known; never neither, and never both. It is put into a fact by
/// <see cref="ReadingExtensions.Known{T,V}"/>, so that a value and the reason for its absence can't be kept in two lists that differ.
/// </summary>
/// <typeparam name="V">A type that can be null: <c>bool?</c>, <c>string</c>.</typeparam>
internal sealed class Reading<V>
{
    private Reading(V? value, IReadOnlyList<Gap> gaps) => (Value, Gaps) = (value, gaps);

    /// <summary>Null where it isn't known.</summary>
    public V? Value { get; }

    /// <summary>Why it isn't known: one reason at least. Empty where it is.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    public bool IsKnown => Value is not null;

    public static Reading<V> Of(V? value, params Gap?[] whenNull)
    {
        if (value is not null)
            return new Reading<V>(value, Array.Empty<Gap>());
        var gaps = whenNull.OfType<Gap>().Distinct().ToArray();
        return gaps.Length > 0
            ? new Reading<V>(default, gaps)
            : throw new ArgumentException("A value that isn't known needs a reason.", nameof(whenNull));
    }

    public static Reading<V> Unknown(params Gap?[] why) => Of(default, why);

    /// <summary>What <paramref name="next"/> makes of the value. Where that is null, <paramref name="whenNull"/> says why.</summary>
    public Reading<W> Then<W>(Func<V, W?> next, Gap? whenNull = null) =>
        Value is { } value ? Reading<W>.Of(next(value), whenNull) : Reading<W>.Unknown(Gaps.ToArray());
}

/// <summary>Readings put into facts, and combined: what isn't known matters only where it can change the answer.</summary>
internal static class ReadingExtensions
{
    /// <summary>The value for this property; where it isn't known, the set says why. To be used where the fact is made: <c>Kind =
    /// facts.Known(nameof(X.Kind), kind)</c>.</summary>
    public static V? Known<T, V>(this FactSetBuilder<T> facts, string property, Reading<V> reading)
        where T : Fact, new()
    {
        foreach (var gap in reading.Gaps)
            facts.Unread(gap, property);
        return reading.Value;
    }

    public static Reading<bool?> Not(this Reading<bool?> reading) => reading.Then<bool?>(value => !value);

    /// <summary>False as soon as one is; unknown for the reasons of all that aren't known; else true.</summary>
    public static Reading<bool?> All(params Reading<bool?>[] readings)
    {
        if (readings.Any(reading => reading.Value == false))
            return Reading<bool?>.Of(false);
        var unknown = readings.SelectMany(reading => reading.Gaps).ToArray();
        return unknown.Length > 0 ? Reading<bool?>.Unknown(unknown) : Reading<bool?>.Of(true);
    }

    /// <summary>True as soon as one is; unknown for the reasons of all that aren't known; else false.</summary>
    public static Reading<bool?> Any(params Reading<bool?>[] readings) => All(readings.Select(Not).ToArray()).Not();
}
