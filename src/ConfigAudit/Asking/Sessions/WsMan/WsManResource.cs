using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>How a class is addressed: a URI, the selectors beside it, and the URI that its methods' actions begin with.</summary>
/// <param name="Uri">wsman:ResourceURI.</param>
/// <param name="Selectors">wsman:SelectorSet, by name.</param>
internal sealed record WsManResource(string Uri, IReadOnlyDictionary<string, string> Selectors)
{
    private static readonly Dictionary<string, string> None = new();

    /// <summary>
    /// WinRM reads the namespace in the URI ([MS-WSMV] §2.2.1.5). Every other server follows DSP0227 §5.3: the class in the URI, the
    /// namespace as a
    /// selector; OMI invokes methods in no other form.
    /// </summary>
    /// <param name="isWinRm">What the server said of itself to Identify.</param>
    /// <param name="namespace">With slashes.</param>
    /// <param name="class">A class, or "*" for a query.</param>
    /// <param name="keys">The keys of one instance; null for a class.</param>
    public static WsManResource Of(bool isWinRm, string @namespace, string @class, IReadOnlyDictionary<string, string>? keys = null)
    {
        if (isWinRm)
            return new($"{WsManNames.WmiResource}{@namespace}/{@class}", keys ?? None);
        var selectors = new Dictionary<string, string> { ["__cimnamespace"] = @namespace };
        foreach (var pair in keys ?? None)
            selectors[pair.Key] = pair.Value;
        // A query's target is any class: DSP0227 has "*" below the schema, OMI below Microsoft's prefix; both take this one.
        return new(WsManNames.CimResource + @class, selectors);
    }
}
