using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>What can be lost of the snapshot that one check passes on: each set that it looks at, each value that it looks at, and the word
/// that nothing is missing.</summary>
internal sealed class SnapshotSites
{
    /// <summary>Kinds of fact of which every Windows has one.</summary>
    private static readonly string[] Never =
    {
        "OperatingSystem",
        "Host",
        "FirewallProfile",
        "Account",
        "Administrator",
        "Volume",
        "Device",
        "LogChannel",
        "EventLog",
        "Software",
    };

    private readonly Check _check;
    private readonly FactVocabulary _vocabulary;
    private readonly JObject _file;
    private readonly FactProperty[] _looked;
    private readonly Dictionary<string, Outcome> _told = new(StringComparer.Ordinal);

    public SnapshotSites(Check check, Snapshot snapshot, FactVocabulary vocabulary)
    {
        (_check, _vocabulary, _looked) = (check, vocabulary, Demands.Properties(check).ToArray());
        var facts = Demands.Facts(check);
        _file = FactVocabulary.Json(snapshot with { Table = new FactTable(snapshot.Table.Sets.Where(set => facts.Contains(set.Type))) });
    }

    public IEnumerable<Site> All()
    {
        foreach (var set in ((JObject)_file["facts"]!).Properties().ToArray())
        {
            var type = FactTypes.Shipped.Find(set.Name)!;
            yield return Whole(set.Name);
            yield return More(set.Name);
            var items = ((JArray)set.Value["items"]!).Count;
            for (var at = 0; at < items; at++)
            {
                var place = at;
                foreach (
                    var property in type.Properties.Where(property =>
                        _looked.Contains(property) && set.Value["items"]![place]![property.Name] is not null
                    )
                )
                {
                    yield return Of(set.Name, place, property);
                }
            }
        }
    }

    /// <summary>All of a set; or, where that is the only thing that it says, that there is nothing.</summary>
    private Site Whole(string set) =>
        new(
            set,
            string.Empty,
            new[]
            {
                Change(Operator.Removed, "the set isn't there", file => Set(file, set).Parent!.Remove()),
                Change(Operator.Removed, "the set doesn't say what it lacks", file => Set(file, set).Remove("gaps")),
                Change(Operator.Removed, "the set has no items", file => Set(file, set).Remove("items")),
                Change(Operator.Truncated, "no item, and a gap instead", file => CutOff(file, set)),
            }
                .Concat(
                    Never.Contains(set)
                        ? new[] { Change(Operator.Emptied, "no item, no gap", file => Items(file, set).Clear()) }
                        : Array.Empty<Change>()
                )
                .ToArray(),
            () => Others(set).Append(Change(Operator.Replaced, "no item", file => Items(file, set).Clear()))
        );

    /// <summary>The word that nothing is missing: the items that are there stay.</summary>
    private Site More(string set) =>
        new(
            set,
            "gaps",
            new[]
            {
                Change(Operator.Denied, "a gap", file => Gaps(file, set).Add(Gap("Denied"))),
                Change(Operator.TimedOut, "a gap", file => Gaps(file, set).Add(Gap("Timeout"))),
                Change(
                    Operator.Mistyped,
                    "a gap in a property that isn't",
                    file => Gaps(file, set).Add(new JObject(Gap("Denied").Properties()) { ["property"] = "Bogus" })
                ),
                Change(Operator.Mistyped, "a gap of no kind", file => Gaps(file, set).Add(Gap("Sunday"))),
            },
            () => Others(set)
        );

    private IEnumerable<Change> Others(string set) =>
        _vocabulary
            .Items(set)
            .Select(item => Change(Operator.Replaced, $"another item: {Short(item)}", file => Items(file, set).Add(item.DeepClone())));

    private Site Of(string set, int at, FactProperty property)
    {
        var value = Items(_file, set)[at]![property.Name]!;
        return new Site(
            set,
            property.Name,
            FactChanges
                .Losses(property)
                .Select(loss => Change(loss.Operator, $"{loss.Detail} for {Short(value)} of item {at}", file => Put(file, loss.Value)))
                .ToArray(),
            () =>
                FactChanges
                    .Others(property, value, _vocabulary.Values(set, property.Name))
                    .Select(other => Change(Operator.Replaced, $"{property.Name}={Short(other)}", file => Put(file, other)))
        );

        void Put(JObject file, JToken? other)
        {
            var item = (JObject)Items(file, set)[at]!;
            if (other is null)
                item.Remove(property.Name);
            else
                item[property.Name] = other.DeepClone();
        }
    }

    private Change Change(Operator how, string detail, Action<JObject> change) =>
        new(
            how,
            detail,
            () =>
            {
                var file = (JObject)_file.DeepClone();
                change(file);
                // What one site loses may be what another could have been: each text is judged once.
                var text = file.ToString(Formatting.None);
                return new Outcome?[] { _told.TryGetValue(text, out var outcome) ? outcome : _told[text] = Judge(text) };
            }
        );

    private Outcome Judge(string text)
    {
        try
        {
            return Demands.Judge(_check, new SnapshotFile(FactTypes.Shipped).Load("changed.json", Encoding.UTF8.GetBytes(text)));
        }
        catch (InputException)
        {
            // Refused: nobody gets a verdict from it.
            return Outcome.Unknown;
        }
    }

    private static void CutOff(JObject file, string set)
    {
        Items(file, set).Clear();
        Gaps(file, set).Add(Gap("Timeout"));
    }

    private static JObject Gap(string kind) =>
        new()
        {
            ["kind"] = kind,
            ["source"] = "the mutation's",
            ["message"] = "lost",
        };

    private static JObject Set(JObject file, string set) => (JObject)file["facts"]![set]!;

    private static JArray Items(JObject file, string set) => (JArray)Set(file, set)["items"]!;

    private static JArray Gaps(JObject file, string set) => (JArray)Set(file, set)["gaps"]!;

    private static string Short(JToken value) =>
        value.ToString(Formatting.None) is { Length: > 100 } text ? $"{text.Remove(100)}..." : value.ToString(Formatting.None);
}
