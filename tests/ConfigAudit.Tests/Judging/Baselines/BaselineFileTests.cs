using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>A baseline loads whole, or says with file, line and check all that is wrong with it.</summary>
public sealed class BaselineFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_baseline_that_ships_loads()
    {
        var shipped = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));
        Assert.Contains("MIC-2022-03", shipped.Ids);
        Assert.All(shipped.Ids, id => Assert.Equal(id, shipped.Load(id).Id));
    }

    [Fact]
    public void What_ships_has_at_least_two_checks_for_each_area()
    {
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("mic-2022-03");
        Assert.All(
            new[] { "AV-", "SW-", "ID-", "VPN-", "OS-" },
            area => Assert.True(baseline.Checks.Count(check => check.Id.StartsWith(area, StringComparison.Ordinal)) >= 2)
        );
    }

    [Theory]
    [InlineData("\"any\": \"Antivirrus\"", "there is no fact 'Antivirrus'; there are: Account, AccountUse, ")]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"Stat\", \"equals\": \"On\" }",
        "Antivirus has no property 'Stat'; it has: Product"
    )]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"State\", \"equal\": \"On\" }",
        "there is no operator 'equal'; there are: atLeast"
    )]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"State\", \"equals\": \"Onn\" }", "'Onn' is not one of Off, On")]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"State\", \"atLeast\": \"On\" }",
        "'atLeast' can't be asked of Antivirus.State, which is one of Off, On"
    )]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"State\", \"equals\": 1 }", "a text is wanted")]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"DefinitionAge\", \"atMost\": \"3 days\" }",
        "'3 days' is not a length of time"
    )]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"DefinitionAge\", \"atMost\": { \"parameter\": \"maxAgee\" } }",
        "there is no parameter 'maxAgee'; there are: maxAge"
    )]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"TamperProtection\", \"equals\": \"true\" }",
        "true or false is wanted"
    )]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"Product\", \"includesAny\": [ \"x\" ] }",
        "'includesAny' can't be asked of Antivirus.Product, which is text"
    )]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"Product\", \"matches\": \"(\" }", "isn't valid")]
    [InlineData("\"any\": \"Antivirus\", \"have\": { \"property\": \"Product\", \"matches\": \"^(a+)+$\" }", "takes exponential time")]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"Product\", \"matches\": \"^(\\\\w+\\\\s?)*$\" }",
        "takes exponential time"
    )]
    [InlineData(
        "\"any\": \"Antivirus\", \"have\": { \"property\": \"Product\", \"equals\": \"x\", \"startsWith\": \"y\" }",
        "exactly one operator"
    )]
    [InlineData("\"any\": \"Antivirus\", \"where\": {}", "'where' isn't known here")]
    [InlineData("\"all\": \"Antivirus\"", "'have' is missing")]
    [InlineData("\"any\": \"Antivirus\", \"all\": \"Antivirus\"", "exactly one of")]
    [InlineData("\"allOf\": []", "at least one assertion")]
    [InlineData("\"count\": \"Account\"", "'atLeast', 'atMost' or both")]
    public void A_mistake_in_an_assertion_is_found_when_it_is_loaded(string assertion, string message)
    {
        var problem = Assert.Single(Problems(Baseline(Check("A-1", assertion))));
        Assert.Contains(message, problem.Message);
        Assert.Equal("A-1", problem.CheckId);
        Assert.True(problem.Line > 1);
        Assert.Contains("baseline.json(", problem.ToString());
    }

    [Fact]
    public void Everything_wrong_is_found_in_one_go() =>
        Assert.Equal(
            new[] { "A-1", "A-2" },
            Problems(
                    Baseline(
                        Check("A-1", "\"any\": \"X\"") + "," + Check("A-2", "\"any\": \"Y\"") + "," + Check("A-3", "\"any\": \"Account\"")
                    )
                )
                .Select(problem => problem.CheckId)
        );

    [Fact]
    public void Two_checks_can_not_have_one_id() =>
        Assert.Contains(
            "already",
            Assert.Single(Problems(Baseline(Check("A-1", "\"any\": \"Account\"") + "," + Check("a-1", "\"any\": \"Account\"")))).Message
        );

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "")]
    [InlineData("{}", "it lacks \"format\"")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/9\" }", "this version reads 'ConfigAudit.Baseline/1'")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\", \"id\": \"x\", \"id\": \"y\" }", "id")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\", \"id\": \"x\", \"checks\": {} }", "array is wanted")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\", \"chekcs\": [] }", "'chekcs' isn't known here")]
    public void A_file_that_is_no_baseline_says_so(string text, string message)
    {
        var problem = Assert.Single(Problems(text));
        Assert.Contains(message, problem.Message);
        Assert.EndsWith("baseline.json", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_at_once()
    {
        using (var file = File.Create(_folder["baseline.json"]))
            file.SetLength(100 * 1024 * 1024);
        var watch = Stopwatch.StartNew();
        Assert.Contains("100 MB", Assert.Single(Problems(null)).Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_overlay_changes_parameters_within_their_range()
    {
        _folder.File("town.json", Overlay("\"maxAge\": \"1.00:00:00\""));
        var baseline = Load(
            "town.json",
            Baseline(
                Check(
                    "A-1",
                    "\"any\": \"Antivirus\", \"have\": { \"property\": \"DefinitionAge\", \"atMost\": { \"parameter\": \"maxAge\" } }"
                )
            )
        );
        Assert.Equal("town", baseline.Id);
        Assert.Equal("baseline.json", Assert.Single(baseline.Extends));
        Assert.True(Assert.Single(baseline.Parameters).IsOverridden);
        Assert.Equal(
            "There is at least one security product where its definitions' age is at most 1 day",
            Assert.Single(baseline.Checks).Expected.En
        );
    }

    [Theory]
    [InlineData("\"maxAge\": \"30.00:00:00\"", "above the most that is allowed, 7.00:00:00")]
    [InlineData("\"maxAge\": \"00:00:01\"", "below the least that is allowed")]
    [InlineData("\"maxAge\": 3", "a text is wanted")]
    [InlineData("\"minAge\": \"1.00:00:00\"", "there is no parameter 'minAge'")]
    public void An_overlay_can_not_leave_the_range(string parameter, string message)
    {
        _folder.File("town.json", Overlay(parameter));
        var problem = Assert.Single(
            Assert.Throws<BaselineException>(() => Load("town.json", Baseline(Check("A-1", "\"any\": \"Antivirus\"")))).Problems
        );
        Assert.Contains(message, problem.Message);
        Assert.EndsWith("town.json", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Baselines_can_not_extend_each_other_in_a_circle()
    {
        _folder.File("town.json", Overlay("\"maxAge\": \"1.00:00:00\"").Replace("baseline.json", "town.json"));
        Assert.Contains("circle", Assert.Throws<BaselineException>(() => Load("town.json", Baseline(string.Empty))).Message);
    }

    private static string Check(string id, string assertion) =>
        $$"""
            {
              "id": "{{id}}", "title": { "ja": "題", "en": "title" }, "remediation": { "ja": "策", "en": "remedy" },
              "guideline": { "edition": "2022-03", "section": "1", "page": null }, "obligation": "Required", "severity": "Low",
              "assert": { {{assertion}} }
            }
            """;

    private static string Baseline(string checks) =>
        $$"""
            {
              "format": "ConfigAudit.Baseline/1", "id": "base", "version": "1.0", "title": { "ja": "題", "en": "title" },
              "parameters": { "maxAge": { "type": "age", "default": "3.00:00:00", "minimum": "06:00:00", "maximum": "7.00:00:00", "title": { "ja": "題", "en": "title" } } },
              "checks": [ {{checks}} ]
            }
            """;

    private static string Overlay(string parameters) =>
        $$"""
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "baseline.json", "parameters": { {{parameters}} } }
            """;

    private BaselineProblem[] Problems(string? text) =>
        Assert.Throws<BaselineException>(() => Load("baseline.json", text)).Problems.ToArray();

    private Baseline Load(string name, string? text)
    {
        if (text is not null)
            _folder.File("baseline.json", text);
        return new BaselineFile(FactTypes.Shipped, (_, extended) => _folder[extended]).Load(_folder[name]);
    }
}
