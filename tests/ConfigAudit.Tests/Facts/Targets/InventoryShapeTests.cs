using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Facts.Targets;

/// <summary>A list of hosts of another shape than a CSV with commas is either taken, or refused by its name.</summary>
public sealed class InventoryShapeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ComputerName;Zone\nPC1;Lgwan\n", "セミコロン", "semicolons")]
    [InlineData("sep=,\nComputerName,Zone\nPC1,Lgwan\n", "sep=", "sep=")]
    [InlineData("PK\u0003\u0004abc", "xlsx", "xlsx")]
    [InlineData("Zone,Role\nLgwan,Client\n", "ComputerName", "ComputerName")]
    public void What_is_wrong_with_the_file_is_named(string text, string ja, string en)
    {
        var problem = Assert.Throws<InputException>(() => Read("hosts.csv", text)).Problem;
        Assert.True(problem.Contains(ja) || problem.Contains(en), problem);
        Assert.DoesNotContain("Mistake", problem);
    }

    [Fact]
    public void Tabs_part_the_columns_as_well_as_commas() =>
        Assert.Equal(
            ("PC1", Zone.Lgwan),
            Assert.Single(Read("hosts.csv", "ComputerName\tZone\nPC1\tLgwan\n").Select(target => (target.ComputerName, target.Zone)))
        );

    [Theory]
    [InlineData(
        """[ { "ComputerName": "PC1", "Zone": "Lgwan", "Tags": [ "a", "b" ], "RecordingPath": null, "Mistake": null }, { "ComputerName": "PC2" } ]""",
        2
    )]
    [InlineData("""{ "ComputerName": "PC1", "Zone": "Lgwan", "Tags": [ "a", "b" ] }""", 1)]
    [InlineData(
        """{ "format": "ConfigAudit.Inventory/1", "targets": [ { "ComputerName": "PC1", "Zone": "Lgwan", "Tags": [ "a", "b" ] } ] }""",
        1
    )]
    public void Targets_as_PowerShell_writes_them_are_taken(string json, int hosts)
    {
        var targets = Read("hosts.json", json);
        Assert.Equal(hosts, targets.Count);
        Assert.Equal((Zone.Lgwan, "a;b"), (targets[0].Zone, targets[0].Tags.ToString()));
    }

    [Theory]
    [InlineData("[ 1, 2 ]")]
    [InlineData("\"PC1\"")]
    [InlineData("""{ "hosts": [] }""")]
    [InlineData("ComputerName\nPC1")]
    [InlineData("")]
    public void What_holds_no_targets_is_refused_in_words(string json)
    {
        var problems = new List<string>();
        try
        {
            Assert.Empty(Read("hosts.json", json, problems));
        }
        catch (InputException bad)
        {
            problems.Add(bad.Problem);
        }

        Assert.NotEmpty(problems);
        Assert.DoesNotContain("Unexpected", problems[0]);
    }

    [Fact]
    public void A_cell_that_is_none_of_the_names_is_told_with_one_stop()
    {
        var problems = new List<string>();
        Read("hosts.csv", "ComputerName,Zone,Role\nPC1,Nowhere,Nobody\n", problems);
        Assert.DoesNotContain(".;", Assert.Single(problems));
        Assert.DoesNotContain("..", problems[0]);
    }

    private List<Target> Read(string name, string text, List<string>? problems = null)
    {
        File.WriteAllText(_folder[name], text);
        return InventoryFile.Read(_folder[name], bad => problems?.Add(bad.Problem)).ToList();
    }
}
