using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A call of a static method.</summary>
/// <param name="Namespace">With slashes: <c>root/cimv2</c>.</param>
/// <param name="Class">The class whose method it is.</param>
/// <param name="Method">The method.</param>
/// <param name="Arguments">Its in parameters, by name.</param>
internal sealed record CimCall(string Namespace, string Class, string Method, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>How gaps and provenance name it.</summary>
    public string Source => $"{Namespace}:{Class}.{Method}";
}
