using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What a parameter names is named in either language; what names nothing is refused in the user's, with what does.</summary>
public sealed class WordTests : IDisposable
{
    private const string Register =
        "Register-ConfigAuditTask t $fleet/inventory.csv -Baseline MIC-2022-03 -Program /usr/bin/pwsh -Path $folder/t -Platform Systemd ";

    private const string Japanese = "[Threading.Thread]::CurrentThread.CurrentUICulture = 'ja-JP'; ";

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("LGWAN接続系", "Lgwan")]
    [InlineData("ＬＧＷＡＮ接続系", "Lgwan")]
    [InlineData("マイナンバー系", "MyNumber")]
    [InlineData("lgwan", "Lgwan")]
    [InlineData("Int", "Internet")]
    [InlineData("''", "")]
    [InlineData("$null", "")]
    public void A_zone_goes_by_its_names(string typed, string zone) =>
        Assert.Equal(zone, Assert.Single(Quiet($"New-ConfigAuditTarget PC001 -Role 端末 -Zone {typed}").Values("Zone")));

    [Theory]
    [InlineData("New-ConfigAuditTarget PC001 -Zone 火星", "'火星' は使えません", "LGWAN接続系")]
    [InlineData("New-ConfigAuditTarget PC001 -Zone 1", "'1' は使えません", "LGWAN接続系")]
    [InlineData("New-ConfigAuditTarget PC001 -Role 机", "'机' は使えません", "Client (端末)")]
    [InlineData("New-ConfigAuditTarget PC001 -Model γモデル", "'γモデル' は使えません", "αモデル")]
    [InlineData("@() | Send-ConfigAuditNotice $folder/s.json -Severity 激甚", "'激甚' は使えません", "Critical (緊急)")]
    [InlineData("@() | Export-ConfigAuditReport $folder/x.csv -Header 独語", "'独語' は使えません", "Japanese (日本語)")]
    [InlineData(Register + "-At 7:30 -Weekly -DaysOfWeek 月曜日, 祝日", "'祝日' は使えません", "Monday (月曜日)")]
    public void Another_word_is_refused_in_the_user_s_language(string script, string why, string choice)
    {
        var told = Assert.Single(_script.Run(Japanese + script).Errors).Exception.Message;
        Assert.Contains(why, told, StringComparison.Ordinal);
        Assert.Contains(choice, told, StringComparison.Ordinal);
        Assert.DoesNotContain("ConfigAudit.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_s_header_goes_by_the_language_s_name()
    {
        _script
            .Run(
                "Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Zone Lgwan -Baseline MIC-2022-03 -WarningAction SilentlyContinue | Export-ConfigAuditReport $folder/x.csv -Header 日本語"
            )
            .Clean();
        Assert.StartsWith("ホスト名,", File.ReadLines(Path.Combine(_script.Folder, "x.csv")).First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Weekly -DaysOfWeek 月曜日, 金 -At 7:30", "Weekly on Monday, Friday at 07:30")]
    [InlineData("-At 07:30:00", "07:30")]
    [InlineData("-At 午前7時30分", "07:30")]
    [InlineData("-At 7時半", "07:30")]
    [InlineData("-At 7時30分", "07:30")]
    [InlineData("-At '午後７：３０'", "19:30")]
    [InlineData("-At '午前12時5分'", "00:05")]
    [InlineData("-At ([timespan] '7:30')", "07:30")]
    [InlineData("-At ([datetime]::new(2027, 3, 31, 7, 30, 0))", "07:30")]
    public void A_task_s_time_is_read_as_people_write_it(string when, string schedule) =>
        Assert.EndsWith(schedule, Assert.Single(Quiet(Register + when).Values("Schedule")), StringComparison.Ordinal);

    [Theory]
    [InlineData("7")]
    [InlineData("730")]
    [InlineData("2027-03-31")]
    [InlineData("24:00")]
    [InlineData("7:60")]
    [InlineData("午後13時")]
    public void What_is_no_time_is_refused_and_a_time_is_asked_for(string typed)
    {
        Assert.Contains(
            $"'{typed}' is no time of the day: a time such as 7:30 or 07:30 is wanted",
            Assert.Single(_script.Run(Register + "-At " + typed).Errors).Exception.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFileSystemEntries(_script.Folder));
    }

    private ScriptResult Quiet(string script)
    {
        var result = _script.Run(script);
        result.Clean();
        return result;
    }
}
