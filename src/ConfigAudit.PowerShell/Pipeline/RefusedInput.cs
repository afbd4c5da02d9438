using System;
using System.Runtime.CompilerServices;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// An object of the pipeline that a parameter refuses comes as an empty array which knows why, so that the cmdlet tells it and can count: an
/// attribute that throws is one error an object, for a whole fleet of them.
/// </summary>
internal sealed class RefusedInput
{
    private static readonly ConditionalWeakTable<Array, RefusedInput> Known = new();

    private RefusedInput(object? given, string why) => (Given, Why) = (given, why);

    /// <summary>The object.</summary>
    public object? Given { get; }

    /// <summary>Why it is refused, and what to do.</summary>
    public string Why { get; }

    /// <summary>An array of its own for each: nothing else may be taken for refused.</summary>
    public static T[] Of<T>(object? given, string why)
    {
        var none = (T[])Array.CreateInstance(typeof(T), 0);
        Known.Add(none, new RefusedInput(given, why));
        return none;
    }

    /// <summary>Null for what was taken.</summary>
    public static RefusedInput? Behind(Array given) => Known.TryGetValue(given, out var refused) ? refused : null;
}
