using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>Asks the registry, where the security-product catalogue says, how old the definitions of the products on a host are.</summary>
internal static class DefinitionKeys
{
    /// <summary>A clock may be a little wrong; definitions aren't made for tomorrow.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Of each of these products that has such keys, by its id.</summary>
    public static async Task<IReadOnlyDictionary<string, DefinitionState>> AskAsync(
        Collection collection,
        IEnumerable<SecurityProduct> products,
        CancellationToken token
    )
    {
        var asked = products
            .Where(product => product.Definitions.Count > 0)
            .Select(async product => (product.Id, State: await AskAsync(collection, product, token).ConfigureAwait(false)));
        return (await Task.WhenAll(asked).ConfigureAwait(false)).ToDictionary(pair => pair.Id, pair => pair.State, StringComparer.Ordinal);
    }

    private static async Task<DefinitionState> AskAsync(Collection collection, SecurityProduct product, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        Gap? unread = null;
        foreach (var source in product.Definitions)
        {
            var values = await RegistryValues.ListAsync(registry, source.Key, token).ConfigureAwait(false);
            if (values.Gap is null)
                return await ReadAsync(collection.Now, source, values, token).ConfigureAwait(false);
            // Of a key that can't be read nobody knows whether it is the one.
            if (unread is null or { Kind: GapKind.NotPresent })
                unread = values.Gap;
        }

        return new DefinitionState(null, null, null, unread);
    }

    private static async Task<DefinitionState> ReadAsync(
        DateTimeOffset? now,
        DefinitionSource source,
        RegistryValues values,
        CancellationToken token
    )
    {
        var version = source.Version is null ? null : await values.PlainAsync(source.Version, token).ConfigureAwait(false);
        var days = new HashSet<DateTime>();
        Gap? gap = null;
        foreach (var name in source.Dates)
        {
            var answer = await values.PlainAsync(name, token).ConfigureAwait(false);
            gap ??= answer.GapIfUnread;
            if (answer.Value is null or "" or "0")
                continue;
            if (source.Day(answer.Value) is { } day && day < now?.UtcDateTime + Ahead)
            {
                days.Add(day);
            }
            else
            {
                gap ??= new Gap(
                    GapKind.Unusable,
                    $"{source.Key.Source}\\{name}",
                    new LocalText(
                        $"「{answer.Value}」は定義ファイルの日付としてあり得ない",
                        $"'{answer.Value}' is no day that definitions can be of"
                    )
                );
            }
        }

        if (days.Count != 1)
        {
            gap ??=
                days.Count == 0
                    ? new Gap(GapKind.NotPresent, source.Key.Source, new LocalText("製品が日付を示さない", "the product tells no day"))
                    : new Gap(
                        GapKind.Unusable,
                        source.Key.Source,
                        new LocalText("製品が複数の日付を示している: ", "the product tells several days: ").Then(
                            LocalText.Of(
                                string.Join(
                                    ", ",
                                    days.OrderBy(day => day).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                                )
                            )
                        )
                    );
        }

        return new DefinitionState(
            source.Key.Source,
            gap is null ? days.Single() : null,
            version?.Value is { } text ? source.VersionIn(text) : null,
            gap
        );
    }
}
