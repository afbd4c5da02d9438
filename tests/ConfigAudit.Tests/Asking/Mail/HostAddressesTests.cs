using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Whose word counts for the addresses of a host, and that nobody is waited for without end.</summary>
public sealed class HostAddressesTests : IDisposable
{
    private readonly DnsServer _dns = new();

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task The_servers_of_DNS_that_were_named_tell_the_addresses_and_not_the_computer()
    {
        _dns.With("mail.city.example", DnsServer.A, new byte[] { 192, 0, 2, 7 })
            .With("mail.city.example", DnsServer.Aaaa, IPAddress.Parse("2001:db8::7").GetAddressBytes());
        var (addresses, gap) = await AskAsync("mail.city.example", _dns.Address);
        Assert.Equal(new[] { "192.0.2.7", "2001:db8::7" }, addresses.Select(address => address.ToString()));
        Assert.Null(gap);
    }

    /// <summary>The computer's own file of hosts knows that name; whoever names a server of DNS wants that one's answer.</summary>
    [Fact]
    public async Task A_name_that_they_do_not_know_has_no_address()
    {
        var (addresses, gap) = await AskAsync("localhost", _dns.Address);
        Assert.Empty(addresses);
        Assert.Equal(GapKind.Unreachable, gap!.Kind);
    }

    [Fact]
    public async Task A_server_of_DNS_that_does_not_answer_is_waited_for_no_longer_than_told()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var watch = Stopwatch.StartNew();
        var (addresses, gap) = await AskAsync("mail.city.example", (IPEndPoint)silent.Client.LocalEndPoint!);
        Assert.Empty(addresses);
        Assert.Equal(GapKind.Timeout, gap!.Kind);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    /// <summary>Half an answer may hide the server that is the trouble.</summary>
    [Fact]
    public async Task Where_one_kind_of_address_is_not_known_that_is_said_beside_the_others()
    {
        _dns.With("mail.city.example", DnsServer.A, new byte[] { 192, 0, 2, 7 }).With("mail.city.example", DnsServer.Aaaa, 2, false);
        var (addresses, gap) = await AskAsync("mail.city.example", _dns.Address);
        Assert.Equal("192.0.2.7", Assert.Single(addresses).ToString());
        Assert.NotNull(gap);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public async Task An_address_is_not_asked_for(string address)
    {
        Assert.Equal(address, Assert.Single((await AskAsync(address, _dns.Address)).Addresses).ToString());
        Assert.Empty(_dns.Asked);
    }

    [Fact]
    public async Task Without_a_server_of_DNS_the_computer_is_asked() =>
        Assert.Contains(
            IPAddress.Loopback,
            (await new HostAddresses(new DomainLookupOptions()).AskAsync("localhost", CancellationToken.None)).Addresses
        );

    /// <summary>A datagram that had no room for all says so, and TCP is asked.</summary>
    [Fact]
    public async Task What_a_datagram_has_no_room_for_is_asked_for_over_TCP()
    {
        _dns.With("mail.city.example", DnsServer.A, Enumerable.Range(1, 40).Select(last => new byte[] { 192, 0, 2, (byte)last }).ToArray())
            .With("mail.city.example", DnsServer.Aaaa);
        _dns.IsTruncated = true;
        var (addresses, gap) = await AskAsync("mail.city.example", _dns.Address);
        Assert.Equal(40, addresses.Count);
        Assert.Null(gap);
        Assert.Equal(2, _dns.AskedOverTcp);
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1:53")]
    [InlineData(" 10.0.0.1:5353 ", "10.0.0.1:5353")]
    [InlineData("::1", "[::1]:53")]
    [InlineData("2001:db8::53", "[2001:db8::53]:53")]
    [InlineData("[::1]", "[::1]:53")]
    [InlineData("[::1]:5353", "[::1]:5353")]
    [InlineData("", null)]
    [InlineData("5353", null)]
    [InlineData("10.1", null)]
    [InlineData("10.1:53", null)]
    [InlineData("10.0.0.1:", null)]
    [InlineData("10.0.0.1:0", null)]
    [InlineData("10.0.0.1:65536", null)]
    [InlineData("10.0.0.1:+53", null)]
    [InlineData("10.0.0.1:5353:1", null)]
    [InlineData("[::1]5353", null)]
    [InlineData("[::1", null)]
    [InlineData("[10.0.0.1]:53", null)]
    [InlineData("[]:53", null)]
    [InlineData("[[::1]]:53", null)]
    [InlineData("dns.city.example", null)]
    [InlineData("dns.city.example:53", null)]
    public void A_server_of_DNS_is_an_address_and_may_have_a_port(string text, string? expected) =>
        Assert.Equal(expected, NameServerAddress.Read(text)?.ToString());

    private static Task<(System.Collections.Generic.IReadOnlyList<IPAddress> Addresses, Gap? Gap)> AskAsync(
        string host,
        IPEndPoint server
    ) =>
        new HostAddresses(new DomainLookupOptions { DnsServers = new[] { server }, Timeout = TimeSpan.FromSeconds(3) }).AskAsync(
            host,
            CancellationToken.None
        );
}
