using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What is mistyped is said before it does harm: nothing is judged by less than was meant, and no good report gives way to an
/// empty one.</summary>
public sealed class MistypedTests : IDisposable
{
    private const string Judged = "Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 -ErrorAction SilentlyContinue";

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("-RegisterPath nowhere")]
    [InlineData("-WaiverPath nowhere.json")]
    [InlineData("-AttestationPath $folder/nowhere.json")]
    public void Registers_and_statements_that_are_not_there_end_the_audit(string parameters)
    {
        var result = _script.Run($"{Judged} {parameters}");
        Assert.Contains("isn't there", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("xml")]
    public void A_report_of_nothing_leaves_what_stood_there(string extension)
    {
        var path = Path.Combine(_script.Folder, "report." + extension);
        _script.Run($"{Judged} | Export-ConfigAuditReport $folder/report.{extension}").Clean();
        var good = File.ReadAllBytes(path);
        var result = _script.Run(
            $"Import-ConfigAuditTarget $folder/nowhere.csv -ErrorAction SilentlyContinue | Invoke-ConfigAudit -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/report.{extension}"
        );
        Assert.Contains("there is no finding", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_script.Folder));
    }

    [Fact]
    public void A_workbook_is_not_written_under_the_name_of_something_else() =>
        Assert.Contains(
            ".xlsx",
            _script.Run($"{Judged} | Export-ConfigAuditReport $folder/checklist.csv -Format Checklist").Errors.Single().Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Blank_lines_in_a_list_of_names_are_no_hosts() =>
        Assert.Equal(
            new[] { "LG-PC-001", "MN-PC-001" },
            _script
                .Run("Get-ConfigAuditOperatingSystem @('MN-PC-001', '', $null, ' ', 'LG-PC-001') -RecordingPath $fleet")
                .Clean()
                .Select(item => item.Properties["ComputerName"].Value.ToString()!)
                .Order()
        );

    [Fact]
    public void A_host_that_refuses_everything_is_one_error_that_names_it_all()
    {
        var error = Assert.Single(_script.Run("New-ConfigAuditSnapshot IN-PC-003 -RecordingPath $fleet").Errors);
        Assert.Contains("root/SecurityCenter2:AntiVirusProduct", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Ask as an administrator of that host.", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_of_a_check_that_no_baseline_has_is_told_as_that()
    {
        Assert.Contains(
            "None of the baselines that ship has a check 'SW-99'",
            Assert.Single(
                _script
                    .Run(
                        "New-ConfigAuditWaiver $folder/w.json -CheckId SW-99 -Reason 'until the lease ends' -Approver CISO -Until ([datetime]::Today.AddYears(1))"
                    )
                    .Warnings
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            _script.Run($"{Judged} -WaiverPath $folder/w.json").Warnings,
            warning => warning.Contains("MIC-2022-03 has no check SW-99", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_check_that_is_mistyped_is_told_with_the_one_that_may_be_meant() =>
        Assert.Contains(
            "a check 'SW01'; SW-01 is meant",
            Assert.Single(
                _script
                    .Run("Set-ConfigAuditAttestation $folder/a.json SW01 確認した -By CISO -NextReview ([datetime]::Today.AddYears(1))")
                    .Warnings
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 -PlannedUseUntil 2029", "'2029' is no day")]
    [InlineData("New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet -PlannedUseUntil 2020-03-31", "2020-03-31 has passed")]
    [InlineData("New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet -LogonsSince 7", "'7' is no day")]
    [InlineData("New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet -LogonsSince 2099-01-01", "2099-01-01 is still to come")]
    [InlineData("Set-ConfigAuditAttestation $folder/a.json ORG-01 x -By CISO -On 2099-01-01 -NextReview 2099-02-01", "is still to come")]
    [InlineData("New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet -PlannedUseUntil 7:30", "'7:30' is a time without a day")]
    [InlineData("New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet -LogonsSince 07:30:00", "'07:30:00' is a time without a day")]
    [InlineData("Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 -AsOf 午前7時30分", "is a time without a day")]
    public void A_day_that_can_not_be_meant_is_refused_and_nothing_comes_of_it(string script, string why)
    {
        var result = _script.Run(script);
        Assert.Contains(why, Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFiles(_script.Folder));
    }

    [Theory]
    [InlineData("report.html", true)]
    [InlineData("report.json", true)]
    [InlineData("report.csv", false)]
    [InlineData("report.xlsx", false)]
    public void A_language_of_headers_where_there_are_none_is_told(string file, bool isTold)
    {
        var result = _script.Run(
            $"Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 | Export-ConfigAuditReport $folder/{file} -Header Japanese"
        );
        Assert.Equal(
            isTold,
            result.Warnings.Any(warning => warning.Contains("-Header is the language of the headers", StringComparison.Ordinal))
        );
        Assert.True(File.Exists(Path.Combine(_script.Folder, file)));
    }

    [Theory]
    [InlineData("LG\\mihon-hoshuu", "; is it 'mihon-hoshu'?")]
    [InlineData("nobody-at-all", ": look at its name.")]
    [InlineData("LG\\mihon-hoshu", null)]
    public void An_account_that_nobody_has_heard_of_is_told(string account, string? told)
    {
        var warnings = _script
            .Run(
                $"Get-ConfigAuditAccountUse '{account}' '2026-11-16 08:50' -RegisterPath '{Script.RepositoryRoot}/examples/municipality/registers'"
            )
            .Warnings.Where(warning => warning.Contains("knows the account", StringComparison.Ordinal))
            .ToArray();
        if (told is null)
            Assert.Empty(warnings);
        else
            Assert.EndsWith(told, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Reason － -Approver CISO -Until 2027-01-01", "'－' tells nothing")]
    [InlineData("-Reason 'until the lease ends' -Approver 未定 -Until 2027-01-01", "'未定' names nobody")]
    [InlineData("-Reason 'until the lease ends' -Approver 承認済 -Until 2027-01-01", "'承認済' says how it stands")]
    [InlineData("-Reason 'until the lease ends' -Approver CISO -Until 9999-12-31", "more than 5 years")]
    public void A_waiver_that_nobody_stands_for_is_not_made(string parameters, string why)
    {
        Assert.Contains(
            why,
            Assert
                .Single(_script.Run($"New-ConfigAuditWaiver $folder/w.json NET-01 -From 2026-04-01 {parameters}").Errors)
                .Exception.Message,
            StringComparison.Ordinal
        );
        Assert.False(System.IO.File.Exists(System.IO.Path.Combine(_script.Folder, "w.json")));
    }

    [Theory]
    [InlineData("－ -By CISO -NextReview 2027-01-01", "'－' tells nothing")]
    [InlineData("x -By ○ -NextReview 2027-01-01", "'○' is a mark")]
    [InlineData("x -By CISO -NextReview 9999-12-31", "more than 5 years off")]
    public void Nor_is_such_an_attestation(string parameters, string why) =>
        Assert.Contains(
            why,
            Assert
                .Single(_script.Run($"Set-ConfigAuditAttestation $folder/a.json ORG-01 -On 2026-04-01 -Statement {parameters}").Errors)
                .Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_tasks_in_one_folder_keep_their_runs_apart()
    {
        var outputs = _script
            .Run(
                "'a', 'b' | ForEach-Object { Register-ConfigAuditTask $_ $fleet/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/two }"
            )
            .Clean()
            .Select(task => task.Properties["OutputPath"].Value.ToString());
        Assert.Equal(2, outputs.Distinct().Count());
    }
}
