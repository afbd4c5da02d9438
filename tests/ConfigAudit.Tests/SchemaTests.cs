using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Baselines.Operators;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Xunit;

namespace ConfigAudit.Tests;

/// <summary>The published schemas agree with the program, both ways.</summary>
public sealed class SchemaTests
{
    private static readonly string Module = Path.Combine(Machine.RepositoryRoot, "module");

    [Theory]
    [InlineData("baselines/baseline.schema.json", "baselines/MIC-2022-03.json")]
    [InlineData("catalogs/lifecycle.schema.json", "catalogs/lifecycle.json")]
    [InlineData("catalogs/remote-tools.schema.json", "catalogs/remote-tools.json")]
    [InlineData("catalogs/security-products.schema.json", "catalogs/security-products.json")]
    [InlineData("catalogs/vpn-clients.schema.json", "catalogs/vpn-clients.json")]
    public async Task What_ships_is_valid_by_its_schema(string schema, string file)
    {
        var errors = (await JsonSchema.FromFileAsync(Path.Combine(Module, schema))).Validate(File.ReadAllText(Path.Combine(Module, file)));
        Assert.Empty(errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("\"any\": \"Antivirrus\"")]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"Stat\", \"equals\": \"On\" }")]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"State\", \"equal\": \"On\" }")]
    [InlineData("\"all\": \"Antivirus\"")]
    [InlineData("\"count\": \"Account\"")]
    public async Task An_editor_marks_what_the_program_would_refuse(string assertion)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Module, "baselines", "baseline.schema.json"));
        var good = JObject.Parse(File.ReadAllText(Path.Combine(Module, "baselines", "MIC-2022-03.json")));
        good["checks"]![0]!["assert"] = JObject.Parse("{ " + assertion + " }");
        Assert.NotEmpty(schema.Validate(good));
    }

    [Fact]
    public void It_names_exactly_the_facts_properties_and_operators_that_there_are()
    {
        var definitions = (JObject)JObject.Parse(File.ReadAllText(Path.Combine(Module, "baselines", "baseline.schema.json")))["definitions"]!;
        var facts = definitions.Properties().Where(definition => definition.Name.StartsWith("over", StringComparison.Ordinal)).Select(definition => definition.Name.Substring(4));
        Assert.Equal(FactTypes.Shipped.All.Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal), facts.OrderBy(name => name, StringComparer.Ordinal));
        foreach (var type in FactTypes.Shipped.All)
        {
            var named = definitions["of" + type.Name]!["oneOf"]!.Last!["allOf"]!.Last!["properties"]!["property"]!["enum"]!.Select(name => (string)name!);
            Assert.Equal(type.Properties.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal), named.OrderBy(name => name, StringComparer.Ordinal));
        }

        var operators = ((JObject)definitions["comparison"]!["properties"]!).Properties().Select(property => property.Name).Where(name => name != "property");
        Assert.Equal(Operator.All.Keys, operators.OrderBy(name => name, StringComparer.Ordinal));
    }
}
