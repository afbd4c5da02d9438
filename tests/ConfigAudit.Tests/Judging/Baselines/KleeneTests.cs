using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>Assertions over evidence that may be missing.</summary>
public sealed class KleeneTests
{
    private const string On = """{ "State": "On" }""";
    private const string Off = """{ "State": "Off" }""";
    private const string NotKnown = """{ "Product": "x" }""";

    [Theory]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True, Truth.False, Truth.True)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    public void The_connectives(object a, object b, object and, object or)
    {
        Assert.Equal(and, ((Truth)a).And((Truth)b));
        Assert.Equal(and, ((Truth)b).And((Truth)a));
        Assert.Equal(or, ((Truth)a).Or((Truth)b));
        Assert.Equal(or, ((Truth)b).Or((Truth)a));
        Assert.Equal(((Truth)a).Not().And(((Truth)b).Not()), ((Truth)or).Not());
    }

    [Theory]
    [InlineData(On, false, Truth.True)]
    [InlineData(Off, false, Truth.False)]
    [InlineData(NotKnown, false, Truth.Unknown)]
    [InlineData("", false, Truth.False)]
    [InlineData("", true, Truth.Unknown)]
    [InlineData(Off, true, Truth.Unknown)]
    [InlineData(On, true, Truth.True)]
    [InlineData(NotKnown + "," + On, true, Truth.True)]
    [InlineData(NotKnown + "," + Off, false, Truth.Unknown)]
    public void Any_holds_as_soon_as_one_known_item_does(string items, bool gap, object truth) =>
        Assert.Equal(truth, Judge("""{ "any": "Antivirus", "have": { "property": "State", "equals": "On" } }""", items, gap));

    [Theory]
    [InlineData(On, false, Truth.True)]
    [InlineData(Off, false, Truth.False)]
    [InlineData(NotKnown, false, Truth.Unknown)]
    [InlineData("", false, Truth.True)]
    [InlineData("", true, Truth.Unknown)]
    [InlineData(On, true, Truth.Unknown)]
    [InlineData(Off, true, Truth.False)]
    [InlineData(NotKnown + "," + Off, true, Truth.False)]
    [InlineData(NotKnown + "," + On, false, Truth.Unknown)]
    public void All_fails_as_soon_as_one_known_item_does(string items, bool gap, object truth) =>
        Assert.Equal(truth, Judge("""{ "all": "Antivirus", "have": { "property": "State", "equals": "On" } }""", items, gap));

    [Theory]
    [InlineData(On, false, Truth.False)]
    [InlineData(Off, false, Truth.True)]
    [InlineData(Off, true, Truth.Unknown)]
    [InlineData(NotKnown, false, Truth.Unknown)]
    [InlineData("", true, Truth.Unknown)]
    public void None_is_the_opposite_of_any(string items, bool gap, object truth) =>
        Assert.Equal(truth, Judge("""{ "none": "Antivirus", "have": { "property": "State", "equals": "On" } }""", items, gap));

    [Theory]
    [InlineData(On + "," + On, false, Truth.True)]
    [InlineData(On + "," + On + "," + On, false, Truth.False)]
    [InlineData(On + "," + On + "," + On, true, Truth.False)]
    [InlineData(On, true, Truth.Unknown)]
    [InlineData(On + "," + NotKnown, false, Truth.True)]
    [InlineData(On + "," + On + "," + NotKnown, false, Truth.Unknown)]
    public void A_count_is_a_range_while_something_is_unknown(string items, bool gap, object truth) =>
        Assert.Equal(
            truth,
            Judge("""{ "count": "Antivirus", "where": { "property": "State", "equals": "On" }, "atMost": 2 }""", items, gap)
        );

    [Fact]
    public void An_item_that_may_or_may_not_be_meant_leaves_it_open() =>
        Assert.Equal(
            Truth.Unknown,
            Judge(
                """{ "all": "Antivirus", "where": { "property": "State", "equals": "On" }, "have": { "property": "TamperProtection", "equals": true } }""",
                """{ "TamperProtection": false }""",
                false
            )
        );

    [Fact]
    public void An_item_that_fulfils_it_either_way_does_not() =>
        Assert.Equal(
            Truth.True,
            Judge(
                """{ "all": "Antivirus", "where": { "property": "State", "equals": "On" }, "have": { "property": "TamperProtection", "equals": true } }""",
                """{ "TamperProtection": true }""",
                false
            )
        );

    [Theory]
    [InlineData("true", Truth.True)]
    [InlineData("false", Truth.Unknown)]
    public void Unseen_items_count_only_where_they_could_be_meant(string allUsers, object truth)
    {
        var facts = Set(
            """{ "AllUsers": true, "SplitTunneling": false }, { "AllUsers": false, "SplitTunneling": false }""",
            """{ "kind": "NotSupported", "source": "x", "unseen": { "AllUsers": false } }""",
            "VpnConnection"
        );
        Assert.Equal(
            truth,
            Read(
                    $$"""{ "all": "VpnConnection", "where": { "property": "AllUsers", "equals": {{allUsers}} }, "have": { "property": "SplitTunneling", "equals": false } }"""
                )
                .Judge(facts)
        );
    }

    [Fact]
    public void Of_facts_that_nobody_collected_nothing_is_known() =>
        Assert.All(
            new[]
            {
                """{ "any": "Antivirus" }""",
                """{ "none": "Antivirus" }""",
                """{ "count": "Antivirus", "atLeast": 1 }""",
                """{ "count": "Antivirus", "atMost": 3 }""",
                """{ "all": "Antivirus", "have": { "property": "State", "equals": "On" } }""",
                """{ "not": { "any": "Antivirus" } }""",
            },
            assertion => Assert.Equal(Truth.Unknown, Read(assertion).Judge(new FactTable(Enumerable.Empty<FactSet>())))
        );

    private static Truth Judge(string assertion, string items, bool gap) =>
        Read(assertion).Judge(Set(items, gap ? """{ "kind": "Denied", "source": "x" }""" : string.Empty, "Antivirus"));

    private static ConfigAudit.Judging.Baselines.Assertions.Assertion Read(string assertion) =>
        new AssertionReader(FactTypes.Shipped, new Dictionary<string, Parameter>()).Read(
            new JsonNode("baseline.json", JObject.Parse(assertion))
        );

    private static FactTable Set(string items, string gaps, string type)
    {
        using var folder = new TemporaryFolder();
        return new SnapshotFile(FactTypes.Shipped)
            .Load(
                folder.File(
                    "s.json",
                    """{ "format": "ConfigAudit.Snapshot/1", "computerName": "x", "facts": { "TYPE": { "items": [ ITEMS ], "gaps": [ GAPS ] } } }"""
                        .Replace("TYPE", type)
                        .Replace("ITEMS", items)
                        .Replace("GAPS", gaps)
                )
            )
            .Table;
    }
}
