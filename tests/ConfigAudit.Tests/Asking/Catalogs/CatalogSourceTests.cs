using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>Each fact of a vendor says where it is from, and of which day that is.</summary>
public sealed class CatalogSourceTests
{
    private static readonly string Folder = Path.Combine(Machine.RepositoryRoot, "module", "catalogs");

    /// <summary>A place that can be looked up, or a document by its name.</summary>
    private static readonly Regex Place = new(
        @"https?://|github\.com/|\b[a-z0-9-]+\.(?:com|date|org|jp|net|io|nl|gov)\b|article \S|IANA,|CRYPTREC|NCSC-NL|FAQ|Microsoft Learn|MicrosoftDocs|published|RFC|winnt\.h|LS-\d",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Day = new(@"\b20\d\d-\d\d(?:-\d\d)?\b|(?:January|November) 20\d\d");

    public static IEnumerable<object[]> Files =>
        Directory
            .GetFiles(Folder, "*.json")
            .Select(Path.GetFileName)
            .Where(name => !name!.EndsWith(".schema.json", System.StringComparison.Ordinal))
            .Select(name => new object[] { name! });

    [Theory]
    [MemberData(nameof(Files))]
    public void The_catalogue_says_of_which_day_it_is(string file) => Assert.Matches(Day, Read(file).Value<string>("edition")!);

    [Theory]
    [InlineData("lifecycle.json")]
    [InlineData("tls-suites.json")]
    [InlineData("tls-parameters.json")]
    [InlineData("windows-releases.json")]
    public void Each_source_is_a_place_or_a_document_and_has_its_day(string file)
    {
        var sources = Read(file)["sources"]!.ToArray();
        Assert.NotEmpty(sources);
        Assert.Empty(
            sources
                .Where(source => !Place.IsMatch(source.ToString()) && source.Value<string>("id") is not ("vendor-ends" or "no-end-found"))
                .Select(source => source.ToString())
        );
        Assert.Empty(
            sources.Where(source => !Day.IsMatch(source.Value<string>("date") ?? source.ToString())).Select(source => source.ToString())
        );
    }

    /// <summary>What no stored copy says has no day: only that it has ended, or that no end was found.</summary>
    [Fact]
    public void What_wasn_t_read_anywhere_has_no_day()
    {
        var products = Read("lifecycle.json")["products"]!.ToArray();
        Assert.Empty(
            products
                .Where(product => product.Value<string>("source") == "no-end-found" && product["cycles"] is not null)
                .Select(product => product.Value<string>("id"))
        );
        Assert.Empty(
            products
                .SelectMany(product =>
                    (product["cycles"] ?? new JArray())
                        .Where(cycle =>
                            (cycle.Value<string>("source") ?? product.Value<string>("source")) == "vendor-ends"
                            && cycle["ends"]!.Type == JTokenType.String
                        )
                        .Select(cycle => product.Value<string>("id") + " " + cycle.Value<string>("cycle"))
                )
                .Except(new[] { "adobe-acrobat-classic 2017" })
        );
    }

    [Theory]
    [InlineData("security-products.json", "products")]
    [InlineData("vpn-clients.json", "clients")]
    [InlineData("remote-tools.json", "tools")]
    [InlineData("sync-clients.json", "clients")]
    public void Each_entry_of_the_others_names_its_source(string file, string entries) =>
        Assert.Empty(
            Read(file)[entries]!
                .Where(entry => entry.Value<string>("source") is not { Length: > 8 })
                .Select(entry => entry.Value<string>("id"))
        );

    private static JObject Read(string file)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(File.OpenText(Path.Combine(Folder, file)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return JObject.Load(reader);
    }
}
