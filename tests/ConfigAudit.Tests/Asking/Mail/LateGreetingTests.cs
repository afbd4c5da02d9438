using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>
/// Servers that take seconds to greet (RFC 5321 §4.5.3.2.1): nobody speaks before, the same is found as of the server without a delay, and
/// it takes no time that a service hasn't.
/// </summary>
public sealed class LateGreetingTests
{
    private readonly ITestOutputHelper _output;

    public LateGreetingTests(ITestOutputHelper output) => _output = output;

    [NeedsTheory("openssl")]
    [InlineData(5, 1000)]
    [InlineData(2, 10)]
    public async Task A_late_greeting_changes_nothing_of_what_is_found(int seconds, int room)
    {
        using var server = new OpenSslServer("-cipher ECDHE+AESGCM:DHE+AESGCM:AES256-SHA -serverpref");
        var (early, open, most) = (0, 0, 0);
        using var prompt = new StartTlsFront(StartTlsFront.Smtp("STARTTLS", "AUTH PLAIN"), server.Address);
        using var late = new StartTlsFront(
            async (stream, reader) =>
            {
                try
                {
                    var now = Interlocked.Increment(ref open);
                    InterlockedMax(ref most, now);
                    if (now > room)
                    {
                        await StartTlsFront.SayAsync(stream, "421 too many connections\r\n");
                        return false;
                    }

                    await Task.Delay(TimeSpan.FromSeconds(seconds));
                    if (((NetworkStream)stream).DataAvailable)
                        Interlocked.Increment(ref early);
                    return await StartTlsFront.Smtp("STARTTLS", "AUTH PLAIN")(stream, reader);
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            },
            server.Address
        );
        var expected = await AskAsync(prompt);
        var watch = Stopwatch.StartNew();
        var found = await AskAsync(late);
        _output.WriteLine(
            $"{watch.Elapsed}, {late.Connections} connections, {prompt.Connections} without a delay, {most} waited at once at most"
        );
        Assert.Equal(expected, found);
        Assert.Equal(0, early);
        // One after the other they would take six minutes and more.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
        // Those that wait, those that are talked on, and those of which the server has not seen the end yet.
        Assert.InRange(most, 1, 40);
        Assert.InRange(late.Connections, prompt.Connections, 2 * prompt.Connections);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, now, seen);
    }

    private static async Task<string> AskAsync(StartTlsFront front)
    {
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions(), Machine.Catalogs.TlsParameters);
        IReadOnlyList<FactSet> sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(front.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        var service = sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single();
        var properties = FactType<MailServiceFact>.Instance.Properties.Where(property =>
            property.Name
                is not (nameof(service.Connections) or nameof(service.CertificateLeft) or nameof(service.Port) or nameof(service.Source))
        );
        return string.Join(
            "\n",
            properties
                .Select(property => $"{property.Name}={property.Format(service)}")
                .Concat(sets.OfType<FactSet<MailSuiteFact>>().Single().Items.Select(suite => $"{suite.Version} {suite.Suite} {suite.Rank}"))
                .Concat(
                    sets.OfType<FactSet<MailParameterFact>>()
                        .Single()
                        .Items.Select(parameter => $"{parameter.Kind} {parameter.Name} {parameter.Bits}")
                )
        );
    }
}
