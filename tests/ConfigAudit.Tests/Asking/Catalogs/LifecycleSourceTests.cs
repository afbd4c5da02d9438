using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>What the lifecycle catalogue says stands at its sources, and its README counts it right.</summary>
public sealed class LifecycleSourceTests
{
    private static readonly string Folder = Path.Combine(Machine.RepositoryRoot, "module", "catalogs");

    private static readonly JObject Catalog = Read(Path.Combine(Folder, "lifecycle.json"));

    // Days stay text: they are compared as they are written.
    private static JObject Read(string path)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(File.OpenText(path))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return JObject.Load(reader);
    }

    [Fact]
    public void Each_product_names_a_source_with_a_title_and_a_day()
    {
        var sources = Catalog["sources"]!
            .Where(source => source.Value<string>("title") is { Length: > 0 } && source.Value<string>("date") is { Length: 10 })
            .Select(source => source.Value<string>("id"))
            .ToArray();
        Assert.Empty(
            Catalog["products"]!
                .Where(product => !sources.Contains(product.Value<string>("source")))
                .Select(product => product.Value<string>("id"))
        );
        Assert.Empty(
            Catalog["products"]!
                .SelectMany(product => product["cycles"] ?? new JArray())
                .Select(cycle => cycle.Value<string>("source"))
                .Where(source => source is not null)
                .Except(sources)
        );
    }

    [Fact]
    public void No_product_and_no_cycle_of_one_stands_twice()
    {
        var products = Catalog["products"]!.Select(product => product.Value<string>("id")).ToArray();
        var cycles = Catalog["products"]!
            .SelectMany(product =>
                (product["cycles"] ?? new JArray()).Select(cycle =>
                    product.Value<string>("id") + " " + cycle.Value<string>("cycle") + " " + cycle["build"]
                )
            )
            .ToArray();
        Assert.Equal(products.Distinct(), products);
        Assert.Equal(cycles.Distinct(), cycles);
    }

    [Fact]
    public void The_readme_counts_them_right()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var bySource = Catalog["products"]!
            .GroupBy(product => product.Value<string>("source"))
            .ToDictionary(group => group.Key!, group => group.Count());
        Assert.Contains($"{Catalog["products"]!.Count()} products", readme);
        Assert.All(bySource, source => Assert.Contains($"| `{source.Key}` | {source.Value} |", readme));
    }

    /// <summary>Where an extract of the source lies beside the repository; it doesn't hold every product.</summary>
    [NeedsFact("shared/eol")]
    public void Days_from_endoflife_date_are_the_ones_there()
    {
        var path = Path.Combine(Needs.Shared, "data", "eol", "eol.json");
        var there = Read(path)["cycles"]!.ToDictionary(
            cycle => cycle.Value<string>("product") + " " + cycle.Value<string>("cycle"),
            cycle => cycle
        );
        var extracted = there.Values.Select(cycle => cycle.Value<string>("product")).ToHashSet();
        var differing =
            from product in Catalog["products"]!
            where
                product.Value<string>("source") == "endoflife.date"
                && extracted.Contains(product.Value<string>("sourceProduct") ?? product.Value<string>("id"))
            from cycle in product["cycles"]!
            where cycle["source"] is null
            let key = (product.Value<string>("sourceProduct") ?? product.Value<string>("id"))
                + " "
                + (cycle.Value<string>("sourceCycle") ?? cycle.Value<string>("cycle"))
            where
                !there.TryGetValue(key, out var source)
                || !JToken.DeepEquals(source["eol"], cycle["ends"])
                || (cycle["extended"] is not null && !JToken.DeepEquals(source["extendedSupport"], cycle["extended"]))
            select key;
        Assert.Empty(differing);
    }
}
