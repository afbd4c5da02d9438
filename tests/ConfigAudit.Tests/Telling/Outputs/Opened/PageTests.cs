using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Drift;
using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Opened;

/// <summary>The page as people open it, in Chromium. Screenshots stay in artifacts/screenshots. Skipped where Chromium isn't
/// installed.</summary>
[Collection(Alone.Name)]
public sealed class PageTests : IDisposable
{
    private const string Chromium = "chromium";

    private readonly TemporaryFolder _folder = new();

    private readonly List<string> _complaints = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact(Chromium)]
    public async Task What_fails_is_shown_first_and_filters_narrow_it()
    {
        await using var browser = await LaunchAsync();
        var page = await OpenAsync(browser, Write(Language.Japanese, Sample.Fleet));
        Assert.Equal(Told(Sample.Fleet.Count(IsOpen)), await TextAsync(page, "#count"));
        await page.TypeAsync("#search", "LG-PC-002 vpn");
        await CountsAsync(
            page,
            Sample.Fleet.Count(finding => IsOpen(finding) && finding.ComputerName == "LG-PC-002" && IsAbout(finding, "vpn"))
        );
        await page.ClickAsync("#all");
        await CountsAsync(page, Sample.Fleet.Count);
        await page.SelectAsync("#zone", "0");
        await page.SelectAsync("#severity", "3");
        await CountsAsync(page, Sample.Fleet.Count(finding => finding.Zone == Zone.MyNumber && finding.Severity == Severity.Critical));
        await page.SelectAsync("#check", "AV-01");
        await CountsAsync(
            page,
            Sample.Fleet.Count(finding =>
                finding.Zone == Zone.MyNumber && finding.Severity == Severity.Critical && finding.CheckId == "AV-01"
            )
        );
        Assert.Empty(_complaints);
    }

    [ProgramFact(Chromium)]
    public async Task A_host_and_a_check_each_have_a_view_of_their_own()
    {
        await using var browser = await LaunchAsync();
        var path = Write(Language.English, Sample.Fleet);
        var page = await OpenAsync(browser, path, "#host/MN-PC-003");
        Assert.Equal("MN-PC-003", await TextAsync(page, "#detail h3"));
        Assert.Equal(
            Sample.Fleet.Count(finding => finding.ComputerName == "MN-PC-003"),
            (await page.QuerySelectorAllAsync("#detail tbody tr")).Length
        );
        await page.ClickAsync("#detail tbody a");
        await page.WaitForFunctionAsync("() => location.hash.startsWith('#check/')");
        var check = await page.EvaluateExpressionAsync<string>("decodeURIComponent(location.hash.slice(7))");
        Assert.StartsWith(check + " ", await TextAsync(page, "#detail h3"), StringComparison.Ordinal);
        Assert.Equal(
            Sample.Fleet.Count(finding => finding.CheckId == check),
            (await page.QuerySelectorAllAsync("#detail tbody tr")).Length
        );
        await page.ClickAsync("#detail a[href='#findings']");
        await page.WaitForFunctionAsync("() => document.getElementById('detail').hidden");
        Assert.Empty(_complaints);
    }

    [ProgramFact(Chromium)]
    public async Task What_machines_say_stays_text()
    {
        await using var browser = await LaunchAsync();
        var page = await OpenAsync(browser, Write(Language.Japanese, new[] { Sample.Hostile }));
        Assert.Contains(Sample.Injection, await TextAsync(page, "#body"), StringComparison.Ordinal);
        Assert.Contains(Sample.Injection, await TextAsync(page, "#hosts"), StringComparison.Ordinal);
        await page.ClickAsync("#body a[href^='#host/']");
        await page.WaitForSelectorAsync("#detail:not([hidden])");
        Assert.Equal(Sample.Injection, await TextAsync(page, "#detail h3"));
        Assert.False(await page.EvaluateExpressionAsync<bool>("'hacked' in window"));
        Assert.Empty(await page.QuerySelectorAllAsync("img"));
        Assert.Empty(_complaints);
    }

    /// <summary>A page that somebody changed on the way still runs nothing that isn't ours.</summary>
    [ProgramFact(Chromium)]
    public async Task Its_policy_lets_no_other_script_run_and_nothing_load()
    {
        await using var browser = await LaunchAsync();
        var path = Write(Language.English, Sample.Fleet);
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace(
                    "<header>",
                    "<script>window.hacked=1</script><img src=\"https://example.invalid/a.png\"><header>",
                    StringComparison.Ordinal
                )
        );
        var page = await OpenAsync(browser, path);
        Assert.False(await page.EvaluateExpressionAsync<bool>("'hacked' in window"));
        Assert.Equal(2, _complaints.Count(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [ProgramFact(Chromium)]
    public async Task Everybody_can_read_it_in_light_and_dark()
    {
        await using var browser = await LaunchAsync();
        var path = Write(Language.Japanese, Sample.Fleet);
        foreach (var scheme in new[] { "light", "dark" })
        {
            foreach (var (anchor, name) in new[] { (string.Empty, "summary"), ("#host/LG-PC-002", "host"), ("#check/AV-02", "check") })
            {
                var page = await OpenAsync(browser, path, anchor, scheme);
                await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
                var found = await page.EvaluateExpressionAsync<string[]>(
                    "axe.run().then(found => found.violations.filter(each => each.impact === 'serious' || each.impact === 'critical').map(each => each.id + ': ' + each.nodes[0].html))"
                );
                Assert.Empty(found);
                await page.ScreenshotAsync(Screenshot($"{name}-{scheme}.png"), new ScreenshotOptions { FullPage = anchor.Length == 0 });
            }
        }

        Assert.Empty(_complaints);
    }

    [ProgramFact(Chromium)]
    public async Task What_earlier_runs_came_to_is_drawn_and_told()
    {
        var settings = Sample.In(Language.Japanese) with
        {
            MadeAt = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(9)),
            Trend = Enumerable
                .Range(0, 6)
                .Select(month => new TrendPoint
                {
                    StartedAt = new DateTimeOffset(2026, 6 + month, 1, 7, 30, 0, TimeSpan.FromHours(9)),
                    IsFinished = month != 2,
                    Hosts = 100,
                    HostsRead = 90 + month,
                    Pass = 2000 + (100 * month),
                    Fail = 400 - (50 * month),
                    Unknown = 120,
                })
                .ToArray(),
        };
        await using var browser = await LaunchAsync();
        var page = await OpenAsync(browser, Sample.Write(_folder, "report.html", settings, Sample.Fleet));
        Assert.Equal(3, (await page.QuerySelectorAllAsync("#trend polyline")).Length);
        Assert.Equal(18, (await page.QuerySelectorAllAsync("#trend circle")).Length);
        Assert.Equal(
            "2026-08-01 07:30（中断）92 / 100 300 120 0 2200 0",
            System
                .Text.RegularExpressions.Regex.Replace((await TextAsync(page, "#trend tbody tr:nth-child(3)")).Trim(), @"\s+", " ")
                .Replace("） ", "）", StringComparison.Ordinal)
        );
        await (await page.QuerySelectorAsync("#trend")).ScreenshotAsync(Screenshot("trend.png"));
        Assert.Empty(_complaints);
    }

    [ProgramFact(Chromium)]
    public async Task It_prints_on_A4_without_its_controls()
    {
        await using var browser = await LaunchAsync();
        var page = await OpenAsync(browser, Write(Language.Japanese, Sample.Fleet));
        await page.PdfAsync(Screenshot("report.pdf"), new PdfOptions { Format = PaperFormat.A4, PrintBackground = false });
        await page.EmulateMediaTypeAsync(MediaType.Print);
        foreach (var control in new[] { "#filters", "nav", "#more" })
        {
            Assert.Equal(
                "none",
                await page.EvaluateExpressionAsync<string>($"getComputedStyle(document.querySelector('{control}')).display")
            );
        }
    }

    /// <summary>A page that laid out every row would take the browser half a minute; what it takes is in the benchmark.</summary>
    [ProgramFact(Chromium)]
    public async Task A_hundred_thousand_findings_open_and_only_a_page_of_them_is_laid_out()
    {
        var many = Enumerable
            .Range(0, 100_000 / Sample.Fleet.Count + 1)
            .SelectMany(copy => Sample.Fleet.Select(finding => finding with { ComputerName = $"{finding.ComputerName}-{copy}" }))
            .Take(100_000);
        await using var browser = await LaunchAsync();
        var page = await OpenAsync(browser, Write(Language.Japanese, many));
        await page.ClickAsync("#all");
        await page.WaitForFunctionAsync("() => document.getElementById('count').textContent.includes('100000件中 100000件')");
        Assert.Equal(100, (await page.QuerySelectorAllAsync("#body tr")).Length);
        Assert.Empty(_complaints);
    }

    private static bool IsOpen(Finding finding) => finding.Outcome is Outcome.Fail or Outcome.Unknown or Outcome.Attest;

    private static bool IsAbout(Finding finding, string word)
    {
        var told = finding.In(Language.Japanese);
        return new[] { told.CheckId, told.Title, told.Actual, told.Reason }.Any(text =>
            text.Contains(word, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string Told(int count) => $"{Sample.Fleet.Count}件中 {count}件を表示";

    private static async Task CountsAsync(IPage page, int count)
    {
        await page.WaitForFunctionAsync(
            "told => document.getElementById('count').textContent === told",
            new WaitForFunctionOptions { Timeout = 20_000 },
            Told(count)
        );
        Assert.Equal(Math.Min(count, 100), (await page.QuerySelectorAllAsync("#body tr")).Length);
    }

    private static Task<string> TextAsync(IPage page, string selector) =>
        page.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).textContent", selector);

    private static string Screenshot(string name)
    {
        var folder = Path.Combine(Machine.RepositoryRoot, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    private Task<IBrowser> LaunchAsync() =>
        Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = Programs.Find(Chromium),
                Headless = true,
                UserDataDir = _folder["profile"],
                Args = new[]
                {
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                },
            }
        );

    private async Task<IPage> OpenAsync(IBrowser browser, string path, string anchor = "", string scheme = "light")
    {
        var page = await browser.NewPageAsync();
        page.Console += (_, said) => _complaints.Add($"console: {said.Message.Text}");
        page.PageError += (_, said) => _complaints.Add($"error: {said.Message}");
        page.Request += (_, asked) =>
        {
            if (!asked.Request.Url.StartsWith("file:", StringComparison.Ordinal))
                _complaints.Add($"request: {asked.Request.Url}");
        };
        await page.EmulateMediaFeaturesAsync(
            new[]
            {
                new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme },
            }
        );
        await page.SetViewportAsync(new ViewPortOptions { Width = 1280, Height = 900 });
        await page.GoToAsync(new Uri(path).AbsoluteUri + anchor);
        await page.WaitForSelectorAsync("html[data-ready=true]");
        return page;
    }

    private string Write(Language language, IEnumerable<Finding> findings) =>
        Sample.Write(_folder, "report.html", Sample.In(language), findings);
}
