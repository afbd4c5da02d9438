using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Asking.Mail;
using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Opened;

/// <summary>The page of a mail server, of a Postfix and a Dovecot that accept everything, as people open and print it. Skipped where
/// Chromium or one of them isn't installed.</summary>
[Collection(Alone.Name)]
public sealed class ServerPageTests : IDisposable
{
    private const string Everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("chromium")]
    public async Task It_shows_what_the_server_accepts_what_fails_and_what_to_write()
    {
        if (!MailDaemon.CanRun("postfix") || !MailDaemon.CanRun("dovecot"))
            return;
        using var smtp = MailDaemon.Postfix(Everything);
        using var imap = MailDaemon.Dovecot(Everything);
        var findings = await JudgeAsync(
            new MailEndpoint(smtp.Address, MailProtocol.Smtp, false, "mail.city.example"),
            new MailEndpoint(imap.Address, MailProtocol.Imap, true, "mail.city.example")
        );
        await using var browser = await LaunchAsync();
        foreach (var language in new[] { Language.Japanese, Language.English })
        {
            var name = language == Language.Japanese ? "server-ja" : "server-en";
            var page = await OpenAsync(browser, Sample.Write(_folder, name + ".html", Sample.In(language), findings), 1280);
            var text = await TextAsync(page, "#server-1");
            foreach (
                var told in new[]
                {
                    "TLS_DH_anon_WITH_AES_128_CBC_SHA",
                    "tls_high_cipherlist = ECDHE+AESGCM",
                    "ssl_min_protocol = TLSv1.2",
                    "CN=mail.city.example",
                    "MAIL-04",
                }
            )
            {
                Assert.Contains(told, text, StringComparison.Ordinal);
            }

            foreach (var other in new[] { "Exim", "Exchange" })
                Assert.DoesNotContain(other, text, StringComparison.Ordinal);
            await (await page.QuerySelectorAsync("#servers")).ScreenshotAsync(Screenshot(name + ".png"));
            await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
            Assert.Empty(
                await page.EvaluateExpressionAsync<string[]>(
                    "axe.run().then(found => found.violations.filter(each => each.impact === 'serious' || each.impact === 'critical').map(each => each.id + ': ' + each.nodes[0].html))"
                )
            );
            await page.SetViewportAsync(new ViewPortOptions { Width = 420, Height = 900 });
            await (await page.QuerySelectorAsync("#servers")).ScreenshotAsync(Screenshot(name + "-narrow.png"));
            Assert.True(
                await page.EvaluateExpressionAsync<bool>(
                    "document.getElementById('servers').scrollWidth <= document.getElementById('servers').clientWidth"
                )
            );
            // A4 without its margins, at 96 dots an inch.
            await page.SetViewportAsync(new ViewPortOptions { Width = 703, Height = 1000 });
            await page.EmulateMediaTypeAsync(MediaType.Print);
            await (await page.QuerySelectorAsync("#server-1")).ScreenshotAsync(Screenshot(name + "-print.png"));
            Assert.True(
                await page.EvaluateExpressionAsync<bool>(
                    "[...document.querySelectorAll('#server-1 .scroll')].every(each => each.scrollWidth <= each.clientWidth)"
                )
            );
            await page.PdfAsync(Screenshot(name + ".pdf"), new PdfOptions { Format = PaperFormat.A4, PrintBackground = false });
        }
    }

    private static async Task<Finding[]> JudgeAsync(params MailEndpoint[] endpoints)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(10) },
            Machine.Catalogs.TlsParameters
        );
        var snapshot = new Snapshot
        {
            ComputerName = "mail.city.example",
            IPAddresses = new[] { "127.0.0.1" },
            Zone = Zone.Internet,
            CollectedAt = DateTimeOffset.Now,
            Protocol = "Mail",
            Table = new FactTable(await probe.AskAsync("mail.city.example", endpoints, CancellationToken.None)),
        };
        return Evaluator
            .Evaluate(new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-Recommended"), snapshot)
            .ToArray();
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
                ExecutablePath = Programs.Find("chromium"),
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

    private static async Task<IPage> OpenAsync(IBrowser browser, string path, int width)
    {
        var page = await browser.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.GoToAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-ready=true]");
        return page;
    }
}
