using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Opened;

/// <summary>Workbooks and CSVs as a spreadsheet reads them: LibreOffice opens them and writes down what it saw. Skipped where it isn't
/// installed.</summary>
[Collection(Alone.Name)]
public sealed class OfficeTests : IDisposable
{
    private const string Office = "soffice";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact(Office)]
    public void Every_finding_is_in_the_workbook_with_its_words()
    {
        var sheets = Sheets(Sample.Write(_folder, "report.xlsx", Sample.In(Language.Japanese), Sample.Fleet));
        Assert.Equal(
            new[] { "概要", "判定結果", "ホスト別", "チェック項目別", "是正計画", "台帳の不備" }.OrderBy(
                name => name,
                StringComparer.Ordinal
            ),
            sheets.Keys.OrderBy(name => name, StringComparer.Ordinal)
        );
        var findings = Rows(sheets["判定結果"]);
        Assert.Equal(Sample.Fleet.Count + 1, findings.Length);
        Assert.Equal(FindingColumns.All.Select(column => column.Header.Ja), findings[0]);
        var words = new FoundWords(Language.Japanese);
        foreach (var (row, finding) in findings.Skip(1).Zip(Sample.Fleet))
        {
            var told = finding.In(Language.Japanese);
            Assert.Equal(
                FindingColumns.All.Select(column =>
                    column.Name == nameof(Finding.Actual) ? words.Of(told) : column.Told(told, Language.Japanese)
                ),
                row
            );
        }
        Assert.Equal(
            Sample.Fleet.Count(finding => finding.Outcome is Outcome.Fail or Outcome.Unknown or Outcome.Attest) + 1,
            Rows(sheets["是正計画"]).Length
        );
        Assert.Equal(new[] { "担当者", "期限", "対応内容", "完了日" }, Rows(sheets["是正計画"])[0].TakeLast(4));
        // One that the recorded fleet says can't be reached, and one that has no recording.
        Assert.Equal("2", Rows(sheets["概要"]).Single(row => row[0] == "まったく読み取れなかった")[1]);
    }

    [ProgramFact(Office)]
    public void The_checklist_has_each_check_once_in_the_order_of_the_guideline()
    {
        var rows = Rows(
            Sheets(Sample.Write(_folder, "checklist.xlsx", Sample.In(Language.Japanese), Sample.Fleet, ReportFormat.Checklist))
                .Single()
                .Value
        );
        Assert.Equal(
            Sample.Fleet.Select(finding => finding.CheckId).Distinct().OrderBy(id => id, StringComparer.Ordinal),
            rows.Skip(1).Select(row => row[3]).OrderBy(id => id, StringComparer.Ordinal)
        );
        Assert.Equal(
            new[] { "3 情報システム全体の強靭性の向上", "5 人的セキュリティ", "6 技術的セキュリティ" },
            rows.Skip(1).Select(row => row[0]).Distinct()
        );
        foreach (var row in rows.Skip(1))
        {
            Assert.Equal(
                Sample.Fleet.Count(finding => finding.CheckId == row[3] && finding.Outcome == Outcome.Fail),
                int.Parse(row[9], System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }

    [ProgramFact(Office)]
    public void What_machines_say_is_no_formula_and_costs_no_workbook()
    {
        var rows = Rows(
            Sheets(
                Sample.Write(
                    _folder,
                    "report.xlsx",
                    Sample.In(Language.English),
                    new[]
                    {
                        Sample.Hostile,
                        new Finding { ComputerName = "=1+1", Actual = new string('あ', 40_000) },
                    }
                )
            )["Findings"]
        );
        Assert.Equal("=cmd|' /C calc'!A0", rows[1][Array.IndexOf(rows[0], "Evidence")]);
        Assert.StartsWith(Sample.Injection, rows[1][Array.IndexOf(rows[0], "Actual")], StringComparison.Ordinal);
        Assert.Equal("=1+1", rows[2][0]);
        Assert.Equal(32767, rows[2][Array.IndexOf(rows[0], "Actual")].Length);
    }

    [ProgramFact(Office)]
    public void Nothing_to_write_makes_a_workbook_too() =>
        Assert.Single(
            Rows(Sheets(Sample.Write(_folder, "report.xlsx", Sample.In(Language.English), Array.Empty<Finding>()))["Findings"]),
            row => row.Any(cell => cell.Length > 0)
        );

    [ProgramFact(Office)]
    public void Japanese_comes_out_of_a_CSV_as_it_went_in()
    {
        var rows = Rows(Sheets(Sample.Write(_folder, "findings.csv", Sample.In(Language.Japanese), Sample.Fleet)).Single().Value);
        Assert.Equal("ホスト名", rows[0][0]);
        foreach (var (row, finding) in rows.Skip(1).Zip(Sample.Fleet))
            Assert.Equal(finding.In(Language.Japanese).Title, row[Array.IndexOf(rows[0], "チェック項目")]);
    }

    /// <summary>Each sheet as LibreOffice writes it down: UTF-8, commas, every cell as shown.</summary>
    private System.Collections.Generic.Dictionary<string, string> Sheets(string path)
    {
        var (into, name) = (_folder["read"], Path.GetFileNameWithoutExtension(path));
        var input = path.EndsWith(".csv", StringComparison.Ordinal) ? new[] { "--infilter=CSV:44,34,76,1" } : Array.Empty<string>();
        var (code, said) = Programs.Run(
            Programs.Find(Office)!,
            TimeSpan.FromMinutes(3),
            new[] { $"-env:UserInstallation={new Uri(_folder["office"]).AbsoluteUri}", "--headless" }
                .Concat(input)
                .Concat(
                    new[]
                    {
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                        "--outdir",
                        into,
                        path,
                    }
                )
                .ToArray()
        );
        Assert.True(code == 0 && Directory.Exists(into), said);
        return Directory
            .GetFiles(into, "*.csv")
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file).Substring(name.Length + 1),
                file => File.ReadAllText(file, Encoding.UTF8)
            );
    }

    private static string[][] Rows(string csv)
    {
        using var parser = new CsvHelper.CsvParser(new StringReader(csv), System.Globalization.CultureInfo.InvariantCulture);
        var rows = new System.Collections.Generic.List<string[]>();
        while (parser.Read())
            rows.Add(parser.Record!);
        return rows.ToArray();
    }
}
