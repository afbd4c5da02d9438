using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines.Operators;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;
using ConfigAudit.Tests.Judging.Registers;
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
    [InlineData("baselines/baseline.schema.json", "baselines/MIC-2024-10.json")]
    [InlineData("baselines/baseline.schema.json", "baselines/MIC-2025-03.json")]
    [InlineData("baselines/baseline.schema.json", "baselines/MIC-Beta.json")]
    [InlineData("baselines/baseline.schema.json", "baselines/MIC-Minimum.json")]
    [InlineData("schemas/waivers.schema.json", "../examples/municipality/waivers.json")]
    [InlineData("schemas/attestations.schema.json", "../examples/municipality/attestations.json")]
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
    public async Task What_is_written_is_valid_by_the_schema_that_it_names()
    {
        using var folder = new TemporaryFolder();
        var selector = new FindingSelector { CheckId = "OS-01", ComputerNames = new[] { "LG-*" }, Zones = new[] { Zone.Lgwan } };
        StatementFile.Add(folder["w.json"], new[] { new Waiver { Selector = selector, Reason = "r", Approver = "a", Until = new DateTime(2027, 3, 31), Ticket = "1", EvidenceHash = new string('0', 64) } });
        StatementFile.Set(folder["a.json"], new Attestation { Selector = selector, Statement = "s", By = "b", Evidence = new[] { AttestedFile.Of(folder["w.json"], folder.Path) } });
        foreach (var file in new[] { "w.json", "a.json" })
        {
            var written = JObject.Parse(File.ReadAllText(folder[file]));
            Assert.Equal("$schema", written.Properties().First().Name);
            Assert.Empty((await JsonSchema.FromFileAsync(Path.Combine(Module, "schemas", (string)written["$schema"]!))).Validate(written).Select(error => error.ToString()));
        }
    }

    /// <summary>Each is refused by the program, too (StatementTests).</summary>
    [Theory]
    [InlineData("waivers", "\"computers\": []")]
    [InlineData("waivers", "\"zones\": [ \"Moon\" ]")]
    [InlineData("waivers", "\"until\": \"soon\"")]
    [InlineData("waivers", "\"untill\": \"2027-03-31\"")]
    [InlineData("waivers", "\"approver\": \"\"")]
    [InlineData("attestations", "\"zones\": []")]
    [InlineData("attestations", "\"by\": null")]
    [InlineData("attestations", "\"evidence\": [ { \"path\": \"x\" } ]")]
    public async Task An_editor_marks_what_is_wrong_with_a_statement(string kind, string member)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Module, "schemas", kind + ".schema.json"));
        var file = JObject.Parse(File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "examples", "municipality", kind + ".json")));
        ((JObject)file[kind]![0]!).Merge(JObject.Parse("{ " + member + " }"), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace, MergeNullValueHandling = MergeNullValueHandling.Merge });
        Assert.NotEmpty(schema.Validate(file));
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

    [Theory]
    [MemberData(nameof(RegisterTemplateTests.Templates), MemberType = typeof(RegisterTemplateTests))]
    public async Task A_template_in_JSON_names_its_schema_and_is_valid_by_it(string name, string ending, bool isJapanese)
    {
        using var folder = new TemporaryFolder();
        var type = RegisterType.Named(name)!;
        var path = Path.Combine(folder.Path, $"{ending}.json");
        RegisterTemplate.Save(type, path, isJapanese, hasExample: true);
        var schema = await JsonSchema.FromJsonAsync(RegisterSchema.Text(type));

        Assert.Contains($"\"$schema\": \"{name}.schema.json\"", File.ReadAllText(path));
        Assert.Empty(schema.Validate(File.ReadAllText(path)).Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("""{ "Account": "a", "Kind": "Shared" }""", true)]
    [InlineData("""{ "アカウント": "a", "区分": "共用", "Persons": [ "山田", "鈴木" ], "備考": "窓口" }""", true)]
    [InlineData("""{ "Account": "なし" }""", true)]
    [InlineData("""{ "Account": "a", "Kind": "Team" }""", false)]
    [InlineData("""{ "Account": "a" }""", false)]
    [InlineData("""{ "Account": "a", "Kind": "Shared", "Aprover": "CISO" }""", false)]
    [InlineData("""{ "Account": "a", "アカウント": "b", "Kind": "Shared" }""", false)]
    public async Task An_editor_marks_what_a_register_would_refuse(string row, bool isValid)
    {
        var schema = await JsonSchema.FromJsonAsync(RegisterSchema.Text(RegisterType.Named("Accounts")!));
        var text = $$"""{ "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [ {{row}} ] }""";
        using var folder = new TemporaryFolder();
        folder.File("Accounts.json", text);

        Assert.Equal(isValid, schema.Validate(text).Count == 0);
        Assert.Equal(isValid, RegisterFile.Load(Path.Combine(folder.Path, "Accounts.json")).Problems.Count == 0);
    }
}
