using System;
using System.Collections.Generic;

namespace ConfigAudit.Facts;

/// <summary>
/// Something learnt about one host. Every property that a baseline may ask for is nullable, and null means one thing only:
/// it is not known. A known absence has a value of its own (an empty list, <c>NotInCatalog</c>, a false).
/// </summary>
public abstract record Fact
{
    private static readonly string[] Between = { "; " };

    /// <summary>The host that the fact is about, as the target was named.</summary>
    public string? ComputerName { get; init; }

    /// <summary>Where the values were read: <c>namespace:Class</c> or <c>registry:KEY</c>, joined by "; " when there are several.</summary>
    [Noise] // Where it was read says nothing of the host.
    public string? Source { get; init; }

    /// <summary>The same, one by one.</summary>
    internal string[] Places => Source is null ? Array.Empty<string>() : Source.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same, resting on no place that told nothing but why it can't.</summary>
    internal Fact Told(Func<string, bool> answered) =>
        Array.TrueForAll(Places, each => answered(each))
            ? this
            : this with
            {
                Source = Array.FindAll(Places, each => answered(each)) is { Length: > 0 } told ? string.Join(Between[0], told) : null,
            };

    /// <summary>What kinds of thing it is about.</summary>
    internal virtual FactSubject Subject => FactSubject.Host;

    /// <summary>The items of its kind that every host has.</summary>
    internal virtual IReadOnlyList<Expected> Expected => Array.Empty<Expected>();

    /// <summary>
    /// How much more there may be of a length of time than the property says, where it is told in a unit: three whole days are any time
    /// from three days to just short of four.
    /// What lies between isn't known, so a bound between the two leaves a comparison open.
    /// </summary>
    internal virtual TimeSpan Beyond(string property) => TimeSpan.Zero;

    /// <summary>Why a value that this property tells may not be all that there is, so that a comparison with it can be open; null where it
    /// is.</summary>
    internal virtual Gap? Doubt(string property) => null;

    /// <summary>What a person would call this item in a list: a product's, an account's, a connection's name.</summary>
    internal abstract string Label { get; }

    /// <summary>What stays the same of this item while its other properties change, without regard to case: by it, two snapshots' items are
    /// told to be one.</summary>
    internal virtual string Key => Label;
}
