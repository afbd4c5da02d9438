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

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_not_garbled()
    {
        // ComputerName,Tags / PC001,窓口 as Japanese Excel saves a plain CSV (code page 932).
        System.IO.File.WriteAllBytes(_folder["cp932.csv"], new byte[] { 67, 111, 109, 112, 117, 116, 101, 114, 78, 97, 109, 101, 44, 84, 97, 103, 115, 10, 80, 67, 48, 48, 49, 44, 0x91, 0x8B, 0x8C, 0xFB, 10 });
        Assert.Contains("CSV UTF-8", Assert.Throws<InputException>(() => InventoryFile.Read(_folder["cp932.csv"], _ => { }).ToArray()).Message);
    }

    [Fact]
    public void Quotes_that_don_t_match_are_told()
    {
        Read("ComputerName,Zone\nA\"B,Lgwan\nC,Lgwan\n", out var problems);
        Assert.Contains("quotes", Assert.Single(problems).Message);
    }

    [Fact]
    public void A_member_that_stands_twice_in_another_case_costs_its_target_alone()
    {
        var path = _folder.File("inventory.json", """{ "format": "ConfigAudit.Inventory/1", "targets": [ { "ComputerName": "A", "computername": "B" }, { "ComputerName": "C" } ] }""");
        var problems = new List<InputException>();
        Assert.Equal("C", Assert.Single(InventoryFile.Read(path, problems.Add)).ComputerName);
        Assert.Contains("'computername' stands here twice", Assert.Single(problems).Message);
    }

    private Target[] Read(string text, out List<InputException> problems)
    {
        var found = new List<InputException>();
        var targets = InventoryFile.Read(_folder.File("inventory.csv", text), found.Add).ToArray();
        problems = found;
        return targets;
    }
}
