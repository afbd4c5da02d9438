using System;
using System.IO;
using System.IO.Compression;
using ConfigAudit.Base.Files;
using ConfigAudit.Lifecycle;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs.Keeping;

/// <summary>The lifecycle catalogue's days made anew from downloaded data.</summary>
public sealed class RefreshTests : IDisposable
{
    private const string Catalogue = """
        {
          "$schema": "lifecycle.schema.json",
          "format": "ConfigAudit.Lifecycle/1",
          "edition": "2026-08-22",
          "sources": [
            {
              "id": "endoflife.date",
              "title": "endoflife.date",
              "licence": "MIT",
              "revision": "aaaa",
              "date": "2026-08-22"
            },
            {
              "id": "microsoft-lifecycle",
              "title": "Microsoft",
              "licence": "CC-BY-4.0",
              "date": "2023-01-25"
            },
            {
              "id": "vendor",
              "title": "a vendor's page",
              "licence": "none",
              "date": "2026-01-01"
            }
          ],
          "products": [
            {
              "id": "editor",
              "title": "Editor",
              "source": "endoflife.date",
              "names": ["^Editor (?<cycle>\\d)$"],
              "cycleFrom": "name",
              "cycles": [
                { "cycle": "4", "ends": "2027-01-01" },
                { "cycle": "3", "ends": "2026-01-01", "extended": "2026-06-01" },
                { "cycle": "2", "source": "vendor", "ends": "2025-05-05" },
                { "cycle": "1", "ends": true }
              ]
            },
            {
              "id": "viewer",
              "title": "Viewer",
              "source": "microsoft-lifecycle",
              "names": ["^Viewer (?<cycle>4\\.0)$"],
              "cycleFrom": "name",
              "cycles": [
                { "cycle": "4.0", "sourceCycle": "microsoft-viewer-40", "ends": "2021-07-13" }
              ]
            }
          ]
        }

        """;

    private const string Editor = """
        ---
        title: Editor
        releases:
          - releaseCycle: "6"
            releaseDate: 2026-10-01
            eol: false
          - releaseCycle: "5"
            releaseDate: 2026-09-01
            eol: 2029-09-01
            eoes: 2030-09-01
          - releaseCycle: "4"
            releaseDate: 2024-01-01
            eol: 2027-06-30 # put off
          - releaseCycle: "3"
            releaseDate: 2023-01-01
            eol: 2026-01-01
            eoes: 2026-06-01
          - releaseCycle: "2.9"
            releaseDate: 2022-01-01
            eol: 2024-01-01
          - releaseCycle: "2"
            releaseDate: 2022-01-01
            eol: 2025-12-31
        ---
        Words.
        """;

    private readonly TemporaryFolder _folder = new();

    private readonly string _catalogue;

    public RefreshTests()
    {
        _catalogue = _folder.File("lifecycle.json", Catalogue);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "eol", "products"));
        File.WriteAllText(Path.Combine(_folder.Path, "eol", "products", "editor.md"), Editor);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_new_changed_gone_and_corrected_is_shown_and_nothing_written()
    {
        var told = Refresh();
        Assert.Contains("Changed   editor 4: 2027-01-01 -> 2027-06-30 (endoflife.date of 2026-11-01)", told);
        Assert.Contains("Corrected editor 2: 2025-05-05 by vendor stays; endoflife.date of 2026-11-01 says 2025-12-31", told);
        Assert.Contains("Gone      editor 1: endoflife.date of 2026-11-01 no longer lists it; kept, ended on an unknown day", told);
        Assert.Contains("New       editor 5: released 2026-09-01, ends 2029-09-01 (endoflife.date of 2026-11-01)", told);
        Assert.Contains("Undated   editor 6: released 2026-10-01, no end announced (endoflife.date of 2026-11-01); not written", told);
        Assert.Contains("New: 1, Changed: 1, Gone: 1, Corrected: 1, Undated: 1", told);
        // It was there when the catalogue was made, and left out.
        Assert.DoesNotContain("2.9", told);
        Assert.Equal(Catalogue, File.ReadAllText(_catalogue));
    }

    [Fact]
    public void On_demand_it_is_written_and_all_else_stays_to_the_byte()
    {
        Refresh("--write", "--revision", "bbbb");
        var expected = Catalogue
            .Replace("\"edition\": \"2026-08-22\"", "\"edition\": \"2026-11-01\"")
            .Replace("\"revision\": \"aaaa\"", "\"revision\": \"bbbb\"")
            .Replace("\"date\": \"2026-08-22\"", "\"date\": \"2026-11-01\"")
            .Replace(
                "        { \"cycle\": \"4\", \"ends\": \"2027-01-01\" },",
                "        { \"cycle\": \"5\", \"ends\": \"2029-09-01\", \"extended\": \"2030-09-01\" },\n        { \"cycle\": \"4\", \"ends\": \"2027-06-30\" },"
            );
        Assert.Equal(expected, File.ReadAllText(_catalogue));
        Assert.Contains("New: 0, Changed: 0, Gone: 1, Corrected: 1, Undated: 0", Refresh());
    }

    [Theory]
    [InlineData(
        "Product,Edition,Release,Support Policy,Start Date,Mainstream Date,Extended End Date,Retirement Date\nMicrosoft Viewer 4.0,,RTM,Fixed,3/1/2011,7/12/2016,7/13/2022,\nMicrosoft Viewer 4.0,,SP1,Fixed,3/1/2012,7/12/2016,7/14/2023,\nOther,,,Modern,,,,\n"
    )]
    [InlineData(
        "Exported,2026-11-01\n\"Listing Name\",\"Mainstream Date\",\"Extended End Date\"\nMicrosoft Viewer 4.0,2016-07-12,2023-07-14\n"
    )]
    public void Microsoft_s_export_tells_the_last_service_pack_s_end(string csv)
    {
        var told = Told("--microsoft", _folder.File("export.csv", csv), "--day", "2026-11-01");
        Assert.Contains("Changed   viewer 4.0: 2021-07-13 -> 2023-07-14 (microsoft-lifecycle of 2026-11-01)", told);
        Assert.Contains("Gone: 0", told);
    }

    [Fact]
    public void It_may_be_a_workbook()
    {
        var path = Path.Combine(_folder.Path, "export.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(
                zip,
                "xl/sharedStrings.xml",
                """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Product</t></si><si><t>Extended End Date</t></si><si><r><t>Microsoft </t></r><r><t>Viewer 4.0</t></r></si></sst>"""
            );
            Add(
                zip,
                "xl/worksheets/sheet1.xml",
                """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="C2"><v>45121</v></c></row></sheetData></worksheet>"""
            );
        }

        Assert.Contains("Changed   viewer 4.0: 2021-07-13 -> 2023-07-14", Told("--microsoft", path, "--day", "2026-11-01"));
    }

    [Theory]
    [InlineData("---\ntitle: Editor\nreleases:\n  - releaseCycle: \"4\"\n    eol: soon\n---\n", "'soon' is no day")]
    [InlineData("---\ntitle: Editor\n---\n", "no 'releases'")]
    [InlineData("---\ntitle: [\n---\n", "editor.md")]
    [InlineData("---\nreleases: 4\n---\n", "no 'releases'")]
    [InlineData("---\nreleases:\n  - 4\n---\n", "editor.md")]
    [InlineData("no front matter", "no front matter")]
    [InlineData("", "no front matter")]
    public void A_file_that_isn_t_what_it_should_be_is_one_error_and_nothing_is_written(string text, string said)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "eol", "products", "editor.md"), text);
        var bad = Assert.Throws<InputException>(() => Refresh("--write"));
        Assert.Contains(said, bad.Message);
        Assert.Contains("editor.md", bad.Message);
        Assert.Equal(Catalogue, File.ReadAllText(_catalogue));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "isn't Microsoft's lifecycle export")]
    [InlineData("Product,Extended End Date\nViewer,soon\n", "'soon' is no day")]
    [InlineData("Product,Extended End Date\nViewer,\n", "no row of it names a product and an end")]
    public void So_is_an_export_of_another_form(string csv, string said)
    {
        Assert.Contains(
            said,
            Assert
                .Throws<InputException>(() => Told("--microsoft", _folder.File("export.csv", csv), "--day", "2026-11-01", "--write"))
                .Message
        );
        Assert.Equal(Catalogue, File.ReadAllText(_catalogue));
    }

    [Fact]
    public void A_workbook_that_is_none_a_folder_without_products_and_no_day_are_refused()
    {
        Assert.Throws<InputException>(() => Told("--microsoft", _folder.File("export.xlsx", "text"), "--day", "2026-11-01"));
        Assert.Throws<InputException>(() => Told("--endoflife", Path.Combine(_folder.Path, "nowhere"), "--day", "2026-11-01"));
        Assert.Throws<ArgumentException>(() => Told("--endoflife", Path.Combine(_folder.Path, "eol")));
        Assert.Throws<ArgumentException>(() => Told("--day", "2026-11-01"));
    }

    /// <summary>The catalogue that is shipped stands in lines that the command can change: written with the same data, it is the
    /// same.</summary>
    [Fact]
    public void The_catalogue_in_the_repository_can_be_kept_so()
    {
        var shipped = Path.Combine(Machine.RepositoryRoot, "module", "catalogs", "lifecycle.json");
        var text = File.ReadAllText(shipped);
        Assert.Equal(
            text,
            CatalogText.With(
                shipped,
                text,
                Array.Empty<Difference>(),
                new[]
                {
                    new LifecycleSource(
                        "endoflife.date",
                        new DateOnly(2026, 8, 22),
                        new System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyList<SourceCycle>>()
                    ),
                }
            )
        );
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private string Refresh(params string[] more) =>
        Told(["--endoflife", Path.Combine(_folder.Path, "eol"), "--day", "2026-11-01", .. more]);

    private string Told(params string[] args)
    {
        var told = new StringWriter();
        Assert.Equal(0, Program.Refresh(_catalogue, args, told));
        return told.ToString();
    }
}
