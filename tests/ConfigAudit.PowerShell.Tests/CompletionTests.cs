using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What Tab offers: baselines, checks, facts of an area, zones, names of hosts.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Invoke-ConfigAudit -Baseline mic-m", "MIC-Minimum", "MIC-MyNumber")]
    [InlineData("New-ConfigAuditWaiver waivers.json vpn-0", "VPN-01", "VPN-02", "VPN-03", "VPN-04")]
    [InlineData("Set-ConfigAuditAttestation attestations.json ORG-3", "ORG-30", "ORG-31")]
    [InlineData("Get-ConfigAuditAntivirus -Fact D", "DefenderSettings")]
    [InlineData("Invoke-ConfigAudit -Baseline MIC-2022-03 -Zone L", "Lgwan")]
    [InlineData("Export-ConfigAuditReport r.x -Format Ch", "Checklist")]
    [InlineData("Export-ConfigAuditReport r.x -Language J", "Japanese")]
    public void Names_of_the_module(string line, params string[] offered) => Assert.Subset(Offered(line).ToHashSet(), offered.ToHashSet());

    [Fact]
    public void Checks_come_with_their_titles() =>
        Assert.All(
            Complete("New-ConfigAuditWaiver waivers.json AV-").CompletionMatches,
            match => Assert.NotEqual(match.CompletionText, match.ToolTip)
        );

    [Fact]
    public void Hosts_of_the_recordings_that_are_named() =>
        Assert.Equal(
            new[] { "LG-PC-001", "LG-PC-002", "LG-PC-003" },
            Offered($"Get-ConfigAuditVpn -RecordingPath '{Script.Fleet}' -ComputerName lg-pc")
        );

    [Fact]
    public void Hosts_of_the_inventories_in_the_current_folder_and_nothing_of_other_files()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "hosts.csv"), "ComputerName,Zone\nPC-B,Lgwan\nPC-A,Lgwan\nit's,Lgwan\n");
        File.WriteAllText(Path.Combine(_script.Folder, "other.csv"), "Title\nPC-C\n");
        _script.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)").Clean();
        Assert.Equal(new[] { "PC-A", "PC-B" }, Offered("Get-ConfigAuditVpn pc"));
        Assert.Equal(new[] { "'it''s'" }, Offered("Get-ConfigAuditVpn it"));
    }

    private string[] Offered(string line) => Complete(line).CompletionMatches.Select(match => match.CompletionText).ToArray();

    private CommandCompletion Complete(string line)
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_script.Runspace);
        return CommandCompletion.CompleteInput(line, line.Length, null, powershell);
    }
}
