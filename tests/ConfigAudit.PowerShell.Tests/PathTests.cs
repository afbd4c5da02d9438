using System;
using System.IO;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>A path that is there is that path, whatever is in its name; else it is a pattern; and one that means nothing is said.</summary>
public sealed class PathTests : IDisposable
{
    private readonly Script _script = new();

    public PathTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Test-ConfigAuditBaseline")]
    [InlineData("Get-ConfigAuditTrend")]
    [InlineData("Import-ConfigAuditTarget")]
    [InlineData("Import-ConfigAuditSnapshot")]
    [InlineData("Import-ConfigAuditRegister")]
    [InlineData("Get-ConfigAuditAntivirus -RecordingPath")]
    [InlineData("Invoke-ConfigAudit -Baseline MIC-2022-03 -RecordingPath")]
    [InlineData("New-ConfigAuditSnapshot -RecordingPath")]
    [InlineData("Get-ConfigAuditAntivirus PC001 -RecordingPath $folder -CatalogPath")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 -RegisterPath")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 -WaiverPath")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 -AttestationPath")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline")]
    [InlineData("Get-ConfigAuditAccountUse CITY\\x -At 2026-11-13 -RegisterPath")]
    [InlineData("Set-ConfigAuditAttestation $folder/a.json ORG-01 x -By y -NextReview 2099-01-01 -Evidence")]
    [InlineData("Update-ConfigAuditCatalog -Sha256 0000000000000000000000000000000000000000000000000000000000000000 -Path")]
    [InlineData("Test-ConfigAuditMailServer -Path")]
    [InlineData("Compare-ConfigAuditRun $folder/nowhere")]
    public void A_path_that_means_nothing_is_an_error(string command)
    {
        foreach (
            var path in new[]
            {
                "'nowhere[1].json'",
                "'nowhere*.json'",
                "'nowhere?.json'",
                "'nowhere[.json'",
                "'nowhere.json'",
                "$folder/no/such",
            }
        )
        {
            var result = _script.Run($"{command} {path}");
            Assert.True(result.Errors.Count > 0 || result.Terminating is not null, $"{command} {path}");
            Assert.DoesNotContain(result.Output, item => item.Properties["Outcome"] is not null);
        }
    }

    [Fact]
    public void A_name_with_brackets_that_is_there_is_that_file()
    {
        foreach (
            var (name, text) in new[]
            {
                ("host[1].json", File.ReadAllText(Path.Combine(_script.Folder, "PC001.json"))),
                ("list[1].csv", "ComputerName\nPC001\n"),
                ("Accounts[1].csv", "Account,Kind\nyamada,Personal\n"),
                ("w[1].json", """{ "format": "ConfigAudit.Waivers/1", "waivers": [] }"""),
            }
        )
        {
            File.WriteAllText(Path.Combine(_script.Folder, name), text);
        }

        Assert.Equal(
            "host[1]",
            Assert
                .Single(_script.Run("Get-ConfigAuditAntivirus -RecordingPath $folder/host[1].json").Clean())
                .Properties["ComputerName"]
                .Value
        );
        Assert.Equal(
            "PC001",
            Assert.Single(_script.Run("Import-ConfigAuditTarget \"$folder/list[1].csv\"").Clean()).Properties["ComputerName"].Value
        );
        Assert.Single(_script.Run("Import-ConfigAuditTarget \"$folder/list``[1``].csv\"").Clean());
        Assert.Single(_script.Run("Import-ConfigAuditTarget -LiteralPath \"$folder/list[1].csv\"").Clean());
        Assert.Single(_script.Run("Import-ConfigAuditRegister \"$folder/Accounts[1].csv\"").Clean());
        Assert.Empty(
            _script
                .Run(
                    "Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 -RegisterPath \"$folder/Accounts[1].csv\" -WaiverPath \"$folder/w[1].json\""
                )
                .Errors
        );
    }

    [Fact]
    public void A_bad_baseline_with_brackets_in_its_name_is_not_taken_for_a_good_one()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "bad[1].json"), "{ }");
        Assert.NotEmpty(_script.Run("Test-ConfigAuditBaseline \"$folder/bad[1].json\"").Clean());
        Assert.Equal("False", Assert.Single(_script.Run("Test-ConfigAuditBaseline -Quiet \"$folder/bad[1].json\"").Clean()).ToString());
    }
}
