using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>A CSV that Japanese Excel opens right and that does no harm.</summary>
public sealed class CsvReportWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_begins_with_the_mark_that_Excel_needs_and_the_columns_in_their_order()
    {
        var bytes = File.ReadAllBytes(Write(new Finding()));
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes.Take(3));
        Assert.Equal(
            "ComputerName,HostName,IPAddress,Zone,Role,CheckId,Title,Outcome,Reason,Severity,Obligation,Expected,Actual,Evidence,Guideline,CollectedAt,Baseline,Remediation,WaiverState,Waiver,AttestationState,Attestation",
            Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\r')[0]
        );
    }

    [Fact]
    public void Quotes_commas_and_line_ends_stay_in_their_cell() =>
        Assert.Contains("\"a, \"\"b\"\"\r\nc\"", File.ReadAllText(Write(new Finding { Actual = "a, \"b\"\r\nc" })));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_cell_that_begins_like_a_formula_is_made_harmless(string cell)
    {
        var text = File.ReadAllText(Write(new Finding { Actual = cell }));
        Assert.Contains("'" + cell.Replace("\"", "\"\""), text);
        Assert.DoesNotContain("," + cell, text);
    }

    [Fact]
    public void Dates_are_the_same_in_every_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ja-JP");
            Assert.Contains(
                ",2026-11-16T09:00:00+09:00,",
                File.ReadAllText(Write(new Finding { CollectedAt = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9)) }))
            );
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Japanese_text_comes_back_as_it_was() =>
        Assert.Contains("共用アカウント（窓口）", File.ReadAllText(Write(new Finding { Actual = "共用アカウント（窓口）" })));

    [Fact]
    public void Until_it_is_committed_there_is_no_file()
    {
        using (var writer = new CsvReportWriter(_folder["x.csv"], new ReportSettings()))
            writer.Write(new Finding());
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    /// <summary>Recordings tell theirs in UTC, hosts and registers by the time of Japan.</summary>
    [Fact]
    public void Moments_are_by_one_clock_and_sort_as_texts()
    {
        var written = File.ReadAllText(
            Write(
                new Finding { CollectedAt = new DateTimeOffset(2026, 11, 16, 0, 1, 21, TimeSpan.Zero) },
                new Finding { CollectedAt = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9)) }
            )
        );
        Assert.Contains(",2026-11-16T09:01:21+09:00,", written);
        Assert.Contains(",2026-11-16T09:00:00+09:00,", written);
    }

    private string Write(params Finding[] findings)
    {
        var settings = new ReportSettings { MadeAt = new DateTimeOffset(2026, 11, 17, 8, 0, 0, TimeSpan.FromHours(9)) };
        using var writer = new CsvReportWriter(_folder["x.csv"], settings);
        foreach (var finding in findings)
            writer.Write(finding);
        writer.Commit();
        return _folder["x.csv"];
    }
}
