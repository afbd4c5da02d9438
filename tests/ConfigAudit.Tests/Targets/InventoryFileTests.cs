using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Targets;
using Xunit;

namespace ConfigAudit.Tests.Targets;

/// <summary>The organisation's list of hosts: a bad row costs itself alone.</summary>
public sealed class InventoryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_is_a_target()
    {
        var target = Assert.Single(Read("\uFEFFComputerName,Address,Zone,Role,Model,Tags,Recording\r\nPC001,10.1.2.3,MyNumber,Client,Alpha,窓口; 1F,pc001.json\r\n", out var problems));
        Assert.Empty(problems);
        Assert.Equal(("PC001", "10.1.2.3", Zone.MyNumber, HostRole.Client, NetworkModel.Alpha), (target.ComputerName, target.Address, target.Zone, target.Role, target.Model));
        Assert.Equal(new[] { "窓口", "1F" }, target.Tags);
        Assert.Equal(_folder["pc001.json"], target.RecordingPath);
    }

    [Fact]
    public void Only_the_name_is_needed_and_an_empty_cell_declares_nothing()
    {
        Assert.Equal(new[] { "A", "B" }, Read("computername\nA\nB\n", out _).Select(target => target.ComputerName));
        Assert.Null(Assert.Single(Read("ComputerName,Zone\nA,\n", out _)).Zone);
    }

    [Fact]
    public void Bad_rows_are_named_with_their_lines_and_the_others_go_on()
    {
        var targets = Read("ComputerName,Zone\nA,Mars\n,Lgwan\nB,Lgwan\nb,Lgwan\n\"C,x\",Internet\n", out var problems);
        Assert.Equal(new[] { "B", "C,x" }, targets.Select(target => target.ComputerName));
        Assert.Equal(new[] { 2, 3, 5 }, problems.Select(problem => problem.Line));
        Assert.Contains("'Mars' is not one of MyNumber, Lgwan, Internet", problems[0].Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name,Zone\nA,Lgwan\n")]
    public void A_file_without_the_column_is_refused(string text) =>
        Assert.Contains("no column ComputerName", Assert.Throws<InputException>(() => Read(text, out _)).Message);

    private Target[] Read(string text, out List<InputException> problems)
    {
        var found = new List<InputException>();
        var targets = InventoryFile.Read(_folder.File("inventory.csv", text), found.Add).ToArray();
        problems = found;
        return targets;
    }
}
