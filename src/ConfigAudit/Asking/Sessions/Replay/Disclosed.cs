using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>One place of a recording.</summary>
/// <param name="Place"><c>namespace:Class</c>, <c>namespace:Class.Method</c> or <c>registry:KEY</c>.</param>
/// <param name="Names">What becomes of each of its values.</param>
internal sealed record Disclosed(string Place, IReadOnlyDictionary<string, Disclosure> Names)
{
    /// <summary>How the names of its values are treated, where people or programs choose them.</summary>
    public Disclosure ValueNames { get; init; } = Disclosure.Fact;
}
