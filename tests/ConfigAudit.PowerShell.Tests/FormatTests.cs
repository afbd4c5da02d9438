using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What the module emits is shown as a table that fits 80 columns, and exports flat.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Waive =
        "New-ConfigAuditWaiver $folder/w.json AV-01 -ComputerName LG-SV-001 -Reason 'until the lease ends' -Approver 山田 -Until 2030-01-31 -WarningAction SilentlyContinue";

    private const string Attest =
        "Set-ConfigAuditAttestation $folder/a.json ORG-01 -Statement 'the plan is in the cabinet' -By 山田 -NextReview 2027-01-31";

    private readonly Script _script = new();

    public FormatTests() => Recordings.In(_script.Folder);

    public void Dispose() => _script.Dispose();

    [Theory]
    [MemberData(nameof(EveryFact))]
    [InlineData("New-ConfigAuditSnapshot PC001 -RecordingPath $folder")]
    [InlineData("(New-ConfigAuditSnapshot PC001 -RecordingPath $folder).Gaps")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03")]
    [InlineData("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03 | Measure-ConfigAudit")]
    [InlineData("Get-ConfigAuditBaseline")]
    [InlineData("(Get-ConfigAuditBaseline MIC-2022-03).Checks")]
    [InlineData("(Get-ConfigAuditBaseline MIC-2022-03).Parameters")]
    [InlineData("New-ConfigAuditTarget PC001 -Zone Lgwan")]
    [InlineData(
        "Register-ConfigAuditTask weekly $folder/h.csv -Baseline MIC-2022-03 -At 07:30 -Weekly -DaysOfWeek Monday, Thursday -Program /usr/bin/pwsh -Path $folder/t -WarningAction SilentlyContinue"
    )]
    [InlineData(Waive)]
    [InlineData(Attest)]
    public void As_a_table_of_eighty_columns_without_a_complaint(string script)
    {
        var text = Screen.Show(Script.Manifest, script, _script.Folder, width: 80);
        Assert.DoesNotContain("error", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("---", text, StringComparison.Ordinal);
        Assert.All(
            text.Split('\n'),
            line => Assert.True(Screen.Columns(line.TrimEnd()) <= 80, $"{Screen.Columns(line.TrimEnd())} columns: {line}")
        );
    }

    /// <summary>A day is written as everywhere else, whatever the user's culture.</summary>
    [Theory]
    [InlineData(Waive, "2030-01-31")]
    [InlineData(Attest, "2027-01-31")]
    public void Days_of_statements_are_days(string script, string day)
    {
        var text = Screen.Show(Script.Manifest, script, _script.Folder, width: 80);
        Assert.Contains(day, text, StringComparison.Ordinal);
        Assert.DoesNotContain("00:00", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> EveryFact() =>
        new(
            Script
                .Facts.Select(pair => $"{pair.Cmdlet} LG-PC-002 -RecordingPath '{Script.Fleet}' -Fact {pair.Fact} -LogonsSince 2026-11-13")
                .Append(
                    $"New-ConfigAuditSnapshot LG-PC-002 -RecordingPath '{Script.Fleet}' -LogonsSince 2026-11-13 | Get-ConfigAuditAccountUse LG\\mihon-hoshu '2026-11-16 08:50' -RegisterPath '{Script.RepositoryRoot}/examples/municipality/registers'"
                )
        );

    [Theory]
    [InlineData("Get-ConfigAuditUpdate LG-PC-002 -RecordingPath $fleet", "InternetReasons", "DualScan")]
    [InlineData(
        "New-ConfigAuditSnapshot LG-PC-002 -RecordingPath $fleet | Export-ConfigAuditSnapshot $folder/s; (Import-ConfigAuditSnapshot $folder/s).Facts | Where-Object InternetReasons",
        "InternetReasons",
        "DualScan"
    )]
    [InlineData(
        "Get-ConfigAuditUpdate LG-PC-002 -RecordingPath $fleet -Fact DefinitionPolicy",
        "Sources",
        "InternalDefinitionUpdateServer, MMPC"
    )]
    public void A_list_is_its_items_where_PowerShell_makes_a_text_of_it(string script, string property, string text) =>
        Assert.Equal(text, _script.Run(script).Clean().Single().Properties[property].Value.ToString());

    [Fact]
    public void Findings_are_flat()
    {
        var finding = _script.Run("Invoke-ConfigAudit PC001 -RecordingPath $folder -Baseline MIC-2022-03").Clean()[0].BaseObject;
        Assert.All(
            finding.GetType().GetProperties(),
            property =>
            {
                var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                Assert.True(type == typeof(string) || type.IsEnum || type == typeof(DateTimeOffset), property.Name);
            }
        );
        Assert.Equal(
            new[]
            {
                "ComputerName",
                "HostName",
                "IPAddress",
                "Zone",
                "Role",
                "CheckId",
                "Title",
                "Outcome",
                "Reason",
                "Severity",
                "Obligation",
                "Expected",
                "Actual",
                "Evidence",
                "Guideline",
                "CollectedAt",
                "Baseline",
                "Remediation",
                "WaiverState",
                "Waiver",
                "AttestationState",
                "Attestation",
            },
            finding.GetType().GetProperties().Select(property => property.Name)
        );
    }

    [Fact]
    public void A_summary_counts_every_outcome_once()
    {
        var result = _script.Run(
            "Invoke-ConfigAudit PC001, PC002 -RecordingPath $folder -Baseline MIC-2022-03 -Zone Lgwan | Measure-ConfigAudit -By Zone"
        );
        var zone = result.Clean().Single();
        Assert.Equal("Lgwan", zone.Properties["Group"].Value);
        var sum = new[] { "Pass", "Fail", "Unknown", "Attest", "NotApplicable" }.Sum(name =>
            Convert.ToInt32(zone.Properties[name].Value, CultureInfo.InvariantCulture)
        );
        Assert.Equal(2 * Script.Checks, sum);
    }
}
