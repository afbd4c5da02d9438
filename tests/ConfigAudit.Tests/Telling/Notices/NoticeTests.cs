using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Notices;
using Xunit;

namespace ConfigAudit.Tests.Telling.Notices;

/// <summary>New failures are told once, with the host's name and its address at that time (comment 31).</summary>
public sealed class NoticeTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_failure_at_or_above_the_severity_is_new_until_it_was_told()
    {
        var state = NoticeState.Load(_folder["told.json"]);
        var findings = new[]
        {
            Failure("A", "AV-01", Severity.Critical),
            Failure("A", "OS-02", Severity.Low),
            Failure("B", "AV-03", Severity.High),
        };
        var news = state.New("file", findings, Severity.High);
        Assert.Equal(new[] { "A AV-01", "B AV-03" }, news.Select(Name));
        state.Keep("file", news, findings, Now);
        Assert.Empty(state.New("file", findings, Severity.High));
    }

    [Fact]
    public void It_is_new_again_after_the_check_has_held_and_not_after_nobody_could_read_it()
    {
        var state = Told(Failure("A", "AV-01"));
        Keep(state, Failure("A", "AV-01") with { Outcome = Outcome.Unknown });
        Assert.Empty(state.New("file", new[] { Failure("A", "AV-01") }, Severity.Low));
        Keep(state, Failure("A", "AV-01") with { Outcome = Outcome.Pass });
        Assert.Equal(
            "A AV-01",
            Name(
                Assert.Single(
                    state.New("file", new[] { Failure("a", "av-01") with { ComputerName = "A", CheckId = "AV-01" } }, Severity.Low)
                )
            )
        );
    }

    /// <summary>Findings of two baselines, or of two files, in one pipeline.</summary>
    [Fact]
    public void What_comes_twice_is_told_once_as_the_gravest_and_holds_only_where_all_say_so()
    {
        var findings = new[]
        {
            Failure("A", "AV-01"),
            Failure("a", "av-01", Severity.Critical),
            Failure("A", "AV-01") with
            {
                Outcome = Outcome.Pass,
            },
        };
        var state = NoticeState.Blank();
        Assert.Equal(Severity.Critical, Assert.Single(state.New("file", findings, Severity.Low)).Severity);
        Keep(state, findings);
        Assert.Empty(state.New("file", findings, Severity.Low));
        Keep(state, findings);
        Assert.Empty(state.New("file", findings, Severity.Low));
    }

    [Fact]
    public void Hosts_that_a_run_leaves_out_stay_as_they_were()
    {
        var state = Told(Failure("A", "AV-01"));
        Keep(state, Failure("B", "AV-01") with { Outcome = Outcome.Pass });
        Assert.Empty(state.New("file", new[] { Failure("A", "AV-01") }, Severity.Low));
    }

    [Fact]
    public void Each_way_of_telling_remembers_for_itself()
    {
        var state = Told(Failure("A", "AV-01"));
        Assert.Single(state.New("smtp:x@city.example", new[] { Failure("A", "AV-01") }, Severity.Low));
    }

    [Theory]
    [InlineData(WaiverState.Honoured, 0)]
    [InlineData(WaiverState.Expired, 1)]
    [InlineData(WaiverState.Lapsed, 1)]
    public void What_is_waived_is_not_told_unless_the_waiver_ended(WaiverState waiver, int told) =>
        Assert.Equal(
            told,
            NoticeState
                .Load(_folder["told.json"])
                .New("file", new[] { Failure("A", "AV-01") with { WaiverState = waiver } }, Severity.Low)
                .Count
        );

    [Fact]
    public void What_was_told_is_kept_in_a_file()
    {
        Told(Failure("A", "AV-01")).Save(_folder["told.json"]);
        Assert.Empty(NoticeState.Load(_folder["told.json"]).New("file", new[] { Failure("A", "AV-01") }, Severity.Low));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"format\": \"ConfigAudit.Notices/1\" }")]
    [InlineData("{ \"format\": \"ConfigAudit.Notices/1\", \"told\": { \"file\": [] } }")]
    public void A_file_that_can_not_be_read_is_an_error_and_not_a_blank_page(string text) =>
        Assert.Throws<InputException>(() => NoticeState.Load(_folder.File("told.json", text)));

    [Fact]
    public void A_notice_says_how_many_and_where_and_names_host_and_address()
    {
        var notice = new Notice(
            new[]
            {
                Failure("LG-PC-001", "AV-01", Severity.Critical),
                Failure("LG-PC-001", "AV-03"),
                Failure("LG-PC-002", "AV-03") with
                {
                    IPAddress = string.Empty,
                },
            },
            Now
        );
        Assert.Equal("ConfigAudit: 3 new failures on 2 hosts (Critical 1, High 2)", notice.Subject);
        Assert.Equal(
            "ConfigAudit: 3 new failures on 2 hosts (Critical 1, High 2)\n2026-11-16 09:00 +09:00\n\n[Critical] LG-PC-001 (10.20.1.101) AV-01 fails: 対策ソフト\n[High] LG-PC-001 (10.20.1.101) AV-03 fails: 対策ソフト\n[High] LG-PC-002 AV-03 fails: 対策ソフト\n",
            notice.Text
        );
    }

    /// <summary>Of each endpoint the administrator is told name and address (comment 31): none is only counted.</summary>
    [Fact]
    public void More_than_a_hundred_make_several_notices_and_each_failure_is_named_once()
    {
        var failures = Enumerable.Range(0, 250).Select(n => Failure("H" + n, "AV-01")).ToArray();
        var notices = Notice.Of(failures, Now);
        Assert.Equal(new[] { 100, 100, 50 }, notices.Select(notice => notice.Failures.Count));
        Assert.Equal(failures, notices.SelectMany(notice => notice.Failures));
        Assert.StartsWith("ConfigAudit 3/3: 50 new failures on 50 hosts", notices[2].Subject, StringComparison.Ordinal);
        Assert.All(failures, failure => Assert.Contains(notices, notice => notice.Text.Contains($"] {failure.ComputerName} (")));
    }

    [Fact]
    public void A_notice_is_never_longer_than_an_event_may_be()
    {
        var failures = Enumerable.Range(0, 100).Select(n => Failure("H" + n, "AV-01") with { Title = new string('漏', 5000) }).ToArray();
        var notices = Notice.Of(failures, Now);
        Assert.Equal(failures, notices.SelectMany(notice => notice.Failures));
        Assert.All(notices, notice => Assert.InRange(notice.Text.Length, 1, 31_800));
    }

    [Fact]
    public void No_failure_makes_no_notice() => Assert.Empty(Notice.Of(Array.Empty<Finding>(), Now));

    /// <summary>A target may be named by an address that another host has tomorrow: the host's own name, and the moment, tell which it
    /// was.</summary>
    [Fact]
    public void A_line_names_the_host_itself_and_the_moment_at_which_it_had_that_address()
    {
        var byAddress = Failure("10.20.1.102", "VPN-02") with
        {
            HostName = "LG-PC-002",
            IPAddress = "10.20.1.102, 192.168.225.20",
            CollectedAt = new DateTimeOffset(2026, 11, 15, 23, 55, 3, TimeSpan.Zero),
        };
        Assert.Equal(
            "[High] 10.20.1.102 = LG-PC-002 (10.20.1.102, 192.168.225.20; 2026-11-16 08:55 +09:00) VPN-02 fails: 対策ソフト",
            Line(byAddress)
        );
        Assert.Equal(
            "[High] lg-pc-002 (10.20.1.101) VPN-02 fails: 対策ソフト",
            Line(Failure("lg-pc-002", "VPN-02") with { HostName = "LG-PC-002" })
        );
    }

    [Fact]
    public void A_notice_speaks_the_user_s_language()
    {
        var notice = new Notice(
            new[] { Failure("LG-PC-001", "AV-01", Severity.Critical), Failure("LG-PC-002", "AV-03") },
            Now,
            Language.Japanese
        );
        Assert.Equal("ConfigAudit: 対象2件に新しい不適合が2件（緊急 1、高 1）", notice.Subject);
        Assert.Contains("\n[緊急] LG-PC-001 (10.20.1.101) AV-01 不適合: 対策ソフト\n", notice.Text);
    }

    [Fact]
    public void Keys_that_differ_in_case_alone_are_one()
    {
        var state = NoticeState.Load(
            _folder.File(
                "told.json",
                """{ "format": "ConfigAudit.Notices/1", "told": { "file": { "A|AV-01": "2026-11-16", "a|av-01": "2026-11-17" } } }"""
            )
        );
        Assert.Empty(state.New("file", new[] { Failure("A", "AV-01") }, Severity.Low));
    }

    [Fact]
    public void A_file_that_can_not_be_used_is_put_aside_whole_under_a_name_that_is_free()
    {
        var path = _folder.File("told.json", "{");
        _folder.File("told.json.1.bad", "another");
        Assert.Equal(path + ".2.bad", NoticeState.SetAside(path));
        Assert.Equal(("{", "another", false), (File.ReadAllText(path + ".2.bad"), File.ReadAllText(path + ".1.bad"), File.Exists(path)));
    }

    /// <summary>Else the same people, named the other way round, would be told everything again.</summary>
    [Fact]
    public void Mail_to_the_same_people_is_the_same_way_in_whatever_order_they_are_named() =>
        Assert.Equal(
            new SmtpChannel(
                "x",
                25,
                "a@city.example",
                new[] { "B@city.example", "c@city.example" },
                null,
                new X509Certificate2Collection()
            ).Id,
            new SmtpChannel(
                "y",
                587,
                "a@city.example",
                new[] { "c@city.example", "b@City.example", "B@city.example" },
                null,
                new X509Certificate2Collection()
            ).Id
        );

    /// <summary>A title says what should hold.</summary>
    [Theory]
    [InlineData(Language.Japanese, "AV-01 不適合: 対策ソフト - 動作していない")]
    [InlineData(Language.English, "AV-01 fails: 対策ソフト - 動作していない")]
    public void A_line_says_that_the_check_fails_and_what_was_found(Language language, string end)
    {
        var failure = Failure("A", "AV-01") with { Reason = "動作していない" };
        var notice = new Notice(new[] { failure }, Now, language);
        Assert.EndsWith(end, notice.Line(failure), StringComparison.Ordinal);
        Assert.EndsWith(end + "\n", notice.Text, StringComparison.Ordinal);
        Assert.EndsWith(end, Encoding.UTF8.GetString(SyslogChannel.Message(notice, failure)), StringComparison.Ordinal);
    }

    /// <summary>A surrogate pair is one character.</summary>
    [Fact]
    public void What_was_found_is_shortened_between_characters()
    {
        var line = Line(Failure("A", "AV-01") with { Reason = new string('x', 199) + "\U00020BB7" + new string('y', 500) });
        Assert.EndsWith(" - " + new string('x', 199) + "…", line, StringComparison.Ordinal);
    }

    /// <summary>A name is the host's own word.</summary>
    [Fact]
    public void A_name_can_not_begin_a_line_or_a_header_of_its_own() =>
        Assert.Equal("[High] A  Bcc: x (10.20.1.101) AV-01 fails: 対策ソフト", Line(Failure("A\r\nBcc: x", "AV-01")));

    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u200F')]
    [InlineData('\uFEFF')]
    public void Nor_break_a_line_or_turn_it_around_by_other_characters(char one) =>
        Assert.Equal("[High] A B (10.20.1.101) AV-01 fails: 対策ソフト", Line(Failure($"A{one}B", "AV-01")));

    [Theory]
    [InlineData("audit-01.city.example", "audit-01.city.example")]
    [InlineData("監査01", "__01")]
    [InlineData("監査", "-")]
    [InlineData("", "-")]
    public void The_name_of_this_machine_in_syslog_is_of_ASCII(string name, string told) =>
        Assert.Equal(told, SyslogChannel.HostName(name));

    [Fact]
    public async Task A_file_is_added_to()
    {
        var channel = new FileChannel(_folder["new/notices.txt"]);
        await channel.SendAsync(new Notice(new[] { Failure("A", "AV-01") }, Now), CancellationToken.None);
        await channel.SendAsync(new Notice(new[] { Failure("B", "AV-01") }, Now), CancellationToken.None);
        var lines = File.ReadAllLines(_folder["new/notices.txt"]);
        Assert.Equal(
            new[] { "[High] A (10.20.1.101) AV-01 fails: 対策ソフト", "[High] B (10.20.1.101) AV-01 fails: 対策ソフト" },
            lines.Where(line => line.StartsWith("[", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(Severity.Critical, "<130>1 ")]
    [InlineData(Severity.High, "<131>1 ")]
    [InlineData(Severity.Medium, "<132>1 ")]
    [InlineData(Severity.Low, "<133>1 ")]
    public void A_syslog_message_has_the_header_of_RFC_5424(Severity severity, string start)
    {
        var message = Encoding.UTF8.GetString(
            SyslogChannel.Message(Notice.Of(new[] { Failure("A", "AV-01", severity) }, Now)[0], Failure("A", "AV-01", severity))
        );
        Assert.Equal(
            $"{start}2026-11-16T09:00:00.000+09:00 {SyslogChannel.HostName(Dns.GetHostName())} ConfigAudit - AV-01 - \uFEFF[{severity}] A (10.20.1.101) AV-01 fails: 対策ソフト",
            message
        );
    }

    [Fact]
    public async Task Syslog_over_UDP_is_one_datagram_a_failure_cut_between_characters()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var long1 = Failure("A", "AV-01") with { Title = new string('漏', 3000) };
        await new SyslogChannel(
            "127.0.0.1",
            ((IPEndPoint)server.Client.LocalEndPoint!).Port,
            SyslogTransport.Udp,
            new X509Certificate2Collection()
        ).SendAsync(new Notice(new[] { long1, Failure("B", "AV-02") }, Now), CancellationToken.None);
        var (first, second) = ((await server.ReceiveAsync()).Buffer, (await server.ReceiveAsync()).Buffer);
        Assert.InRange(first.Length, 2046, 2048);
        Assert.EndsWith("漏", new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(first), StringComparison.Ordinal);
        Assert.Contains("B (10.20.1.101) AV-02", Encoding.UTF8.GetString(second));
    }

    [Fact]
    public async Task Syslog_over_TCP_counts_octets()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var read = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var all = new MemoryStream();
            await client.GetStream().CopyToAsync(all);
            return all.ToArray();
        });
        var notice = new Notice(new[] { Failure("A", "AV-01"), Failure("B", "AV-02") }, Now);
        await new SyslogChannel(
            "127.0.0.1",
            ((IPEndPoint)listener.LocalEndpoint).Port,
            SyslogTransport.Tcp,
            new X509Certificate2Collection()
        ).SendAsync(notice, CancellationToken.None);
        var expected = notice.Failures.SelectMany(failure =>
            SyslogChannel.Message(notice, failure) is var message ? Encoding.ASCII.GetBytes(message.Length + " ").Concat(message) : null!
        );
        Assert.Equal(expected.ToArray(), await read);
        listener.Stop();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_the_reason()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var notice = new Notice(new[] { Failure("A", "AV-01") }, Now);
        foreach (
            var channel in new NoticeChannel[]
            {
                new SyslogChannel("127.0.0.1", port, SyslogTransport.Tcp, new X509Certificate2Collection()),
                new SmtpChannel("127.0.0.1", port, "a@city.example", new[] { "b@city.example" }, null, new X509Certificate2Collection()),
            }
        )
        {
            Assert.Contains(
                "127.0.0.1:" + port,
                (await Assert.ThrowsAsync<NoticeException>(() => channel.SendAsync(notice, CancellationToken.None))).Message
            );
        }
    }

    /// <summary>A server without TLS hears the greeting and nothing of the notice.</summary>
    [Fact]
    public async Task Mail_is_not_sent_where_no_TLS_is_offered()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var stream = client.GetStream();
            using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            using var reader = new StreamReader(stream);
            await writer.WriteLineAsync("220 mail ESMTP");
            var lines = new List<string>();
            while (await reader.ReadLineAsync() is { } line)
            {
                lines.Add(line.Split(' ')[0]);
                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 mail");
            }

            return lines;
        });
        var channel = new SmtpChannel(
            "127.0.0.1",
            ((IPEndPoint)listener.LocalEndpoint).Port,
            "a@city.example",
            new[] { "b@city.example" },
            null,
            new X509Certificate2Collection()
        );
        await Assert.ThrowsAsync<NoticeException>(() =>
            channel.SendAsync(new Notice(new[] { Failure("A", "AV-01") }, Now), CancellationToken.None)
        );
        Assert.DoesNotContain(await heard, command => command is "MAIL" or "RCPT" or "DATA");
        listener.Stop();
    }

    [Theory]
    [InlineData(null, "b@city.example", "from")]
    [InlineData("nobody", "b@city.example", "'nobody' is no mail address")]
    [InlineData("a@city.example", "b", "'b' is no mail address")]
    public void Addresses_that_are_none_are_said_before_anything_is_sent(string? from, string to, string message) =>
        Assert.Contains(
            message,
            Assert
                .Throws<NoticeException>(() => new SmtpChannel("x", 25, from, new[] { to }, null, new X509Certificate2Collection()))
                .Message
        );

    private NoticeState Told(params Finding[] failures)
    {
        var state = NoticeState.Load(_folder["none.json"]);
        state.Keep("file", failures, failures, Now);
        return state;
    }

    private static void Keep(NoticeState state, params Finding[] findings) =>
        state.Keep("file", state.New("file", findings, Severity.Low), findings, Now);

    private static string Line(Finding finding) => new Notice(new[] { finding }, Now, Language.English).Line(finding);

    private static string Name(Finding finding) => $"{finding.ComputerName} {finding.CheckId}";

    private static Finding Failure(string host, string check, Severity severity = Severity.High) =>
        new()
        {
            ComputerName = host,
            IPAddress = "10.20.1.101",
            CheckId = check,
            Title = "対策ソフト",
            Severity = severity,
            Outcome = Outcome.Fail,
        };
}
