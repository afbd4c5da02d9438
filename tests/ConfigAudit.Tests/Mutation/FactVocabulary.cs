using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Items and values that snapshots of other hosts hold, as what could have stood in this one.</summary>
internal sealed class FactVocabulary
{
    private readonly Dictionary<string, List<JObject>> _items = new(StringComparer.Ordinal);

    public FactVocabulary(IEnumerable<Snapshot> snapshots)
    {
        foreach (var facts in snapshots.Select(snapshot => (JObject)Json(snapshot)["facts"]!))
        {
            foreach (var set in facts.Properties())
            {
                var known = _items.TryGetValue(set.Name, out var items) ? items : _items[set.Name] = new List<JObject>();
                known.AddRange(set.Value["items"]!.Cast<JObject>().Where(item => !known.Any(other => JToken.DeepEquals(other, item))));
            }
        }
    }

    public IEnumerable<JObject> Items(string set) => _items.TryGetValue(set, out var items) ? items : Enumerable.Empty<JObject>();

    public IEnumerable<JToken> Values(string set, string property) =>
        Items(set)
            .Select(item => item[property])
            .OfType<JToken>()
            .GroupBy(value => value.ToString(Formatting.None))
            .Select(same => same.First())
            .Take(Extent.Current.ValuesOfOnePlace);

    public static JObject Json(Snapshot snapshot)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(SnapshotFile.Bytes(snapshot))))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JObject.Load(reader);
    }
}
