using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What is counted counts once, and what can't be read keeps its place.</summary>
public sealed class OnceTests : IDisposable
{
    private const string Mic = "-Baseline MIC-2022-03";

    private readonly Script _script = new();

    public OnceTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("PC001", "PC777", "PC001.json")]
    [InlineData("PC777", "PC001", "PC001.json")]
    [InlineData("PC777", "PC001", "./PC001.json")]
    public void One_recording_under_two_names_is_one_host_under_the_name_that_its_machine_knows(string first, string second, string other)
    {
        var result = _script.Run(
            $"[pscustomobject]@{{ ComputerName = '{first}'; Recording = \"$folder/PC001.json\" }}, [pscustomobject]@{{ ComputerName = '{second}'; Recording = \"$folder/{other}\" }} | Invoke-ConfigAudit {Mic} -RunPath \"$folder/run\""
        );
        var error = Assert
            .Single(result.Errors, each => each.FullyQualifiedErrorId.StartsWith("ConfigAuditOneAddress", StringComparison.Ordinal))
            .Exception.Message;
        Assert.Contains("PC001", error, StringComparison.Ordinal);
        Assert.Contains("PC777", error, StringComparison.Ordinal);
        Assert.Equal("PC001", Assert.Single(result.Values("ComputerName").Distinct()));
        Assert.StartsWith(
            "PC001.",
            Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(_script.Folder, "run", "snapshots")))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_recording_under_a_name_that_its_machine_does_not_know_is_a_host_where_nothing_else_is_it() =>
        Assert.Equal(Script.Checks, _script.Run($"Invoke-ConfigAudit PC777 -RecordingPath \"$folder/PC001.json\" {Mic}").Output.Count);

    [Theory]
    [InlineData("PC001", "PC777")]
    [InlineData("PC777", "PC001")]
    public void One_reading_that_was_handed_over_under_two_names_is_one_host(string first, string second)
    {
        var result = _script.Run(
            $"'{first}', '{second}' | New-ConfigAuditSnapshot -RecordingPath \"$folder/PC001.json\" | Invoke-ConfigAudit {Mic}"
        );
        Assert.Equal("PC001", Assert.Single(result.Values("ComputerName").Distinct()));
        Assert.StartsWith("ConfigAuditOneAddress", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_in_two_formats_count_once_and_are_said_once()
    {
        _script
            .Run(
                $"$f = Invoke-ConfigAudit PC001, PC002 -RecordingPath $folder {Mic}; $f | Export-ConfigAuditReport \"$folder/r.csv\"; $f | Export-ConfigAuditReport \"$folder/r.json\""
            )
            .Clean();
        var result = _script.Run(
            "Import-ConfigAuditFinding \"$folder/r.csv\", \"$folder/r.json\" | Export-ConfigAuditReport \"$folder/r.html\" -PassThru"
        );
        Assert.Equal(2 * Script.Checks, result.Output.Count);
        Assert.Contains("One counts", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(
            2 * Script.Checks,
            _script
                .Run(
                    "$n = Import-ConfigAuditFinding \"$folder/r.csv\"; @($n) + @(Import-ConfigAuditFinding \"$folder/r.json\") | Measure-ConfigAudit"
                )
                .Output.Sum(group =>
                    new[] { "Pass", "Fail", "Unknown", "Attest", "NotApplicable" }.Sum(outcome => (int)group.Properties[outcome].Value)
                )
        );
    }

    [Theory]
    [InlineData("t.csv", "r.json")]
    [InlineData("r.json", "t.csv")]
    public void Of_findings_that_contradict_the_worse_counts(string first, string second)
    {
        _script
            .Run(
                $"$f = Invoke-ConfigAudit PC002 -RecordingPath $folder {Mic}; $f | Export-ConfigAuditReport \"$folder/r.csv\"; $f | Export-ConfigAuditReport \"$folder/r.json\""
            )
            .Clean();
        File.WriteAllText(
            Path.Combine(_script.Folder, "t.csv"),
            File.ReadAllText(Path.Combine(_script.Folder, "r.csv")).Replace(",Fail,", ",Pass,", StringComparison.Ordinal)
        );
        var fails = _script.Run("Import-ConfigAuditFinding \"$folder/r.csv\" | Where-Object Outcome -eq Fail").Output.Count;
        Assert.NotEqual(0, fails);
        var result = _script.Run($"Import-ConfigAuditFinding \"$folder/{first}\", \"$folder/{second}\" | Where-Object Outcome -eq Fail");
        Assert.Equal(fails, result.Output.Count);
        Assert.Contains("another outcome", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"format\": ")]
    [InlineData("garbage")]
    [InlineData("")]
    public void A_damaged_snapshot_keeps_its_host_in_the_count_and_is_neither_gone_nor_fixed(string damaged)
    {
        _script
            .Run(
                "$s = New-ConfigAuditSnapshot PC001, PC002 -RecordingPath $folder -Zone Lgwan; $s | Export-ConfigAuditSnapshot \"$folder/out\""
            )
            .Clean();
        File.WriteAllText(Directory.GetFiles(Path.Combine(_script.Folder, "out"), "PC002*").Single(), damaged);
        var result = _script.Run("$later = Import-ConfigAuditSnapshot \"$folder/out\"; $later");
        Assert.Single(result.Errors);
        Assert.DoesNotContain("Unexpected", result.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName").Order());
        Assert.All(
            _script.Run($"$later | Invoke-ConfigAudit {Mic} | Where-Object ComputerName -eq PC002").Values("Outcome"),
            outcome => Assert.True(outcome is "Unknown" or "Attest" or "NotApplicable", outcome)
        );
        Assert.Equal(new[] { "BecameUnknown" }, _script.Run("Compare-ConfigAuditSnapshot $s $later").Values("Change"));
    }

    [Fact]
    public void A_snapshot_that_was_taken_away_keeps_its_place_and_one_that_nobody_knows_is_counted_as_lost()
    {
        var result = _script.Run("Import-ConfigAuditSnapshot \"$folder/PC009_20261116T000000Z.json\"");
        Assert.Single(result.Errors);
        Assert.Equal("PC009", Assert.Single(result.Values("ComputerName")));
        File.WriteAllText(Path.Combine(_script.Folder, "somebody.json"), "{");
        result = _script.Run("Import-ConfigAuditSnapshot \"$folder/somebody.json\"");
        Assert.Empty(result.Output);
        Assert.Contains("the count lacks", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_a_file_that_is_missing_is_named()
    {
        foreach (
            var (parameter, maker) in new[]
            {
                ("WaiverPath", "New-ConfigAuditWaiver"),
                ("AttestationPath", "Set-ConfigAuditAttestation"),
                ("RegisterPath", "New-ConfigAuditRegister"),
            }
        )
        {
            Assert.Contains(
                maker,
                _script
                    .Run(
                        $"try {{ Invoke-ConfigAudit PC001 -RecordingPath $folder {Mic} -{parameter} nowhere.json }} catch {{ $_.Exception.Message }}"
                    )
                    .Output.Single()
                    .ToString(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_mail_server_with_a_bad_port_stays_in_the_count_of_snapshots_alone()
    {
        const string Row =
            "[pscustomobject]@{ ComputerName = '127.0.0.1'; Port = 'smtp' } | Test-ConfigAuditMailServer -OperationTimeout 2";
        var facts = _script.Run(Row);
        Assert.Contains("nothing comes out", Assert.Single(facts.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(facts.Output);
        var snapshots = _script.Run(Row + " -AsSnapshot");
        Assert.Contains("stays in the count", Assert.Single(snapshots.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Single(snapshots.Output);
    }
}
