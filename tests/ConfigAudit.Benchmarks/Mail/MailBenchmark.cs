using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail;
using ConfigAudit.Tests.Asking.Mail.Stacks;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>
/// What it costs to learn all suites that a mail server accepts, beside sslscan, nmap and testssl.sh on the same servers in the same run,
/// and what each of them finds:
/// Postfix and Dovecot with good settings and with everything that OpenSSL has, Exim with GnuTLS, Java with nothing disabled, and other
/// stacks and servers as they come; those that serve one connection after the other measure their own patience. openssl s_client says of
/// each suite that
/// it has whether a handshake is completed. Ours runs in this process, warm; the others are
/// processes, as they always are.
/// </summary>
internal sealed class MailBenchmark : Benchmark
{
    private const int Rounds = 5;

    /// <summary>Whoever takes so long is measured once.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    /// <summary>For one server; whatever hangs is said to, and the next one is measured.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private const string Modern = "ECDHE+AESGCM:ECDHE+CHACHA20";
    private const string Legacy = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    private static readonly TlsVersion[] Versions =
    {
        TlsVersion.Ssl3,
        TlsVersion.Tls10,
        TlsVersion.Tls11,
        TlsVersion.Tls12,
        TlsVersion.Tls13,
    };

    private readonly CatalogFolder _catalogs = new(Path.Combine(Repository.Root, "module", "catalogs"));

    public override string Name => "mail";

    public override string Usage =>
        "mail [--testssl | --sslscan] [--limit 300] [--servers 200] [name ...]    real mail servers on loopback, beside other tools (needs root and the packages); or many scripted ones at once";

    public override int Run(string[] arguments)
    {
        if (Array.IndexOf(arguments, "--servers") is >= 0 and var many)
            return new ManyServers(_catalogs).Run(int.Parse(arguments[many + 1], CultureInfo.InvariantCulture));
        // Those that take minutes are left out of a quick look.
        var isQuick = arguments.Contains("--sslscan");
        var tools = (isQuick ? new[] { OtherTool.Sslscan } : new[] { OtherTool.Sslscan, OtherTool.Nmap })
            .Concat(arguments.Contains("--testssl") ? new[] { OtherTool.Testssl } : Array.Empty<OtherTool>())
            .ToArray();
        var figures = new Figures();
        var heads = new[] { "server", "one suite a hello", "ours", "openssl s_client" }.Concat(tools.Select(tool => tool.Name));
        var costs = new[] { "server", "seconds, ours", "seconds, floor", "ours / floor" }
            .Concat(tools.SelectMany(tool => new[] { $"seconds, {tool.Name}", $"ours / {tool.Name}" }))
            .Append("our connections");
        var (found, cost) = (new List<string>(Head(heads)), new List<string>(Head(costs)));
        var at = Array.IndexOf(arguments, "--limit");
        var limit = at < 0 ? Limit : TimeSpan.FromSeconds(double.Parse(arguments[at + 1], CultureInfo.InvariantCulture));
        var only = arguments.Where((argument, place) => !argument.StartsWith('-') && (at < 0 || place != at + 1)).ToArray();
        foreach (var (name, protocol, canRun, start) in Servers().Where(each => only.Length == 0 || only.Contains(each.Name)))
        {
            if (!canRun || start() is not var (server, port))
            {
                Console.Error.WriteLine($"{name}: not installed, or not root");
                continue;
            }

            using (server)
            {
                var row = Measured(name, protocol, port, tools, isQuick, limit);
                found.Add(Row(row.Found.Prepend(name)));
                cost.Add(Row(row.Cost.Prepend(name)));
                foreach (var (figure, value) in row.Figures)
                    figures.Add(figure, value);
            }
        }

        figures.Save();
        Console.WriteLine();
        Console.WriteLine(string.Join(Environment.NewLine, found.Append(string.Empty).Concat(cost)));
        return 0;
    }

    private static string[] Head(IEnumerable<string> names)
    {
        var cells = names.ToArray();
        return new[] { Row(cells), Row(cells.Select(_ => "---")) };
    }

    private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    /// <summary>In a thread of its own, which is left alone where it takes too long: its server goes, and with that what it asks.</summary>
    private ServerRow Measured(string name, MailProtocol? protocol, int port, OtherTool[] tools, bool isQuick, TimeSpan limit)
    {
        var measuring = Task.Run(() => Measure(name, protocol, port, tools, isQuick));
        try
        {
            if (measuring.Wait(limit))
                return measuring.Result;
        }
        catch (AggregateException bad)
        {
            return ServerRow.Of($"failed: {bad.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }

        return ServerRow.Of(FormattableString.Invariant($"not at its end after {limit.TotalSeconds} seconds"));
    }

    /// <summary>Protocol in which TLS is begun; null for TLS from the start. Each is started when its turn comes.</summary>
    private static IEnumerable<(string Name, MailProtocol? Protocol, bool CanRun, Func<(IDisposable Server, int Port)?> Start)> Servers()
    {
        return new (string, MailProtocol?, bool, Func<(IDisposable, int)?>)[]
        {
            ("postfix_modern", MailProtocol.Smtp, MailDaemon.CanRun("postfix"), () => Of(MailDaemon.Postfix(Modern))),
            ("postfix_legacy", MailProtocol.Smtp, MailDaemon.CanRun("postfix"), () => Of(MailDaemon.Postfix(Legacy))),
            ("dovecot_modern", null, MailDaemon.CanRun("dovecot"), () => Of(MailDaemon.Dovecot(Modern))),
            ("dovecot_legacy", null, MailDaemon.CanRun("dovecot"), () => Of(MailDaemon.Dovecot(Legacy))),
            ("exim_modern", MailProtocol.Smtp, EximServer.CanRun, () => Child(new EximServer(EximServer.Modern))),
            ("exim_legacy", MailProtocol.Smtp, EximServer.CanRun, () => Child(new EximServer(EximServer.Legacy))),
            ("java_everything", null, EverythingServer.CanRun, () => Child(new EverythingServer())),
        }
            .Concat(
                StackServer
                    .Names.Where(name => name != "Java")
                    .Select(name => (name, (MailProtocol?)null, true, (Func<(IDisposable, int)?>)(() => Child(StackServer.Of(name)))))
            )
            .Concat(
                UnpackedServer.Names.Select(name =>
                    (name, (MailProtocol?)ProtocolOf(name), true, (Func<(IDisposable, int)?>)(() => Child(UnpackedServer.Of(name))))
                )
            );

        static MailProtocol ProtocolOf(string name) =>
            name.EndsWith("IMAP", StringComparison.Ordinal) ? MailProtocol.Imap
            : name.EndsWith("POP3", StringComparison.Ordinal) ? MailProtocol.Pop3
            : MailProtocol.Smtp;

        static (IDisposable, int)? Of(MailDaemon server) => (server, server.Port);

        static (IDisposable, int)? Child(ServerProcess? server) => server is null ? null : (server, server.Port);
    }

    private ServerRow Measure(string name, MailProtocol? protocol, int port, IEnumerable<OtherTool> tools, bool isQuick)
    {
        var figures = new List<(string Name, double Value)>();
        var endpoint = new MailEndpoint(
            new IPEndPoint(IPAddress.Loopback, port),
            protocol ?? MailProtocol.Imap,
            protocol is null,
            "mail.city.example"
        );
        var truth = OneByOneOf(endpoint, _ => true).Suites;
        var (suites, connections) = Enumerate(endpoint);
        var seconds = Stint.Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(() => Enumerate(endpoint))));
        figures.Add(($"mail.seconds.{name}", seconds));
        // Each suite has to be picked once, which the server has its own cost for: nobody learns them in less.
        var floor = Stint.Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(() => OneByOneOf(endpoint, truth.Contains))));
        figures.Add(($"mail_floor.seconds.{name}", floor));
        figures.Add(($"mail_vs_floor.{name}", seconds / floor));
        figures.Add(($"connections.{name}", connections));
        figures.Add(($"mail.suites.{name}", suites.Count));
        // With all the rest: what is said before TLS and under it, groups, signatures, certificate, renegotiation, sessions. Of a server
        // that doesn't greet under TLS that is the time one waits for its greeting.
        if (protocol is not null || name.StartsWith("dovecot", StringComparison.Ordinal))
        {
            figures.Add(
                ($"mail.everything.seconds.{name}", Stint.Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(() => Ask(endpoint)))))
            );
        }

        var names = _catalogs.TlsSuites.ToDictionary(suite => suite.Code, suite => suite.Name);
        var cells = new List<string>
        {
            Shown(truth.Count),
            Differs(suites, truth),
            isQuick ? "–" : OpenSslsOf(port, protocol, names, truth),
        };
        var costs = new List<string> { Shown(seconds), Shown(floor), Shown(seconds / floor) };
        foreach (var tool in tools)
        {
            var watch = Stopwatch.StartNew();
            if (tool.Run(port, protocol) is not var (output, hasEnded) || !hasEnded)
            {
                cells.Add(
                    watch.Elapsed < OtherTool.Limit
                        ? "not installed"
                        : FormattableString.Invariant($"not at its end after {OtherTool.Limit.TotalSeconds} seconds")
                );
                costs.AddRange(new[] { "–", "–" });
                continue;
            }

            var theirs =
                watch.Elapsed > Slow
                    ? watch.Elapsed.TotalSeconds
                    : Stint.Median(Enumerable.Range(0, Rounds).Select(_ => Seconds(() => tool.Run(port, protocol))));
            costs.AddRange(new[] { Shown(theirs), Shown(seconds / theirs) });
            var found = new HashSet<string>(tool.Accepted(output, names).Select(each => $"{each.Version} {each.Suite}"));
            figures.Add(($"{tool.Name}.seconds.{name}", theirs));
            figures.Add(($"{tool.Name}.suites.{name}", found.Count));
            figures.Add(($"mail_vs_{tool.Name}.{name}", seconds / theirs));
            // Whoever stops after a few of the suites is quick.
            if (found.Count > 0 && found.Count < suites.Count)
                figures.Add(($"mail_vs_{tool.Name}_per_suite.{name}", seconds / suites.Count / (theirs / found.Count)));
            cells.Add(Differs(found, truth));
        }

        costs.Add(Shown(connections));
        return new ServerRow(cells, costs, figures);
    }

    private static string OpenSslsOf(int port, MailProtocol? protocol, IReadOnlyDictionary<int, string> names, HashSet<string> truth)
    {
        var (tried, completed) = OpenSslClient.Ask(port, protocol, names);
        return $"{Differs(completed, truth.Intersect(tried).ToHashSet())}; {truth.Except(tried).Count()} that it doesn't have";
    }

    /// <summary>Two digits that count.</summary>
    private static string Shown(double value) =>
        value.ToString(
            value >= 10 ? "0"
                : value >= 1 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );

    /// <summary>How many, and what of the truth is missing or isn't in it.</summary>
    private static string Differs(HashSet<string> found, HashSet<string> truth)
    {
        var (missed, invented) = (truth.Except(found).Order().ToArray(), found.Except(truth).Order().ToArray());
        return found.Count + Some("missed", missed) + Some("not accepted", invented);

        static string Some(string what, string[] suites) =>
            suites.Length == 0
                ? string.Empty
                : $"; {suites.Length} {what}: {string.Join(", ", suites.Take(3))}{(suites.Length > 3 ? "…" : string.Empty)}";
    }

    private (HashSet<string> Suites, int Connections) Enumerate(MailEndpoint endpoint) =>
        Asked(
            endpoint,
            prober =>
                new SuiteEnumeration(prober, _catalogs.TlsSuites)
                    .AskAsync(Versions, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult()
                    .Select(each => (each.Version, each.Suites))
        );

    /// <summary>Asks suites one by one, of which version and name are told.</summary>
    private (HashSet<string> Suites, int Connections) OneByOneOf(MailEndpoint endpoint, Func<string, bool> isAsked) =>
        Asked(
            endpoint,
            prober =>
                Task.WhenAll(
                        Versions.Select(async version =>
                            (
                                version,
                                await OneByOne.AskAsync(
                                    prober,
                                    _catalogs.TlsSuites.Where(suite => isAsked($"{version} {suite.Name}")),
                                    version
                                )
                            )
                        )
                    )
                    .GetAwaiter()
                    .GetResult()
        );

    private (HashSet<string> Suites, int Connections) Asked(
        MailEndpoint endpoint,
        Func<Prober, IEnumerable<(TlsVersion Version, IReadOnlyList<int> Suites)>> ask
    )
    {
        using var places = new SemaphoreSlim(8);
        var prober = new Prober(endpoint, TimeSpan.FromSeconds(10), places);
        var names = _catalogs.TlsSuites.ToDictionary(suite => suite.Code, suite => suite.Name);
        var found = new HashSet<string>(ask(prober).SelectMany(each => each.Suites.Select(code => $"{each.Version} {names[code]}")));
        return (found, prober.Connections);
    }

    private void Ask(MailEndpoint endpoint)
    {
        using var probe = new MailProbe(_catalogs.TlsSuites, new MailProbeOptions { InFlight = 8 }, _catalogs.TlsParameters);
        var sets = probe.AskAsync("mail.city.example", new[] { endpoint }, CancellationToken.None).GetAwaiter().GetResult();
        if (sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single().Versions is null)
            throw new InvalidOperationException($"{endpoint}: its versions weren't learnt");
    }

    private static double Seconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalSeconds;
    }
}
