using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// The registry over CIM: the static methods of StdRegProv in root/cimv2. HKEY_CURRENT_USER is never asked: it would be the hive of the
/// account that asks. The WMI host is 64-bit on 64-bit Windows, so the 32-bit view is reached by naming Wow6432Node.
/// </summary>
internal sealed class Registry
{
    private const string Namespace = "root/cimv2";
    private const string Class = "StdRegProv";
    private const long Found = 0;
    private const long AccessDenied = 5;

    private readonly ICimSource _source;

    public Registry(ICimSource source) => _source = source;

    /// <summary>The names of the keys right below <paramref name="key"/> (StdRegProv.EnumKey).</summary>
    public Task<RegistryAnswer<IReadOnlyList<string>>> SubkeysAsync(RegistryKey key, CancellationToken token) =>
        AskAsync(key, null, "EnumKey", RegistryListing.Subkeys, token);

    /// <summary>The names of a key's values (StdRegProv.EnumValues). One call that saves one for each value that isn't there.</summary>
    public Task<RegistryAnswer<IReadOnlyList<string>>> ValueNamesAsync(RegistryKey key, CancellationToken token) =>
        AskAsync<IReadOnlyList<string>>(key, null, "EnumValues", row => RegistryListing.Values(row)?.Keys.ToArray(), token);

    /// <summary>The same, each with its type; null for one whose type the answer doesn't tell.</summary>
    public Task<RegistryAnswer<IReadOnlyDictionary<string, RegistryType?>>> ValueTypesAsync(RegistryKey key, CancellationToken token) =>
        AskAsync(key, null, "EnumValues", RegistryListing.Values, token);

    /// <summary>A REG_SZ (StdRegProv.GetStringValue), or a REG_EXPAND_SZ (GetExpandedStringValue: with the host's variables put
    /// in).</summary>
    public Task<RegistryAnswer<string>> TextAsync(RegistryKey key, string value, CancellationToken token, RegistryType? type = null) =>
        AskAsync(
            key,
            value,
            type == RegistryType.ExpandableText ? "GetExpandedStringValue" : "GetStringValue",
            row => row.Text("sValue"),
            token
        );

    /// <summary>A REG_DWORD (StdRegProv.GetDWORDValue), or a REG_QWORD (GetQWORDValue).</summary>
    public Task<RegistryAnswer<long?>> NumberAsync(RegistryKey key, string value, CancellationToken token, RegistryType? type = null) =>
        type == RegistryType.LongNumber
            ? AskAsync(key, value, "GetQWORDValue", row => row.Number("uValue"), token)
            : AskAsync<long?>(
                key,
                value,
                "GetDWORDValue",
                row => row.Number("uValue") is >= 0 and <= uint.MaxValue and var number ? number : null,
                token
            );

    /// <summary>A REG_MULTI_SZ (StdRegProv.GetMultiStringValue).</summary>
    public Task<RegistryAnswer<IReadOnlyList<string>>> TextsAsync(RegistryKey key, string value, CancellationToken token) =>
        AskAsync(
            key,
            value,
            "GetMultiStringValue",
            row => row.Texts("sValue") is { } texts && texts.Count == row.Count("sValue") ? texts : null,
            token
        );

    /// <summary>Several values of one key: one round trip for their names, and one for each that is there.</summary>
    public async Task<RegistryRow> ReadAsync(RegistryQuery query, CancellationToken token)
    {
        var values = await RegistryValues.ListAsync(this, query.Key, token).ConfigureAwait(false);
        var texts = AllAsync(query.Texts, name => values.TextAsync(name, token));
        var numbers = AllAsync(query.Numbers, name => values.NumberAsync(name, token));
        var lists = AllAsync(query.Lists, name => values.TextsAsync(name, token));
        return new RegistryRow(
            query.Key,
            values.Names,
            values.Gap,
            await texts.ConfigureAwait(false),
            await numbers.ConfigureAwait(false),
            await lists.ConfigureAwait(false)
        );
    }

    private static async Task<Dictionary<string, RegistryAnswer<V>>> AllAsync<V>(
        IReadOnlyList<string> names,
        Func<string, Task<RegistryAnswer<V>>> ask
    )
    {
        var answers = await Task.WhenAll(names.Select(ask)).ConfigureAwait(false);
        return names
            .Zip(answers, (name, answer) => (name, answer))
            .ToDictionary(pair => pair.name, pair => pair.answer, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<RegistryAnswer<V>> AskAsync<V>(
        RegistryKey key,
        string? value,
        string method,
        Func<CimRow, V?> read,
        CancellationToken token
    )
    {
        var arguments = new Dictionary<string, object?> { ["hDefKey"] = key.Hive, ["sSubKeyName"] = key.Path };
        if (value is not null)
            arguments["sValueName"] = value;
        var answer = await _source.InvokeAsync(new CimCall(Namespace, Class, method, arguments), token).ConfigureAwait(false);
        if (answer.Gap is { } gap)
            return new RegistryAnswer<V>(answer.Rows.Count == 1 ? read(answer.Rows[0]) : default, UnreadGap(gap));

        var name = value is null ? key.Source : $"{key.Source}\\{value}";
        var row = answer.Rows.Count == 1 ? answer.Rows[0] : null;
        return row?.Number("ReturnValue") switch
        {
            // That it was found says that it is there. What can't be read of it isn't what Windows takes where there is none.
            Found => read(row) is { } found
                ? new RegistryAnswer<V>(found, null)
                : Unusable(new LocalText("存在するが、内容を読めない", "it is there, and what it holds can't be read")),
            AccessDenied => new RegistryAnswer<V>(
                default,
                new Gap(GapKind.Denied, name, new LocalText("アクセスが拒否された（5）", "access denied (5)"))
            ),
            // 1 and 2 both come for a missing value: which one depends on the provider's version.
            1 or 2 => new RegistryAnswer<V>(default, new Gap(GapKind.NotPresent, name, new LocalText("存在しない", "not there"))),
            { } code => Unusable(
                new LocalText(
                    $"StdRegProv.{method} が {CimErrors.Words(code).Ja} を返した",
                    $"StdRegProv.{method} returned {CimErrors.Words(code).En}"
                )
            ),
            null when row is null => Unusable(
                new LocalText(
                    $"StdRegProv.{method} が{answer.Rows.Count}行を返した",
                    $"StdRegProv.{method} answered with {answer.Rows.Count} rows"
                )
            ),
            null => Unusable(
                new LocalText($"StdRegProv.{method} が戻り値を返さない", $"StdRegProv.{method} answered with no return value")
            ),
        };

        RegistryAnswer<V> Unusable(LocalText told) => new(default, new Gap(GapKind.Unusable, name, told));
    }

    /// <summary>A host without the provider has a registry all the same: nothing is known of the key, least of all that it isn't
    /// there.</summary>
    private static Gap UnreadGap(Gap gap) =>
        gap.Kind == GapKind.NotPresent
            ? (gap with { Kind = GapKind.NotSupported }).Saying(
                new LocalText("この名前空間にレジストリのプロバイダがない: ", "the host has no registry provider here: ").Then(gap.Told)
            )
            : gap;
}
