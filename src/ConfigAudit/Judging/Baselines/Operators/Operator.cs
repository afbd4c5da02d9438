using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>A way to compare a known value with one or several that a baseline names. New ones are found by being there.</summary>
internal abstract class Operator
{
    public static IReadOnlyDictionary<string, Operator> All { get; } =
        TypeScan
            .Concrete<Operator>(typeof(Operator).Assembly)
            .Select(type => (Operator)Activator.CreateInstance(type))
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .ToDictionary(each => each.Name, StringComparer.Ordinal);

    /// <summary>As it is written in a baseline.</summary>
    public abstract string Name { get; }

    /// <summary>As it is read in a finding: a property, and what it is compared with.</summary>
    public virtual LocalText Words<V>(PropertyWords property, ValueKind<V> kind, Operand operand)
        where V : notnull => Words(property.Words, operand.Words(kind, property));

    /// <param name="property">What it is called.</param>
    /// <param name="value">The operand; where there are several, each, with "or" before the last.</param>
    protected abstract LocalText Words(LocalText property, LocalText value);

    /// <summary>Whether it makes sense for values of a kind. That one time of lacking is another's says nothing: it is held against a grace,
    /// and by that alone.</summary>
    public virtual bool Suits(ValueKind kind) => kind is not ExposureKind;

    /// <summary>Whether the test may throw <see cref="UndecidedException"/>.</summary>
    public virtual bool MayGiveUp => false;

    /// <summary>The test, or null when this operator makes no sense for such values.</summary>
    public virtual Func<V, bool>? Compile<V>(ValueKind<V> kind, Operand operand)
        where V : notnull => null;

    /// <summary>The test for lists, or null when this operator makes no sense for them.</summary>
    public virtual Func<IReadOnlyList<V>, bool>? CompileList<V>(ValueKind<V> item, Operand operand)
        where V : notnull => null;
}
