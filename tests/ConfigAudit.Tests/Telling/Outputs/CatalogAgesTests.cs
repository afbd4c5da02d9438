using System;
using System.IO;
using System.IO.Compression;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Telling.Outputs;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>How old the catalogues are stands in every report; in a CSV, in a column of its own.</summary>
public sealed class CatalogAgesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report.html", Language.English, "lifecycle 2026-08-22 (99 days old), vpn-clients 2026-11-29 (0 days old)")]
    [InlineData("report.html", Language.Japanese, "lifecycle 2026-08-22（99日前）、vpn-clients 2026-11-29（0日前）")]
    [InlineData("report.xml", Language.English, "<property name=\"catalog.lifecycle.edition\" value=\"2026-08-22\" />")]
    [InlineData("report.xml", Language.English, "<property name=\"catalog.lifecycle.ageDays\" value=\"99\" />")]
    public void Pages_and_build_servers(string name, Language language, string expected) =>
        Assert.Contains(expected, Shown(name, File.ReadAllText(Written(name, language))));

    /// <summary>Some runtimes write characters beyond ASCII as references, which a browser shows alike.</summary>
    private static string Shown(string name, string text) =>
        name.EndsWith(".html", StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;

    [Fact]
    public void Programs()
    {
        var json = (JObject)JObject.Parse(File.ReadAllText(Written("report.json", Language.English)))["catalogs"]![0]!;
        Assert.Equal(("lifecycle", 99), (json.Value<string>("name"), json.Value<int>("ageDays")));
        var sarif = JObject.Parse(File.ReadAllText(Written("report.sarif", Language.English)));
        Assert.Equal(99, sarif.SelectToken("runs[0].properties.catalogs[0].ageDays")!.Value<int>());
    }

    [Theory]
    [InlineData(Language.English, "Catalogues", "lifecycle 2026-08-22 (99 days old), vpn-clients 2026-11-29 (0 days old)")]
    [InlineData(Language.Japanese, "カタログの日付", "lifecycle 2026-08-22（99日前）、vpn-clients 2026-11-29（0日前）")]
    public void Tables(Language header, string column, string expected)
    {
        var path = Written("report.csv", header, header: header);
        var lines = File.ReadAllLines(path);
        Assert.EndsWith("," + column, lines[0], StringComparison.Ordinal);
        Assert.EndsWith(header == Language.English ? $",\"{expected}\"" : $",{expected}", lines[1], StringComparison.Ordinal);
        Assert.Equal("PC-1", Assert.Single(FindingCsv.Read(path, bad => throw bad)).ComputerName);
    }

    [Theory]
    [InlineData(ReportFormat.Xlsx, 1)]
    [InlineData(ReportFormat.Checklist, 2)]
    public void Workbooks(object format, int of)
    {
        using var zip = ZipFile.OpenRead(Written("report.xlsx", Language.English, (ReportFormat)format));
        using var sheet = new StreamReader(zip.GetEntry($"xl/worksheets/sheet{of}.xml")!.Open());
        Assert.Contains("lifecycle 2026-08-22 (99 days old)", sheet.ReadToEnd());
    }

    private string Written(string name, Language language, ReportFormat? format = null, Language header = Language.English)
    {
        var path = Path.Combine(_folder.Path, name);
        var settings = new ReportSettings
        {
            Language = language,
            Header = header,
            MadeAt = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(9)),
            Catalogs = new[]
            {
                new CatalogInfo { Name = "lifecycle", Edition = new DateTime(2026, 8, 22) },
                new CatalogInfo { Name = "vpn-clients", Edition = new DateTime(2026, 11, 29) },
            },
        };
        using (var writer = ReportWriter.Create(format ?? ReportWriter.FormatOf(path)!.Value, path, settings))
        {
            writer.Write(Sample.Fleet[0] with { ComputerName = "PC-1" });
            writer.Commit();
        }

        return path;
    }
}
