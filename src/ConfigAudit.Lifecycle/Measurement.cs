using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Lifecycle;

/// <summary>How many products of lists of registered names the catalogue recognises: by distinct product, not by version.</summary>
/// <param name="Products">All distinct products.</param>
/// <param name="Dated">Those that it has days, or a known end, for.</param>
/// <param name="Undated">Those that it knows, and of which no end is published, or was found.</param>
/// <param name="Unknown">Those that it doesn't know.</param>
internal sealed record Measurement(
    IReadOnlyList<string> Products,
    IReadOnlyList<string> Dated,
    IReadOnlyList<string> Undated,
    IReadOnlyList<string> Unknown
)
{
    /// <param name="catalogue">What is measured.</param>
    /// <param name="names">Their product, the registered name and the registered version.</param>
    /// <param name="day">On which support is asked for.</param>
    public static Measurement Of(
        LifecycleCatalog catalogue,
        IEnumerable<(string Product, string Name, string Version)> names,
        DateTimeOffset day
    )
    {
        var products = names.GroupBy(name => name.Product, StringComparer.OrdinalIgnoreCase).ToArray();
        // A product is recognised where one of its names is.
        var found = products.ToDictionary(
            product => product.Key,
            product => product.Max(name => Rank(catalogue.Find(ProductName.Plain(name.Name), name.Version), day))
        );
        string[] Of(int rank) =>
            found.Where(each => each.Value == rank).Select(each => each.Key).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        return new Measurement(found.Keys.ToArray(), Of(2), Of(1), Of(0));
    }

    /// <summary>The names of a file: product, name, version and source in each line, parted by tabs; lines with # are remarks.</summary>
    /// <exception cref="InputException">A line is otherwise.</exception>
    public static IEnumerable<(string Product, string Name, string Version)> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            yield return cells.Length == 4
                ? (cells[0], cells[1], cells[2])
                : throw Trouble.In(path, $"line {number} has {cells.Length} cells, and four are wanted: product, name, version, source");
        }
    }

    /// <summary>One of so many, in percent.</summary>
    public string Share(IReadOnlyCollection<string> some) =>
        $"{some.Count} of {Products.Count} ({(100.0 * some.Count / Products.Count).ToString("0.0", CultureInfo.InvariantCulture)} %)";

    private static int Rank(LifecycleMatch? match, DateTimeOffset day) =>
        match is null ? 0
        : match.IsOpen || match.On(day) is not SupportStatus.NoEndPublished ? 2
        : 1;
}
