using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Live hosts through the cmdlets: how they are named, who asks, and what is never shown.</summary>
public sealed class LiveTests : IClassFixture<LiveFleet>, IDisposable
{
    private const string Mic = "-Baseline MIC-2022-03";

    private readonly LiveFleet _fleet;
    private readonly Script _script = new();

    public LiveTests(LiveFleet fleet) => _fleet = fleet;

    public void Dispose() => _script.Dispose();

    [Fact]
    public void A_fleet_is_audited_over_the_network_and_who_is_off_stays_in_the_count()
    {
        var result = Run($"Import-ConfigAuditTarget $inventory | Invoke-ConfigAudit {Mic} @how");
        Assert.Equal(14, result.Values("ComputerName").Distinct().Count());
        Assert.Equal(14 * Script.Checks, result.Output.Count);
        Assert.All(
            result.Output.Where(finding => Is(finding, "ComputerName", "IN-PC-004")),
            finding => Assert.Contains(finding.Properties["Outcome"].Value.ToString(), new[] { "Unknown", "NotApplicable" })
        );
        Assert.Contains(
            result.Errors,
            error => error.CategoryInfo.Category == ErrorCategory.ConnectionError && error.TargetObject.ToString() == "IN-PC-004"
        );
        Assert.Contains(
            result.Errors,
            error => error.CategoryInfo.Category == ErrorCategory.PermissionDenied && error.TargetObject.ToString() == "IN-PC-003"
        );
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_area_asks_live_hosts_and_recordings_alike(string cmdlet)
    {
        var live = Run($"Import-ConfigAuditTarget $inventory | Where-Object Zone -EQ MyNumber | {cmdlet} @how").Clean();
        var recorded = Run($"Import-ConfigAuditTarget $fleet/inventory.csv | Where-Object Zone -EQ MyNumber | {cmdlet}").Clean();
        Assert.Equal(
            recorded.Select(fact => fact.Properties["ComputerName"].Value).Order(),
            live.Select(fact => fact.Properties["ComputerName"].Value).Order()
        );
    }

    public static TheoryData<string> Areas() => new(Script.Facts.Select(pair => pair.Cmdlet).Distinct());

    [Fact]
    public void Rows_of_a_CSV_bind_by_their_columns_and_empty_cells_say_nothing()
    {
        // What Import-Csv makes of the inventory: every cell a text.
        var result = Run(
                """
                $target, $other = Import-ConfigAuditTarget $inventory | Where-Object ComputerName -In LG-PC-001, LG-PC-002
                [pscustomobject]@{ ComputerName = 'LG-PC-001'; Address = $target.Address; Port = "$($target.Port)"; Protocol = 'WsMan'; Zone = ''; Role = ''; Model = '' },
                [pscustomobject]@{ ComputerName = $other.ComputerName; Address = $other.Address; Port = "$($other.Port)"; Protocol = ''; Zone = 'Lgwan'; Role = 'Client'; Model = 'Alpha' } |
                    New-ConfigAuditSnapshot @how -UseSsl
                """
            )
            .Clean();
        Assert.Equal(
            new[] { "LG-PC-001 ", "LG-PC-002 Lgwan" },
            result
                .Select(snapshot => $"{snapshot.Properties["ComputerName"].Value} {snapshot.Properties["Zone"].Value}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(result, snapshot => Assert.Equal("WsMan", snapshot.Properties["Protocol"].Value));
    }

    [Theory]
    // Whose directory has a DNS name for it, whose hasn't: never its distinguished name.
    [InlineData(
        "[pscustomobject]@{ DistinguishedName = 'CN=PC9,OU=LG,DC=city'; DNSHostName = 'pc9.city.example'; Name = 'PC9' }",
        "pc9.city.example"
    )]
    [InlineData("[pscustomobject]@{ DistinguishedName = 'CN=PC9,OU=LG,DC=city'; DNSHostName = $null; Name = 'PC9' }", "PC9")]
    public void Computers_of_a_directory_bind(string computer, string expected)
    {
        var result = Run($"{computer} | New-ConfigAuditSnapshot -Protocol WsMan -ErrorAction SilentlyContinue");
        Assert.Equal(expected, Assert.Single(result.Values("ComputerName")));
    }

    [Theory]
    [InlineData("-AllowUnencrypted", "can be read by anyone")]
    [InlineData("-SkipCertificateCheck", "impostor")]
    public void What_is_dangerous_is_said_once_a_run(string parameter, string warning)
    {
        var result = Run($"Import-ConfigAuditTarget $inventory | Get-ConfigAuditVpn @how {parameter} -ErrorAction SilentlyContinue");
        Assert.Contains(warning, Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void No_password_reaches_a_stream_a_file_or_an_error()
    {
        var result = Run(
            $$"""
            $VerbosePreference = 'Continue'
            Import-ConfigAuditTarget $inventory | Invoke-ConfigAudit {{Mic}} @how -RunPath $folder/run -Verbose | Export-ConfigAuditReport $folder/findings.csv
            Import-ConfigAuditTarget $inventory | Save-ConfigAuditRecording @how -Destination $folder/recordings | Out-Null
            $wrong = [pscredential]::new('auditor', [System.Net.NetworkCredential]::new('', 'wrong-{{_fleet.Password}}').SecurePassword)
            $how.Credential = $wrong
            Import-ConfigAuditTarget $inventory | Get-ConfigAuditVpn @how -Verbose
            """
        );
        Assert.Contains(result.Errors, error => error.Exception.Message.Contains("401", StringComparison.Ordinal));
        var told = result
            .Errors.Select(error => error.Exception + error.ToString() + error.TargetObject + error.ScriptStackTrace)
            .Concat(result.Verbose)
            .Concat(result.Warnings)
            .Concat(result.Output.Select(item => item.ToString()));
        Assert.NotEmpty(result.Verbose);
        Assert.All(told, text => Assert.DoesNotContain(_fleet.Password, text, StringComparison.Ordinal));
        var files = Directory.GetFiles(_script.Folder, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 27);
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("auditor:" + _fleet.Password));
        Assert.All(
            files.Select(File.ReadAllText),
            text =>
                Assert.False(text.Contains(_fleet.Password, StringComparison.Ordinal) || text.Contains(encoded, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_kept_run_is_gone_on_with()
    {
        var asked =
            $"Import-ConfigAuditTarget $inventory | Invoke-ConfigAudit {Mic} @how -RunPath $folder/run -ErrorAction SilentlyContinue";
        var first = Run(asked);
        Assert.Contains("-Resume", Refusal(Run(asked)), StringComparison.Ordinal);
        var second = Run(asked + " -Resume -Verbose");
        Assert.Equal(Told(first), Told(second));
        Assert.Equal(13, second.Verbose.Count(line => line.Contains("taken from the run", StringComparison.Ordinal)));
        Assert.Contains(
            "it judged by the baseline MIC-2022-03",
            Refusal(Run("Import-ConfigAuditTarget $inventory | New-ConfigAuditSnapshot @how -RunPath $folder/run -Resume")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "-RunPath",
            Refusal(Run($"Import-ConfigAuditTarget $inventory | Invoke-ConfigAudit {Mic} @how -Resume")),
            StringComparison.Ordinal
        );

        static string[] Told(ScriptResult result) =>
            result
                .Output.Select(finding =>
                    $"{finding.Properties["ComputerName"].Value} {finding.Properties["CheckId"].Value} {finding.Properties["Outcome"].Value}"
                )
                .Order()
                .ToArray();
    }

    [Fact]
    public void A_recording_under_other_names_tells_nobody_s_name_and_answers_the_same()
    {
        Run(
                "Import-ConfigAuditTarget $inventory | Where-Object ComputerName -EQ LG-PC-002 | Save-ConfigAuditRecording @how -Destination $folder/saved -Pseudonymize"
            )
            .Clean();
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_script.Folder, "saved")));
        var text = File.ReadAllText(file);
        Assert.All(
            new[] { "LG-PC-002", "10.20.1.102", "city.example" },
            name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase)
        );
        var outcomes = "| ForEach-Object { \"$($_.CheckId) $($_.Outcome)\" }";
        Assert.Equal(
            Run($"Import-ConfigAuditTarget $inventory | Where-Object ComputerName -EQ LG-PC-002 | Invoke-ConfigAudit {Mic} @how {outcomes}")
                .Clean()
                .Select(line => line.ToString()),
            Run($"Invoke-ConfigAudit -RecordingPath '{file}' {Mic} -Zone Lgwan -Role Client -Model Alpha {outcomes}")
                .Clean()
                .Select(line => line.ToString())
        );
    }

    [Fact]
    public void WhatIf_asks_nobody_and_writes_nothing()
    {
        Run("Import-ConfigAuditTarget $inventory | Save-ConfigAuditRecording @how -Destination $folder/never -WhatIf").Clean();
        Assert.False(Directory.Exists(Path.Combine(_script.Folder, "never")));
    }

    [Theory]
    [InlineData("30", true)]
    [InlineData("0.5", true)]
    [InlineData("'00:00:10'", true)]
    [InlineData("([timespan]::FromSeconds(5))", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("'soon'", false)]
    public void Times_are_seconds_or_spans(string value, bool isGood) =>
        Assert.Equal(
            isGood,
            Run(
                $"Get-ConfigAuditVpn -RecordingPath $fleet/LG-PC-001.json -OperationTimeout {value} -HostTimeout {value} -RunTimeout {value}"
            )
                is { Terminating: null, Errors.Count: 0 }
        );

    [Theory]
    [InlineData("-TrustedRoot $folder/nowhere.pem", "it isn't there: look at its name")]
    [InlineData("-TrustedRoot $fleet/LG-PC-001.json", "no certificate")]
    [InlineData("-Certificate '00 11 22 33'", "no certificate with the thumbprint")]
    [InlineData("-Credential someone", "Credential")]
    [InlineData("-Port 70000", "70000")]
    [InlineData("-Protocol Ssh", "Dcom")]
    public void What_can_not_be_meant_ends_the_command_before_anyone_is_asked(string parameter, string message)
    {
        var result = Run($"Get-ConfigAuditVpn PC1 {parameter}");
        Assert.Empty(result.Output);
        Assert.Contains(message, Refusal(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_of_the_caller_s_is_taken_as_it_is()
    {
        var parameter = ((CmdletInfo)Run("Get-Command Invoke-ConfigAudit").Clean().Single().BaseObject).Parameters["CimSession"];
        Assert.Equal("Microsoft.Management.Infrastructure.CimSession[]", parameter.ParameterType.FullName);
        // Its own protocol and credential hold; others can't be given beside it.
        Assert.DoesNotContain(
            ((CmdletInfo)Run("Get-Command Invoke-ConfigAudit").Clean().Single().BaseObject)
                .ParameterSets.Single(set => set.Name == "CimSession")
                .Parameters,
            each => each.Name is "Credential" or "Protocol" or "UseSsl"
        );
    }

    private static string Refusal(ScriptResult result) => (result.Terminating ?? result.Errors.Single().Exception).Message;

    private static bool Is(PSObject item, string property, string value) => item.Properties[property].Value?.ToString() == value;

    private ScriptResult Run(string script) => _script.Run(_fleet.Prelude + script);
}
