using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Running;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>
/// Many servers at once: scripted ones in this process, of which each tenth lets one wait 50 ms at every turn, and one 300 ms. The time
/// should be the slowest one's
/// alone, or what the two cores take for all, and not the sum; and memory shouldn't grow with the number.
/// </summary>
internal sealed class ManyServers
{
    private const int Suite = 0xC02F;

    private readonly CatalogFolder _catalogs;

    public ManyServers(CatalogFolder catalogs) => _catalogs = catalogs;

    public int Run(int count)
    {
        var servers = Enumerable
            .Range(0, count)
            .Select(index =>
                Start(
                    index == 0 ? 300
                    : index % 10 == 0 ? 50
                    : 0
                )
            )
            .ToArray();
        AskAsync(servers[1]).GetAwaiter().GetResult();
        var slowest = Seconds(() => AskAsync(servers[0]));
        var slow = Seconds(() => AskAsync(servers[10]));
        var quick = Seconds(() => AskAsync(servers[1]));
        var sum = slowest + (((count / 10) - 1) * slow) + ((count - (count / 10)) * quick);
        var learnt = 0;
        var all = Seconds(() =>
            FanOut.RunAsync(
                servers,
                count,
                async server =>
                {
                    if (await AskAsync(server).ConfigureAwait(false) is { Versions.Count: 1 })
                        Interlocked.Increment(ref learnt);
                },
                CancellationToken.None
            )
        );
        var figures = new Figures();
        figures.Add("mail.servers", count);
        figures.Add("mail.servers.learnt", learnt);
        figures.Add("mail.servers.seconds", all);
        figures.Add("mail.servers.slowest", slowest);
        figures.Add("mail.servers.sum", sum);
        figures.Add("mail.servers.peakMb", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0);
        figures.Save();
        foreach (var server in servers)
            server.Dispose();
        return learnt == count ? 0 : 1;
    }

    private static StartTlsFront Start(int delay) =>
        new(
            async (stream, reader) =>
            {
                await Task.Delay(delay).ConfigureAwait(false);
                if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader).ConfigureAwait(false))
                    return false;
                var (version, suites) = await ScriptedHello.ReadAsync(stream).ConfigureAwait(false);
                await Task.Delay(delay).ConfigureAwait(false);
                await StartTlsFront
                    .SendHexAsync(
                        stream,
                        version != 0x0303 ? "15030300020246"
                            : suites.Contains(Suite) ? ScriptedHello.Answer(Suite)
                            : "15030300020228"
                    )
                    .ConfigureAwait(false);
                return false;
            }
        );

    private async Task<MailServiceFact> AskAsync(StartTlsFront server)
    {
        using var probe = new MailProbe(_catalogs.TlsSuites, new MailProbeOptions());
        var sets = await probe
            .AskAsync(
                "mail.city.example",
                new[] { new MailEndpoint(server.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single();
    }

    private static double Seconds(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        act().GetAwaiter().GetResult();
        return watch.Elapsed.TotalSeconds;
    }
}
