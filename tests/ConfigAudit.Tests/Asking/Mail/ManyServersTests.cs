using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Two hundred servers at once: each is learnt whole, and none has more connections than it is allowed.</summary>
public sealed class ManyServersTests
{
    private const int Suite = 0xC02F;
    private const int Limit = 3;

    [Fact]
    public async Task Each_is_learnt_and_its_connections_are_bounded()
    {
        var servers = Enumerable.Range(0, 200).Select(_ => new Crowd()).ToArray();
        var found = await Task.WhenAll(servers.Select(server => AskAsync(server.Front)));
        Assert.All(found, service => Assert.Equal(new[] { "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" }, service.Suites));
        Assert.All(servers, server => Assert.InRange(server.Most, 1, Limit));
        foreach (var server in servers)
            server.Front.Dispose();
    }

    private static async Task<MailServiceFact> AskAsync(StartTlsFront server)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions
            {
                InFlight = Limit,
                Round = TimeSpan.FromSeconds(60),
                Service = TimeSpan.FromMinutes(5),
            }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        return Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items);
    }

    /// <summary>A server of one suite that counts who is there at once, from the greeting to its answer.</summary>
    private sealed class Crowd
    {
        private int _now;
        private int _most;

        public Crowd() =>
            Front = new StartTlsFront(
                async (stream, reader) =>
                {
                    var now = Interlocked.Increment(ref _now);
                    _most = Math.Max(_most, now);
                    try
                    {
                        if (!await StartTlsFront.Smtp("STARTTLS")(stream, reader))
                            return false;
                        var (version, suites) = await ScriptedHello.ReadAsync(stream);
                        Interlocked.Decrement(ref _now);
                        now = 0;
                        await StartTlsFront.SendHexAsync(
                            stream,
                            version != 0x0303 ? "15030300020246"
                                : suites.Contains(Suite) ? ScriptedHello.Answer(Suite)
                                : "15030300020228"
                        );
                        return false;
                    }
                    finally
                    {
                        if (now > 0)
                            Interlocked.Decrement(ref _now);
                    }
                }
            );

        public StartTlsFront Front { get; }

        public int Most => _most;
    }
}
