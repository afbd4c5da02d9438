using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>
/// Scripted servers of TLS 1.2 that do what real ones were seen to do: follow the client's order or their own, fail at what they picked,
/// refuse with an alert or with the
/// end of the stream, read a part of the hello. However they do it, all that they take is found.
/// </summary>
public sealed class SuiteScriptTests
{
    private const string Refusal = "15030300020228";
    private const string Failure = "15030300020250";
    private const string OtherVersion = "15030300020246";

    private static readonly string[] Usual =
    {
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_RSA_WITH_AES_128_CBC_SHA",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };
    private static readonly string[] Old =
    {
        "TLS_RSA_WITH_RC4_128_MD5",
        "TLS_RSA_WITH_RC4_128_SHA",
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
        "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA",
    };
    private static readonly string[] Odd =
    {
        "TLS_DH_anon_WITH_RC4_128_MD5",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        "TLS_PSK_WITH_AES_128_CBC_SHA",
        "TLS_DHE_PSK_WITH_AES_128_CBC_SHA",
        "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA",
        "TLS_KRB5_WITH_DES_CBC_SHA",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
    };

    public enum Refuses
    {
        WithAnAlert,
        WithTheEnd,
    }

    [Theory]
    [InlineData(Refuses.WithAnAlert)]
    [InlineData(Refuses.WithTheEnd)]
    public async Task All_is_found_of_one_that_follows_the_client(Refuses how)
    {
        var found = await FindAsync(new Script(Usual.Concat(Odd)) { Refuses = how });
        Assert.Equal(Names(Usual.Concat(Odd)), Names(found.Suites));
        Assert.False(found.HasServerOrder);
    }

    [Theory]
    [InlineData(Refuses.WithAnAlert)]
    [InlineData(Refuses.WithTheEnd)]
    public async Task All_is_found_of_one_with_an_order_of_its_own_and_that_too(Refuses how)
    {
        var order = Enumerable.Reverse(Odd).Concat(Enumerable.Reverse(Usual)).ToArray();
        var found = await FindAsync(new Script(order) { Refuses = how, HasOwnOrder = true });
        Assert.Equal(Names(order), Names(found.Suites));
        Assert.True(found.HasServerOrder);
        Assert.Equal(order, found.Preference!.Select(code => Named[code]));
    }

    /// <summary>Its own order is the one in which suites are offered, which looks as if it followed the client.</summary>
    [Fact]
    public async Task An_order_of_its_own_is_seen_where_it_is_the_usual_one()
    {
        var found = await FindAsync(new Script(Usual.Take(2)) { HasOwnOrder = true });
        Assert.True(found.HasServerOrder);
        Assert.Equal(Names(Usual.Take(2)), Names(found.Suites));
    }

    [Fact]
    public async Task All_is_found_of_one_that_reads_the_first_64()
    {
        var found = await FindAsync(new Script(Old) { Reads = 64 });
        Assert.Equal(Names(Old), Names(found.Suites));
    }

    /// <summary>Dovecot without parameters of Diffie-Hellman: it ends the stream when it picked such a suite, and when it
    /// refuses.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_is_found_of_one_that_fails_at_a_kind(bool hasOwnOrder)
    {
        var fails = Named
            .Values.Where(name =>
                name.StartsWith("TLS_DHE_", StringComparison.Ordinal) || name.StartsWith("TLS_DH_anon", StringComparison.Ordinal)
            )
            .ToArray();
        var takes = new[]
        {
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "TLS_RSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        };
        var found = await FindAsync(
            new Script(hasOwnOrder ? fails.Concat(takes) : takes)
            {
                Fails = fails,
                Refuses = Refuses.WithTheEnd,
                HasOwnOrder = hasOwnOrder,
            }
        );
        Assert.Equal(Names(takes), Names(found.Suites));
    }

    /// <summary>Exim with GnuTLS: it picks suites for which it has no credentials, and says of its failure what a refusal would say, or
    /// something else.</summary>
    [Theory]
    [InlineData(Refusal, false)]
    [InlineData(Refusal, true)]
    [InlineData(Failure, false)]
    [InlineData(Failure, true)]
    public async Task All_is_found_of_one_that_fails_for_want_of_credentials(string failure, bool hasOwnOrder)
    {
        var fails = Named.Values.Where(name => name.IndexOf("_anon_", StringComparison.Ordinal) >= 0).ToArray();
        var takes = Usual.Append("TLS_PSK_WITH_AES_128_CBC_SHA").Append("TLS_DHE_PSK_WITH_AES_128_CBC_SHA").ToArray();
        var found = await FindAsync(
            new Script(hasOwnOrder ? fails.Concat(takes) : takes)
            {
                Fails = fails,
                Failure = failure,
                HasOwnOrder = hasOwnOrder,
            }
        );
        Assert.Equal(Names(takes), Names(found.Suites));
    }

    /// <summary>Any suites at all, in any order, with any way to refuse; from a seed, so that a failure comes again.</summary>
    [Fact]
    public async Task All_is_found_whatever_they_are()
    {
        for (var seed = 1; seed <= 24; seed++)
        {
#pragma warning disable CA5394 // Not for a secret.
            var random = new Random(seed);
            var takes = Named.Values.Where(name => random.Next(12) == 0).OrderBy(_ => random.Next()).ToArray();
            var script = new Script(takes)
            {
                HasOwnOrder = random.Next(2) == 0,
                Refuses = random.Next(2) == 0 ? Refuses.WithAnAlert : Refuses.WithTheEnd,
            };
#pragma warning restore CA5394
            var found = await FindAsync(script);
            Assert.Equal($"{seed}: {Names(takes)}", $"{seed}: {Names(found.Suites)}");
            Assert.Equal(script.HasOwnOrder, found.HasServerOrder);
        }
    }

    private static Dictionary<int, string> Named { get; } =
        Machine.Catalogs.TlsSuites.Where(suite => !suite.IsOfTls13).ToDictionary(suite => suite.Code, suite => suite.Name);

    private static string Names(IEnumerable<int> codes) => Names(codes.Select(code => Named[code]));

    private static string Names(IEnumerable<string> names) => string.Join(" ", names.OrderBy(name => name, StringComparer.Ordinal));

    private static async Task<VersionAnswer> FindAsync(Script script)
    {
        using var server = new StartTlsFront(
            async (stream, _) =>
            {
                var (version, suites) = await ScriptedHello.ReadAsync(stream);
                var answer =
                    version == 0x0303
                        ? script.Answer(suites.Select(code => Named.TryGetValue(code, out var name) ? name : string.Empty))
                        : OtherVersion;
                if (answer.Length > 0)
                    await StartTlsFront.SendHexAsync(stream, answer);
                return false;
            }
        );
        using var places = new SemaphoreSlim(8);
        var prober = new Prober(
            new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example"),
            TimeSpan.FromSeconds(5),
            places
        );
        var found = await new SuiteEnumeration(prober, Machine.Catalogs.TlsSuites).AskAsync(
            new[] { TlsVersion.Tls12 },
            CancellationToken.None
        );
        Assert.Null(found.Single().Doubt);
        return found.Single();
    }

    /// <param name="Knows">Suites, in its own order.</param>
    private sealed record Script(IEnumerable<string> Knows)
    {
        public IReadOnlyList<string> Fails { get; init; } = Array.Empty<string>();

        public bool HasOwnOrder { get; init; }

        public Refuses Refuses { get; init; }

        /// <summary>What it sends when it failed; null for what it sends when it refuses.</summary>
        public string? Failure { get; init; }

        public int Reads { get; init; } = int.MaxValue;

        private string RefusalBytes => Refuses == Refuses.WithAnAlert ? Refusal : string.Empty;

        /// <summary>Bytes in hexadecimal; empty to end the stream.</summary>
        public string Answer(IEnumerable<string> offered)
        {
            var read = offered.Take(Reads).ToArray();
            var known = Knows.Concat(Fails).Distinct().ToArray();
            var pick = HasOwnOrder ? known.FirstOrDefault(read.Contains) : read.FirstOrDefault(known.Contains);
            if (pick is null)
                return RefusalBytes;
            return Fails.Contains(pick) ? Failure ?? RefusalBytes : ScriptedHello.Answer(Named.Single(each => each.Value == pick).Key);
        }
    }
}
