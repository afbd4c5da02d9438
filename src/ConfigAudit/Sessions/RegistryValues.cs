using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;

namespace ConfigAudit.Sessions;

/// <summary>
/// The values of one key, of which only those are asked for that can be there: one round trip lists their names, and saves one for each wanted value that
/// the key doesn't have.
/// </summary>
internal sealed class RegistryValues
{
    private readonly Registry _registry;
    private readonly RegistryKey _key;
    private readonly HashSet<string>? _names;

    private RegistryValues(Registry registry, RegistryKey key, IEnumerable<string>? names)
    {
        (_registry, _key) = (registry, key);
        _names = names is null ? null : new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Lists the names. A recording that holds a key in part can't, and may have the values all the same: there, each is asked for.</summary>
    /// <returns>The values, or why the key couldn't be read.</returns>
    public static async Task<RegistryAnswer<RegistryValues>> ListAsync(Registry registry, RegistryKey key, CancellationToken token)
    {
        var names = await registry.ValueNamesAsync(key, token).ConfigureAwait(false);
        return names.Gap is { Kind: not GapKind.NotRecorded }
            ? new RegistryAnswer<RegistryValues>(null, names.Gap)
            : new RegistryAnswer<RegistryValues>(new RegistryValues(registry, key, names.Value), null);
    }

    public Task<RegistryAnswer<string>> TextAsync(string value, CancellationToken token) => AskAsync(value, () => _registry.TextAsync(_key, value, token));

    public Task<RegistryAnswer<long?>> NumberAsync(string value, CancellationToken token) => AskAsync(value, () => _registry.NumberAsync(_key, value, token));

    private async Task<RegistryAnswer<V>> AskAsync<V>(string value, Func<Task<RegistryAnswer<V>>> ask)
    {
        if (_names?.Contains(value) == false)
            return RegistryAnswer<V>.Absent(_key, value);
        var answer = await ask().ConfigureAwait(false);
        // It was seen to be there: of another type, perhaps, but not absent.
        return answer.IsAbsent && _names is not null
            ? new RegistryAnswer<V>(default, new Gap(GapKind.Unusable, $"{_key.Source}\\{value}", "the value is there, and can't be read as what it should be"))
            : answer;
    }
}
