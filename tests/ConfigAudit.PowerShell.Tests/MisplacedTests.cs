using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>A file of another kind, a folder, or nothing at all where a cmdlet wants a file of its own: it is said, with what to do, and what
/// stands there stays as it is.</summary>
public sealed class MisplacedTests : IDisposable
{
    private const string Inventory = "ComputerName,Zone\nLG-PC-001,Lgwan\n";
    private const string Findings = "$findings = Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Zone Lgwan -Baseline MIC-2022-03; ";
    private const string Ja = "[Threading.Thread]::CurrentThread.CurrentUICulture = 'ja-JP'; ";

    private readonly Script _script = new();

    public MisplacedTests()
    {
        File.WriteAllText(In("inventory.csv"), Inventory);
        File.WriteAllText(In("waivers.json"), "{ \"format\": \"ConfigAudit.Waivers/1\", \"waivers\": [] }");
        File.WriteAllText(In("notes.txt"), "to be kept");
        Directory.CreateDirectory(In("w"));
    }

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Send-ConfigAuditNotice $folder/inventory.csv -Path $folder/new.txt", "no record of notices")]
    [InlineData("Send-ConfigAuditNotice $folder/waivers.json -Path $folder/new.txt", "no record of notices")]
    [InlineData("Send-ConfigAuditNotice $folder/told.json -Path $folder/inventory.csv", "ends in .txt or .log")]
    [InlineData("Send-ConfigAuditNotice $folder/told.json -Path $folder/notes.txt", "no file of notices")]
    [InlineData("Send-ConfigAuditNotice $folder/w -Path $folder/new.txt", "this is a folder: name a file")]
    [InlineData("Send-ConfigAuditNotice $folder/told.json -Path $folder/w", "this is a folder: name a file")]
    [InlineData("Export-ConfigAuditReport $folder/inventory.csv", "no report but a file of another kind")]
    [InlineData("Export-ConfigAuditReport $folder/waivers.json", "no report but a file of another kind")]
    [InlineData("Export-ConfigAuditReport $folder/notes.txt -Format Html", "no report but a file of another kind")]
    [InlineData("Export-ConfigAuditReport $folder/w -Format Csv", "this is a folder: name a file")]
    public void A_file_of_another_kind_is_refused_and_stays(string command, string message)
    {
        var before = Files();
        var result = _script.Run($"{Findings} $findings | {command}");
        Assert.Contains(message, Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("csv", "")]
    [InlineData("csv", "-Header Japanese -Language Japanese")]
    [InlineData("json", "")]
    [InlineData("xml", "")]
    [InlineData("sarif", "")]
    [InlineData("html", "-Language Japanese")]
    [InlineData("xlsx", "")]
    [InlineData("xlsx", "-Format Checklist -Language Japanese")]
    public void A_report_gives_way_to_a_newer_one_without_a_word(string extension, string parameters)
    {
        var write = $"$findings | Export-ConfigAuditReport $folder/report.{extension} {parameters}; ";
        Assert.Empty(_script.Run(Findings + write + write).Clean());
    }

    [Fact]
    public void What_Export_Csv_made_of_findings_gives_way_and_another_file_by_Force()
    {
        _script
            .Run(
                Findings
                    + "[IO.File]::WriteAllText(\"$folder/own.csv\", \"ComputerName,CheckId,Outcome`nA,B,Pass\"); $findings | Export-ConfigAuditReport $folder/own.csv; $findings | Export-ConfigAuditReport $folder/inventory.csv -Force"
            )
            .Clean();
        Assert.Equal(File.ReadAllText(In("own.csv")), File.ReadAllText(In("inventory.csv")));
    }

    [Fact]
    public void Notices_are_added_to_those_that_are_there()
    {
        const string tell = "$findings | Send-ConfigAuditNotice -Path $folder/new.txt -Severity Critical -StatePath ";
        _script.Run(Findings + tell + "$folder/a.json | Out-Null; " + tell + "$folder/b.json | Out-Null").Clean();
        Assert.Equal(
            2,
            File.ReadAllLines(In("new.txt")).Count(line => line.TrimStart('\uFEFF').StartsWith("ConfigAudit:", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(
        "New-ConfigAuditWaiver $folder/w NET-01 -Reason 'until the lease ends' -Approver CISO -Until ([datetime]::Today.AddDays(9))",
        "w",
        false
    )]
    [InlineData("New-ConfigAuditBaseline $folder/w -Force", "w", false)]
    [InlineData(
        "Set-ConfigAuditAttestation $folder/a.json ORG-01 'The rules are in force.' -By CISO -NextReview ([datetime]::Today.AddDays(9)) -Evidence $folder/w",
        "w",
        false
    )]
    [InlineData(
        "New-ConfigAuditSnapshot LG-PC-001 -RecordingPath $fleet | Export-ConfigAuditSnapshot $folder/notes.txt",
        "notes.txt",
        true
    )]
    [InlineData("New-ConfigAuditRegister $folder/notes.txt", "notes.txt", true)]
    [InlineData("Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 -RunPath $folder/notes.txt", "notes.txt", true)]
    [InlineData("Save-ConfigAuditRecording LG-PC-001 -RecordingPath $fleet -Destination $folder/notes.txt", "notes.txt", true)]
    [InlineData(
        "Register-ConfigAuditTask t $fleet/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/notes.txt",
        "notes.txt",
        true
    )]
    public void A_folder_where_a_file_is_wanted_and_the_other_way_round_is_said_of_the_right_one(
        string command,
        string name,
        bool wantsFolder
    )
    {
        var before = Files();
        var error = Assert.Single(_script.Run(command).Errors).Exception.Message;
        Assert.EndsWith(
            wantsFolder ? $"{In(name)}: this is a file: name a folder." : $"{In(name)}: this is a folder: name a file.",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            wantsFolder ? "ファイルです。フォルダを指定してください。" : "フォルダです。ファイルを指定してください。",
            Assert.Single(_script.Run(Ja + command).Errors).Exception.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData(
        "Import-ConfigAuditSnapshot $folder/w -RequireSignature -Trusted $folder/nowhere.cer",
        "nowhere.cer: ファイルがありません。名前を確認してください"
    )]
    [InlineData(
        "Import-ConfigAuditSnapshot $folder/w -RequireSignature -Trusted 0123",
        "0123: この名前のファイルはなく、拇印でもありません。拇印は16進数40桁又は64桁ですが、4桁です"
    )]
    [InlineData("Test-ConfigAuditMailServer -Path $folder/nowhere.csv", "nowhere.csv: ファイルがありません。名前を確認してください")]
    [InlineData(
        "Update-ConfigAuditCatalog $folder/lifecycle.json ('0' * 64)",
        "lifecycle.json: ファイルがありません。名前を確認してください"
    )]
    [InlineData("Get-ConfigAuditVpn PC1 -TrustedRoot $folder/w", "w: フォルダです。ファイルを指定してください")]
    public void A_file_that_is_not_there_is_said_with_what_to_do(string command, string message) =>
        Assert.Contains(message, _script.Run(Ja + command).Errors[0].Exception.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("run/run.json")]
    [InlineData("run")]
    public void The_manifest_of_a_run_means_the_run(string path)
    {
        _script.Run("Invoke-ConfigAudit LG-PC-001 -RecordingPath $fleet -Baseline MIC-2022-03 -RunPath $folder/run | Out-Null").Clean();
        Assert.Equal(new[] { "LG-PC-001" }, _script.Run($"Import-ConfigAuditSnapshot $folder/{path}").Values("ComputerName"));
    }

    [Fact]
    public void A_file_of_no_finding_is_told()
    {
        var result = _script.Run(
            Findings
                + "$findings | Export-ConfigAuditReport $folder/f.csv; [IO.File]::WriteAllText(\"$folder/f.csv\", [IO.File]::ReadAllLines(\"$folder/f.csv\")[0]); Import-ConfigAuditFinding $folder/f.csv"
        );
        Assert.Contains("holds no finding", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ComputerNmae,Zone\nPC1,Lgwan\n", "is 'ComputerNmae' meant to be ComputerName?")]
    [InlineData("ComputerName,Zone\n", "names no host")]
    public void A_task_is_told_of_a_list_that_it_could_not_read(string list, string message)
    {
        File.WriteAllText(In("inventory.csv"), list);
        var result = _script.Run(
            "Register-ConfigAuditTask t $folder/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t"
        );
        Assert.Contains(message, Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_is_told_of_a_folder_that_holds_no_list() =>
        Assert.Contains(
            _script
                .Run("Register-ConfigAuditTask t $folder/w -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t")
                .Warnings,
            warning => warning.Contains("the task's run fails", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("'nai host'", "neither a host's name nor an address")]
    [InlineData("127.0.0.1:514", "-SyslogServer 127.0.0.1 -SyslogPort 514")]
    public void No_syslog_server_is_called_so(string server, string message)
    {
        var register =
            "Register-ConfigAuditTask t $fleet/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t -SyslogServer ";
        Assert.Contains(message, Assert.Single(_script.Run(register + server).Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            message,
            Assert
                .Single(_script.Run($"{Findings} $findings | Send-ConfigAuditNotice $folder/told.json -SyslogServer {server}").Errors)
                .Exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Invoke-ConfigAudit $folder/inventory.csv -Baseline MIC-2022-03", "Import-ConfigAuditTarget")]
    [InlineData("Import-ConfigAuditTarget $folder", "inventory.csv")]
    [InlineData("Test-ConfigAuditMailServer 127.0.0.1:25", "ComputerName 127.0.0.1, and Port 25")]
    [InlineData("Test-ConfigAuditMailServer https://mail.city.example/", "this is a URL")]
    [InlineData("[pscustomobject]@{ ComputerName = 'mail:25' } | Test-ConfigAuditMailServer", "ComputerName mail, and Port 25")]
    public void Advice_is_of_what_was_meant(string command, string advice)
    {
        File.Delete(In("waivers.json"));
        Assert.Contains(advice, Assert.Single(_script.Run(command).Errors).Exception.Message, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_script.Folder, name);

    private string[] Files() =>
        Directory
            .GetFileSystemEntries(_script.Folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path}: {File.ReadAllText(path)}" : path)
            .ToArray();
}
