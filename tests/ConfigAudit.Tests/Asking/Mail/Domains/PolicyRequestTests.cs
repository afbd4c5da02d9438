using System;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>Policies over HTTPS (RFC 8461 §3.3).</summary>
public sealed class PolicyRequestTests
{
    private const string Policy = "version: STSv1\nmode: testing\nmx: mx.city.example\nmax_age: 86400\n";
    private const string Plain = "Content-Type: text/plain\r\n";

    [NeedsFact("openssl")]
    public async Task A_policy_is_had_from_a_host_that_proves_who_it_is()
    {
        using var server = PolicyServer.Of(Policy);
        var (policy, gap) = await AskAsync(server);
        Assert.Null(gap);
        Assert.Equal((MtaStsMode.Testing, TimeSpan.FromDays(1)), (policy!.Mode, policy.MaxAge));
    }

    [NeedsTheory("openssl")]
    [InlineData("HTTP/1.0 404 Not Found", Plain, "404")]
    [InlineData("HTTP/1.0 301 Moved", Plain + "Location: https://localhost/\r\n", "redirections are not followed")]
    [InlineData("HTTP/1.0 200 OK", "Content-Type: text/html\r\n", "not text/plain")]
    [InlineData("HTTP/1.0 200 OK", "", "not text/plain")]
    public async Task Any_other_answer_is_no_policy(string status, string headers, string reason)
    {
        using var server = new PolicyServer($"{status}\r\n{headers}\r\n{Policy}");
        await LacksAsync(server, GapKind.Unusable, reason);
    }

    [NeedsFact("openssl")]
    public async Task Nor_is_one_without_end_or_one_that_is_not_well_formed()
    {
        using var endless = PolicyServer.Of(Policy + new string('\n', 70000));
        await LacksAsync(endless, GapKind.Unusable, "longer than 64 KB");
        using var other = PolicyServer.Of("Welcome to the city");
        await LacksAsync(other, GapKind.Unusable, "no key and value");
    }

    [NeedsFact("openssl")]
    public async Task A_host_that_nobody_vouches_for_or_that_is_another_is_not_believed()
    {
        using var unknown = PolicyServer.Of(Policy);
        await LacksAsync(unknown, GapKind.Unusable, "certificate", isTrusted: false);
        using var other = new PolicyServer($"HTTP/1.0 200 OK\r\n{Plain}\r\n{Policy}", "other.city.example");
        await LacksAsync(other, GapKind.Unusable, "certificate");
    }

    [Fact]
    public async Task A_host_that_is_not_there_or_says_nothing_says_nothing_of_the_policy()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var options = new DomainLookupOptions { PolicyOf = _ => address, Timeout = TimeSpan.FromSeconds(1) };
        Assert.Equal(GapKind.Timeout, (await new PolicyRequest(options).AskAsync("city.example", CancellationToken.None)).Gap!.Kind);
        listener.Stop();
        Assert.Equal(
            GapKind.Unreachable,
            (await new PolicyRequest(options with { Timeout = TimeSpan.FromSeconds(20) }).AskAsync("city.example", CancellationToken.None))
                .Gap!
                .Kind
        );
    }

    /// <summary>The computer knows no such host; the server of DNS that was named does, and an address of it that answers nothing isn't the
    /// last.</summary>
    [Fact]
    public async Task Its_host_is_looked_up_by_the_servers_of_DNS_that_were_named()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        using var server = new PolicyServer($"HTTP/1.0 200 OK\r\n{Plain}\r\n{Policy}", "mta-sts.city.example");
        using var dns = new DnsServer();
        dns.With("mta-sts.city.example", DnsServer.A, new byte[] { 127, 0, 0, 2 }, new byte[] { 127, 0, 0, 1 })
            .With("mta-sts.city.example", DnsServer.Aaaa);
        var options = new DomainLookupOptions
        {
            DnsServers = new[] { dns.Address },
            PolicyOf = domain => new Uri($"https://mta-sts.{domain}:{server.Address.Port}/mta-sts.txt"),
            Trusted = new X509Certificate2Collection(server.Authority),
        };
        var (policy, gap) = await new PolicyRequest(options).AskAsync("city.example", CancellationToken.None);
        Assert.Null(gap);
        Assert.Equal(MtaStsMode.Testing, policy!.Mode);
        Assert.Contains(dns.Asked, question => question.Name == "mta-sts.city.example");
        dns.With("mta-sts.other.example", DnsServer.A, new byte[] { 127, 0, 0, 1 }).With("mta-sts.other.example", DnsServer.Aaaa);
        Assert.Contains(
            "certificate",
            (await new PolicyRequest(options).AskAsync("other.example", CancellationToken.None)).Gap!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_host_that_they_do_not_know_or_do_not_answer_for_leaves_a_gap_in_time()
    {
        using var dns = new DnsServer();
        var options = new DomainLookupOptions { DnsServers = new[] { dns.Address }, Timeout = TimeSpan.FromSeconds(2) };
        Assert.Equal(GapKind.Unreachable, (await new PolicyRequest(options).AskAsync("city.example", CancellationToken.None)).Gap!.Kind);
        dns.Spoil = _ => null;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(GapKind.Timeout, (await new PolicyRequest(options).AskAsync("city.example", CancellationToken.None)).Gap!.Kind);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(40));
    }

    private static async Task LacksAsync(PolicyServer server, GapKind kind, string reason, bool isTrusted = true)
    {
        var (policy, gap) = await AskAsync(server, isTrusted);
        Assert.Null(policy);
        Assert.Equal(kind, gap!.Kind);
        Assert.Contains(reason, gap.Message, StringComparison.Ordinal);
    }

    private static Task<(MtaStsPolicy? Policy, Gap? Gap)> AskAsync(PolicyServer server, bool isTrusted = true) =>
        new PolicyRequest(
            new() { PolicyOf = _ => server.Address, Trusted = isTrusted ? new X509Certificate2Collection(server.Authority) : new() }
        ).AskAsync("city.example", CancellationToken.None);
}
