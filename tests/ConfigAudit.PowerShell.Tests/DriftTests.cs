using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What changed since last time, as a user asks for it.</summary>
public sealed class DriftTests : IDisposable
{
    /// <summary>Two runs over PC001 to PC003: in the second, PC002's Defender is on, PC003 isn't reached, and PC005 has come.</summary>
    private const string TwoRuns = """
        $quiet = @{ Baseline = 'MIC-2022-03'; Zone = 'Lgwan'; ErrorAction = 'SilentlyContinue' }
        foreach ($run in 'one', 'two') { [IO.Directory]::CreateDirectory("$folder/$run") | Out-Null; 1..3 | ForEach-Object { [IO.File]::Copy("$folder/PC00$_.json", "$folder/$run/PC00$_.json") } }
        [IO.File]::Copy("$folder/PC001.json", "$folder/one/PC003.json", $true)
        [IO.File]::Copy("$folder/PC001.json", "$folder/two/PC002.json", $true)
        [IO.File]::Copy("$folder/PC004.json", "$folder/two/PC003.json", $true)
        [IO.File]::Copy("$folder/PC002.json", "$folder/two/PC005.json")
        Invoke-ConfigAudit -RecordingPath $folder/one @quiet -RunPath $folder/runs/2026-10 | ForEach-Object { }
        Invoke-ConfigAudit -RecordingPath $folder/two @quiet -RunPath $folder/runs/2026-11 | ForEach-Object { }

        """;

    private readonly Script _script = new();

    public DriftTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Fact]
    public void Snapshots_are_compared_down_the_pipeline()
    {
        var result = _script.Run(
            """
            $last = New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC002.json
            New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC001.json | Compare-ConfigAuditSnapshot -Reference $last |
                Where-Object Fact -EQ Antivirus | ForEach-Object { "$($_.Change) $($_.Item) $($_.Property) $($_.Reference) $($_.Difference)" }
            """
        );
        Assert.Contains("Changed Windows Defender RealTimeProtection false true", result.Clean().Select(line => line.ToString()));
    }

    [Fact]
    public void The_example_fleet_is_as_it_was()
    {
        var result = _script.Run(
            """
            $fleetOf = { Import-ConfigAuditTarget $fleet/inventory.csv | New-ConfigAuditSnapshot -ErrorAction SilentlyContinue }
            Compare-ConfigAuditSnapshot (& $fleetOf) (& $fleetOf)
            """
        );
        Assert.Empty(result.Clean());
    }

    [Fact]
    public void Of_two_snapshots_of_one_host_the_earlier_is_left_out_with_a_warning() =>
        Assert.Contains(
            "1 snapshots are left out",
            Assert.Single(
                _script.Run("$s = New-ConfigAuditSnapshot PC001 -RecordingPath $folder; $s, $s | Compare-ConfigAuditSnapshot $s").Warnings
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Runs_are_compared_by_the_baseline_that_the_later_was_judged_by()
    {
        var lines = _script
            .Run(
                TwoRuns
                    + "Compare-ConfigAuditRun $folder/runs/2026-10 $folder/runs/2026-11 | ForEach-Object { \"$($_.ComputerName) $($_.CheckId) $($_.Change) $($_.Baseline)\" }"
            )
            .Clean()
            .Select(line => line.ToString())
            .ToArray();
        Assert.Contains("PC002 AV-01 Fixed MIC-2022-03", lines);
        Assert.Contains("PC005  MachineNew MIC-2022-03", lines);
        Assert.Contains("PC005 AV-01 NewFailure MIC-2022-03", lines);
        Assert.Contains(
            lines,
            line => line.StartsWith("PC003 ", StringComparison.Ordinal) && line.Contains("BecameUnknown", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines, line => line.Contains("MachineGone", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_the_wrong_way_round_are_told()
    {
        _script.Run(TwoRuns);
        foreach (var month in new[] { "2026-10", "2026-11" })
        {
            var manifest = Path.Combine(_script.Folder, "runs", month, "run.json");
            File.WriteAllText(
                manifest,
                Regex.Replace(File.ReadAllText(manifest), "(\"startedAt\": *\")[^\"]+", $"${{1}}{month}-01T09:00:00+09:00")
            );
        }

        Assert.Contains(
            _script.Run("Compare-ConfigAuditRun $folder/runs/2026-11 $folder/runs/2026-10").Warnings,
            warning => warning.Contains("began later than the difference", StringComparison.Ordinal)
        );
        Assert.Empty(_script.Run("Compare-ConfigAuditRun $folder/runs/2026-10 $folder/runs/2026-11").Warnings);
    }

    [Fact]
    public void A_run_that_is_gone_on_with_tells_of_hosts_that_nobody_named_again()
    {
        const string Asked = " | Invoke-ConfigAudit -RecordingPath $folder -Zone Lgwan -Baseline MIC-2022-03 -RunPath $folder/run";
        Assert.DoesNotContain(_script.Run("'PC001', 'PC002'" + Asked).Warnings, IsOfOthers);
        Assert.DoesNotContain(_script.Run("'PC001', 'PC002'" + Asked + " -Resume").Warnings, IsOfOthers);
        Assert.Contains(_script.Run("'PC001'" + Asked + " -Resume").Warnings, IsOfOthers);

        static bool IsOfOthers(string warning) =>
            warning.Contains("holds 1 hosts that weren't named this time (PC002)", StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_judged_by_a_file_of_ones_own_needs_it_again()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "town.json"),
            """
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "MIC-2022-03",
              "parameters": { "maxDefinitionAge": "0.06:00:00" } }
            """
        );
        var runs = """
            Invoke-ConfigAudit PC001 -RecordingPath $folder -Zone Lgwan -Baseline $folder/town.json -RunPath $folder/a | ForEach-Object { }
            Invoke-ConfigAudit PC001 -RecordingPath $folder -Zone Lgwan -Baseline $folder/town.json -RunPath $folder/b | ForEach-Object { }

            """;
        var without = _script.Run(runs + "Compare-ConfigAuditRun $folder/a $folder/b");
        Assert.Contains(
            "judged by town, which doesn't ship with the module. Name the file with -Baseline",
            Assert.Single(without.Errors).Exception.Message,
            StringComparison.Ordinal
        );
        var with = _script.Run(
            "Compare-ConfigAuditRun $folder/a $folder/b -Baseline $folder/town.json | Where-Object CheckId -EQ AV-03 | ForEach-Object { \"$($_.Change) $($_.Baseline)\" }"
        );
        Assert.Equal("StillFailing town", with.Clean().Single().ToString());
        Assert.Equal(
            "ConfigAuditBaselineNotGiven,ConfigAudit.PowerShell.Commands.GetConfigAuditTrendCommand",
            Assert.Single(_script.Run("Get-ConfigAuditTrend $folder/a").Errors).FullyQualifiedErrorId
        );
    }

    [Fact]
    public void A_folder_that_is_no_run_is_one_clear_error() =>
        Assert.Contains(
            "there is no run here",
            Assert.Single(_script.Run("Compare-ConfigAuditRun $folder $folder/nowhere -Baseline MIC-2022-03").Errors).Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_trend_goes_from_the_oldest_run_to_the_latest()
    {
        var result = _script.Run(
            TwoRuns + "[IO.Directory]::CreateDirectory(\"$folder/runs/notes\") | Out-Null; Get-ConfigAuditTrend $folder/runs"
        );
        Assert.Empty(result.Errors);
        Assert.EndsWith("so it is no run.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(new[] { "2026-10", "2026-11" }, result.Values("Run"));
        Assert.Equal(new[] { "3", "4" }, result.Values("Hosts"));
        Assert.Equal(new[] { "3", "3" }, result.Values("HostsRead"));
        Assert.Equal(0.75, result.Output[1].Properties["Coverage"].Value);
    }

    [Fact]
    public void A_run_that_broke_off_a_broken_snapshot_and_a_broken_manifest_cost_themselves_alone()
    {
        var result = _script.Run(
            TwoRuns
                + """
                [IO.File]::WriteAllText("$folder/runs/2026-11/run.json", ([IO.File]::ReadAllText("$folder/runs/2026-11/run.json") -replace '"finishedAt"', '"was"'))
                [IO.File]::WriteAllText([IO.Directory]::GetFiles("$folder/runs/2026-10/snapshots", 'PC001*')[0], '{')
                [IO.Directory]::CreateDirectory("$folder/runs/bad") | Out-Null
                [IO.File]::WriteAllText("$folder/runs/bad/run.json", '{')
                Get-ConfigAuditTrend $folder/runs
                """
        );
        Assert.Equal(new[] { "True", "False" }, result.Values("IsFinished"));
        Assert.Equal(new[] { "1", "0" }, result.Values("HostsBroken"));
        Assert.Equal(
            new[] { "run.json", "PC001" },
            result
                .Errors.Select(error => Path.GetFileName(error.TargetObject.ToString())!)
                .Select(name => name.StartsWith("PC001", StringComparison.Ordinal) ? "PC001" : name)
        );
        Assert.Contains("broke off", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_runs_is_one_error() =>
        Assert.Contains(
            "holds no run",
            Assert
                .Single(
                    _script.Run("[IO.Directory]::CreateDirectory(\"$folder/none\") | Out-Null; Get-ConfigAuditTrend $folder/none").Errors
                )
                .Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Folders_come_down_the_pipeline() =>
        Assert.Equal(
            2,
            _script
                .Run(TwoRuns + "[IO.DirectoryInfo[]] ([IO.DirectoryInfo]::new(\"$folder/runs\").GetDirectories()) | Get-ConfigAuditTrend")
                .Clean()
                .Count
        );

    [Fact]
    public void Tab_completes_folders_of_runs_and_no_others()
    {
        _script.Run(TwoRuns).Clean();
        var runs = Path.Combine(_script.Folder, "runs");
        Assert.Equal(new[] { "2026-10", "2026-11" }, Completions($"Compare-ConfigAuditRun {runs}/2026"));
        Assert.Equal(new[] { "2026-10", "2026-11" }, Completions($"Compare-ConfigAuditRun -Difference {_script.Folder}/ru"));
        Assert.Equal(new[] { "2026-11" }, Completions($"Get-ConfigAuditTrend {runs}/2026-11"));
        _script
            .Run(
                "[IO.Directory]::Move(\"$folder/runs/2026-10\", \"$folder/runs/it's 10\"); $ExecutionContext.SessionState.Path.SetLocation($folder) | Out-Null"
            )
            .Clean();
        Assert.Equal(new[] { "it''s 10'" }, Completions("Compare-ConfigAuditRun 'runs/it"));
        Assert.Empty(Completions("Compare-ConfigAuditRun nowhere/x"));
    }

    [Fact]
    public void Changes_and_trends_are_tables_of_eighty_columns()
    {
        _script.Run(TwoRuns).Clean();
        foreach (
            var script in new[]
            {
                "Compare-ConfigAuditSnapshot (New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC002.json) (New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC001.json)",
                "Compare-ConfigAuditRun $folder/runs/2026-10 $folder/runs/2026-11",
                "Get-ConfigAuditTrend $folder/runs",
            }
        )
        {
            var text = Screen.Show(Script.Manifest, script, _script.Folder, width: 80);
            Assert.Contains("---", text, StringComparison.Ordinal);
            Assert.All(
                text.Split('\n'),
                line => Assert.True(Screen.Columns(line.TrimEnd()) <= 80, $"{Screen.Columns(line.TrimEnd())} columns: {line}")
            );
        }
    }

    [Theory]
    [InlineData("Compare-ConfigAuditRun $folder/runs/2026-10 $folder/runs/2026-11")]
    [InlineData(
        "Compare-ConfigAuditSnapshot (New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC002.json) (New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC001.json)"
    )]
    [InlineData("Get-ConfigAuditTrend $folder/runs")]
    public void What_comes_is_flat(string script) =>
        Assert.All(
            _script.Run(TwoRuns + script).Clean()[0].BaseObject.GetType().GetProperties(),
            property =>
            {
                var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                Assert.True(type.IsPrimitive || type == typeof(string) || type.IsEnum || type == typeof(DateTimeOffset), property.Name);
            }
        );

    private string[] Completions(string line)
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_script.Runspace);
        return CommandCompletion
            .CompleteInput(line, line.Length, null, powershell)
            .CompletionMatches.Select(match => Path.GetFileName(match.CompletionText))
            .ToArray();
    }
}
