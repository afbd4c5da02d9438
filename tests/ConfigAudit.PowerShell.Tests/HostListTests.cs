using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Lists of hosts and of recordings, as files and PowerShell have them.</summary>
public sealed class HostListTests : IDisposable
{
    private const string Targets =
        "New-ConfigAuditTarget PC001 -Address 10.1.2.3 -Port 5986 -Protocol {1} -UseSsl -Zone MyNumber -Role Client -Model {0} -Tag a, '窓口 1' -RecordingPath $folder/PC001.json";

    private readonly Script _script = new();

    public HostListTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("'PC001 '")]
    [InlineData("\"PC001`r\"")]
    [InlineData("([char] 0xFEFF + 'PC001')")]
    [InlineData("([char] 0x3000 + 'PC001' + [char] 0xA0 + [char] 0x200B)")]
    [InlineData("@('# the counter', 'PC001', '', '   ', '#PC002')")]
    public void A_line_names_a_host_without_what_nobody_sees_and_remarks_name_none(string names)
    {
        Assert.Equal(
            "PC001",
            Assert
                .Single(_script.Run($"{names} | Get-ConfigAuditAntivirus -RecordingPath $folder").Clean())
                .Properties["ComputerName"]
                .Value
        );
        Assert.Equal(
            "PC001",
            Assert.Single(_script.Run($"Get-ConfigAuditAntivirus {names} -RecordingPath $folder").Clean()).Properties["ComputerName"].Value
        );
        Assert.Equal(new[] { "PC001" }, _script.Run($"New-ConfigAuditTarget {names}").Clean().Select(target => target.ToString()));
    }

    [Theory]
    [InlineData("Get-ConfigAuditAntivirus @()")]
    [InlineData("Get-ConfigAuditAntivirus $null")]
    [InlineData("Get-ConfigAuditAntivirus @('', '# none')")]
    [InlineData("'', '# none' | Get-ConfigAuditAntivirus")]
    public void A_list_that_names_nobody_is_an_error_and_never_this_computer(string script)
    {
        var result = _script.Run(script);
        Assert.Contains("No host is named", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("-RecordingPath $folder/PC001.json, $folder/PC002.json", "PC001 PC002")]
    [InlineData("-RecordingPath $folder/PC00[12].json", "PC001 PC002")]
    [InlineData("-RecordingPath $folder/more, $folder/PC002.json", "PC001 PC002")]
    [InlineData("PC001, PC002 -RecordingPath $folder/none, $folder", "PC001 PC002")]
    [InlineData("PC001, PC002 -RecordingPath $folder/PC00?.json", "PC001 PC002")]
    [InlineData("PC002 -RecordingPath $folder/PC001.json, $folder/PC002.json", "PC002")]
    [InlineData("ANY -RecordingPath $folder/PC00[1].json", "ANY")]
    [InlineData("PC001 -RecordingPath $folder/P*", "PC001")]
    [InlineData("-RecordingPath \"$folder/odd[1].json\"", "odd[1]")]
    public void Recordings_are_named_in_any_number_with_wildcards_and_literally_first(string parameters, string expected)
    {
        File.Copy(Path.Combine(_script.Folder, "PC001.json"), Path.Combine(_script.Folder, "odd[1].json"));
        File.Copy(Path.Combine(_script.Folder, "PC002.json"), Path.Combine(_script.Folder, "odd1.json"));
        Directory.CreateDirectory(Path.Combine(_script.Folder, "none"));
        Directory.CreateDirectory(Path.Combine(_script.Folder, "more"));
        File.Copy(Path.Combine(_script.Folder, "PC001.json"), Path.Combine(_script.Folder, "more", "PC001.json"));
        foreach (var number in new[] { 3, 4 })
            File.Delete(Path.Combine(_script.Folder, $"PC00{number}.json"));
        var snapshots = _script.Run($"New-ConfigAuditSnapshot {parameters}").Clean();
        Assert.Equal(expected.Split(' '), snapshots.Select(snapshot => snapshot.ToString()).Order(StringComparer.Ordinal));
        Assert.All(snapshots, snapshot => Assert.NotNull(snapshot.Properties["HostName"].Value));
    }

    [Fact]
    public void A_host_whose_recording_is_in_none_of_the_folders_stays_in_the_count()
    {
        var result = _script.Run("New-ConfigAuditSnapshot PC001, PC999 -RecordingPath $folder/PC001.json, $folder/PC002.json");
        Assert.Equal(new[] { "PC001", "PC999" }, result.Values("ComputerName").Order());
        Assert.Equal("PC999", Assert.Single(result.Errors).TargetObject.ToString());
    }

    public static TheoryData<string, string, string> Members() =>
        new()
        {
            { "Alpha", "Auto", "CLIXML" },
            { "Alpha", "Auto", "JSON" },
            { "Alpha", "Auto", "CSV" },
            { "BetaPrime", "WsMan", "CLIXML" },
            { "AlphaPrime", "Dcom", "JSON" },
            { "Beta", "Mmi", "CSV" },
            { "Alpha", "Auto", "Select-Object *" },
        };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_target_comes_back_whole(string model, string protocol, string shape)
    {
        var target = _script
            .Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, Targets, model, protocol))
            .Clean()
            .Single();
        var back = Assert.Single(_script.Run("$items | New-ConfigAuditTarget", ("items", new[] { Shapes.Of(target, shape) })).Clean());
        foreach (var property in target.Properties.Where(property => property.Name != "Tags"))
            Assert.Equal(property.Value, back.Properties[property.Name].Value);
        Assert.Equal(
            new[] { "a", "窓口 1" },
            ((System.Collections.IEnumerable)back.Properties["Tags"].Value).Cast<object>().Select(tag => tag.ToString())
        );
    }

    [Fact]
    public void A_list_that_was_exported_from_targets_is_read_with_all_its_columns()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "kept.csv"),
            "ComputerName,Address,Zone,Role,Model,Tags,RecordingPath,Port,Protocol,UseSsl,Mistake\nPC001,,MyNumber,Client,Alpha,a;b,"
                + Path.Combine(_script.Folder, "PC001.json")
                + ",,,,\nPC002,,,,,System.String[],,,,,\nPC003,,,,,,,,,,hosts.csv(3): Zone: 'Mars'\n"
        );
        var result = _script.Run("Import-ConfigAuditTarget $folder/kept.csv");
        Assert.Empty(result.Warnings);
        Assert.Equal(2, result.Errors.Count);
        Assert.EndsWith("PC001.json", result.Values("RecordingPath")[0], StringComparison.Ordinal);
        Assert.Equal("a;b", result.Values("Tags")[0]);
        Assert.Contains("System.String[]", result.Values("Mistake")[1], StringComparison.Ordinal);
        Assert.Contains("'Mars'", result.Values("Mistake")[2], StringComparison.Ordinal);
    }
}
