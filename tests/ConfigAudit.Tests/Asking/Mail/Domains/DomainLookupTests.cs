using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>What DNS says of a mail domain, and what is said when it says nothing.</summary>
public sealed class DomainLookupTests : IDisposable
{
    private const string City = "city.example";

    private readonly DnsServer _dns = new DnsServer().With("mx.city.example", DnsServer.A, new byte[] { 192, 0, 2, 1 });

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task Exchangers_stand_by_preference()
    {
        _dns.With(
            City,
            DnsServer.Mx,
            DnsServer.Exchanger(20, "MX2.city.example"),
            DnsServer.Exchanger(10, "mx1.city.example"),
            DnsServer.Exchanger(20, "a.city.example")
        );
        var found = await Lookup().ExchangersAsync("City.Example.", CancellationToken.None);
        Assert.Equal(new[] { "mx1.city.example", "a.city.example", "mx2.city.example" }, found.Hosts);
        Assert.True(found.AcceptsMail);
        Assert.Null(found.Gap);
        Assert.Null(found.Rest);
        Assert.False(found.IsSecure);
    }

    /// <summary>RFC 5321 §2.3.5 and §5.1, RFC 7505 §3, RFC 2181 §10.3.</summary>
    [Theory]
    [InlineData("192.0.2.1", "Address 192.0.2.1", "")]
    [InlineData("192.0.2.1 mx.city.example", "Address 192.0.2.1", "mx.city.example")]
    [InlineData(". mx.city.example", "NullMx", "mx.city.example")]
    [InlineData("alias.city.example", "Alias alias.city.example", "alias.city.example")]
    [InlineData("mx.city.example", "", "mx.city.example")]
    [InlineData("mx6.city.example", "", "mx6.city.example")]
    [InlineData("gone.city.example", "NoAddress gone.city.example", "gone.city.example")]
    [InlineData("text.city.example mx.city.example", "NoAddress text.city.example", "mx.city.example text.city.example")]
    [InlineData(".", "", "")]
    public async Task Records_that_senders_refuse_are_told(string exchangers, string fault, string asked)
    {
        _dns.With("text.city.example", DnsServer.Txt, DnsServer.Text("no address"));
        _dns.With("mx6.city.example", DnsServer.Aaaa, new byte[16]);
        _dns.With(City, DnsServer.Mx, exchangers.Split(' ').Select(host => DnsServer.Exchanger(10, host)).ToArray());
        _dns.With("alias.city.example", DnsServer.Cname, DnsServer.Alias("mx.city.example"));
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Equal(asked, string.Join(" ", found.Hosts ?? Array.Empty<string>()));
        Assert.Equal(fault, string.Join(", ", found.Faults.Select(each => each.Name)));
        // Of what is named besides, nobody knows whether senders take it.
        Assert.Equal(exchangers.StartsWith("192.0.2.1 ", StringComparison.Ordinal), found.FaultsGap is not null);
    }

    /// <summary>Who doesn't say whether there is an address hasn't said that there is none.</summary>
    [Theory]
    [InlineData(DnsServer.A)]
    [InlineData(DnsServer.Aaaa)]
    [InlineData(DnsServer.Cname)]
    public async Task An_exchanger_that_can_not_be_looked_up_is_no_fault(int type)
    {
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(10, "quiet.city.example"));
        _dns.With("quiet.city.example", DnsServer.Txt, DnsServer.Text("it exists")).With("quiet.city.example", type, 2, false);
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Empty(found.Faults);
        Assert.Contains("could not be looked up", found.FaultsGap!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_MX_accepts_no_mail()
    {
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(0, "."));
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.False(found.AcceptsMail);
        Assert.Empty(found.Hosts!);
        Assert.Null(found.Gap);
    }

    [Theory]
    [InlineData(DnsServer.A, 4)]
    [InlineData(DnsServer.Aaaa, 16)]
    public async Task A_domain_with_an_address_and_no_MX_is_its_own_exchanger(int type, int length)
    {
        _dns.With(City, type, new byte[length]);
        Assert.Equal(new[] { City }, (await Lookup().ExchangersAsync(City, CancellationToken.None)).Hosts);
    }

    [Fact]
    public async Task One_with_neither_accepts_no_mail()
    {
        _dns.With(City, DnsServer.Txt, DnsServer.Text("v=spf1 -all"));
        Assert.False((await Lookup().ExchangersAsync(City, CancellationToken.None)).AcceptsMail);
    }

    [Fact]
    public async Task A_domain_that_is_not_there_is_said_not_to_be()
    {
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Equal(GapKind.NotPresent, found.Gap!.Kind);
        Assert.Null(found.AcceptsMail);
    }

    [Fact]
    public async Task A_domain_whose_address_could_not_be_looked_up_is_not_said_to_accept_no_mail()
    {
        _dns.With(City, DnsServer.Mx).With(City, DnsServer.A, code: 2, isSecure: false);
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Null(found.AcceptsMail);
        Assert.Contains("could not be looked up", found.Gap!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchangers_without_end_are_cut_and_it_says_so()
    {
        _dns.With(City, DnsServer.Mx, Enumerable.Range(0, 60).Select(i => DnsServer.Exchanger(i, $"m{i}.x")).ToArray());
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Equal(DomainLookup.MaxExchangers, found.Hosts!.Count);
        Assert.Contains("of 60 exchangers 50", found.Rest!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_host_is_no_exchanger()
    {
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(1, "mx\u001b[2J.city.example"), DnsServer.Exchanger(2, "mx.city.example"));
        var found = await Lookup().ExchangersAsync(City, CancellationToken.None);
        Assert.Equal(new[] { "mx.city.example" }, found.Hosts);
        Assert.NotNull(found.Rest);
    }

    [Fact]
    public async Task A_name_in_other_letters_is_asked_for_in_punycode()
    {
        _dns.With("xn--eckwd4c7cu47r2wf.jp", DnsServer.Mx, DnsServer.Exchanger(1, "mx.xn--eckwd4c7cu47r2wf.jp"));
        var found = await Lookup().ExchangersAsync("ドメイン名例.jp", CancellationToken.None);
        Assert.Null(found.Gap);
        Assert.Equal(new[] { "mx.xn--eckwd4c7cu47r2wf.jp" }, found.Hosts);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..example")]
    [InlineData("-a.example")]
    [InlineData("a b.example")]
    [InlineData("user@city.example")]
    [InlineData("https://city.example")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123.example")]
    public async Task What_is_no_domain_is_refused_before_anybody_is_asked(string name)
    {
        var bad = await Assert.ThrowsAnyAsync<FormatException>(() => Lookup().AskAsync(name, CancellationToken.None));
        Assert.Contains("is not the name of a mail domain", bad.Message, StringComparison.Ordinal);
        Assert.Empty(_dns.Asked);
    }

    /// <summary>RFC 7672 §2.2.2: the records of the name that the host is an alias of come first, where all of the way is secure.</summary>
    [Theory]
    [InlineData(true, true, "mail.provider.example")]
    [InlineData(false, true, "mx.city.example")]
    [InlineData(true, false, "mx.city.example")]
    public async Task The_records_of_an_alias_are_those_of_what_it_stands_for(bool isWaySecure, bool hasRecords, string expected)
    {
        _dns.With("mx.city.example", DnsServer.Cname, 0, isWaySecure, DnsServer.Alias("mail.provider.example"));
        _dns.With("_25._tcp.mx.city.example", DnsServer.Tlsa, 0, true, DnsServer.Certificate(3, 1, 1, new byte[32]));
        if (hasRecords)
            _dns.With("_25._tcp.mail.provider.example", DnsServer.Tlsa, 0, true, DnsServer.Certificate(3, 1, 1, new byte[32]));
        var found = await Lookup().TlsaAsync("mx.city.example", 25, CancellationToken.None);
        Assert.Equal((expected, true), (found.Base, found.IsSecure));
        Assert.Single(found.Records);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TLSA_records_count_only_when_the_answer_is_secure(bool isSecure)
    {
        _dns.With(
            "_25._tcp.mx.city.example",
            DnsServer.Tlsa,
            0,
            isSecure,
            DnsServer.Certificate(3, 1, 1, new byte[32]),
            DnsServer.Certificate(9, 8, 7, 6)
        );
        var found = await Lookup().TlsaAsync("mx.city.example", 25, CancellationToken.None);
        Assert.Equal(new[] { "3 1 1 " + new string('0', 64), "9 8 7 06" }, found.Records.Select(record => record.ToString()));
        Assert.Equal(isSecure, found.IsSecure);
        Assert.Equal(isSecure ? 2 : 0, found.Heeded.Count);
        Assert.True(Assert.Single(_dns.Asked, question => question.Type == DnsServer.Tlsa).WantsSecure);
    }

    [Fact]
    public async Task No_TLSA_records_are_none_and_a_failure_is_not()
    {
        _dns.With("_465._tcp.mx.city.example", DnsServer.Tlsa, code: 2, isSecure: false);
        var (none, failed) = (
            await Lookup().TlsaAsync("mx.city.example", 25, CancellationToken.None),
            await Lookup().TlsaAsync("mx.city.example", 465, CancellationToken.None)
        );
        Assert.Null(none.Gap);
        Assert.Empty(none.Records);
        Assert.Equal(GapKind.Unusable, failed.Gap!.Kind);
        Assert.Null(failed.IsSecure);
    }

    [Theory]
    [InlineData(true, "v=TLSRPTv1; rua=mailto:tls@city.example")]
    [InlineData(true, "v=spf1 -all", "v=TLSRPTv1;rua=https://city.example/tls")]
    [InlineData(false, "v=spf1 -all")]
    [InlineData(false, "v=TLSRPTv1;")]
    [InlineData(false, "v=TLSRPTv1; rua=mailto:a@city.example", "v=TLSRPTv1; rua=mailto:b@city.example")]
    public async Task Reports_are_wanted_by_one_record_with_an_address(bool isWanted, params string[] texts)
    {
        _dns.With("_smtp._tls.city.example", DnsServer.Txt, texts.Select(text => DnsServer.Text(text)).ToArray());
        Assert.Equal(isWanted, (await Lookup().ReportingAsync(City, CancellationToken.None)).IsWanted);
    }

    [Fact]
    public async Task A_text_in_parts_is_one_text()
    {
        _dns.With("_mta-sts.city.example", DnsServer.Txt, DnsServer.Text("v=STSv1; i", "d=2026;"));
        var found = await Lookup().StsAsync(City, CancellationToken.None);
        Assert.Equal("2026", found.Record!.Id);
        Assert.Equal(GapKind.NotCollected, found.Gap!.Kind);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("cut short")]
    [InlineData("a name that points at itself")]
    [InlineData("another's id")]
    [InlineData("another question")]
    [InlineData("more records than there are")]
    [InlineData("nothing")]
    [InlineData("truncated, and nothing on TCP")]
    public async Task A_hostile_server_leaves_a_gap_in_time(string how)
    {
        _dns.With(City, DnsServer.Mx, DnsServer.Exchanger(1, "mx.city.example"));
        _dns.Spoil = answer =>
        {
            switch (how)
            {
                case "garbage":
                    return Enumerable.Range(0, 300).Select(i => (byte)(i < 2 ? answer[i] : i * 7)).ToArray();
                case "cut short":
                    return answer.Take(answer.Length - 5).ToArray();
                case "a name that points at itself":
                    (answer[30], answer[31]) = (0xc0, 30);
                    break;
                case "another's id":
                    answer[0] ^= 0xff;
                    break;
                case "another question":
                    answer[13] = (byte)'x';
                    break;
                case "more records than there are":
                    answer[6] = 0xff;
                    break;
                case "truncated, and nothing on TCP":
                    answer[2] |= 2;
                    break;
                default:
                    return null;
            }

            return answer;
        };
        var started = DateTime.UtcNow;
        var found = await Lookup(TimeSpan.FromSeconds(2)).ExchangersAsync(City, CancellationToken.None);
        Assert.True(DateTime.UtcNow - started < TimeSpan.FromSeconds(10));
        Assert.Null(found.Hosts);
        Assert.Null(found.AcceptsMail);
        Assert.Contains("could not be looked up", found.Gap!.Message, StringComparison.Ordinal);
        Assert.Contains(found.Gap.Kind, new[] { GapKind.Timeout, GapKind.Unusable });
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_a_gap()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var lookup = new DomainLookup(new() { DnsServers = new[] { (IPEndPoint)taken.LocalEndPoint! }, Timeout = TimeSpan.FromSeconds(1) });
        Assert.Equal(GapKind.Timeout, (await lookup.ReportingAsync(City, CancellationToken.None)).Gap!.Kind);
    }

    [Fact]
    public async Task Who_stops_waits_no_longer()
    {
        _dns.Spoil = _ => null;
        using var stop = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lookup(TimeSpan.FromMinutes(5)).AskAsync(City, stop.Token));
    }

    private DomainLookup Lookup(TimeSpan? timeout = null) =>
        new(new() { DnsServers = new[] { _dns.Address }, Timeout = timeout ?? TimeSpan.FromSeconds(20) });
}
