using System;
using System.IO;
using ConfigAudit.Tests.Asking.Mail;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The cmdlet and the example against a real Postfix, in the module as it ships. Skipped where it isn't installed, or without
/// root.</summary>
public sealed class MailExampleTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void The_example_judges_the_servers_of_a_list_and_writes_a_CSV()
    {
        if (!MailDaemon.CanRun("postfix"))
            return;
        using var server = MailDaemon.Postfix("ALL:COMPLEMENTOFALL:@SECLEVEL=0");
        File.WriteAllText(Path.Combine(_script.Folder, "list.csv"), $"ComputerName,Port,Protocol\n127.0.0.1,{server.Port},Smtp\n");
        var output = _script
            .Run(
                $"& '{Path.Combine(Script.RepositoryRoot, "examples", "03-mail-servers.ps1")}' -Path $folder/list.csv -OutputPath $folder/out.csv"
            )
            .Clean();
        Assert.Contains(output, line => line.ToString().StartsWith("12 findings in", StringComparison.Ordinal));
        var rows = File.ReadAllLines(Path.Combine(_script.Folder, "out.csv"));
        Assert.Equal(13, rows.Length);
        Assert.Contains(rows, row => row.Contains("MAIL-01", StringComparison.Ordinal) && row.Contains("Pass", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            row => row.Contains("MAIL-04", StringComparison.Ordinal) && row.Contains("TLS_DH_anon_WITH", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("MailService")]
    [InlineData("MailSuite")]
    [InlineData("MailParameter")]
    [InlineData("MailCertificate")]
    public void Each_kind_of_fact_fits_eighty_columns(string fact)
    {
        if (!MailDaemon.CanRun("postfix"))
            return;
        using var server = MailDaemon.Postfix("ECDHE+AESGCM:AES128-SHA");
        var text = Screen.Show(
            Script.Manifest,
            $"Test-ConfigAuditMailServer 127.0.0.1 -Port {server.Port} -Protocol Smtp -Fact {fact}",
            _script.Folder,
            width: 80
        );
        Assert.DoesNotContain("error", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("---", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(Screen.Columns(line.TrimEnd()) <= 80, line));
    }

    [Fact]
    public void A_domain_that_is_none_is_one_error_and_its_snapshot_says_why()
    {
        var result = _script.Run("Test-ConfigAuditMailServer -Domain 'no domain!' -OperationTimeout 2 -AsSnapshot");
        Assert.Single(result.Errors);
        Assert.Equal("no domain!", Assert.Single(result.Output).Properties["ComputerName"].Value);
    }
}
