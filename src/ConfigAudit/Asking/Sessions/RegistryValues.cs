using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// The values of one key, of which only those are asked for that can be there: one round trip lists their names, and saves one for each
/// wanted value that
/// the key doesn't have. Of a key that isn't there, every value is absent; of one that can't be read, none is known.
/// </summary>
internal sealed class RegistryValues
{
    private readonly Registry _registry;
    private readonly RegistryKey _key;
    private readonly RegistryAnswer<IReadOnlyDictionary<string, RegistryType?>> _types;

    private RegistryValues(Registry registry, RegistryKey key, RegistryAnswer<IReadOnlyDictionary<string, RegistryType?>> types) =>
        (_registry, _key, _types) = (registry, key, types);

    /// <summary>Why the names couldn't be listed, "not there" among the reasons.</summary>
    public Gap? Gap => _types.Gap;

    /// <summary>The names; null when they couldn't be listed.</summary>
    public IReadOnlyCollection<string>? Names => _types.Value?.Keys.ToArray();

    public static async Task<RegistryValues> ListAsync(Registry registry, RegistryKey key, CancellationToken token) =>
        new(registry, key, await registry.ValueTypesAsync(key, token).ConfigureAwait(false));

    public Task<RegistryAnswer<string>> TextAsync(string value, CancellationToken token) =>
        AskAsync(value, type => _registry.TextAsync(_key, value, token, type));

    /// <summary>A text, or a number written as one: for values that vendors keep as either.</summary>
    public async Task<RegistryAnswer<string>> PlainAsync(string value, CancellationToken token)
    {
        RegistryType? type = null;
        _types.Value?.TryGetValue(value, out type);
        var text = type is RegistryType.Number or RegistryType.LongNumber ? null : await TextAsync(value, token).ConfigureAwait(false);
        // Not every host tells the types.
        if (text is not null && (type is not null || text.Value is not null || text.IsAbsent))
            return text;
        var number = await NumberAsync(value, token).ConfigureAwait(false);
        return number.Value is { } known
            ? new RegistryAnswer<string>(known.ToString(CultureInfo.InvariantCulture), null)
            : text ?? new RegistryAnswer<string>(null, number.Gap);
    }

    public Task<RegistryAnswer<long?>> NumberAsync(string value, CancellationToken token) =>
        AskAsync(value, type => _registry.NumberAsync(_key, value, token, type));

    public Task<RegistryAnswer<IReadOnlyList<string>>> TextsAsync(string value, CancellationToken token) =>
        AskAsync(value, _ => _registry.TextsAsync(_key, value, token));

    private async Task<RegistryAnswer<V>> AskAsync<V>(string value, Func<RegistryType?, Task<RegistryAnswer<V>>> ask)
    {
        // A recording that holds a key in part can't list it, and may have the value all the same.
        if (Gap is { Kind: not GapKind.NotRecorded } gap)
            return new RegistryAnswer<V>(default, gap.Kind == GapKind.NotPresent ? RegistryAnswer<V>.Absent(_key, value).Gap : gap);
        RegistryType? type = null;
        if (_types.Value?.TryGetValue(value, out type) == false)
            return RegistryAnswer<V>.Absent(_key, value);
        var answer = await ask(type).ConfigureAwait(false);
        // It was seen to be there: of another type, perhaps, but not absent.
        return answer.IsAbsent && _types.Value is not null
            ? new RegistryAnswer<V>(
                default,
                new Gap(
                    GapKind.Unusable,
                    $"{_key.Source}\\{value}",
                    new LocalText("値は存在するが、あるべき型として読めない", "the value is there, and can't be read as what it should be")
                )
            )
            : answer;
    }
}
