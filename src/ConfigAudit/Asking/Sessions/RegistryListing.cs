using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// What StdRegProv.EnumKey and EnumValues list. An existing key that has nothing answers with a null array. A list with a name that is
/// none, or one name
/// twice, isn't believed at all: what it should have said may be the very name that somebody looks for.
/// </summary>
internal static class RegistryListing
{
    /// <summary>The names of subkeys, which are never empty; null for a list that can't be read.</summary>
    public static IReadOnlyList<string>? Subkeys(CimRow row) =>
        Names(row) is { } names && names.All(name => name.Length > 0) ? names : null;

    /// <summary>
    /// The names of values, the default one's empty, each with its type; null for one whose type the answer doesn't tell. Null for a list
    /// that can't be
    /// read, or whose types aren't as many as its names.
    /// </summary>
    public static IReadOnlyDictionary<string, RegistryType?>? Values(CimRow row)
    {
        var types = row.Numbers("Types");
        if (Names(row) is not { } names || (types is not null && types.Count != names.Count))
            return null;
        return names
            .Select((name, index) => (name, type: (RegistryType?)types?[index]))
            .ToDictionary(pair => pair.name, pair => pair.type, StringComparer.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<string>? Names(CimRow row)
    {
        if (row["sNames"] is null)
            return Array.Empty<string>();
        var names = row.Texts("sNames");
        return names?.Count == row.Count("sNames") && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
            ? names
            : null;
    }
}
