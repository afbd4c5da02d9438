using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail;
using ConfigAudit.Tests.Mail;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>
/// What it costs to learn all that a mail server accepts, beside sslscan and testssl.sh on the same servers in the same run: Postfix and Dovecot, each with good
/// settings and with everything that OpenSSL has. Ours runs in this process, warm; the others are processes, as they always are.
/// </summary>
internal sealed class MailBenchmark : Benchmark
{
    private const int Rounds = 5;
    private const string Modern = "ECDHE+AESGCM:ECDHE+CHACHA20";
    private const string Legacy = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    public override string Name => "mail";

    public override string Usage => "mail [--testssl]    real mail servers on loopback, beside sslscan, and testssl.sh if asked for; needs root and the packages";

    public override int Run(string[] arguments)
    {
        var figures = new Figures();
        foreach (var (name, start) in new (string, Func<MailDaemon>)[]
        {
            ("postfix_modern", () => MailDaemon.Postfix(Modern)), ("postfix_legacy", () => MailDaemon.Postfix(Legacy)),
            ("dovecot_modern", () => MailDaemon.Dovecot(Modern)), ("dovecot_legacy", () => MailDaemon.Dovecot(Legacy)),
        })
        {
            if (!MailDaemon.CanRun(name.Split('_')[0]))
            {
                Console.Error.WriteLine($"{name}: not installed, or not root");
                continue;
            }

            using var server = start();
            Measure(figures, name, server, arguments.Contains("--testssl"));
        }

        figures.Save();
        return 0;
    }

    private static void Measure(Figures figures, string name, MailDaemon server, bool withTestssl)
    {
        var isSmtp = name.StartsWith("postfix", StringComparison.Ordinal);
        var endpoint = new MailEndpoint(server.Address, isSmtp ? MailProtocol.Smtp : MailProtocol.Imap, !isSmtp, "mail.city.example");
        var suites = new CatalogFolder(Path.Combine(Repository.Root, "module", "catalogs")).TlsSuites;
        var (service, accepted) = Ask(suites, endpoint);
        var ours = Stint.Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(() => Ask(suites, endpoint))));
        figures.Add($"mail.seconds.{name}", ours);
        figures.Add($"connections.{name}", service.Connections!.Value);
        figures.Add($"mail.suites.{name}", accepted);

        var starttls = isSmtp ? "--starttls-smtp " : string.Empty;
        Beside(figures, name, ours, "sslscan", Rounds, $"--no-colour {starttls}127.0.0.1:{server.Port}", @"^(?:Accepted|Preferred)\s");
        if (withTestssl)
            Beside(figures, name, ours, "testssl", 1, $"--quiet --color 0 --warnings off -p -E -S {(isSmtp ? "-t smtp " : string.Empty)}127.0.0.1:{server.Port}", @"^ x[0-9a-f]{2,4}\s");
    }

    private static void Beside(Figures figures, string name, double ours, string program, int rounds, string arguments, string accepted)
    {
        var output = Run(program, arguments);
        if (output is null)
        {
            Console.Error.WriteLine($"{program}: not installed");
            return;
        }

        var seconds = Stint.Median(Enumerable.Range(0, rounds).Select(_ => Seconds(() => Run(program, arguments))));
        figures.Add($"{program}.seconds.{name}", seconds);
        figures.Add($"{program}.suites.{name}", Regex.Count(output, accepted, RegexOptions.Multiline));
        figures.Add($"mail_vs_{program}.{name}", ours / seconds);
    }

    private static (MailServiceFact Service, int Suites) Ask(IReadOnlyList<TlsSuite> suites, MailEndpoint endpoint)
    {
        using var probe = new MailProbe(suites, new MailProbeOptions { InFlight = 8 });
        var sets = probe.AskAsync("mail.city.example", new[] { endpoint }, CancellationToken.None).GetAwaiter().GetResult();
        return (sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single(), sets.OfType<FactSet<MailSuiteFact>>().Single().Items.Length);
    }

    private static double Seconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalSeconds;
    }

    private static string? Run(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
