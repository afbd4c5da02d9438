using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Baselines.Assertions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>What a verdict is said to rest on: the items that were meant, where they were read, and all that was asked where it matters
/// that there is nothing else.</summary>
public sealed class GroundsTests
{
    private const string Every =
        """{ "all": "Antivirus", "where": { "property": "Product", "equals": "A" }, "have": { "property": "State", "equals": "On" } }""";
    private const string Some = """{ "any": "Antivirus", "have": { "property": "State", "equals": "On" } }""";
    private const string None = """{ "none": "Antivirus", "have": { "property": "State", "equals": "Off" } }""";

    private const string On = """{ "Product": "A", "State": "On", "Source": "first" }""";
    private const string Other = """{ "Product": "B", "State": "Off", "Source": "second" }""";

    [Fact]
    public void Only_what_is_meant_is_shown_of_all_that_was_found()
    {
        var grounds = Explain(Every, On, Other);

        Assert.Equal(Truth.True, grounds.Truth);
        Assert.Equal("A (State=On)", grounds.Actual);
        Assert.Equal("1 of 2 security products is meant, and it complies", grounds.Reason.En);
    }

    [Fact]
    public void That_all_do_rests_on_everything_that_was_found() =>
        Assert.Equal(new[] { "first", "second" }, Explain(Every, On, Other).Evidence);

    [Fact]
    public void That_one_does_rests_on_that_one() => Assert.Equal(new[] { "first" }, Explain(Some, On, Other).Evidence);

    [Fact]
    public void That_none_does_rests_on_everything_that_was_found() =>
        Assert.Equal(new[] { "second", "third" }, Explain(Some, Other, Other.Replace("second", "second; third")).Evidence);

    [Fact]
    public void What_fails_rests_on_what_fails()
    {
        var grounds = Explain(None, On, Other);

        Assert.Equal((Truth.False, "B (State=Off)"), (grounds.Truth, grounds.Actual));
        Assert.Equal(new[] { "second" }, grounds.Evidence);
    }

    [Fact]
    public void Where_there_is_nothing_the_places_that_said_so_are_named()
    {
        var grounds = Explain(None);

        Assert.Equal((Truth.True, string.Empty), (grounds.Truth, grounds.Actual));
        Assert.Equal(new[] { "asked", "asked too" }, grounds.Evidence);
    }

    [Fact]
    public void A_snapshot_of_before_places_were_kept_names_itself() =>
        Assert.Equal(new[] { "snapshot:Antivirus" }, Read(None).Explain(Table("""{ "items": [], "gaps": [] }""")).Evidence);

    [Theory]
    [InlineData("allOf", Truth.True)]
    [InlineData("anyOf", Truth.True)]
    public void Of_several_parts_those_that_decided_are_told(string form, object truth)
    {
        var grounds = Read($$"""{ "{{form}}": [ {{Some}}, { "not": {{None}} } ] }""").Explain(Facts(On, Other));

        Assert.Equal(truth, grounds.Truth);
        Assert.Equal("A (State=On); B (State=Off)", grounds.Actual);
    }

    [Fact]
    public void A_part_that_didn_t_decide_isn_t_told() =>
        Assert.Equal("B (State=Off)", Read($$"""{ "allOf": [ {{Every}}, { "anyOf": [ {{None}} ] } ] }""").Explain(Facts(On, Other)).Actual);

    [Fact]
    public void Told_or_not_the_verdict_is_the_same()
    {
        foreach (
            var assertion in new[]
            {
                Every,
                Some,
                None,
                $$"""{ "not": {{Every}} }""",
                $$"""{ "allOf": [ {{Every}}, {{None}} ] }""",
                $$"""{ "anyOf": [ {{Every}}, {{None}} ] }""",
            }.Select(Read)
        )
        {
            foreach (
                var facts in new[] { Facts(), Facts(On), Facts(Other), Facts(On, Other), Facts("""{ "Product": "A" }"""), Facts("{}") }
            )
            {
                Assert.Equal(assertion.Judge(facts), assertion.Explain(facts).Truth);
            }
        }
    }

    private static Grounds Explain(string assertion, params string[] items) => Read(assertion).Explain(Facts(items));

    private static FactTable Facts(params string[] items) =>
        Table($$"""{ "items": [ {{string.Join(",", items)}} ], "gaps": [], "sources": [ "asked", "asked too" ] }""");

    private static FactTable Table(string set)
    {
        using var folder = new TemporaryFolder();
        return new SnapshotFile(FactTypes.Shipped)
            .Load(
                folder.File(
                    "x.json",
                    $$"""{ "format": "ConfigAudit.Snapshot/1", "computerName": "PC001", "facts": { "Antivirus": {{set}} } }"""
                )
            )
            .Table;
    }

    private static Assertion Read(string assertion) =>
        new AssertionReader(FactTypes.Shipped, new Dictionary<string, Parameter>()).Read(new JsonNode("test", JToken.Parse(assertion)));
}
