using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Japanese where that is the language of the user interface, or where it is asked for; what programs read stays
/// English.</summary>
public sealed class LanguageTests : IDisposable
{
    private const string Japanese = "[Threading.Thread]::CurrentThread.CurrentUICulture = 'ja-JP'; ";
    private const string Judged =
        "Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Baseline MIC-2022-03 -Zone Lgwan -ErrorAction SilentlyContinue";

    private readonly Script _script = new();

    public LanguageTests() => _script.Run($"$fleet = '{Script.Fleet}'").Clean();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void Findings_speak_the_language_of_the_user_interface()
    {
        var finding = _script.Run(Japanese + Judged + " | Where-Object CheckId -EQ VPN-01").Clean().Single();
        Assert.Contains("VPN", Text(finding, "Title"), StringComparison.Ordinal);
        Assert.Contains("接続", Text(finding, "Title"), StringComparison.Ordinal);
        Assert.StartsWith("VPN接続 2件のうち2件が条件を満たさない（期待：", Text(finding, "Reason"), StringComparison.Ordinal);
        Assert.Equal("Fail", Text(finding, "Outcome"));
        Assert.StartsWith(
            "2 of 2 VPN connections don't comply (expected: ",
            Text(_script.Run(Judged + " | Where-Object CheckId -EQ VPN-01").Clean().Single(), "Reason"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void So_does_what_rules_a_check_out() =>
        Assert.Equal(
            "領域がマイナンバー利用事務系のホストが対象で、このホストはLGWAN接続系",
            Text(_script.Run(Japanese + Judged + " | Where-Object CheckId -EQ MED-01").Clean().Single(), "Reason")
        );

    [Fact]
    public void Errors_say_in_Japanese_what_to_do()
    {
        var error = _script.Run(Japanese + Judged + " | Export-ConfigAuditReport report.doc").Errors.Single();
        Assert.Contains("報告書の形式が分かりません", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("ConfigAuditUnknownFormat", error.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void All_of_an_error_is_in_Japanese()
    {
        const string send = "Send-ConfigAuditNotice $folder/told.json -SmtpServer mail.invalid -From audit -To a@city.example";
        var error = _script.Run($"{Japanese} try {{ {Judged} | {send} }} catch {{ $_.Exception.Message }}").Clean().Single();
        Assert.Equal("'audit' はメールアドレスではありません。-From と -To を確認してください。", error.ToString());
    }

    [Theory]
    [InlineData("-Language Japanese", "ComputerName", "VPN接続 2件のうち2件が条件を満たさない", "Fail")]
    [InlineData("-Language English -Header Japanese", "ホスト名", "2 of 2 VPN connections don't comply", "不適合")]
    public void A_report_speaks_the_language_that_it_is_asked_to(string parameters, string header, string reason, string outcome)
    {
        var path = Path.Combine(_script.Folder, "findings.csv");
        _script.Run($"{Judged} | Export-ConfigAuditReport '{path}' {parameters}").Clean();
        var lines = File.ReadAllLines(path);
        Assert.StartsWith(header + ",", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.Contains(reason, StringComparison.Ordinal) && line.Contains($",{outcome},", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Help_is_there_in_Japanese_too()
    {
        var synopsis = Text(_script.Run(Japanese + "Get-Help Invoke-ConfigAudit").Clean().Single(), "Synopsis");
        Assert.Contains("ベースライン", synopsis, StringComparison.Ordinal);
        Assert.Contains(
            "台帳",
            _script.Run(Japanese + "Get-Help about_ConfigAudit_Registers").Clean().Single().ToString()!,
            StringComparison.Ordinal
        );
    }

    private static string Text(System.Management.Automation.PSObject item, string property) => item.Properties[property].Value.ToString()!;
}
