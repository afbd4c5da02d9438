using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The cmdlets in a pipeline: how they bind, fail and stop.</summary>
public sealed class PipelineTests : IDisposable
{
    private const string Mic = "-Baseline MIC-2022-03";

    private readonly Script _script = new();

    public PipelineTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("'PC001', 'PC002' | Get-ConfigAuditAntivirus -RecordingPath $folder")]
    [InlineData("Get-ConfigAuditAntivirus PC001, PC002 -RecordingPath $folder -ThrottleLimit 1")]
    [InlineData("Get-ConfigAuditAntivirus -CN PC001, PC002 -RecordingPath $folder")]
    [InlineData(
        "[pscustomobject]@{ ComputerName = 'PC001'; Zone = 'Lgwan' }, [pscustomobject]@{ ComputerName = 'PC002'; Zone = 'Internet' } | Get-ConfigAuditAntivirus -RecordingPath $folder"
    )]
    [InlineData(
        "New-ConfigAuditTarget PC001 -RecordingPath $folder/PC001.json; New-ConfigAuditTarget PC002 -RecordingPath $folder/PC002.json | Out-Null; $null",
        "PC001"
    )]
    [InlineData("Get-ConfigAuditAntivirus -RecordingPath $folder/PC00[12].json")]
    [InlineData(
        "[IO.FileInfo]\"$folder/PC001.json\", [IO.FileInfo]\"$folder/PC002.json\" | ForEach-Object { $_.PSObject.Properties.Add([psnoteproperty]::new('PSPath', $_.FullName)); $_ } | Get-ConfigAuditAntivirus"
    )]
    public void Hosts_bind_by_value_by_name_and_as_recordings(string script, params string[] expected)
    {
        var names = _script
            .Run(script)
            .Clean()
            .Where(item => item is not null)
            .Select(item => item.Properties["ComputerName"].Value)
            .Order();
        Assert.Equal(expected.Length == 0 ? new[] { "PC001", "PC002" } : expected, names);
    }

    [Fact]
    public void Targets_bind_from_the_pipeline_with_what_was_declared_of_them()
    {
        var result = _script.Run(
            $"New-ConfigAuditTarget PC001 -Zone Lgwan -Role Client -Model Alpha -Tag a, b -RecordingPath $folder/PC001.json | Invoke-ConfigAudit {Mic}"
        );
        Assert.All(
            result.Clean(),
            finding => Assert.Equal("Lgwan Client", $"{finding.Properties["Zone"].Value} {finding.Properties["Role"].Value}")
        );
        Assert.Equal(
            "Pass",
            result.Output.Single(finding => (string)finding.Properties["CheckId"].Value == "VPN-02").Properties["Outcome"].Value.ToString()
        );
    }

    [Fact]
    public void An_empty_cell_of_a_list_declares_nothing() =>
        Assert.Null(
            _script
                .Run("[pscustomobject]@{ ComputerName = 'PC001'; Zone = ''; Role = '' } | New-ConfigAuditTarget")
                .Clean()
                .Single()
                .Properties["Zone"]
                .Value
        );

    [Fact]
    public void An_empty_pipeline_asks_nobody() => Assert.Empty(_script.Run("@() | Get-ConfigAuditAntivirus").Clean());

    [Fact]
    public void One_finding_comes_for_each_check_and_host_and_failed_hosts_stay_in_the_count()
    {
        var result = _script.Run($"$findings = Invoke-ConfigAudit -RecordingPath $folder {Mic} -Zone MyNumber; $findings");
        Assert.Null(result.Terminating);
        Assert.Equal(4, result.Values("ComputerName").Distinct().Count());
        Assert.Single(result.Output.GroupBy(finding => finding.Properties["ComputerName"].Value).Select(host => host.Count()).Distinct());
        Assert.All(
            result.Output.Where(finding => (string)finding.Properties["ComputerName"].Value == "PC004"),
            finding => Assert.Equal("Unknown", finding.Properties["Outcome"].Value.ToString())
        );
        Assert.Contains(
            result.Errors,
            error => error.CategoryInfo.Category == ErrorCategory.ConnectionError && error.TargetObject.ToString() == "PC004"
        );
        Assert.Contains(
            result.Errors,
            error => error.CategoryInfo.Category == ErrorCategory.PermissionDenied && error.TargetObject.ToString() == "PC003"
        );
    }

    [Fact]
    public void The_same_findings_come_from_hosts_and_from_their_snapshots_carried_elsewhere()
    {
        var direct = _script
            .Run(
                $"Invoke-ConfigAudit PC001, PC002 -RecordingPath $folder {Mic} -Zone MyNumber | ForEach-Object {{ \"$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.Reason) $($_.Actual) $($_.CollectedAt)\" }}"
            )
            .Clean();
        var carried = _script
            .Run(
                $"New-ConfigAuditSnapshot PC001, PC002 -RecordingPath $folder -Zone MyNumber | Export-ConfigAuditSnapshot $folder/handover; Import-ConfigAuditSnapshot $folder/handover | Invoke-ConfigAudit {Mic} | ForEach-Object {{ \"$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.Reason) $($_.Actual) $($_.CollectedAt)\" }}"
            )
            .Clean();
        Assert.Equal(direct.Select(line => line.ToString()).Order(), carried.Select(line => line.ToString()).Order());
    }

    [Fact]
    public void ErrorAction_Stop_ends_at_the_first_error_and_leaves_nothing_running()
    {
        var result = _script.Run($"Invoke-ConfigAudit -RecordingPath $folder {Mic} -ErrorAction Stop");
        Assert.IsType<ActionPreferenceStopException>(result.Terminating);
        Assert.Single(_script.Run("1").Clean());
    }

    [Fact]
    public void ErrorAction_SilentlyContinue_keeps_the_errors_in_the_variable()
    {
        var result = _script.Run(
            $"Invoke-ConfigAudit -RecordingPath $folder {Mic} -ErrorAction SilentlyContinue -ErrorVariable wrong | Out-Null; $wrong.Count"
        );
        Assert.Empty(result.Errors);
        Assert.True((int)result.Output.Single().BaseObject >= 2);
    }

    [Fact]
    public void A_downstream_stop_ends_the_run()
    {
        // Select-Object -First stops upstream commands by an exception; this does the same.
        var result = _script.Run(
            $$"""
            function First { param([Parameter(ValueFromPipeline)] $item) process { $item; break } }
            foreach ($once in 1) { Invoke-ConfigAudit -RecordingPath $folder {{Mic}} -ErrorAction SilentlyContinue | First }
            """
        );
        Assert.Single(result.Output);
        Assert.Single(_script.Run("1").Clean());
    }

    [Fact]
    public async Task Ctrl_C_ends_a_run_whose_reader_hangs()
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_script.Runspace);
        using var reached = new ManualResetEventSlim();
        _script.Runspace.SessionStateProxy.SetVariable("reached", reached);
        _script.Runspace.SessionStateProxy.SetVariable("folder", _script.Folder);
        powershell.AddScript(
            $"Invoke-ConfigAudit -RecordingPath $folder {Mic} -ErrorAction SilentlyContinue | ForEach-Object {{ $reached.Set(); while ($true) {{ [Threading.Thread]::Sleep(10) }} }}"
        );
        var run = powershell.BeginInvoke();
        Assert.True(reached.Wait(TimeSpan.FromSeconds(30)));
        var stop = Task.Factory.FromAsync(powershell.BeginStop, powershell.EndStop, null);
        Assert.Same(stop, await Task.WhenAny(stop, Task.Delay(TimeSpan.FromSeconds(10))));
        Assert.Throws<PipelineStoppedException>(() => powershell.EndInvoke(run));
        Assert.Single(_script.Run("1").Clean());
    }

    [Fact]
    public void A_baseline_that_is_not_there_ends_the_command_and_names_those_that_are()
    {
        var result = _script.Run("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-30");
        Assert.Contains("MIC-2022-03", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_way_that_would_show_answers_to_all_is_not_gone_and_the_others_are_named()
    {
        var result = _script.Run("Get-ConfigAuditAntivirus SERVER9 -Protocol WsMan");
        var message = Assert.Single(result.Errors).Exception.Message;
        Assert.Contains("-UseSsl", message, StringComparison.Ordinal);
        Assert.Contains("-Protocol Mmi", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_tells_what_is_not_a_problem()
    {
        var result = _script.Run("Get-ConfigAuditVpn PC001 -RecordingPath $folder -Verbose");
        Assert.Empty(result.Errors);
        Assert.Contains(result.Verbose, line => line.Contains("phonebooks of other users", StringComparison.Ordinal));
    }

    [Fact]
    public void Baselines_complete_on_Tab()
    {
        var line = "Invoke-ConfigAudit -Baseline mic";
        _script.Runspace.SessionStateProxy.SetVariable("line", line);
        Assert.Contains(
            "MIC-2022-03",
            _script
                .Run(
                    "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, @{}).CompletionMatches.CompletionText"
                )
                .Clean()
                .Select(item => item.ToString())
        );
    }
}
