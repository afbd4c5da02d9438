using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions;

/// <summary>Asks for the instances that bear one of some names, as a catalogue lists them: of a host's services nothing else is asked
/// for.</summary>
internal static class NamedInstances
{
    /// <summary>The service by which WMI itself answers.</summary>
    public const string ServiceOfAll = "Winmgmt";

    /// <summary>The name of Windows' own process, in every language.</summary>
    public const string ProcessOfAll = "System";

    /// <summary>The instances whose <paramref name="property"/> is one of <paramref name="names"/>, in which * stands for any text. Without
    /// names nobody is asked.</summary>
    public static Task<CimAnswer> QueryNamedAsync(
        this ICimSource source,
        CimQuery query,
        string property,
        IEnumerable<string> names,
        CancellationToken token
    )
    {
        var conditions = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => Condition(property, name)).ToArray();
        return conditions.Length == 0
            ? Task.FromResult(CimAnswer.Of(Array.Empty<CimRow>()))
            : source.QueryAsync(query with { Where = string.Join(" OR ", conditions) }, token);
    }

    /// <summary>LIKE has signs of its own, which stand for themselves in brackets (Microsoft Learn, "LIKE operator").</summary>
    private static string Condition(string property, string name)
    {
        var text = name.Replace("\\", "\\\\").Replace("'", "\\'");
        return name.Contains('*')
            ? $"{property} LIKE '{text.Replace("[", "[[]").Replace("%", "[%]").Replace("_", "[_]").Replace("*", "%")}'"
            : $"{property}='{text}'";
    }

    /// <summary>The same, with one more name, which every host has: where the answer lacks that, the others may be missing for the same
    /// reason.</summary>
    public static async Task<CimAnswer> QueryNamedAsync(
        this ICimSource source,
        CimQuery query,
        string property,
        IEnumerable<string> names,
        string ofAll,
        CancellationToken token
    )
    {
        var wanted = names.ToArray();
        if (wanted.Length == 0)
            return CimAnswer.Of(Array.Empty<CimRow>());
        var answer = await source.QueryNamedAsync(query, property, wanted.Append(ofAll), token).ConfigureAwait(false);
        return new Least(
            LocalText.Of($"'{ofAll}'"),
            row => string.Equals(row.Text(property), ofAll, StringComparison.OrdinalIgnoreCase)
        ).Of(answer, query.Source);
    }
}
