using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The example municipality comes out as its README tells.</summary>
public sealed class MunicipalityTests : IDisposable
{
    private readonly Script _script = new();

    private static string City => Path.Combine(Script.RepositoryRoot, "examples", "municipality");

    public void Dispose() => _script.Dispose();

    [Fact]
    public void The_registers_are_read_in_every_encoding_without_an_error() =>
        Assert.Equal(50, _script.Run($"Import-ConfigAuditRegister '{City}/registers'").Clean().Count);

    [Fact]
    public void What_the_registers_lack_fails_for_the_organisation() =>
        Assert.Equal(
            new[]
            {
                "ACC-01 madoguchi",
                "ACC-03 fsadmin",
                "AST-01 PC-0011",
                "EXT-02 住民アンケート",
                "EXT-03 住民アンケート",
                "EXT-04 住民アンケート",
                "EXT-05 住民アンケート",
                "EXT-07 住民アンケート",
                "FLW-02 基幹業務の遠隔保守",
                "FLW-04 Web会議",
            },
            Audit(
                "$_.ComputerName -eq '(organisation)' -and $_.Outcome -eq 'Fail'",
                "$_.CheckId + ' ' + $_.Actual.Substring(0, $_.Actual.IndexOf('(') - 1)"
            )
        );

    [Fact]
    public void What_stands_on_hosts_and_in_no_register_fails_there() =>
        Assert.Equal(
            new[]
            {
                "IN-PC-002 ACC-05",
                "IN-PC-002 SWR-01",
                "IN-PC-002 SWR-05",
                "LG-PC-002 AST-05",
                "LG-PC-002 FLW-05",
                "LG-PC-003 ACC-05",
                "LG-PC-003 AST-04",
                "LG-SV-002 ACC-06",
                "LG-SV-002 SWR-01",
                "MN-SV-001 ACC-05",
            },
            Audit(
                "$_.ComputerName -ne '(organisation)' -and $_.Outcome -eq 'Fail' -and $_.CheckId -match '^(ACC|AST|FLW|SWR)'",
                "\"$($_.ComputerName) $($_.CheckId)\""
            )
        );

    /// <summary>A host that couldn't be asked, or not in whole, passes nothing that it is held against.</summary>
    [Fact]
    public void What_was_not_read_is_Unknown_against_registers_too() =>
        Assert.Equal(
            new[] { "IN-PC-003 ACC-05 Unknown", "IN-PC-003 ACC-06 Unknown", "IN-PC-004 ACC-05 Unknown", "IN-PC-004 ACC-06 Unknown" },
            Audit(
                "$_.ComputerName -match 'IN-PC-00[34]' -and $_.CheckId -match '^ACC'",
                "\"$($_.ComputerName) $($_.CheckId) $($_.Outcome)\""
            )
        );

    [Fact]
    public void Registered_things_that_nobody_saw_are_for_a_person() =>
        Assert.Equal(
            new[]
            {
                "AST-03 PC-0014 (HostName=IN-PC-004, IsSeen=false); PC-0098 (HostName=LG-PC-009, IsSeen=false)",
                "FLW-07 住基ネット (IsSeen=false); 中間サーバー (IsSeen=false); 基幹業務の遠隔保守 (IsSeen=false); 文書管理ASP (IsSeen=false); Web会議 (IsSeen=false)",
                "SWR-03 一太郎* (IsSeen=false)",
            },
            Audit(
                "$_.ComputerName -eq '(organisation)' -and $_.Outcome -eq 'Attest' -and $_.CheckId -notmatch 'ORG'",
                "\"$($_.CheckId) $($_.Actual)\""
            )
        );

    [Fact]
    public void What_people_say_stands_beside_the_outcome_and_counts_while_it_holds() =>
        Assert.Equal(
            new[]
            {
                "(organisation) ORG-01 Attest Current",
                "(organisation) ORG-14 Attest Lapsed",
                "(organisation) ORG-15 Attest Overdue",
                "LG-PC-002 VPN-02 Fail Lapsed",
                "LG-SV-002 OS-01 Fail Honoured",
                "MN-PC-001 SW-02 Attest Current",
                "MN-PC-002 SW-02 Attest Current",
                "MN-PC-003 OS-01 Fail Expired",
                "MN-PC-003 SW-02 Attest Current",
            },
            Audit(
                "$_.WaiverState -or $_.AttestationState",
                "\"$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.WaiverState)$($_.AttestationState)\""
            )
        );

    [Fact]
    public void A_zone_that_a_baseline_assumes_is_the_one_that_hosts_are_held_against_registers_in() =>
        Assert.Equal(
            new[] { "AST-05 Fail", "FLW-05 Fail" },
            Lines(
                    _script.Run(
                        $$"""
                        Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Baseline MIC-Lgwan -RegisterPath '{{City}}/registers' -AsOf 2026-11-16 |
                            Where-Object { $_.ComputerName -eq 'LG-PC-002' -and $_.CheckId -in 'AST-05', 'FLW-05' } | ForEach-Object { "$($_.CheckId) $($_.Outcome)" }
                        """
                    )
                )
                .Select(line => line.ToString())
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_register_in_JSON_has_its_schema_beside_it_and_is_emitted_alone()
    {
        var made = _script
            .Run(
                "New-ConfigAuditRegister $folder/json Accounts -Json -Example | ForEach-Object { $_.Name }; (Import-ConfigAuditRegister $folder/json).Account"
            )
            .Clean();
        Assert.Equal(new[] { "Accounts.json", "KYOYU01" }, made.Select(each => each.ToString()));
        Assert.Equal(
            File.ReadAllText(Path.Combine(Script.RepositoryRoot, "module", "registers", "Accounts.schema.json")),
            File.ReadAllText(Path.Combine(_script.Folder, "json", "Accounts.schema.json"))
        );
    }

    /// <summary>On a machine whose clock stands in another zone, too.</summary>
    [Theory]
    [InlineData("'2026-11-20 10:00'", "LoggedOnly 山田")]
    [InlineData("'2026-11-20T01:00:00Z'", "LoggedOnly 山田")]
    [InlineData("'2026-11-20 13:00'", "NotSeen ")]
    public void A_moment_without_an_offset_is_by_the_time_of_Japan_as_the_register_is(string moment, string said) =>
        Assert.Equal(
            said,
            Assert
                .Single(
                    _script
                        .Run(
                            $$"""
                            New-ConfigAuditRegister $folder/use AccountUse -Example | ForEach-Object { }
                            Get-ConfigAuditAccountUse KYOYU01 {{moment}} -RegisterPath $folder/use | ForEach-Object { "$($_.Answer) $($_.Persons -join ';')" }
                            """
                        )
                        .Clean()
                )
                .ToString()
        );

    [Fact]
    public void A_waiver_that_nothing_needed_is_named() =>
        Assert.Equal(
            "waivers.json(37): no finding needed the waiver of MED-01 in zone Lgwan",
            Assert.Single(_script.Run(Command("$false", "''")).Warnings)
        );

    [Fact]
    public void Who_used_the_account_for_maintenance_is_known_on_one_host_alone() =>
        Assert.Equal(
            new[] { "LG-PC-002 Known 高橋", "LG-SV-002 NotLogged " },
            _script
                .Run(
                    $$"""
                    Import-ConfigAuditTarget '{{City}}/inventory.csv' | Where-Object Zone -EQ Lgwan | New-ConfigAuditSnapshot -LogonsSince 2026-11-13 |
                        Get-ConfigAuditAccountUse LG\mihon-hoshu ([datetimeoffset] '2026-11-16T08:50:00+09:00').LocalDateTime -RegisterPath '{{City}}/registers' |
                        ForEach-Object { "$($_.ComputerName) $($_.Answer) $($_.Persons -join ';')" }
                    """
                )
                .Clean()
                .Select(line => line.ToString())
                .Order(StringComparer.Ordinal)
        );

    /// <summary>A notice tells a failure once; the second run has nothing new.</summary>
    [Fact]
    public void The_administrator_is_told_once_with_name_and_address()
    {
        const string tell = "$findings | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt -Severity Critical";
        var told = _script.Run(
            $$"""
            $findings = Import-ConfigAuditTarget '{{City}}/inventory.csv' | Invoke-ConfigAudit -Baseline '{{City}}/aozora.json' -WaiverPath '{{City}}/waivers.json' -AsOf 2026-11-16 -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            @({{tell}}).Count
            @({{tell}}).Count
            """
        );
        Assert.Equal(new[] { "4", "0" }, told.Clean().Select(count => count.ToString()));
        var lines = File.ReadAllLines(Path.Combine(_script.Folder, "notices.txt"));
        Assert.Contains(
            lines,
            line => line.StartsWith("[Critical] LG-PC-002 (10.20.1.102, 192.168.225.20; 2026-11-1", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines, line => line.Contains("LG-SV-002", StringComparison.Ordinal));
    }

    [Fact]
    public void A_waiver_for_a_finding_is_bound_to_it_and_read_back()
    {
        var states = _script.Run(
            """
            $ask = @{ RecordingPath = $fleet; Zone = 'Lgwan'; Baseline = 'MIC-2022-03'; WaiverPath = "$folder/waivers.json" }
            New-ConfigAuditWaiver $folder/waivers.json NET-02 -Reason r -Approver CISO -Until ([datetime]::Today.AddYears(1)) | ForEach-Object { }
            $found = Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Zone Lgwan -Baseline MIC-2022-03 | Where-Object CheckId -In VPN-01, VPN-02
            $found | New-ConfigAuditWaiver $folder/waivers.json -Reason '移行まで' -Approver 'CISO' -Until ([datetime]::Today.AddYears(1)) -BindToEvidence | ForEach-Object { }
            Invoke-ConfigAudit LG-PC-002 @ask -WarningAction SilentlyContinue | Where-Object WaiverState | ForEach-Object { "$($_.CheckId) $($_.Outcome) $($_.WaiverState)" }
            """
        );
        Assert.Equal(
            new[] { "VPN-01 Fail Honoured", "VPN-02 Fail Honoured" },
            states.Clean().Select(state => state.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_waiver_without_an_end_or_that_ends_before_it_begins_is_not_made()
    {
        Assert.Contains(
            "before it begins",
            Assert
                .Single(
                    _script.Run("New-ConfigAuditWaiver $folder/w.json X -Reason r -Approver a -From 2026-02-01 -Until 2026-01-01").Errors
                )
                .Exception.Message,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(_script.Folder, "w.json")));
    }

    private string[] Audit(string where, string text) =>
        Lines(_script.Run(Command(where, text))).Select(line => line.ToString()).Order(StringComparer.Ordinal).ToArray();

    private static IReadOnlyList<PSObject> Lines(ScriptResult result) =>
        result.Terminating is null ? result.Output : throw result.Terminating;

    private static string Command(string where, string text) =>
        $$"""
            Import-ConfigAuditTarget '{{City}}/inventory.csv' |
                Invoke-ConfigAudit -Baseline '{{City}}/aozora.json' -RegisterPath '{{City}}/registers' -WaiverPath '{{City}}/waivers.json' -AttestationPath '{{City}}/attestations.json' -AsOf 2026-11-16 -LogonsSince 2026-11-13 -ErrorAction SilentlyContinue |
                Where-Object { {{where}} } | ForEach-Object { {{text}} }
            """;
}
