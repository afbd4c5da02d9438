using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The cmdlet over the files of examples/outbound, in the module as it ships.</summary>
public sealed class MailOutboundTests : IDisposable
{
    private static readonly string Example = Path.Combine(Script.RepositoryRoot, "examples", "outbound");

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void A_folder_becomes_a_fact_for_each_message_and_each_policy()
    {
        var told = _script
            .Run(
                $"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 3650 | ForEach-Object {{ \"$($_.File) $($_.Version) $($_.Suite) $($_.Failures)\" }}"
            )
            .Clean()
            .Select(line => line.ToString());
        Assert.Equal(
            new[]
            {
                "at-exchange.txt Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 ",
                "at-postfix.eml Tls13 TLS_AES_256_GCM_SHA384 ",
                "report.json   3",
            },
            told
        );
    }

    [Fact]
    public void The_baseline_judges_them()
    {
        var told = _script
            .Run(
                $"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 3650 -AsSnapshot | Invoke-ConfigAudit -Baseline MIC-Recommended | ForEach-Object {{ \"$($_.CheckId) $($_.Outcome)\" }}"
            )
            .Clean()
            .Select(line => line.ToString());
        Assert.Equal(new[] { "MAIL-14 Pass", "MAIL-15 Pass", "MAIL-16 Fail" }, told);
    }

    [Fact]
    public void Facts_that_are_to_be_judged_name_the_cmdlet_that_emits_their_snapshot() =>
        Assert.Contains(
            "pass what Get-ConfigAuditMailOutbound -AsSnapshot emits",
            Assert
                .Single(
                    _script
                        .Run(
                            $"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 3650 | Invoke-ConfigAudit -Baseline MIC-Recommended"
                        )
                        .Errors
                )
                .Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_tells_nothing_is_one_error_and_leaves_the_checks_open()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "x.eml"), "From: a@city.example\r\n\r\ntext\r\n");
        var result = _script.Run(
            "Get-ConfigAuditMailOutbound $folder/x.eml -Domain city.example -AsSnapshot | Invoke-ConfigAudit -Baseline MIC-2022-03"
        );
        Assert.Single(result.Errors);
        Assert.Equal("Unknown", Assert.Single(result.Output).Properties["Outcome"].Value.ToString());
    }

    [Fact]
    public void A_snapshot_comes_back_whole_from_a_file()
    {
        var told = _script
            .Run(
                $"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 3650 -AsSnapshot | Export-ConfigAuditSnapshot $folder/out; (Import-ConfigAuditSnapshot $folder/out).Facts.Count"
            )
            .Clean();
        Assert.Equal("3", told[told.Count - 1].ToString());
    }

    [Fact]
    public void What_is_left_out_for_its_age_is_said()
    {
        var result = _script.Run($"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 30");
        Assert.Empty(result.Output);
        Assert.Contains("3 files are older than 30 days", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    /// <summary>Exchange writes the name that the client said, and its address; whose that is, its owner says.</summary>
    [Fact]
    public void Without_addresses_a_name_that_nobody_confirms_is_an_error_that_names_what_to_give()
    {
        var error = Assert.Single(_script.Run($"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -MaximumAge 3650").Errors);
        Assert.Contains("at-exchange.txt", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("name 192.0.2.25 with -OwnHost", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Domain 'no domain!'", "city.example")]
    [InlineData("-Domain city", "city.example")]
    [InlineData("-Domain city.example -OwnHost 192.0.2.0/99", "192.0.2.16/28")]
    [InlineData("-Domain city.example -MaximumAge soon", "180.00:00:00")]
    [InlineData("-Domain city.example -MaximumAge -5", "180.00:00:00")]
    [InlineData("-Domain city.example -MaximumAge 9999.0:0", "180.00:00:00")]
    public void What_can_not_be_is_refused_and_told_how_to_write_it(string parameters, string example) =>
        Assert.Contains(
            example,
            Assert.Single(_script.Run($"Get-ConfigAuditMailOutbound '{Example}' {parameters}").Errors).ToString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("3650")]
    [InlineData("'3650days'")]
    [InlineData("'3650 日'")]
    [InlineData("3650d")]
    [InlineData("3650.00:00:00")]
    [InlineData("([timespan]::FromDays(3650))")]
    public void An_age_is_taken_as_people_write_it(string age) =>
        Assert.Equal(
            3,
            _script
                .Run($"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.16/28 -MaximumAge {age}")
                .Clean()
                .Count
        );

    [Fact]
    public void It_fits_eighty_columns()
    {
        var text = Screen.Show(
            Script.Manifest,
            $"Get-ConfigAuditMailOutbound '{Example}' -Domain city.example -OwnHost 192.0.2.25 -MaximumAge 3650",
            _script.Folder,
            width: 80
        );
        Assert.Contains("---", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(Screen.Columns(line.TrimEnd()) <= 80, line));
    }
}
