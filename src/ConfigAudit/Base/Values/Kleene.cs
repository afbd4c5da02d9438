using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>Kleene's logic over many: what isn't known (null) decides nothing that the others decide. Of two, C#'s own <c>&amp;</c> and
/// <c>|</c> are that.</summary>
internal static class Kleene
{
    /// <summary>Whether every one is; true of none.</summary>
    public static bool? All(IEnumerable<bool?> each) => each.Aggregate((bool?)true, (all, one) => all & one);

    /// <summary>Whether one is; false of none.</summary>
    public static bool? Any(IEnumerable<bool?> each) => each.Aggregate((bool?)false, (any, one) => any | one);
}
