using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ConfigAudit.Sessions;

/// <summary>Asks for the instances that bear one of some names, as a catalogue lists them: of a host's services nothing else is asked for.</summary>
internal static class NamedInstances
{
    /// <summary>The instances whose <paramref name="property"/> is one of <paramref name="names"/>. Without names nobody is asked.</summary>
    public static Task<CimAnswer> QueryNamedAsync(this ICimSource source, CimQuery query, string property, IEnumerable<string> names, CancellationToken token)
    {
        var conditions = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => $"{property}='{name.Replace("\\", "\\\\").Replace("'", "\\'")}'").ToArray();
        return conditions.Length == 0
            ? Task.FromResult(CimAnswer.Of(Array.Empty<CimRow>()))
            : source.QueryAsync(query with { Where = string.Join(" OR ", conditions) }, token);
    }
}
