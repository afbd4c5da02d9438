using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
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
    [InlineData("catalogs/sync-clients.schema.json", "catalogs/sync-clients.json")]
    [InlineData("catalogs/security-products.schema.json", "catalogs/security-products.json")]
    [InlineData("catalogs/vpn-clients.schema.json", "catalogs/vpn-clients.json")]
    [InlineData("catalogs/windows-releases.schema.json", "catalogs/windows-releases.json")]
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
        var selector = new FindingSelector
        {
            CheckId = "OS-01",
            ComputerNames = new[] { "LG-*" },
            Zones = new[] { Zone.Lgwan },
        };
        StatementFile.Add(
            folder["w.json"],
            new[]
            {
                new Waiver
                {
                    Selector = selector,
                    Reason = "r",
                    Approver = "a",
                    Until = new DateTime(2027, 3, 31),
                    Ticket = "1",
                    EvidenceHash = new string('0', 64),
                },
            }
        );
        StatementFile.Set(
            folder["a.json"],
            new Attestation
            {
                Selector = selector,
                Statement = "s",
                By = "b",
                Evidence = new[] { AttestedFile.Of(folder["w.json"], folder.Path) },
            }
        );
        foreach (var file in new[] { "w.json", "a.json" })
        {
            var written = JObject.Parse(File.ReadAllText(folder[file]));
            Assert.Equal("$schema", written.Properties().First().Name);
            Assert.Empty(
                (await JsonSchema.FromFileAsync(Path.Combine(Module, "schemas", (string)written["$schema"]!)))
                    .Validate(written)
                    .Select(error => error.ToString())
            );
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
        ((JObject)file[kind]![0]!).Merge(
            JObject.Parse("{ " + member + " }"),
            new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace, MergeNullValueHandling = MergeNullValueHandling.Merge }
        );
        Assert.NotEmpty(schema.Validate(file));
    }

    /// <summary>To renew it: CONFIGAUDIT_WRITE_DOCS=1 dotnet test tests/ConfigAudit.Tests -f net10.0 --filter SchemaTests.</summary>
    [Fact]
    public void The_one_of_baselines_is_made_of_the_facts_properties_and_operators_that_there_are()
    {
        var path = Path.Combine(Module, "baselines", BaselineSchema.FileName);
        if (Environment.GetEnvironmentVariable("CONFIGAUDIT_WRITE_DOCS") == "1")
            File.WriteAllText(path, BaselineSchema.Text(FactTypes.Shipped));
        Assert.Equal(BaselineSchema.Text(FactTypes.Shipped), File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    /// <summary>A property of each kind that there is, each operator, and whatever may be written behind it.</summary>
    [Fact]
    public async Task It_takes_the_comparisons_that_the_program_takes_and_no_others()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Module, "baselines", BaselineSchema.FileName));
        var operands = new JToken[]
        {
            "x",
            1,
            -1,
            1.5,
            true,
            false,
            "true",
            "",
            "1.00:00:00",
            "3 days",
            "2026-11-16",
            "2026-11-16T00:00:00Z",
            "2026-11-16T00:00:00",
            "1.0",
            new JObject(),
            new JObject { ["parameter"] = "p" },
        };
        var all = operands.Concat(operands.Select(operand => new JArray(operand))).Append(new JArray()).ToArray();
        foreach (
            var (fact, property) in FactTypes
                .Shipped.All.SelectMany(type => type.Properties.Select(property => (type, property)))
                .GroupBy(pair => OperandsOf(pair.property.Kind))
                .Select(group => group.First())
        )
        {
            var own = property.Kind.Item?.Type ?? property.Kind.Type;
            foreach (var operand in own.IsEnum ? all.Append(Enum.GetNames(own)[0]).Append(new JArray(Enum.GetNames(own)[0])) : all)
            {
                foreach (var by in Operator.All.Keys)
                {
                    var have = new JObject { ["property"] = property.Name, [by] = operand };
                    var file = Baseline(new JObject { ["any"] = fact.Name, ["have"] = have });
                    // Which parameters there are is beyond a schema.
                    if (
                        operand is not JObject { Count: > 0 }
                        && operand is not JArray { First: JObject { Count: > 0 } }
                        && schema.Validate(file).Count == 0 != Loads(file)
                    )
                    {
                        Assert.Fail(
                            $"{fact.Name}.{property.Name} ({property.Kind.Name.En}) {by} {operand}: the program {(Loads(file) ? "takes" : "refuses")} it"
                        );
                    }
                }
            }
        }
    }

    /// <summary>Enumerations take the same operators; their members are compared where what ships is read.</summary>
    private static string OperandsOf(ValueKind kind) =>
        (kind.Item ?? kind).Type is { IsEnum: false } type ? $"{type} {kind.Item is null}" : $"enum {kind.Item is null}";

    /// <summary>Members left out, of another type, or that nobody knows: the schema refuses what the program does.</summary>
    [Fact]
    public async Task It_refuses_the_changes_to_a_baseline_that_the_program_refuses()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Module, "baselines", BaselineSchema.FileName));
        var whole = Baseline(
            new JObject
            {
                ["count"] = "Account",
                ["atMost"] = 3,
                ["where"] = new JObject { ["anyOf"] = new JArray(new JObject { ["property"] = "Enabled", ["equals"] = true }) },
            }
        );
        whole["parameters"] = JObject.Parse(
            """{ "p": { "type": "choice", "default": "a", "choices": [ "a", "b" ], "title": { "ja": "題", "en": "title" } } }"""
        );
        whole["checks"]![0]!["scope"] = JObject.Parse("""{ "zones": [ "Lgwan" ], "roles": [ "Client" ] }""");
        Assert.True(Loads(whole));
        Assert.Empty(schema.Validate(whole).Select(error => error.ToString()));
        foreach (var place in whole.DescendantsAndSelf().OfType<JObject>().Select(member => member.Path).ToArray())
        {
            foreach (
                var name in ((JObject)whole.SelectToken(place)!).Properties().Select(member => member.Name).Append("unknown").ToArray()
            )
            {
                foreach (
                    var change in new Action<JObject>[]
                    {
                        at => at.Remove(name),
                        at => at[name] = 7,
                        at => at[name] = new JArray(),
                        at => at[name] = "x",
                        at => at[name] = new JObject(),
                    }
                )
                {
                    var file = (JObject)whole.DeepClone();
                    change((JObject)file.SelectToken(place)!);
                    if (!Loads(file) && Excepted(place, name) is false)
                        Assert.True(schema.Validate(file).Count > 0, $"{place}.{name}: {file.SelectToken(place)}");
                    if (Loads(file))
                        Assert.True(schema.Validate(file).Count == 0, $"taken, {place}.{name}: {file.SelectToken(place)}");
                }
            }
        }

        // That a default is among the choices, and a page in its part, is beyond a schema.
        static bool Excepted(string place, string name) =>
            place == "parameters.p" && name is "default" or "choices" or "minimum" or "maximum";
    }

    private static JObject Baseline(JObject assertion)
    {
        var baseline = JObject.Parse(
            """
            { "format": "ConfigAudit.Baseline/1", "id": "base", "version": "1.0", "title": { "ja": "題", "en": "title" }, "parameters": {}, "checks": [ {
              "id": "A-1", "title": { "ja": "題", "en": "title" }, "remediation": { "ja": "策", "en": "remedy" }, "guideline": { "edition": "2022-03", "section": "1", "page": null },
              "obligation": "Required", "severity": "Low" } ] }
            """
        );
        baseline["checks"]![0]!["assert"] = assertion;
        return baseline;
    }

    private static bool Loads(JObject file)
    {
        using var folder = new TemporaryFolder();
        try
        {
            return new BaselineFile(FactTypes.Shipped, (_, name) => name).Load(folder.File("base.json", file.ToString())) is not null;
        }
        catch (BaselineException)
        {
            return false;
        }
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
