using System;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>One name for two machines, or two names for one: whatever is decided is said, with both rows, and the count stays
/// right.</summary>
public sealed class TwinTests : IDisposable
{
    private const string Mic = "-Baseline MIC-2022-03";

    private readonly Script _script = new();

    public TwinTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    // Nobody answers there.
    [InlineData("Address = '127.0.0.1'; Port = 9", "Address = '127.0.0.2'; Port = 9", "127.0.0.2")]
    [InlineData("Address = '127.0.0.1'; Port = 9", "Address = '127.0.0.1'; Port = 7", "127.0.0.1")]
    public void A_name_at_two_addresses_is_two_hosts_and_said(string first, string second, string counts)
    {
        var result = _script.Run(
            $"[pscustomobject]@{{ ComputerName = 'PC9'; {first} }}, [pscustomobject]@{{ ComputerName = 'pc9'; {second} }} | Invoke-ConfigAudit {Mic} -Protocol WsMan -UseSsl -OperationTimeout 2"
        );
        var error = Assert
            .Single(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("ConfigAuditNamedTwice", StringComparison.Ordinal))
            .Exception.Message;
        Assert.Contains("'PC9' (no. 1, 127.0.0.1:9)", error, StringComparison.Ordinal);
        Assert.Contains("'pc9' (no. 2, 127.0.0.", error, StringComparison.Ordinal);
        Assert.Equal(2 * Script.Checks, result.Output.Count);
        Assert.Equal(new[] { counts, "PC9" }, result.Values("ComputerName").Distinct().Order());
        Assert.Equal(
            2,
            _script
                .Run("$items | Measure-ConfigAudit", ("items", result.Output.ToArray()))
                .Clean()
                .Sum(group => (int)group.Properties["Hosts"].Value)
        );
    }

    [Fact]
    public void A_name_of_two_recordings_that_are_two_machines_is_two_hosts_and_said()
    {
        var result = _script.Run(
            $"[pscustomobject]@{{ ComputerName = 'PC001'; Recording = 'PC001.json' }}, [pscustomobject]@{{ ComputerName = 'PC001'; Recording = 'PC002.json' }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder"
        );
        Assert.Contains("PC002.json", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName").Distinct().Order());
    }

    [Theory]
    [InlineData("Zone = 'MyNumber'", "Zone = 'Lgwan'", "Zone (MyNumber, Lgwan)")]
    [InlineData("Zone = ''", "Zone = 'Lgwan'", "Zone (-, Lgwan)")]
    [InlineData("Role = 'Client'", "Role = 'Server'", "Role (Client, Server)")]
    [InlineData("Model = 'Alpha'", "Model = 'Beta'", "Model (Alpha, Beta)")]
    [InlineData("Tags = 'a'", "Tags = 'a;b'", "Tags (a, a;b)")]
    [InlineData("Port = '5986'", "Port = '5985'", "Port (5986, 5985)")]
    [InlineData("Address = ''", "Address = '10.0.0.1'", "Address (-, 10.0.0.1)")]
    public void Settings_that_two_rows_of_one_host_disagree_on_are_an_error_and_the_host_counts_once(
        string first,
        string second,
        string said
    )
    {
        var result = _script.Run(
            $"[pscustomobject]@{{ ComputerName = 'PC001'; {first} }}, [pscustomobject]@{{ ComputerName = 'PC002' }}, [pscustomobject]@{{ ComputerName = 'pc001'; {second} }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder"
        );
        var error = Assert.Single(result.Errors).Exception.Message;
        Assert.Contains("'PC001' (no. 1", error, StringComparison.Ordinal);
        Assert.Contains("'pc001' (no. 3", error, StringComparison.Ordinal);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Equal(2 * Script.Checks, result.Output.Count);
    }

    [Theory]
    [InlineData("'PC001', 'files'", false)]
    [InlineData("'files', 'PC001'", false)]
    [InlineData("'PC001', '10.1.2.3'", true)]
    public void Two_names_of_one_address_are_one_host_once_it_answered(string names, bool areOwn)
    {
        var result = _script.Run(
            $"{names} | ForEach-Object {{ [pscustomobject]@{{ ComputerName = $_; Address = '10.1.2.3'; Recording = 'PC001.json' }} }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder -ThrottleLimit 1"
        );
        Assert.Equal(Script.Checks, result.Output.Count);
        if (areOwn)
        {
            Assert.Single(result.Warnings);
            Assert.Empty(result.Errors);
            return;
        }

        var error = Assert.Single(result.Errors).Exception.Message;
        Assert.Contains("one address (10.1.2.3), where a machine that calls itself PC001 answers", error, StringComparison.Ordinal);
        Assert.Contains("files", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_machines_behind_one_address_are_two() =>
        Assert.Equal(
            2 * Script.Checks,
            _script
                .Run(
                    $"'PC001', 'PC002' | ForEach-Object {{ [pscustomobject]@{{ ComputerName = $_; Address = '10.1.2.3'; Recording = \"$_.json\" }} }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder"
                )
                .Clean()
                .Count
        );

    [Fact]
    public void A_host_whose_facts_are_piped_is_asked_once()
    {
        var result = _script.Run(
            $"Get-ConfigAuditSoftware MN-PC-001 -RecordingPath $fleet -ErrorAction SilentlyContinue | Invoke-ConfigAudit {Mic} -RecordingPath $fleet -ErrorAction SilentlyContinue"
        );
        Assert.Equal(Script.Checks, result.Output.Count);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("$_")]
    [InlineData("[pscustomobject]@{ ComputerName = $_.ComputerName; CheckId = $_.CheckId; Outcome = \"$($_.Outcome)\" }")]
    public void Findings_are_no_hosts_and_that_is_one_error(string shape)
    {
        var result = _script.Run(
            $"Invoke-ConfigAudit PC001, PC002 {Mic} -RecordingPath $folder | ForEach-Object {{ {shape} }} | Invoke-ConfigAudit {Mic} -RecordingPath $folder"
        );
        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Contains(
            "These are findings",
            (result.Terminating?.Message ?? Assert.Single(result.Errors).Exception.Message),
            StringComparison.Ordinal
        );
    }
}
