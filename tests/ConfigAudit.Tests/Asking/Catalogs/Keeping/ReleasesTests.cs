using System;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Lifecycle;
using ConfigAudit.Lifecycle.Releases;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs.Keeping;

/// <summary>The catalogue of Windows releases made anew from Microsoft's pages, as a browser saves them or in Markdown. The rows are those
/// of the pages of 2026-08.</summary>
public sealed class ReleasesTests : IDisposable
{
    private const string Catalogue = """
        {
          "$schema": "windows-releases.schema.json",
          "format": "ConfigAudit.WindowsReleases/1",
          "edition": "2026-07-22",
          "sources": [
            {
              "id": "release-health",
              "title": "pages",
              "licence": "none",
              "date": "2026-07-22"
            }
          ],
          "builds": [
            {
              "build": 26100,
              "system": ["Client"],
              "title": "Windows 11 24H2",
              "releases": [
                { "revision": 7840, "day": "2026-02-10", "kind": "Security", "kb": "KB5077181" },
                { "revision": 7628, "day": "2026-01-24", "kind": "OutOfBand", "kb": "KB5078127", "security": true },
                { "revision": 7623, "day": "2026-01-13", "kind": "Security", "kb": "KB5074109" }
              ]
            },
            {
              "build": 26100,
              "system": ["Server", "DomainController"],
              "title": "Windows Server 2025",
              "releases": [
                { "revision": 32370, "day": "2026-02-10", "kind": "Security", "kb": "KB5075899" }
              ]
            }
          ]
        }

        """;

    private const string Html = """
        <!DOCTYPE html><html><head><title>Windows 11 release information | Microsoft Learn</title>
        <link rel="canonical" href="https://learn.microsoft.com/en-us/windows/release-health/windows11-release-information"></head><body>
        <nav><table><tr><th>Locale</th><th>Build</th></tr><tr><td>en-us</td><td>1</td></tr></table></nav>
        <details><summary><strong>Version 26H2 (OS build 26300)</strong></summary>
        <table><thead><tr><th>Servicing option</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr></thead><tbody>
        <tr><td>General Availability Channel</td><td></td><td>2026-08-11</td><td>26300.100</td><td></td></tr></tbody></table></details>
        <strong>Version 24H2 (OS build 26100)</strong>
        <table><tr><th>Servicing option</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr>
        <tr><td>LTSC &bull; General Availability Channel</td><td>2026-08 B</td><td>2026-08-11</td><td>26100.9168</td><td><a href="https://support.microsoft.com/help/5121003">KB5121003</a></td></tr>
        <tr><td>LTSC</td><td><strong>2026-07 D</strong></td><td>2026-07-28</td><td>26100.8973</td><td>KB5101684</td></tr>
        <tr><td>LTSC</td><td>2026-07 OOB</td><td>2026-07-18</td><td>26100.8894</td><td>KB5121767</td></tr>
        <tr><td>LTSC</td><td>2026-01 OOB</td><td>2026-01-24</td><td>26100.7628</td><td>KB5078127</td></tr>
        <tr><td>LTSC</td><td>2026-01 B</td><td>soon</td><td>26100.7000</td><td>KB5074109</td></tr>
        <tr><td>LTSC</td><td>2026-09 X</td><td>2026-08-11</td><td>26100.9999</td><td>KB5074109</td></tr></table>
        <h2>Windows 11 hotpatch calendar</h2>
        <table><tr><th>Month</th><th>Update type</th><th>Type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr>
        <tr><td>January</td><td>2026.01 B</td><td>Baseline (Restart)</td><td>2026-01-13</td><td>26100.7623</td><td>KB5074109</td></tr>
        <tr><td>February</td><td>2026.02 B *</td><td>Hotpatch</td><td>2026-02-10</td><td>26100.7781</td><td>KB5077212</td></tr>
        <tr><td>July</td><td>2026.07 B</td><td>Hotpatch</td><td>2026-07-14</td><td>26100.7840</td><td></td></tr>
        <tr><td>December</td><td>2026.12 B</td><td>Hotpatch</td><td></td><td></td><td></td></tr></table></body></html>
        """;

    private const string Markdown = """
        ---
        title: Windows Server release information | Microsoft Learn
        canonicalUrl: https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info
        ---

        # Windows Server release information | Microsoft Learn

        **Windows Server 2025 (OS build 26100)**

        | Servicing option | Update type | Availability date | Build | KB article |
        | --- | --- | --- | --- | --- |
        | LTSC | 2026-05 B | 2026-05-12 | 26100.32860 | [KB5087539](https://support.microsoft.com/help/5087539) |
        | LTSC | 2026-02 B | 2026-02-10 | 26100.32370 | [KB5075899](https://support.microsoft.com/help/5075899) |

        **Calendar year 2026**

        | Month | Update type | Type | Availability date | Build | KB article |
        | --- | --- | --- | --- | --- | --- |
        | February | 2026.02 B | Hotpatch | 2026-02-10 | 26100.32313 | [KB5075942](https://support.microsoft.com/topic/x) |  |
        | June | 2026.06 B | Hotpatch |  |  |  |
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pages_show_what_differs_and_nothing_is_written_unasked()
    {
        var path = _folder.File("windows-releases.json", Catalogue);
        var told = Take(path, "2026-08-20", writes: false, _folder.File("w11.html", Html), _folder.File("server.md", Markdown));
        Assert.Contains("New       26100.9168 (Client): 2026-08-11 Security KB5121003", told);
        Assert.Contains("New       26100.8973 (Client): 2026-07-28 Preview KB5101684", told);
        Assert.Contains("New       26100.7781 (Client): 2026-02-10 Hotpatch KB5077212", told);
        Assert.Contains("Changed   26100.7623 (Client): 2026-01-13 Security KB5074109 -> 2026-01-13 Baseline KB5074109", told);
        Assert.Contains("New       26300.100 (Client): 2026-08-11 Initial, the first of a build that wasn't listed (26H2)", told);
        Assert.Contains("New       26100.32313 (Server): 2026-02-10 Hotpatch KB5075942", told);
        Assert.Contains("its day is no day", told);
        Assert.Contains("its type isn't known", told);
        Assert.Contains("the calendar of hotpatches names no KB", told);
        Assert.DoesNotContain("32370", told);
        Assert.DoesNotContain("7628", told);
        Assert.Contains("Nothing was written", told);
        Assert.Equal(Catalogue, File.ReadAllText(path));
    }

    [Fact]
    public void What_is_written_is_a_catalogue_and_says_the_same_when_asked_again()
    {
        var path = _folder.File("windows-releases.json", Catalogue);
        var (html, markdown) = (_folder.File("w11.html", Html), _folder.File("server.md", Markdown));
        Take(path, "2026-08-20", writes: true, html, markdown);
        var text = File.ReadAllText(path);
        var builds = WindowsReleaseFile.Load(path);
        Assert.Equal(new DateTime(2026, 8, 20), builds.Edition);
        var client = builds.Single(each => each.IsFor(HostKind.Client, 26100));
        Assert.Equal(new long[] { 7623, 7628, 7781, 7840, 8894, 8973, 9168 }, client.Releases.Select(each => each.Revision));
        // That a release out of band has fixes of its own no page tells: who wrote it there keeps it.
        Assert.True(client.Releases.Single(each => each.Revision == 7628).IsSecurity);
        Assert.Equal("Windows 11 26H2", builds.Single(each => each.Build == 26300).Title);
        Assert.Contains("0 not as the catalogue has them", Take(path, "2026-08-20", writes: true, html, markdown));
        Assert.Equal(text, File.ReadAllText(path));
    }

    /// <summary>The shipped file is written as the command writes it, so that a refresh changes what changed alone.</summary>
    [Fact]
    public void The_shipped_catalogue_is_written_as_the_command_writes_it()
    {
        var shipped = Path.Combine(Machine.RepositoryRoot, "module", "catalogs", "windows-releases.json");
        var text = File.ReadAllText(shipped);
        var builds = WindowsReleaseFile.Load(shipped);
        var day = DateOnly.FromDateTime(builds.Edition!.Value);
        var written = ReleaseText.With(shipped, text, builds, day);
        Assert.Equal(text.Split('\n').Length, written.Split('\n').Length);
        Assert.Equal(1, text.Split('\n').Zip(written.Split('\n'), (a, b) => a == b).Count(isSame => !isSame));
    }

    [Theory]
    [InlineData(
        "<html><head><title>Windows 11 release information</title></head><body>no table</body></html>",
        "it holds no table of releases"
    )]
    [InlineData("<html><head><title>Sign in</title></head></html>", "none of the three pages")]
    [InlineData("", "none of the three pages")]
    public void What_is_no_such_page_is_refused(string text, string problem)
    {
        var path = _folder.File("windows-releases.json", Catalogue);
        var bad = Assert.Throws<InputException>(() => Take(path, "2026-08-20", writes: true, _folder.File("page.html", text)));
        Assert.Contains(problem, bad.Message);
        Assert.Equal(Catalogue, File.ReadAllText(path));
    }

    [Fact]
    public void A_page_newer_than_the_day_that_was_given_is_refused() =>
        Assert.Contains(
            "--day says that the pages are of 2026-08-01",
            Assert
                .Throws<InputException>(() =>
                    Take(_folder.File("windows-releases.json", Catalogue), "2026-08-01", writes: true, _folder.File("w11.html", Html))
                )
                .Message
        );

    [Fact]
    public void The_catalogue_is_held_against_copies()
    {
        using var told = new StringWriter();
        var tracker = _folder.File(
            "windows-builds.json",
            """
            { "builds": [
              { "build": "26100.7840", "major": 26100, "year": 2026, "month": 2, "type": "Standard", "kb": "KB5077181" },
              { "build": "26100.7623", "major": 26100, "year": 2025, "month": 12, "type": "Standard", "kb": "KB5074109" },
              { "build": "26100.1", "major": 26100, "year": 2024, "month": 10, "type": "Standard", "kb": "" },
              { "build": "19045.1", "major": 19045, "year": 2022, "month": 10, "type": "Standard", "kb": "" } ] }
            """
        );
        var feed = _folder.File(
            "feed.json",
            """
            [ { "cve": "CVE-2026-0001", "patches": [
              { "os": "Windows Server 2025", "kb": "KB5075899", "fixedBuild": "26100.32370" },
              { "os": "Windows 11 Version 24H2", "kb": "KB5077182", "fixedBuild": "10.0.26100.7840" },
              { "os": "Microsoft Office", "kb": "Click to Run", "fixedBuild": "" } ] } ]
            """
        );
        ReleaseCommands.Compare(_folder.File("windows-releases.json", Catalogue), new[] { tracker, feed }, lists: true, told);
        var text = told.ToString();
        Assert.Contains("compared 2: 1 agree, 1 differ; 1 not in the catalogue, 1 of builds that it doesn't list", text);
        Assert.Contains("26100.7623: 2026-01-13, there in 2025-12", text);
        Assert.Contains("26100.7840 (Client): KB5077181, there KB5077182", text);
    }

    private static string Take(string path, string day, bool writes, params string[] pages)
    {
        using var told = new StringWriter();
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        ReleaseCommands.Take(path, pages, date, writes, (to, text) => Program.Write(to, text, WindowsReleaseFile.Load), told);
        return told.ToString();
    }
}
