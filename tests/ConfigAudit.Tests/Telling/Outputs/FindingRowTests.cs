using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>A finding that was written as texts comes back whole, or not at all.</summary>
public sealed class FindingRowTests : IDisposable
{
    private static readonly DateTimeOffset InJapan = new(2026, 11, 17, 8, 0, 0, TimeSpan.FromHours(9));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.csv", Language.English)]
    [InlineData("x.csv", Language.Japanese)]
    [InlineData("x.json", Language.English)]
    public void What_was_exported_comes_back(string name, Language language)
    {
        var findings = Sample.Fleet.Append(Odd).ToArray();
        var path = Sample.Write(_folder, name, Sample.In(language), findings);
        Assert.Equal(findings.Select(finding => Told(finding.In(language))), Read(path).Findings.Select(Told));
        Assert.Empty(Read(path).Problems);
    }

    [Fact]
    public void So_does_what_Japanese_Excel_saved_again()
    {
        var text = File.ReadAllText(Sample.Write(_folder, "x.csv", Sample.In(Language.Japanese) with { MadeAt = InJapan }, Sample.Fleet));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(
            _folder["excel.csv"],
            text.Replace("T09:00:00+09:00", " 9:00") + ",,,,,,,,,,,,,,,,,,,,,\r\n",
            Encoding.GetEncoding(932)
        );
        var (findings, problems) = Read(_folder["excel.csv"]);
        Assert.Empty(problems);
        Assert.Equal(
            Sample.Fleet.Select(finding => (finding.ComputerName, finding.CheckId, finding.Outcome, finding.CollectedAt)),
            findings.Select(finding => (finding.ComputerName, finding.CheckId, finding.Outcome, finding.CollectedAt))
        );
    }

    [Fact]
    public void The_line_that_Windows_PowerShell_puts_in_front_is_no_header()
    {
        var path = Sample.Write(_folder, "x.csv", Sample.In(Language.English), Sample.Fleet);
        File.WriteAllText(path, "#TYPE ConfigAudit.Judging.Findings.Finding\r\n" + File.ReadAllText(path));
        Assert.Equal(Sample.Fleet.Count, Read(path).Findings.Count);
    }

    /// <summary>Each column on its own: taken away, the file is refused; blank where no finding is, the row is.</summary>
    [Theory]
    [MemberData(nameof(Columns))]
    public void Without_a_column_nothing_comes_back(string column)
    {
        var rows = Rows();
        Assert.Throws<InputException>(() => Read(Csv(rows, without: column)));
        var place = Array.IndexOf(rows[0], column);
        rows[1][place] = "  ";
        var (findings, problems) = Read(Csv(rows));
        // A pass needs what it rests on.
        var isPass = rows[1][Array.IndexOf(rows[0], "Outcome")] == "Pass";
        Assert.Equal(FindingColumns.Named(column).IsNeeded || (column == "Evidence" && isPass) ? 1 : 0, problems.Count);
        Assert.Equal(rows.Count - 1 - problems.Count, findings.Count);

        var json = new JArray(
            new JObject(Rows()[0].Zip(Rows()[1], (name, cell) => new JProperty(name, cell)).Where(member => member.Name != column))
        );
        Assert.Single(Read(_folder.File("x.json", json.ToString())).Problems);
    }

    [Theory]
    [InlineData("Outcome", "0")]
    [InlineData("Outcome", "1")]
    [InlineData("Outcome", "Pass, Fail")]
    [InlineData("Outcome", "Passed")]
    [InlineData("Outcome", "#N/A")]
    [InlineData("Severity", "3")]
    [InlineData("Obligation", "1")]
    [InlineData("Zone", "Mars")]
    [InlineData("WaiverState", "1")]
    [InlineData("AttestationState", "Honoured")]
    [InlineData("CollectedAt", "46342.375")]
    [InlineData("CollectedAt", "#####")]
    [InlineData("Title", "??????(???)")]
    [InlineData("CollectedAt", "2026-13-01 09:00")]
    public void What_no_finding_says_costs_its_row_alone(string column, string cell)
    {
        var rows = Rows();
        rows[1][Array.IndexOf(rows[0], column)] = cell;
        var (findings, problems) = Read(Csv(rows));
        Assert.Equal(rows.Count - 2, findings.Count);
        Assert.Contains("x.csv(2,1): ", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pass", "", false)]
    [InlineData("Pass", " \u3000", false)]
    [InlineData("Pass", "root/cimv2:Win32_Service", true)]
    [InlineData("Fail", "", true)]
    [InlineData("Unknown", "", true)]
    [InlineData("Attest", "", true)]
    [InlineData("NotApplicable", "", true)]
    public void A_pass_that_rests_on_nothing_is_not_taken(string outcome, string evidence, bool isTaken)
    {
        var rows = Rows();
        (rows[1][Array.IndexOf(rows[0], "Outcome")], rows[1][Array.IndexOf(rows[0], "Evidence")]) = (outcome, evidence);
        var (findings, problems) = Read(Csv(rows));
        Assert.Equal(rows.Count - (isTaken ? 1 : 2), findings.Count);
        if (isTaken)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(
                $"x.csv(2,1): {rows[1][0]} {rows[1][Array.IndexOf(rows[0], "CheckId")]}: it passes and has no Evidence",
                Assert.Single(problems).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_loses_no_row_in_silence()
    {
        var path = Csv(Rows());
        var text = File.ReadAllText(path);
        for (var length = text.LastIndexOf("\r\n", text.Length - 3, StringComparison.Ordinal) + 3; length < text.Length - 4; length += 7)
        {
            File.WriteAllText(path, text.Remove(length));
            Assert.Single(Read(path).Problems);
        }
    }

    [Fact]
    public void A_column_that_stands_there_twice_is_no_column()
    {
        var rows = Rows().Select((row, index) => row.Append(index == 0 ? "判定" : "Pass").ToArray()).ToList();
        Assert.Contains("Outcome", Assert.Throws<InputException>(() => Read(Csv(rows))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "format": "ConfigAudit.Snapshot/1", "computerName": "x" }""")]
    [InlineData("""{ "format": "ConfigAudit.Findings/2", "findings": [] }""")]
    [InlineData("""{ "format": "ConfigAudit.Findings/1", "findings": {} }""")]
    [InlineData("[ { }")]
    public void What_holds_no_findings_is_refused(string json) => Assert.Throws<InputException>(() => Read(_folder.File("x.json", json)));

    [Theory]
    [InlineData("[ 1, null, \"Pass\", [] ]", 4)]
    [InlineData("{ }", 1)]
    [InlineData("""{ "outcome": "Fail", "Outcome": "Pass" }""", 1)]
    [InlineData(
        """{ "format": "ConfigAudit.Findings/1", "findings": [ { "computerName": "A", "checkId": "AV-01", "title": "t", "reason": "r" } ] }""",
        1
    )]
    public void Each_thing_that_is_no_finding_is_a_problem(string json, int problems)
    {
        var read = Read(_folder.File("x.json", json));
        Assert.Empty(read.Findings);
        Assert.Equal(problems, read.Problems.Count);
    }

    [Fact]
    public void Nothing_in_a_file_steers_a_terminal()
    {
        var rows = Rows();
        rows[1][Array.IndexOf(rows[0], "Actual")] = "\u001b]0;x\u0007\u202Etxt";
        Assert.Equal("\uFFFD]0;x\uFFFD\uFFFDtxt", Read(Csv(rows)).Findings[0].Actual);
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    [InlineData("\t-")]
    public void A_cell_like_a_formula_is_marked_and_comes_back(string text)
    {
        Assert.StartsWith("'", CsvCell.Escape(text), StringComparison.Ordinal);
        Assert.Equal(text, CsvCell.Unescape(CsvCell.Escape(text)));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("'quoted'")]
    [InlineData("'")]
    [InlineData("")]
    [InlineData("10.1.2.3")]
    public void Any_other_stays_as_it_is(string text)
    {
        Assert.Equal(text, CsvCell.Escape(text));
        Assert.Equal(text, CsvCell.Unescape(text));
    }

    [Theory]
    [InlineData("2026-11-16T09:00:00+09:00", "ja-JP")]
    [InlineData("2026-11-16T00:00:00Z", "en-US")]
    [InlineData("2026/11/16 9:00", "ja-JP")]
    [InlineData("2026/11/16 9:00:00 +09:00", "en-GB")]
    [InlineData("11/16/2026 9:00:00 AM +09:00", "en-US")]
    [InlineData("16/11/2026 09:00:00 +09:00", "en-GB")]
    public void A_moment_is_read_as_it_was_written(string text, string culture) =>
        In(
            culture,
            () => Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), WrittenMoment.Read(text).ToUniversalTime())
        );

    /// <summary>The fifth of June, or the sixth of May.</summary>
    [Fact]
    public void One_that_may_be_two_is_refused() =>
        In("en-GB", () => Assert.Throws<FormatException>(() => WrittenMoment.Read("05/06/2026 09:00:00 +09:00")));

    /// <summary>Reports group by chapter and sort by section.</summary>
    [Fact]
    public void What_was_read_back_stands_where_it_stood_in_the_guideline()
    {
        foreach (var finding in Sample.Fleet)
        {
            var (was, read) = (finding.Check!.Guideline, (finding with { Check = null }).Place!);
            Assert.Equal(
                (was.Edition, was.Section, was.Page, was.IsVerified, was.ToString()),
                (read.Edition, read.Section, read.Page, read.IsVerified, read.ToString())
            );
            Assert.Equal(ConfigAudit.Judging.Baselines.GuidelineChapter.Of(was), ConfigAudit.Judging.Baselines.GuidelineChapter.Of(read));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("(none)")]
    public void Other_texts_are_no_place(string text) => Assert.Null((Sample.Fleet[0] with { Check = null, Guideline = text }).Place);

    public static TheoryData<string> Columns()
    {
        var names = new TheoryData<string>();
        foreach (var column in FindingColumns.All)
            names.Add(column.Name);
        return names;
    }

    /// <summary>What a machine said that is no character is written as U+FFFD, and is read back as such; bytes that are none
    /// aren't.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sign_for_what_was_no_character_is_read_back(bool hasMark)
    {
        var rows = Rows();
        rows[1][rows[0].ToList().IndexOf("Actual")] = "Tool \uFFFD 1.0";
        var path = Csv(rows);
        var bytes = new UTF8Encoding(hasMark).GetPreamble().Concat(File.ReadAllBytes(path)).ToArray();
        File.WriteAllBytes(path, bytes);
        var (findings, problems) = Read(path);
        Assert.Empty(problems);
        Assert.Equal("Tool \uFFFD 1.0", findings[0].Actual);
        File.WriteAllBytes(
            path,
            bytes
                .Select((each, at) => at > 2 && bytes[at - 2] == 0xEF && bytes[at - 1] == 0xBF && each == 0xBD ? (byte)'x' : each)
                .ToArray()
        );
        Assert.Equal(rows.Count - 2, Read(path).Findings.Count);
    }

    private static Finding Odd => Sample.Fleet[0] with { ComputerName = "'=x", Actual = "=1\r\n\"a\", b", Evidence = " -x ", Reason = "'" };

    private static void In(string culture, Action test)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Told(Finding finding) => string.Join("|", FindingColumns.All.Select(column => column.Text(finding)));

    private static List<string[]> Rows() =>
        Sample
            .Fleet.Take(4)
            .Select(finding => FindingColumns.All.Select(column => column.Text(finding)).ToArray())
            .Prepend(FindingColumns.All.Select(column => column.Name).ToArray())
            .ToList();

    private string Csv(List<string[]> rows, string? without = null) =>
        _folder.File(
            "x.csv",
            string.Concat(
                rows.Select(row =>
                    string.Join(
                        ",",
                        row.Where((_, place) => rows[0][place] != without).Select(cell => "\"" + cell.Replace("\"", "\"\"") + "\"")
                    ) + "\r\n"
                )
            )
        );

    private static (IReadOnlyList<Finding> Findings, IReadOnlyList<InputException> Problems) Read(string path)
    {
        var problems = new List<InputException>();
        var findings = (
            path.EndsWith(".json", StringComparison.Ordinal) ? FindingJson.Read(path, problems.Add) : FindingCsv.Read(path, problems.Add)
        ).ToArray();
        return (findings, problems);
    }
}
