using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>No cycle stands in the lifecycle catalogue that no registered name and version can reach.</summary>
public sealed class LifecycleReachTests
{
    private const string Opening = "(?<cycle>";

    private static readonly JArray Products = Read();

    public static IEnumerable<object[]> Ids =>
        Products
            .Where(product => product["names"] is not null && product["cycles"] is not null)
            .Select(product => new object[] { product.Value<string>("id")! });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_cycle_can_be_told_by_a_name_or_a_version(string id)
    {
        var product = Products.Single(each => each.Value<string>("id") == id);
        var groups = product["names"]!
            .Concat(product["packages"] ?? new JArray())
            .Select(name => Group((string)name!))
            .OfType<string>()
            .Select(group => new Regex($"^(?:{group})$", RegexOptions.IgnoreCase))
            .ToArray();
        var parts = product.Value<string>("cycleFrom") switch
        {
            "version:1" => 1,
            "version:2" => 2,
            "version:3" => 3,
            _ => 0,
        };
        Assert.All(
            product["cycles"]!.Select(cycle => cycle.Value<string>("cycle")!),
            cycle => Assert.True(Array.Exists(groups, group => group.IsMatch(cycle)) || IsVersion(cycle, parts), cycle)
        );
    }

    [Theory]
    [InlineData("filemaker", "FileMaker Pro 12 Advanced", "12.0.1.0", "12")]
    [InlineData("filemaker", "FileMaker Pro 7", "7.0", "7")]
    [InlineData("filemaker", "FileMaker Pro 15", "15.0.3", "15")]
    [InlineData("ruby", "Ruby 1.9.3-p551", "1.9.3-p551", "1.9.3")]
    [InlineData("apache-http-server", "Apache HTTP Server 1.3.42", "1.3.42", "1.3")]
    [InlineData("openssl", "OpenSSL 0.9.8zh (32-bit)", "0.9.8zh", "0.9.8")]
    public void Those_that_no_name_reached_once(string id, string name, string version, string cycle)
    {
        var match = Machine.Catalogs.Lifecycle.Find(name, version)!;
        Assert.Equal((id, cycle), (match.Product.Id, match.Cycle.Name));
    }

    private static bool IsVersion(string cycle, int parts) =>
        parts > 0 && cycle.Split('.') is var numbers && numbers.Length == parts && numbers.All(number => number.All(char.IsDigit));

    /// <summary>What stands in the pattern's group "cycle"; null where it has none.</summary>
    private static string? Group(string pattern)
    {
        var start = pattern.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var depth = 1;
        var at = start + Opening.Length;
        for (; depth > 0; at++)
        {
            depth +=
                pattern[at] == '\\' ? Skip(ref at)
                : pattern[at] == '(' ? 1
                : pattern[at] == ')' ? -1
                : 0;
        }

        return pattern.Substring(start + Opening.Length, at - 1 - start - Opening.Length);
    }

    private static int Skip(ref int at)
    {
        at++;
        return 0;
    }

    private static JArray Read()
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(
            File.OpenText(Path.Combine(Machine.RepositoryRoot, "module", "catalogs", "lifecycle.json"))
        )
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return (JArray)JObject.Load(reader)["products"]!;
    }
}
