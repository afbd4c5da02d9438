using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Lifecycle;

/// <summary>Holds the lifecycle catalogue against a source's data.</summary>
internal static class Comparison
{
    public static IEnumerable<Difference> Of(JObject catalogue, LifecycleSource source)
    {
        var sources = catalogue["sources"]!.ToDictionary(each => each.Value<string>("id")!, each => each);
        if (!sources.TryGetValue(source.Id, out var known))
            throw new ArgumentException($"The catalogue has no source '{source.Id}'.", nameof(source));
        var before = DateOnly.ParseExact(known.Value<string>("date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return catalogue["products"]!
            .Where(product => product.Value<string>("source") == source.Id && product["cycles"] is not null)
            .SelectMany(product => Of(product, source, before));
    }

    private static IEnumerable<Difference> Of(JToken product, LifecycleSource source, DateOnly before)
    {
        var id = product.Value<string>("id")!;
        var there = (
            source.Products.TryGetValue(product.Value<string>("sourceProduct") ?? id, out var releases)
                ? releases
                : Array.Empty<SourceCycle>()
        ).ToLookup(release => release.Name);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cycle in product["cycles"]!)
        {
            var name = cycle.Value<string>("sourceCycle") ?? cycle.Value<string>("cycle")!;
            listed.Add(name);
            // Microsoft's data has a product of its own for each version.
            var release =
                there[name].FirstOrDefault() ?? (source.Products.TryGetValue(name, out var own) && !source.IsComplete ? own[0] : null);
            if (Of(id, cycle, release, source) is { } difference)
                yield return difference;
        }

        foreach (var release in source.IsComplete ? releases ?? Array.Empty<SourceCycle>() : Array.Empty<SourceCycle>())
        {
            // What is older was left out for a reason.
            if (!listed.Contains(release.Name) && release.Released > before)
                yield return New(id, product, release, source);
        }
    }

    private static Difference? Of(string product, JToken cycle, SourceCycle? release, LifecycleSource source)
    {
        var name = cycle.Value<string>("cycle")!;
        var ends = (JValue)cycle["ends"]!;
        var isCorrected = cycle["source"] is not null || cycle.Value<bool?>("atLatest") == true;
        if (release?.Ends is null)
        {
            return isCorrected || !source.IsComplete
                ? null
                : new Difference(
                    DifferenceKind.Gone,
                    product,
                    name,
                    $"{source.Id} of {source.Day:yyyy-MM-dd} no longer lists it; kept, {Written(ends)}"
                );
        }
        // A day of bought support that isn't later than the end says nothing.
        var extended = release.Ends.Value is string day && string.CompareOrdinal(release.Extended, day) > 0 ? release.Extended : null;
        var isSame = JToken.DeepEquals(ends, release.Ends) && (!source.IsComplete || cycle.Value<string>("extended") == extended);
        if (isSame)
            return null;
        if (isCorrected)
        {
            return new Difference(
                DifferenceKind.Corrected,
                product,
                name,
                $"{Written(ends)} by {cycle["source"] ?? "us, at the latest"} stays; {source.Id} of {source.Day:yyyy-MM-dd} says {Written(release.Ends)}"
            );
        }

        var changed = (JObject)cycle.DeepClone();
        changed["ends"] = release.Ends;
        if (source.IsComplete)
            Set(changed, "extended", extended);
        var was = $"{Written(ends)}{(cycle["extended"] is { } old ? $", bought support {old}" : string.Empty)}";
        return new Difference(
            DifferenceKind.Changed,
            product,
            name,
            $"{was} -> {Written(release.Ends)}{(extended is null ? string.Empty : $", bought support {extended}")} ({source.Id} of {source.Day:yyyy-MM-dd})"
        )
        {
            Line = Written(changed),
        };
    }

    private static Difference New(string id, JToken product, SourceCycle release, LifecycleSource source)
    {
        // A Windows is found by its build and edition, which the source doesn't tell.
        if (release.Ends?.Value is not string || product["system"] is not null)
        {
            return new Difference(
                DifferenceKind.Undated,
                id,
                release.Name,
                $"released {release.Released:yyyy-MM-dd}, {(product["system"] is null ? "no end announced" : "its build isn't known")} ({source.Id} of {source.Day:yyyy-MM-dd}); not written"
            );
        }

        var cycle = new JObject { ["cycle"] = release.Name, ["ends"] = release.Ends };
        if (string.CompareOrdinal(release.Extended, (string)release.Ends!) > 0)
            cycle["extended"] = release.Extended;
        return new Difference(
            DifferenceKind.New,
            id,
            release.Name,
            $"released {release.Released:yyyy-MM-dd}, ends {Written(release.Ends)} ({source.Id} of {source.Day:yyyy-MM-dd})"
        )
        {
            Line = Written(cycle),
        };
    }

    private static void Set(JObject cycle, string name, string? value)
    {
        if (value is null)
            cycle.Remove(name);
        else
            cycle[name] = value;
    }

    private static string Written(JValue ends) =>
        ends.Value switch
        {
            true => "ended on an unknown day",
            false => "no end announced",
            _ => (string)ends!,
        };

    /// <summary>A cycle as the catalogue writes it: in one line.</summary>
    private static string Written(JObject cycle) =>
        "{ "
        + string.Join(", ", cycle.Properties().Select(member => $"{JsonConvert.ToString(member.Name)}: {Written(member.Value)}"))
        + " }";

    private static string Written(JToken value) =>
        value is JArray list ? $"[{string.Join(", ", list.Select(Written))}]" : value.ToString(Formatting.None);
}
