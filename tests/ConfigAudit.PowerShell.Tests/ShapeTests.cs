using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Whatever stands between two cmdlets, a finding arrives whole or is refused: nothing turns into a pass, and nothing leaves the
/// count without an error.</summary>
public sealed class ShapeTests : IDisposable
{
    private const string Audit =
        "Invoke-ConfigAudit PC001, PC002, PC004 -RecordingPath $folder -Zone MyNumber -Baseline MIC-2022-03 -ErrorAction SilentlyContinue";

    private static readonly string[] Takers =
    {
        "$items | Measure-ConfigAudit",
        "$items | Export-ConfigAuditReport $folder/x.csv -PassThru",
        "$items | Export-ConfigAuditReport $folder/x.json -PassThru",
        "$items | Export-ConfigAuditReport $folder/x.xml -PassThru",
        "$items | Export-ConfigAuditReport $folder/x.html -PassThru",
        "$items | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt -Severity Low",
        "$items | New-ConfigAuditWaiver $folder/waivers.json -Reason 'until the lease ends' -Approver 山田 -Until 2030-01-01 -WarningAction SilentlyContinue",
    };

    private readonly Script _script = new();

    public ShapeTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    public static TheoryData<string, string> WholeShapes() => Pairs(Shapes.Whole);

    public static TheoryData<string, string> PartialShapes() => Pairs(Shapes.Partial);

    [Theory]
    [MemberData(nameof(WholeShapes))]
    public void A_whole_finding_arrives_as_it_was(string shape, string taker)
    {
        var items = _script.Run(Audit).Output;
        var expected = _script.Run(taker, ("items", items.ToArray())).Clean().Select(Told).ToArray();
        foreach (var file in new[] { "told.json", "notices.txt", "waivers.json" })
            File.Delete(Path.Combine(_script.Folder, file));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, _script.Run(taker, ("items", items.Select(item => Shapes.Of(item, shape)).ToArray())).Clean().Select(Told));
    }

    [Theory]
    [MemberData(nameof(PartialShapes))]
    public void Half_a_finding_is_an_error_with_advice_for_the_first_and_the_whole_ones_beside_it_go_on(string shape, string taker)
    {
        var items = _script.Run(Audit).Output;
        var whole = items.First(item => item.Properties["Outcome"].Value.ToString() == "Fail");
        var half = items.Where(item => item != whole).Take(10).Select(item => Shapes.Of(item, shape)).ToArray();
        var result = _script.Run(taker, ("items", half.Append(whole).ToArray()));
        // A fleet of them would flood the screen.
        Assert.Equal(4, result.Errors.Count);
        Assert.All(
            result.Errors.Take(3),
            error => Assert.Contains("Import-ConfigAuditFinding", error.Exception.Message, StringComparison.Ordinal)
        );
        Assert.Equal(half.Take(3), result.Errors.Take(3).Select(error => error.TargetObject));
        Assert.Contains("And 7 more", result.Errors[3].Exception.Message, StringComparison.Ordinal);
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("Find-ConfigAuditSharedAccount")]
    [InlineData("Export-ConfigAuditSnapshot $folder/handover")]
    public void So_are_objects_that_are_no_snapshots(string taker)
    {
        var result = _script.Run("1..5 | " + taker);
        Assert.Equal(4, result.Errors.Count);
        Assert.Contains("This is no snapshot", result.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("And 2 more", result.Errors[3].Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("Get-ConfigAuditAntivirus PC001 -RecordingPath $folder")]
    [InlineData("New-ConfigAuditSnapshot PC001 -RecordingPath $folder")]
    [InlineData("Get-ConfigAuditBaseline MIC-2022-03")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Measure-ConfigAudit")]
    [InlineData("New-ConfigAuditTarget PC001")]
    [InlineData("'Pass'")]
    [InlineData("0")]
    [InlineData("@{ ComputerName = 'PC001'; Outcome = 'Pass' }")]
    [InlineData("[pscustomobject]@{ }")]
    [InlineData("$null")]
    public void What_is_no_finding_is_refused(string giver)
    {
        foreach (var taker in Takers)
        {
            var result = _script.Run(taker, ("items", _script.Run(giver).Output.Take(1).ToArray()));
            Assert.Single(result.Errors);
            Assert.Empty(result.Output);
        }
    }

    /// <summary>A waiver that is bound to a part of what was found would lapse at once, or hold for something else.</summary>
    [Fact]
    public void No_waiver_is_bound_to_what_was_read_back()
    {
        var result = _script.Run(
            Audit
                + """
                 | Export-ConfigAuditReport $folder/kept.csv
                Import-ConfigAuditFinding $folder/kept.csv | Where-Object Outcome -EQ Fail | New-ConfigAuditWaiver $folder/waivers.json -Reason 'until the lease ends' -Approver CISO -Until ([datetime]::Today.AddYears(1)) -BindToEvidence
                """
        );
        Assert.NotEmpty(result.Errors);
        Assert.All(
            result.Errors,
            error => Assert.StartsWith("ConfigAuditNotWholeEvidence", error.FullyQualifiedErrorId, StringComparison.Ordinal)
        );
        Assert.Empty(result.Output);
        Assert.False(File.Exists(Path.Combine(_script.Folder, "waivers.json")));
    }

    [Fact]
    public void A_folder_or_a_report_for_people_is_not_read_back()
    {
        var result = _script.Run(
            Audit
                + """
                 | Export-ConfigAuditReport $folder/x.html -PassThru | Export-ConfigAuditReport $folder/x.xlsx -PassThru | Export-ConfigAuditReport $folder/x.xml
                [IO.File]::WriteAllText("$folder/empty.csv", '')
                [IO.File]::WriteAllText("$folder/deep.xml", '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">' + '<Obj>' * 100)
                Import-ConfigAuditFinding $folder, $folder/x.html, $folder/x.xlsx, $folder/x.xml, $folder/empty.csv, $folder/deep.xml, $folder/nowhere.csv
                """
        );
        Assert.Equal(7, result.Errors.Count);
        Assert.Empty(result.Output);
    }

    /// <summary>Were it taken, its host would be judged on nothing, or asked anew under the name that it had.</summary>
    [Fact]
    public void What_was_a_snapshot_is_refused()
    {
        var snapshot = _script.Run("New-ConfigAuditSnapshot PC001 -RecordingPath $folder").Clean().Single();
        foreach (var shape in new[] { "Select-Object *", "JSON", "CLIXML", "CSV" })
        {
            foreach (
                var taker in new[]
                {
                    "$items | Invoke-ConfigAudit -Baseline MIC-2022-03",
                    "$items | Find-ConfigAuditSharedAccount",
                    "$items | Export-ConfigAuditSnapshot $folder/handover -PassThru",
                    "$items | Compare-ConfigAuditSnapshot @()",
                    "$items | New-ConfigAuditSnapshot",
                }
            )
            {
                var result = _script.Run(taker, ("items", new[] { Shapes.Of(snapshot, shape) }));
                Assert.Contains("Import-ConfigAuditSnapshot", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
                Assert.Empty(result.Output);
            }
        }
    }

    /// <summary>PowerShell makes any type that can be made of nothing, or of one text, out of what comes down a pipeline. A target is its
    /// name; nothing else may be made so.</summary>
    [Fact]
    public void No_cmdlet_takes_a_type_of_ours_that_can_be_made_of_any_object()
    {
        var types = _script
            .Run("Get-Command -Module ConfigAudit")
            .Clean()
            .SelectMany(command => ((CmdletInfo)command.BaseObject).Parameters.Values)
            .Select(parameter => parameter.ParameterType)
            .Select(type => type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type)
            .Where(type => type.Namespace?.StartsWith("ConfigAudit", StringComparison.Ordinal) == true && !type.IsEnum)
            .Distinct()
            .ToArray();
        Assert.Contains(types, type => type.Name == "Finding");
        Assert.Equal(new[] { "Target" }, types.Where(type => type.GetConstructors().Length > 0).Select(type => type.Name));
    }

    private static TheoryData<string, string> Pairs(string[] shapes)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var shape in shapes)
        {
            foreach (var taker in Takers)
                pairs.Add(shape, taker);
        }

        return pairs;
    }

    /// <summary>Everything about an output but what a program alone sees.</summary>
    private static string Told(PSObject item) =>
        string.Join(
            "|",
            item.Properties.Select(property =>
                $"{property.Name}={(property.Value is DateTimeOffset moment ? moment.UtcDateTime : property.Value)}"
            )
        );
}
