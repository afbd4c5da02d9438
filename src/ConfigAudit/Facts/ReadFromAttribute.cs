using System;
using System.Collections.Generic;

namespace ConfigAudit.Facts;

/// <summary>
/// Where a property is read, in a kind of fact that is made of several sources: whoever judges this property rests on these, and not on all
/// that the fact's
/// <see cref="Fact.Source"/> names. Of them those count that answered.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReadFromAttribute : Attribute
{
    /// <param name="places">As a collector's sources name them: <c>namespace:Class</c> or <c>registry:KEY</c>.</param>
    public ReadFromAttribute(params string[] places) => Places = places;

    public IReadOnlyList<string> Places { get; }
}
