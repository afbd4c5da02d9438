using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ConfigAudit.PowerShell.Tests.Host;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>An audit that runs by itself: what is written, and what comes of it when it runs.</summary>
public sealed class ScheduleTests : IDisposable
{
    private const string Register =
        "Register-ConfigAuditTask weekly $fleet/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh ";

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void The_files_are_written_and_named_and_nothing_is_registered()
    {
        var task = _script.Run(Register + "-Weekly -DaysOfWeek Monday -Path $folder/t -Platform Systemd").Clean().Single();
        Assert.Equal("Weekly on Monday at 07:30", task.Properties["Schedule"].Value);
        Assert.Equal(false, task.Properties["IsRegistered"].Value);
        Assert.Null(task.Properties["NextRun"].Value);
        Assert.Equal(
            new[] { "configaudit-weekly.service", "configaudit-weekly.timer", "weekly.ps1" },
            Directory.GetFileSystemEntries(In("t")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        );
        Assert.All((IEnumerable<string>)task.Properties["Definitions"].Value, path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public void A_task_for_Windows_names_its_script()
    {
        var task = _script
            .Run(
                "Register-ConfigAuditTask m D:\\hosts.csv -Baseline D:\\town.json -At 6:00 -Monthly -Day 28 -ServiceAccount 'CITY\\a$' -Path $folder/t -Platform Windows"
            )
            .Clean()
            .Single();
        var xml = XDocument.Load(Assert.Single((IEnumerable<string>)task.Properties["Definitions"].Value));
        Assert.EndsWith(
            $"\"{task.Properties["Script"].Value}\"",
            xml.Descendants().Single(element => element.Name.LocalName == "Arguments").Value,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "InventoryPath = @('D:\\hosts.csv')",
            File.ReadAllText(task.Properties["Script"].Value.ToString()!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Register + "-Path $folder/t -WhatIf")]
    [InlineData(Register + "-Path $folder/t -Weekly", "DaysOfWeek")]
    [InlineData(Register + "-Path $folder/t -Monthly -Day 29", "29")]
    [InlineData(Register + "-Path $folder/t -Monthly -Weekly -DaysOfWeek Monday", "resolved")]
    [InlineData(Register + "-Path \"$folder/t`nx\"", "line break")]
    [InlineData(Register + "-Path $folder/t -NoticePath \"a`nb\"", "line break")]
    [InlineData(Register + "-Path $folder/t -Platform Windows -ServiceAccount CITY\\admin", "no group managed service account")]
    [InlineData(Register + "-Path $folder/t -Platform Systemd -NoticeEventLog", "no event log")]
    [InlineData(Register + "-Path $folder/t -CertificateThumbprint x", "pattern")]
    [InlineData(Register + "-Path $folder/t -NoticePath $fleet/inventory.csv", "ends in .txt or .log")]
    [InlineData(Register + "-Path $folder/t -SyslogServer 'nai host'", "neither a host's name nor an address")]
    [InlineData(
        "Register-ConfigAuditTask ../x $fleet/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t",
        "can't name a task"
    )]
    [InlineData(
        "Register-ConfigAuditTask x $fleet/inventory.csv -Baseline MIC-1999 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t",
        "MIC-1999"
    )]
    public void What_can_not_be_written_is_one_error_and_nothing_is_written(string script, string? message = null)
    {
        var result = _script.Run(script);
        Assert.Empty(result.Output);
        if (message is not null)
            Assert.Contains(message, Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_script.Folder));
    }

    [LinuxFact]
    public void A_task_for_another_platform_is_not_registered_here() =>
        Assert.Contains(
            "give -Path",
            Assert.Single(_script.Run(Register + "-Platform Windows").Errors).Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_task_that_is_there_is_replaced_when_that_is_asked_for()
    {
        _script.Run(Register + "-Path $folder/t").Clean();
        Assert.Contains(
            "-Force to replace it",
            Assert.Single(_script.Run(Register + "-Path $folder/t -Keep 2").Errors).Exception.Message,
            StringComparison.Ordinal
        );
        _script.Run(Register + "-Path $folder/t -Keep 2 -Force").Clean();
        Assert.Contains("Keep = 2", File.ReadAllText(In("t/weekly.ps1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("\u2018a\u2019\u201Ab\u201B")]
    [InlineData("$(throw 1) `n \"q\" ${x}")]
    [InlineData("'); throw 1; @('")]
    [InlineData("台帳 [1] 50%")]
    public void A_strange_path_comes_out_of_the_script_as_it_went_in(string name)
    {
        _script
            .Run(Register + "-Path $folder/t -Platform Systemd -NoticePath \"$folder/$name\" -OutputPath \"$folder/$name\"", ("name", name))
            .Clean();
        var tree = Parser.ParseFile(In("t/weekly.ps1"), out _, out var errors);
        Assert.Empty(errors);
        var table = (HashtableAst)tree.Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
        var values = (System.Collections.Hashtable)table.SafeGetValue();
        Assert.Equal(In(name), values["OutputPath"]);
        Assert.Equal(In(name), ((System.Collections.Hashtable)values["Notice"]!)["Path"]);
    }

    [Fact]
    public void Run_twice_it_keeps_both_and_tells_once()
    {
        Write("-NoticePath \"$folder/it's [1]/notices.txt\" -NoticeSeverity Critical", "it's [1] $(x) ‘監査’");
        Assert.Equal(2, Execute());
        var told = File.ReadAllText(In("it's [1]/notices.txt"));
        Assert.Matches(@"\[Critical\] MN-PC-003 \(10\.10\.1\.103; [^)]+\) OS-01", told);
        Assert.Contains("New failures told: 5", LastRun());
        Assert.Equal(2, Execute());
        Assert.Equal(told, File.ReadAllText(In("it's [1]/notices.txt")));
        Assert.Contains("New failures told: 0", LastRun());
        Assert.Equal(2, Runs().Length);
        Assert.All(Runs(), run => Assert.Equal(14 * Script.Checks + 1, File.ReadLines(Path.Combine(Output, run, "findings.csv")).Count()));
    }

    [Fact]
    public void Old_runs_go_and_nothing_else_does()
    {
        Write("-Keep 2");
        foreach (var other in new[] { "2", "2020-01-01T000000", "2020-01-02T000000x", "notes", "２０２０-01-01T000000" })
            Directory.CreateDirectory(Path.Combine(Output, other));
        File.WriteAllText(Path.Combine(Output, "2020-01-02T000000x", "run.json"), "{}");
        foreach (var old in new[] { "2020-02-01T000000", "2020-02-02T000000" })
        {
            Directory.CreateDirectory(Path.Combine(Output, old, "snapshots"));
            File.WriteAllText(Path.Combine(Output, old, "run.json"), "{ \"finishedAt\": \"\" }");
        }

        // A link to what isn't a run of ours, though it looks like one.
        Directory.CreateDirectory(In("elsewhere"));
        File.WriteAllText(In("elsewhere/run.json"), "{}");
        Directory.CreateSymbolicLink(Path.Combine(Output, "2019-01-01T000000"), In("elsewhere"));
        Execute();
        Assert.Equal(
            new[]
            {
                "2",
                "2019-01-01T000000",
                "2020-01-01T000000",
                "2020-01-02T000000x",
                "2020-02-02T000000",
                "notes",
                "２０２０-01-01T000000",
            },
            Directory
                .GetDirectories(Output)
                .Select(path => Path.GetFileName(path))
                .Where(name => !name.StartsWith(DateTime.Now.ToString("yyyy-", CultureInfo.InvariantCulture), StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        Assert.True(File.Exists(In("elsewhere/run.json")));
        Assert.Contains("Removed 2020-02-01T000000", LastRun());
        Assert.DoesNotContain(LastRun(), line => line.Contains("could not be removed", StringComparison.Ordinal));
    }

    /// <summary>Due at the hour before this one: what broke off since then is of the same turn.</summary>
    [Fact]
    public void A_run_that_broke_off_is_gone_on_with_until_the_task_is_due_again()
    {
        Write(string.Empty, at: DateTime.Now.AddHours(-1));
        Execute();
        var run = Assert.Single(Runs());
        var manifest = Path.Combine(Output, run, "run.json");
        File.WriteAllText(manifest, Regex.Replace(File.ReadAllText(manifest), "\"finishedAt\": *\"[^\"]*\", *", string.Empty));
        File.Delete(Directory.GetFiles(Path.Combine(Output, run, "snapshots"), "LG-*")[0]);
        Assert.Equal(2, Execute());
        Assert.Equal(new[] { run }, Runs());
        Assert.Contains("finishedAt", File.ReadAllText(manifest), StringComparison.Ordinal);
        Assert.Contains(LastRun(), line => line.EndsWith(", gone on with", StringComparison.Ordinal));

        var older = DateTime.Now.AddDays(-3).ToString("yyyy-MM-dd'T'HHmmss", CultureInfo.InvariantCulture);
        File.WriteAllText(manifest, Regex.Replace(File.ReadAllText(manifest), "\"finishedAt\": *\"[^\"]*\", *", string.Empty));
        Directory.Move(Path.Combine(Output, run), Path.Combine(Output, older));
        Execute();
        Assert.Equal(2, Runs().Length);
    }

    [Theory]
    [InlineData("PC001", true, 0)]
    [InlineData("PC002", true, 2)]
    [InlineData("PC004", true, 3)]
    [InlineData("PC001,PC004", true, 3)]
    [InlineData("PC002,PC004", true, 2)]
    [InlineData("", true, 1)]
    [InlineData("PC001", false, 1)]
    public void It_ends_with_a_code_that_says_what_came_out(string hosts, bool hasInventory, int code)
    {
        Recordings.In(_script.Folder);
        File.WriteAllText(
            In("one.json"),
            """
            { "format": "ConfigAudit.Baseline/1", "id": "one", "version": "1.0", "title": { "ja": "一", "en": "one" }, "checks": [
              { "id": "AV-01", "title": { "ja": "動作", "en": "runs" }, "rationale": { "ja": "理由", "en": "why" }, "remediation": { "ja": "対処", "en": "do" },
                "guideline": { "edition": "2022-03", "section": "6.4", "page": null }, "obligation": "Required", "severity": "Critical", "assert": { "any": "Antivirus", "have": { "property": "State", "equals": "On" } } } ] }
            """
        );
        if (hasInventory)
        {
            File.WriteAllText(
                In("inventory.csv"),
                "ComputerName,Recording\n"
                    + string.Concat(hosts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(host => $"{host},{host}.json\n"))
            );
        }

        _script
            .Run(
                "Register-ConfigAuditTask weekly $folder/inventory.csv -Baseline $folder/one.json -At 07:30 -Program /usr/bin/pwsh -Path $folder/t -WarningAction SilentlyContinue"
            )
            .Clean();
        Assert.Equal(code, Execute());
        Assert.EndsWith($" with {code}", LastRun()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_is_waived_is_no_failure_and_is_not_told()
    {
        Recordings.In(_script.Folder);
        File.WriteAllText(In("inventory.csv"), "ComputerName,Recording\nPC002,PC002.json\n");
        _script
            .Run(
                """
                Invoke-ConfigAudit PC002 -RecordingPath $folder -Baseline MIC-2022-03 -WarningAction SilentlyContinue | Where-Object Outcome -EQ Fail | New-ConfigAuditWaiver $folder/w.json -Reason 'until the lease ends' -Approver CISO -Until ([datetime]::Today.AddYears(1))
                Register-ConfigAuditTask weekly $folder/inventory.csv -Baseline MIC-2022-03 -At 07:30 -Program /usr/bin/pwsh -Path $folder/t -WaiverPath $folder/w.json -NoticePath $folder/notices.txt -NoticeSeverity Low
                """
            )
            .Clean();
        Assert.Equal(3, Execute());
        Assert.Contains("Fail: 0", LastRun());
        Assert.False(File.Exists(In("notices.txt")));
    }

    [Fact]
    public void Somebody_who_could_not_be_told_is_no_success()
    {
        Write("-NoticePath $folder/weekly.txt -NoticeSeverity Low");
        Directory.CreateDirectory(In("weekly.txt"));
        Assert.Equal(1, Execute());
        Assert.Contains(LastRun(), line => line.Contains("weekly.txt: ", StringComparison.Ordinal));
    }

    /// <summary>As the task itself runs it: a process of its own, whose exit code is the task's result.</summary>
    [Fact]
    public void In_a_process_of_its_own_the_code_is_the_process_code()
    {
        Write(string.Empty);
        var result = HostProcess.Run("-File", In("t/weekly.ps1"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Ended ", result.Output, StringComparison.Ordinal);
        Assert.Single(Runs());
    }

    private string Output { get; set; } = string.Empty;

    private void Write(string parameters, string output = "runs", DateTime? at = null)
    {
        Output = In(output);
        var task = Register.Replace(
            "07:30",
            (at ?? DateTime.Now).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        _script.Run($"{task} -Path $folder/t -OutputPath $output {parameters}", ("output", Output)).Clean();
    }

    private int Execute()
    {
        if (Output.Length == 0)
            Output = In("t/runs/weekly");
        return int.Parse(
            _script.Run("& $folder/t/weekly.ps1 | Out-Null; $LASTEXITCODE").Clean().Single().ToString()!,
            CultureInfo.InvariantCulture
        );
    }

    private string[] LastRun() => File.ReadAllLines(Path.Combine(Output, "last-run.txt"));

    private string[] Runs() =>
        Directory.GetDirectories(Output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray();

    private string In(string name) => Path.Combine(_script.Folder, name);
}
