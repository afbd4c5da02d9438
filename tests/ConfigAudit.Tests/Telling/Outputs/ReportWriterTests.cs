using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>Every format tells every finding, keeps the outcomes apart, and is whole or not there.</summary>
public sealed class ReportWriterTests : IDisposable
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<ReportFormat> Formats()
    {
        var formats = new TheoryData<ReportFormat>();
        foreach (
            var format in new[]
            {
                ReportFormat.Csv,
                ReportFormat.Xlsx,
                ReportFormat.Html,
                ReportFormat.Json,
                ReportFormat.JUnit,
                ReportFormat.Sarif,
                ReportFormat.Checklist,
            }
        )
        {
            formats.Add(format);
        }

        return formats;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", ReportFormat.Csv)]
    [InlineData("a.XLSX", ReportFormat.Xlsx)]
    [InlineData("a.html", ReportFormat.Html)]
    [InlineData("a.htm", ReportFormat.Html)]
    [InlineData("a.json", ReportFormat.Json)]
    [InlineData("a.sarif", ReportFormat.Sarif)]
    [InlineData("a.sarif.json", ReportFormat.Sarif)]
    [InlineData("a.junit.xml", ReportFormat.JUnit)]
    [InlineData("a.txt", null)]
    [InlineData("html", null)]
    public void A_name_tells_the_format(string name, ReportFormat? format) => Assert.Equal(format, ReportWriter.FormatOf(name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_given_up_leaves_nothing(ReportFormat format)
    {
        using (var writer = ReportWriter.Create(format, _folder["report"], new ReportSettings()))
            writer.Write(Sample.Fleet[0]);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_report_of_nothing_and_of_what_was_made_to_do_harm_can_be_written(ReportFormat format)
    {
        Assert.True(new FileInfo(Sample.Write(_folder, "nothing", Sample.In(Language.English), Array.Empty<Finding>(), format)).Length > 0);
        Assert.True(new FileInfo(Sample.Write(_folder, "harm", Sample.In(Language.Japanese), new[] { Sample.Hostile }, format)).Length > 0);
    }

    [Fact]
    public void A_checklist_is_the_same_whoever_answered_first()
    {
        var told = Told("one.xlsx", Sample.Fleet);
        Assert.NotEmpty(told);
        Assert.Equal(told, Told("other.xlsx", Sample.Fleet.Reverse()));

        string[] Told(string name, System.Collections.Generic.IEnumerable<Finding> findings)
        {
            using var book = ZipFile.OpenRead(Sample.Write(_folder, name, Sample.In(Language.Japanese), findings, ReportFormat.Checklist));
            return Load(book, "xl/worksheets/sheet1.xml")
                .Descendants(Sheet + "t")
                .Select(text => text.Value)
                .OrderBy(text => text, StringComparer.Ordinal)
                .ToArray();
        }
    }

    [Fact]
    public void JSON_has_what_a_finding_has_and_leaves_out_the_rest()
    {
        var findings = (JArray)JObject.Parse(File.ReadAllText(Write("report.json")))["findings"]!;
        Assert.Equal(Sample.Fleet.Count, findings.Count);
        foreach (var (told, finding) in findings.Cast<JObject>().Zip(Sample.Fleet, (told, finding) => (told, finding)))
        {
            Assert.Equal(
                (finding.ComputerName, finding.CheckId, finding.Outcome.ToString()),
                ((string?)told["computerName"], (string?)told["checkId"], (string?)told["outcome"])
            );
            Assert.All(told.Properties(), property => Assert.NotEqual(string.Empty, (string?)property.Value));
        }
    }

    [Fact]
    public void JUnit_never_shows_as_a_success_what_did_not_pass()
    {
        var suites = XDocument.Load(Write("report.xml")).Root!;
        var cases = suites.Descendants("testcase").ToArray();
        Assert.Equal(Sample.Fleet.Count, cases.Length);
        foreach (
            var (name, outcomes) in new[]
            {
                ("failure", new[] { Outcome.Fail }),
                ("error", new[] { Outcome.Unknown }),
                ("skipped", new[] { Outcome.Attest, Outcome.NotApplicable }),
            }
        )
        {
            Assert.Equal(
                Sample.Fleet.Count(finding => outcomes.Contains(finding.Outcome)),
                cases.Count(each => each.Element(name) is not null)
            );
        }

        Assert.Equal(Sample.Fleet.Count(finding => finding.Outcome == Outcome.Pass), cases.Count(each => !each.HasElements));
        Assert.Equal(Sample.Fleet.Select(finding => finding.ComputerName).Distinct().Count(), suites.Elements("testsuite").Count());
    }

    [Fact]
    public void SARIF_keeps_the_five_outcomes_apart_and_waives_nothing_away()
    {
        var waived = Sample.Fleet.First(finding => finding.Outcome == Outcome.Fail) with
        {
            WaiverState = WaiverState.Honoured,
            Waiver = "until March",
        };
        var expired = waived with { ComputerName = "X", WaiverState = WaiverState.Expired };
        var run = JObject.Parse(
            File.ReadAllText(
                Sample.Write(_folder, "report.sarif", Sample.In(Language.English), Sample.Fleet.Concat(new[] { waived, expired }))
            )
        )["runs"]![0]!;
        var results = (JArray)run["results"]!;
        foreach (
            var (kind, outcome) in new[]
            {
                ("pass", Outcome.Pass),
                ("fail", Outcome.Fail),
                ("open", Outcome.Unknown),
                ("review", Outcome.Attest),
                ("notApplicable", Outcome.NotApplicable),
            }
        )
        {
            Assert.Equal(
                Sample.Fleet.Count(finding => finding.Outcome == outcome) + (outcome == Outcome.Fail ? 2 : 0),
                results.Count(result => (string?)result["kind"] == kind)
            );
        }

        Assert.Equal(
            ("fail", "accepted"),
            ((string?)results[results.Count - 2]["kind"], (string?)results[results.Count - 2].SelectToken("suppressions[0].status"))
        );
        Assert.Equal(
            ("fail", "rejected"),
            ((string?)results[results.Count - 1]["kind"], (string?)results[results.Count - 1].SelectToken("suppressions[0].status"))
        );
        var rules = (JArray)run.SelectToken("tool.driver.rules")!;
        Assert.All(results, result => Assert.Equal((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]["id"]));
    }

    [Fact]
    public void A_workbook_has_its_sheets_and_no_formula()
    {
        using var book = ZipFile.OpenRead(
            Sample.Write(_folder, "report.xlsx", Sample.In(Language.Japanese), Sample.Fleet.Append(Sample.Hostile))
        );
        var names = Load(book, "xl/workbook.xml").Descendants(Sheet + "sheet").Select(sheet => (string?)sheet.Attribute("name"));
        Assert.Equal(new[] { "概要", "判定結果", "ホスト別", "チェック項目別", "是正計画", "台帳の不備" }, names);
        foreach (var sheet in book.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
            Assert.Empty(Load(book, sheet.FullName).Descendants(Sheet + "f"));
        Assert.Equal(Sample.Fleet.Count + 2, Load(book, "xl/worksheets/sheet2.xml").Descendants(Sheet + "row").Count());
    }

    /// <summary>Hosts tell their moments with several offsets: side by side, a morning in Japan would stand under the day before.</summary>
    [Fact]
    public void All_moments_of_a_page_are_by_the_clock_of_whoever_makes_it_and_its_offset_is_said_once()
    {
        var settings = Sample.In(Language.English) with { MadeAt = new DateTimeOffset(2026, 11, 17, 8, 0, 0, TimeSpan.FromHours(9)) };
        var finding = Sample.Fleet[0] with { CollectedAt = new DateTimeOffset(2026, 11, 16, 23, 30, 0, TimeSpan.Zero) };
        var page = File.ReadAllText(Sample.Write(_folder, "local.html", settings, new[] { finding }));
        Assert.Contains("2026-11-17 08:00 (UTC+09:00)", page);
        Assert.Contains("2026-11-17 08:30", page);
        Assert.DoesNotContain("2026-11-16", page);
        Assert.Equal(2, page.Split(new[] { "+09:00" }, StringSplitOptions.None).Length);
    }

    [Fact]
    public void A_page_names_every_text_once_and_lets_no_markup_of_others_in()
    {
        var page = File.ReadAllText(
            Sample.Write(_folder, "report.html", Sample.In(Language.Japanese), Sample.Fleet.Concat(Sample.Fleet).Append(Sample.Hostile))
        );
        Assert.DoesNotContain("<script>window.hacked", page);
        Assert.DoesNotContain("<img", page);
        Assert.Equal(4, page.Split(new[] { "<script" }, StringSplitOptions.None).Length - 1);
        var rows = JArray.Parse(Between(page, "id=\"rows\">", "</script>"));
        Assert.Equal((Sample.Fleet.Count * 2) + 1, rows.Count);
        var texts = JArray.Parse(Between(page, "id=\"texts\">", "</script>")).Select(text => (string?)text).ToArray();
        Assert.Equal(texts.Distinct().Count(), texts.Length);
        // Half a character can't be written in any encoding.
        Assert.Equal(Sample.Hostile.Actual.Replace('\uD800', '\uFFFD'), texts[(int)rows[rows.Count - 1][4]!]);
    }

    [Fact]
    public void A_machine_of_which_only_a_register_knows_was_not_read()
    {
        var tally = new Tally();
        foreach (var finding in Sample.Fleet)
            tally.Add(finding);
        var (whole, part, none) = tally.Coverage;
        Assert.Equal((Sample.Fleet.Select(finding => finding.ComputerName).Distinct().Count(), 2), (whole + part + none, none));
    }

    [Fact]
    public void The_guideline_s_order_counts_numbers_as_numbers()
    {
        var sections = new[] { "6.10", "(4)", "3(1)①", "6.4(1)⑤", "6.4(1)", "3(4)③", "8.2" };
        Assert.Equal(
            new[] { "(4)", "3(1)①", "3(4)③", "6.4(1)", "6.4(1)⑤", "6.10", "8.2" },
            sections
                .Select(section => new Finding
                {
                    Check = new ConfigAudit.Judging.Baselines.Check
                    {
                        Guideline = new ConfigAudit.Judging.Baselines.GuidelineReference("2022-03", section, null),
                    },
                })
                .OrderBy(finding => finding, GuidelineOrder.Instance)
                .Select(finding => finding.Check!.Guideline.Section)
        );
    }

    [Theory]
    [InlineData("6.4(1)⑤", null, "6 技術的セキュリティ")]
    [InlineData("(4)", 1, "総則（第1編）")]
    [InlineData("第4編", 4, "クラウドサービスの特則（第4編）")]
    [InlineData("99", null, "ガイドライン以外")]
    public void A_section_stands_in_its_chapter(string section, int? part, string name) =>
        Assert.Equal(
            name,
            ConfigAudit
                .Judging.Baselines.GuidelineChapter.Of(
                    new ConfigAudit.Judging.Baselines.GuidelineReference("2022-03", section, null) { Part = part }
                )
                .Name.Ja
        );

    private static XDocument Load(ZipArchive book, string name)
    {
        using var stream = book.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text.Substring(start, text.IndexOf(after, start, StringComparison.Ordinal) - start);
    }

    private string Write(string name) => Sample.Write(_folder, name, Sample.In(Language.English), Sample.Fleet);
}
