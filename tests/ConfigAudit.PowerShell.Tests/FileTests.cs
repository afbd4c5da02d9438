using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What the cmdlets read and write: one clear error for a bad file, and the others go on.</summary>
public sealed class FileTests : IDisposable
{
    private readonly Script _script = new();

    public FileTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Fact]
    public void A_bad_snapshot_is_one_error_and_the_good_ones_come()
    {
        var result = _script.Run(
            """
            New-ConfigAuditSnapshot PC001, PC002 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover
            [IO.File]::WriteAllText("$folder/handover/A.json", '{ "format": "ConfigAudit.Snapshot/1", "computerName": "x", "facts": {')
            [IO.File]::WriteAllText("$folder/handover/Z.json", '')
            Import-ConfigAuditSnapshot $folder/handover
            """
        );
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName"));
        Assert.Equal(new[] { "A.json", "Z.json" }, result.Errors.Select(error => Path.GetFileName(error.TargetObject.ToString())));
    }

    [Fact]
    public void A_bad_recording_is_one_error_and_its_host_stays_in_the_count()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "PC000.json"), "{ \"instances\": {");
        var result = _script.Run("New-ConfigAuditSnapshot PC000, PC001 -RecordingPath $folder");
        Assert.Contains("PC000.json(1,", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { "PC000", "PC001" }, result.Values("ComputerName").Order());
    }

    [Fact]
    public void An_inventory_gives_targets_and_names_its_bad_rows()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "inventory.csv"),
            "ComputerName,Zone,Recording\nPC001,Lgwan,PC001.json\nPC002,Mars,PC002.json\n"
        );
        var result = _script.Run("Import-ConfigAuditTarget $folder/inventory.csv");
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName"));
        Assert.Contains("'Mars'", result.Values("Mistake")[1], StringComparison.Ordinal);
        Assert.Contains("inventory.csv(3,1)", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("sarif")]
    public void A_report_is_the_same_whichever_host_answered_first(string format)
    {
        _script
            .Run(
                $"""
                $one = Invoke-ConfigAudit PC001 -Baseline MIC-2022-03 -RecordingPath $folder
                $two = Invoke-ConfigAudit PC002 -Baseline MIC-2022-03 -RecordingPath $folder
                @($one) + @($two) | Export-ConfigAuditReport $folder/one.{format}
                @($two) + @($one) | Export-ConfigAuditReport $folder/two.{format}
                """
            )
            .Clean();
        Assert.Equal(
            File.ReadAllText(Path.Combine(_script.Folder, $"one.{format}")),
            File.ReadAllText(Path.Combine(_script.Folder, $"two.{format}"))
        );
    }

    /// <summary>Hosts end side by side; whoever reads along isn't given the findings of several mixed.</summary>
    [Fact]
    public void The_findings_of_a_host_stand_together()
    {
        var result = _script.Run(
            "'PC001', 'PC002', 'PC003', 'PC004' | Invoke-ConfigAudit -Baseline MIC-2022-03 -RecordingPath $folder -ErrorAction SilentlyContinue"
        );
        var names = result.Values("ComputerName");
        Assert.Equal(names.Distinct().Count(), 1 + names.Zip(names.Skip(1), (a, b) => a == b ? 0 : 1).Sum());
    }

    /// <summary>What is wrong with a row is read in the user's language, and kept in both.</summary>
    [Theory]
    [InlineData("ja-JP", "ではありません|のいずれ", "一覧の行が正しくないため")]
    [InlineData("en-US", "is not one of", "since its row can't be used")]
    public void A_bad_row_is_told_in_the_user_s_language(string culture, string mistake, string reason)
    {
        File.WriteAllText(Path.Combine(_script.Folder, "inventory.csv"), "ComputerName,Zone\nPC002,Mars\n");
        var list =
            $"[Threading.Thread]::CurrentThread.CurrentUICulture = '{culture}'; "
            + "Import-ConfigAuditTarget $folder/inventory.csv -ErrorAction SilentlyContinue | ";
        Assert.Matches(mistake, Assert.Single(_script.Run(list + "ForEach-Object { [string] $_.Mistake }").Output).ToString());
        var reasons = _script.Run(list + "Invoke-ConfigAudit -Baseline MIC-2022-03").Values("Reason");
        Assert.Contains(reasons, text => text.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_catalogue_that_is_not_the_one_meant_is_refused_and_nothing_is_changed()
    {
        var result = _script.Run(
            """
            $before = Get-ConfigAuditCatalog
            Update-ConfigAuditCatalog $before[0].Path -Sha256 ('0' * 64)
            Update-ConfigAuditCatalog $folder/PC001.json -Sha256 $before[0].Sha256
            Update-ConfigAuditCatalog $before[0].Path -Sha256 $before[0].Sha256 -WhatIf
            if ((($before | ForEach-Object Sha256) -join '') -ne ((Get-ConfigAuditCatalog | ForEach-Object Sha256) -join '')) { 'changed' }
            """
        );
        Assert.Empty(result.Output);
        Assert.Equal(2, result.Errors.Count);
        Assert.Contains("Nothing was changed", result.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("this is no catalogue", result.Errors[1].Exception.Message, StringComparison.Ordinal);
    }

    /// <summary>What a folder holds is told file by file; one that is bad hides none of the others, and is named as it is.</summary>
    [Fact]
    public void A_folder_of_catalogues_tells_the_editions_that_it_holds()
    {
        var held = Directory.CreateDirectory(Path.Combine(_script.Folder, "held")).FullName;
        File.WriteAllText(
            Path.Combine(held, "city-tools.json"),
            """{ "format": "ConfigAudit.RemoteTools/1", "edition": "2026-10-01", "tools": [] }"""
        );
        File.WriteAllText(Path.Combine(held, "half.json"), """{ "format": "ConfigAudit.SyncClients/1", "edition": """);
        File.WriteAllText(Path.Combine(held, "own.schema.json"), "{}");
        var result = _script.Run(
            "Get-ConfigAuditCatalog -CatalogPath $folder/held | ForEach-Object { \"$($_.Name) $($_.Edition.ToString('yyyy-MM-dd')) $($_.Entries)\" }"
        );
        Assert.Equal("remote-tools 2026-10-01 0", Assert.Single(result.Output).ToString());
        Assert.Contains("half.json", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organisation_s_own_catalogue_comes_before_the_module_s()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "own.json"),
            """
            { "format": "ConfigAudit.Lifecycle/1", "edition": "2026-11-01", "products": [
              { "id": "our-office", "title": "Our Office", "names": [ "^Microsoft Office Professional Plus 2013" ], "cycleFrom": "version:1", "cycles": [ { "cycle": "15", "ends": "2030-03-31" } ] } ] }
            """
        );
        var result = _script.Run("Get-ConfigAuditSoftware PC001 -RecordingPath $folder -CatalogPath $folder/own.json");
        Assert.Equal("Our Office 15", result.Clean().Single().Properties["Lifecycle"].Value);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\" }")]
    public void An_own_catalogue_that_cannot_be_used_is_one_error_before_anything_is_asked(string text)
    {
        File.WriteAllText(Path.Combine(_script.Folder, "own.json"), text);
        var result = _script.Run("Get-ConfigAuditSoftware PC001, PC002 -RecordingPath $folder -CatalogPath $folder/own.json");
        Assert.Contains("own.json", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_report_is_a_CSV_that_comes_whole()
    {
        _script
            .Run(
                "Invoke-ConfigAudit PC001, PC002 -RecordingPath $folder -Baseline MIC-2022-03 -Zone Lgwan | Export-ConfigAuditReport -Path $folder/out/findings.csv"
            )
            .Clean();
        var lines = File.ReadAllLines(Path.Combine(_script.Folder, "out", "findings.csv"));
        Assert.Equal(1 + (2 * Script.Checks), lines.Length);
        Assert.Single(Directory.GetFiles(Path.Combine(_script.Folder, "out")));
    }

    [Fact]
    public void A_report_that_was_broken_off_leaves_the_old_one()
    {
        var path = Path.Combine(_script.Folder, "findings.csv");
        _script
            .Run("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/findings.csv")
            .Clean();
        var old = File.ReadAllText(path);
        var result = _script.Run(
            "Invoke-ConfigAudit PC001, PC004 -RecordingPath $folder -Baseline MIC-2022-03 -ErrorAction Stop | Export-ConfigAuditReport $folder/findings.csv"
        );
        Assert.NotNull(result.Terminating);
        Assert.Equal(old, File.ReadAllText(path));
        Assert.Empty(Directory.GetFiles(_script.Folder, "*.tmp"));
    }

    [Theory]
    [InlineData("-Path $folder/report.docx", "Use a name that ends in .html")]
    [InlineData("-Path $folder/report", "or say it with -Format")]
    public void A_report_of_no_known_format_is_refused(string arguments, string message) =>
        Assert.Contains(
            message,
            Assert
                .Single(
                    _script
                        .Run(
                            $"Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Export-ConfigAuditReport {arguments}"
                        )
                        .Errors
                )
                .Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void NoClobber_and_WhatIf_write_nothing()
    {
        var path = Path.Combine(_script.Folder, "findings.csv");
        _script
            .Run("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/findings.csv")
            .Clean();
        var old = File.ReadAllText(path);
        Assert.Contains(
            "-NoClobber",
            Assert
                .Single(
                    _script
                        .Run(
                            "Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/findings.csv -NoClobber"
                        )
                        .Errors
                )
                .Exception.Message,
            StringComparison.Ordinal
        );
        _script
            .Run(
                "Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/findings.csv -WhatIf"
            )
            .Clean();
        _script.Run("New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/none -WhatIf").Clean();
        Assert.Equal(old, File.ReadAllText(path));
        Assert.False(Directory.Exists(Path.Combine(_script.Folder, "none")));
    }

    [Fact]
    public void Two_snapshots_of_one_host_and_moment_don_t_overwrite_each_other_silently()
    {
        var result = _script.Run(
            "$s = New-ConfigAuditSnapshot PC001 -RecordingPath $folder; $s, $s | Export-ConfigAuditSnapshot $folder/handover -PassThru"
        );
        Assert.Single(result.Output);
        Assert.Equal(
            "ConfigAuditWrittenTwice,ConfigAudit.PowerShell.Commands.ExportConfigAuditSnapshotCommand",
            Assert.Single(result.Errors).FullyQualifiedErrorId
        );
    }

    [Fact]
    public void A_baseline_file_is_tested_line_by_line()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "town.json"),
            """
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "MIC-2022-03",
              "parameters": { "maxDefinitionAge": "99.00:00:00" } }
            """
        );
        var result = _script.Run("Test-ConfigAuditBaseline $folder/town.json; Test-ConfigAuditBaseline $folder/town.json -Quiet");
        Assert.Equal("2", result.Output[0].Properties["Line"].Value.ToString());
        Assert.Equal(false, result.Output[1].BaseObject);
    }

    [Fact]
    public void A_baseline_of_the_organisations_own_is_taken_by_its_path()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "town.json"),
            """
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "MIC-2022-03",
              "parameters": { "maxDefinitionAge": "0.06:00:00" } }
            """
        );
        Assert.Equal("Fail", Outcome("$folder/town.json"));
        Assert.Equal("Pass", Outcome("MIC-2022-03"));

        string Outcome(string baseline) =>
            _script
                .Run($"Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline {baseline} | Where-Object CheckId -EQ 'AV-03'")
                .Clean()
                .Single()
                .Properties["Outcome"]
                .Value.ToString()!;
    }

    [Fact]
    public void A_path_that_means_nothing_is_an_error() =>
        Assert.Equal(
            ErrorCategory.ObjectNotFound,
            Assert.Single(_script.Run("Import-ConfigAuditSnapshot $folder/nowhere").Errors).CategoryInfo.Category
        );
}
