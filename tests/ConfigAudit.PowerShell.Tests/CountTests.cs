using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Nothing leaves the count but by the user's will, and one machine counts once.</summary>
public sealed class CountTests : IDisposable
{
    private const string Mic = "-Baseline MIC-2022-03";

    /// <summary>As Import-Csv makes them.</summary>
    private const string Row = "[pscustomobject]@{ ComputerName = 'PC001'; ";

    private readonly Script _script = new();

    public CountTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Port = ''; Address = ''; Protocol = ''; UseSsl = ''; Zone = ''; Role = ''; Model = ''; Tags = ''; Recording = ''")]
    [InlineData("Port = $null; Zone = $null")]
    [InlineData("Port = ' '")]
    [InlineData("Port = '5986'; UseSsl = 'true'; Protocol = 'WsMan'; Address = '10.1.2.3'")]
    public void An_empty_cell_costs_nothing(string cells) =>
        Assert.Equal(Script.Checks, _script.Run($"{Row}{cells} }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder").Clean().Count);

    [Fact]
    public void Every_column_of_an_inventory_binds_from_a_row()
    {
        var target = _script
            .Run(
                $"{Row}Address = '10.1.2.3'; Port = '5986'; Protocol = 'wsman'; UseSsl = 'True'; Zone = 'Lgwan'; Role = 'Server'; Model = 'Alpha'; Tags = 'a; b'; Recording = 'x.json' }} | New-ConfigAuditTarget"
            )
            .Clean()
            .Single();
        Assert.Equal(
            "10.1.2.3 5986 WsMan True Lgwan Server Alpha",
            string.Join(
                " ",
                new[] { "Address", "Port", "Protocol", "UseSsl", "Zone", "Role", "Model" }.Select(name => target.Properties[name].Value)
            )
        );
        Assert.Equal(
            new[] { "a", "b" },
            ((System.Collections.IEnumerable)target.Properties["Tags"].Value).Cast<object>().Select(tag => tag.ToString())
        );
        Assert.EndsWith("x.json", target.Properties["RecordingPath"].Value.ToString(), StringComparison.Ordinal);
        var snapshot = _script
            .Run(
                "[pscustomobject]@{ ComputerName = 'ANY'; Recording = 'PC001.json'; Tags = 'a;b'; Zone = 'Lgwan' } | New-ConfigAuditSnapshot -RecordingPath $folder -Zone Internet"
            )
            .Clean()
            .Single();
        Assert.Equal(
            "ANY PC001 Lgwan a,b",
            $"{snapshot.Properties["ComputerName"].Value} {snapshot.Properties["HostName"].Value} {snapshot.Properties["Zone"].Value} {string.Join(",", ((System.Collections.IEnumerable)snapshot.Properties["Tags"].Value).Cast<object>())}"
        );
    }

    [Theory]
    [InlineData("Port = 'x'")]
    [InlineData("Port = 0")]
    [InlineData("Zone = 'Mars'")]
    [InlineData("UseSsl = 'perhaps'")]
    [InlineData("Role = 'Boss'")]
    [InlineData("Model = 'Gamma'")]
    [InlineData("Protocol = 'Telnet'")]
    public void A_row_with_a_bad_cell_stays_in_the_count_and_its_error_names_the_host(string cell)
    {
        var result = _script.Run(
            $"{Row}{cell} }}, [pscustomobject]@{{ ComputerName = 'PC002' }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder"
        );
        Assert.Contains("PC001", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(2 * Script.Checks, result.Output.Count);
        var bad = result.Output.Where(finding => (string)finding.Properties["ComputerName"].Value == "PC001").ToArray();
        Assert.DoesNotContain(bad, finding => finding.Properties["Outcome"].Value.ToString() is "Pass" or "Fail");
        Assert.Contains(
            bad,
            finding => finding.Properties["Reason"].Value.ToString()!.Contains("its row can't be used", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_row_of_a_file_with_a_bad_cell_stays_in_the_count_and_is_one_error()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "list.csv"),
            "ComputerName,Zone,Recording\nPC001,Mars,PC001.json\nPC002,Lgwan,PC002.json\n"
        );
        var result = _script.Run($"Import-ConfigAuditTarget $folder/list.csv | Invoke-ConfigAudit {Mic}");
        Assert.Contains("list.csv(2,1): PC001: Zone: 'Mars'", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName").Distinct().Order());
    }

    [Theory]
    [InlineData("[pscustomobject]@{ DNSHostName = $null; Name = 'PC001' }")]
    [InlineData("[pscustomobject]@{ DNSHostName = ''; CN = ''; Name = 'PC001' }")]
    [InlineData("[pscustomobject]@{ DNSHostName = 'PC001'; Name = 'Other' }")]
    [InlineData("@{ ComputerName = 'PC001' }")]
    public void A_computer_of_a_directory_binds_by_the_name_that_it_has(string computer) =>
        Assert.Equal(
            "PC001",
            Assert
                .Single(_script.Run($"{computer} | Get-ConfigAuditAntivirus -RecordingPath $folder").Clean())
                .Properties["ComputerName"]
                .Value
        );

    [Theory]
    [InlineData("[pscustomobject]@{ Host = 'PC001'; Zone = 'Lgwan' }")]
    [InlineData("[pscustomobject]@{ ComputerName = ''; Zone = 'Lgwan' }")]
    public void A_row_without_a_name_is_one_error_that_tells_which(string row)
    {
        var result = _script.Run($"{Row}}}, {row} | Get-ConfigAuditAntivirus -RecordingPath $folder");
        var message = Assert.Single(result.Errors).Exception.Message;
        Assert.Contains("Object 2 of the pipeline", message, StringComparison.Ordinal);
        Assert.Contains("Zone", message, StringComparison.Ordinal);
        Assert.Equal(new[] { "PC001" }, result.Values("ComputerName"));
    }

    [Fact]
    public void A_mistyped_column_of_rows_is_said_once() =>
        Assert.Contains(
            "'Zoen' isn't read; is it Zone?",
            Assert.Single(
                _script
                    .Run(
                        "[pscustomobject]@{ ComputerName = 'PC001'; Zoen = 'Lgwan' }, [pscustomobject]@{ ComputerName = 'PC002'; Zoen = 'Lgwan' } | Get-ConfigAuditAntivirus -RecordingPath $folder"
                    )
                    .Warnings
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Invoke-ConfigAudit PC001, pc001, PC001. {0} -RecordingPath $folder", 2)]
    [InlineData("'PC001', 'PC001' | Invoke-ConfigAudit {0} -RecordingPath $folder", 1)]
    [InlineData(
        "[pscustomobject]@{{ ComputerName = 'PC001' }}, [pscustomobject]@{{ ComputerName = 'PC001' }} | Invoke-ConfigAudit {0} -RecordingPath $folder",
        1
    )]
    [InlineData(
        "New-ConfigAuditTarget PC001, PC001.town.example.jp, 10.1.2.3 -RecordingPath $folder/PC001.json | Invoke-ConfigAudit {0} -ThrottleLimit 1",
        2
    )]
    public void A_machine_that_is_named_twice_counts_once(string script, int warnings)
    {
        var result = _script.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, script, Mic));
        Assert.Equal(Script.Checks, result.Output.Count);
        Assert.Equal(warnings, result.Warnings.Count);
        Assert.Empty(result.Errors);
    }

    [Theory]
    [InlineData("New-ConfigAuditTarget A, B -RecordingPath $folder/PC001.json")]
    [InlineData("New-ConfigAuditTarget PC001, PC001.other.example -RecordingPath $folder/PC001.json")]
    [InlineData(
        "New-ConfigAuditTarget PC001, PC002 | ForEach-Object {{ New-ConfigAuditTarget $_.ComputerName -RecordingPath \"$folder/$($_.ComputerName).json\" }}"
    )]
    public void Two_that_may_be_two_count_as_two(string targets) =>
        Assert.Equal(
            2 * Script.Checks,
            _script
                .Run(
                    $"{targets.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)} | Invoke-ConfigAudit {Mic}"
                )
                .Clean()
                .Count
        );

    [Fact]
    public void Of_a_host_that_is_imported_twice_the_last_is_judged()
    {
        var result = _script.Run(
            $"$one = New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC001.json; $two = New-ConfigAuditSnapshot PC001 -RecordingPath $folder/PC002.json; $one, $one | Invoke-ConfigAudit {Mic}"
        );
        Assert.Equal(Script.Checks, result.Output.Count);
        Assert.Contains("several snapshots of PC001", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_a_file_was_copied_over_another_keeps_its_count()
    {
        _script.Run($"Invoke-ConfigAudit PC001, PC002 {Mic} -RecordingPath $folder -RunPath $folder/run").Clean();
        var files = Directory.GetFiles(Path.Combine(_script.Folder, "run", "snapshots")).Order().ToArray();
        File.Copy(files[0], files[1], overwrite: true);
        foreach (var path in new[] { "$folder/run", "$folder/run/snapshots", "$folder/run/snapshots/*.json" })
        {
            var result = _script.Run($"Import-ConfigAuditSnapshot {path} | Invoke-ConfigAudit {Mic}");
            Assert.Contains("a snapshot of PC001", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
            Assert.Equal(2 * Script.Checks, result.Output.Count);
            Assert.DoesNotContain(
                result.Output,
                finding =>
                    (string)finding.Properties["ComputerName"].Value == "PC002"
                    && finding.Properties["Outcome"].Value.ToString() is "Pass" or "Fail"
            );
        }
    }

    /// <summary>A folder that nobody signed has no manifest: a file's name is all that tells whose it was.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("-Compress")]
    public void A_file_of_a_folder_that_was_copied_over_another_keeps_its_host_in_the_count(string packed)
    {
        _script
            .Run($"New-ConfigAuditSnapshot PC001, PC002 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/out {packed}")
            .Clean();
        Assert.Equal(2 * Script.Checks, _script.Run($"Import-ConfigAuditSnapshot $folder/out | Invoke-ConfigAudit {Mic}").Clean().Count);
        var files = Directory.GetFiles(Path.Combine(_script.Folder, "out")).Order().ToArray();
        File.Copy(files[0], files[1], overwrite: true);
        foreach (var path in new[] { "$folder/out", "$folder/out/*.json*" })
        {
            var result = _script.Run($"Import-ConfigAuditSnapshot {path} | Invoke-ConfigAudit {Mic}");
            Assert.Contains(
                "a snapshot of PC001, and the file is named after PC002",
                Assert.Single(result.Errors).Exception.Message,
                StringComparison.Ordinal
            );
            Assert.Equal(2 * Script.Checks, result.Output.Count);
            Assert.DoesNotContain(
                result.Output,
                finding =>
                    (string)finding.Properties["ComputerName"].Value == "PC002"
                    && finding.Properties["Outcome"].Value.ToString() is "Pass" or "Fail"
            );
        }

        // A name of somebody's own says nothing of the host.
        File.Move(files[1], Path.Combine(_script.Folder, "out", "last_week.json" + (packed.Length > 0 ? ".gz" : string.Empty)));
        Assert.Empty(_script.Run("Import-ConfigAuditSnapshot $folder/out").Errors);
    }

    [Fact]
    public void What_a_cmdlet_is_for_and_could_not_read_is_an_error_of_its_target()
    {
        File.WriteAllText(
            Path.Combine(_script.Folder, "BROKEN.json"),
            """{ "recordedAt": "2026-11-16T00:00:00Z", "instances": {}, "failures": { "root/SecurityCenter2": "failed", "root/cimv2": "failed" } }"""
        );
        foreach (var cmdlet in Script.Facts.Select(pair => pair.Cmdlet).Distinct())
        {
            var result = _script.Run($"{cmdlet} BROKEN -RecordingPath $folder/BROKEN.json");
            Assert.True(result.Output.Count > 0 || result.Errors.Count > 0, cmdlet);
            Assert.All(result.Errors, error => Assert.Equal("BROKEN", error.TargetObject.ToString()));
        }
    }
}
