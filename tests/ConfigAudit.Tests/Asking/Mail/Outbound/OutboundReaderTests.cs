using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Outbound;

/// <summary>Files that others wrote of the town's mail become facts; what they don't tell, and what can't be true, becomes a gap and never
/// a fact.</summary>
public sealed class OutboundReaderTests : IDisposable
{
    private const string Border =
        "Received: from mail.city.example (mail.city.example [192.0.2.25])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\tby mx.pref.example (Postfix) with ESMTPS id 4X;\r\n\tThu, 26 Nov 2026 09:12:44 +0900\r\n";
    private const string Inside =
        "Received: from pc17.city.example (pc17.city.example [198.51.100.17])\r\n\tby mail.city.example (Postfix) with ESMTP id 4W; Thu, 26 Nov 2026 09:12:43 +0900\r\n";
    private const string Rest = "From: a@city.example\r\nSubject: TLS\r\n\r\ntext\r\n";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_step_to_the_first_foreign_server_counts_and_no_other()
    {
        var hop = Assert.Single(
            Hops(
                Read(("m.eml", "Received: by 2002:a05:6a00:1 with SMTP id x; Thu, 26 Nov 2026 00:12:45 +0000\r\n" + Border + Inside + Rest))
            )
        );
        Assert.Equal(
            "mx.pref.example True Tls13 TLS_AES_256_GCM_SHA384 Recommended Good",
            $"{hop.ReceivedBy} {hop.IsEncrypted} {hop.Version} {hop.Suite} {hop.Cryptrec} {hop.Ncsc}"
        );
        Assert.Equal("mail.city.example 192.0.2.25 ESMTPS m.eml", $"{hop.SentBy} {hop.Address} {hop.With} {hop.File}");
    }

    /// <summary>A server that sends for many, such as a security cloud's: that its address is ours doesn't make the mail ours.</summary>
    [Theory]
    [InlineData("From: a@town.example\r\n")]
    [InlineData("From: \"a@city.example\" <a@town.example>\r\n")]
    [InlineData("From: a@notcity.example\r\nSender: a@city.example\r\n")]
    [InlineData("Return-Path: <bounce@town.example>\r\nFrom: a@town.example\r\n")]
    [InlineData("Return-Path: <bounce@town.example>\r\n")]
    public void Mail_of_another_domain_is_told_and_makes_no_step(string header)
    {
        var snapshot = Read(new[] { "192.0.2.25" }, ("m.eml", Border + Inside + header + "Subject: TLS\r\n\r\ntext\r\n"));
        Assert.Empty(Hops(snapshot));
        Assert.Contains(snapshot.GapsIn<MailHopFact>(), gap => gap.Words().En.Contains("and not of -Domain (city.example)"));
    }

    [Theory]
    [InlineData("From: a@city.example\r\n")]
    [InlineData("From: a@mail.City.Example\r\n")]
    [InlineData("From: x@town.example, a@city.example\r\n")]
    [InlineData("Return-Path: <bounce@city.example>\r\nFrom: news@service.example\r\n")]
    public void Mail_is_the_organisations_by_an_author_or_by_where_its_errors_go(string header) =>
        Assert.Single(Hops(Read(new[] { "192.0.2.25" }, ("m.eml", Border + Inside + header + "Subject: TLS\r\n\r\ntext\r\n"))));

    /// <summary>Without a sender, the name of a server in the domain says whose it is; an address doesn't.</summary>
    [Theory]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25])", 1)]
    [InlineData("relay.cloud.example (relay.cloud.example [192.0.2.25])", 0)]
    public void A_header_without_a_sender_is_the_organisations_by_its_servers_name(string from, int steps) =>
        Assert.Equal(
            steps,
            Hops(
                Read(
                    new[] { "192.0.2.25" },
                    ("m.eml", Border.Replace("mail.city.example (mail.city.example [192.0.2.25])", from) + "Subject: TLS\r\n\r\ntext\r\n")
                )
            ).Length
        );

    /// <summary>Whoever had the message before can have written any line below.</summary>
    [Fact]
    public void A_line_below_that_claims_another_step_is_not_believed()
    {
        var forged =
            "Received: from mail.city.example by mx.google.com with ESMTPS id 1 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Thu, 26 Nov 2026 00:12:40 +0000\r\n";
        var plain =
            "Received: from mail.city.example (mail.city.example [192.0.2.25]) by mx.old.example (Postfix) with ESMTP id 4X; Thu, 26 Nov 2026 09:12:44 +0900\r\n";
        Assert.Equal(
            ("mx.old.example", false),
            Hops(Read(("m.eml", plain + Inside + forged + Rest))).Select(hop => (hop.ReceivedBy, hop.IsEncrypted!.Value)).Single()
        );
    }

    /// <summary>Anybody says the name mail.city.example; addresses that were named decide.</summary>
    [Fact]
    public void Where_addresses_are_named_a_name_alone_does_not_do()
    {
        Assert.Single(Hops(Read(new[] { "192.0.2.25" }, ("m.eml", Border + Rest))));
        Assert.Empty(Hops(Read(new[] { "203.0.113.1" }, ("m.eml", Border + Rest))));
        Assert.Contains(Read(new[] { "203.0.113.1" }, ("m.eml", Border + Rest)).Gaps, gap => gap.Kind == GapKind.Unusable);
    }

    [Fact]
    public void A_relay_that_was_named_is_the_organisation_s_own()
    {
        var relayed =
            "Received: from relay.cloud.example (relay.cloud.example [203.0.113.5]) by mx.other.example with ESMTPS id 1; Thu, 26 Nov 2026 09:13:44 +0900\r\n";
        var toRelay =
            "Received: from mail.city.example (mail.city.example [192.0.2.25]) by relay.cloud.example (Postfix) with ESMTP id 4X; Thu, 26 Nov 2026 09:12:44 +0900\r\n";
        Assert.Equal("relay.cloud.example", Hops(Read(("m.eml", relayed + toRelay + Rest))).Single().ReceivedBy);
        Assert.Equal(
            "mx.other.example",
            Hops(Read(new[] { "relay.cloud.example" }, ("m.eml", relayed + toRelay + Rest))).Single().ReceivedBy
        );
    }

    /// <summary>Whoever connects says any name: another source in the same line has to say so, too.</summary>
    [Theory]
    [InlineData("mail.city.example (evil.example [203.0.113.66])", "has the name evil.example")]
    [InlineData("mail.city.example (mail.city.example [203.0.113.66] (may be forged))", "doesn't say that the name")]
    [InlineData("mail.city.example (unknown [203.0.113.66])", "doesn't say that the name")]
    [InlineData("mail.city.example ([203.0.113.66])", "name 203.0.113.66 with -OwnHost")]
    [InlineData("mail.city.example (203.0.113.66)", "name 203.0.113.66 with -OwnHost")]
    [InlineData("evil.example ([203.0.113.66] helo=mail.city.example)", "has the name evil.example")]
    [InlineData("mail.city.example (HELO mail.city.example) (203.0.113.66)", "doesn't say that the name")]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25]) (evil.example [203.0.113.66])", "no address of who connected, or more")]
    [InlineData("mail.city.example", "no address of who connected")]
    public void A_name_that_nobody_confirms_is_a_gap_and_no_step(string from, string why)
    {
        // What a forger adds below isn't believed either.
        var snapshot = Read(
            ("m.eml", $"Received: from {from} by mx.other.example with ESMTPS id 1; Thu, 26 Nov 2026 09:12:44 +0900\r\n" + Border + Rest)
        );
        Assert.Empty(snapshot.Facts);
        Assert.All(snapshot.Gaps, gap => Assert.Contains(why, gap.Message, StringComparison.Ordinal));
    }

    /// <summary>Relays of providers, addresses behind NAT and appliances have other names; their owner says which are the town's.</summary>
    [Theory]
    [InlineData("mail.city.example (x203-0-113-5.isp.example [203.0.113.5])", "203.0.113.5")]
    [InlineData("mail.city.example (x203-0-113-5.isp.example [203.0.113.5])", "203.0.113.0/28")]
    [InlineData("mail.city.example (x203-0-113-5.isp.example [203.0.113.5])", "x203-0-113-5.isp.example")]
    [InlineData("appliance.localdomain (mail.city.example [203.0.113.5])", null)]
    [InlineData("appliance (unknown [203.0.113.5])", "203.0.113.5")]
    [InlineData("relay.cloud.example (203.0.113.5)", "::ffff:203.0.113.5")]
    [InlineData("relay.cloud.example (relay.cloud.example [IPv6:2001:db8:0:1::5])", "2001:db8:0:1::/64")]
    [InlineData("mail.city.example (mail.city.example [10.9.8.7])", "10.9.8.0/24")]
    public void Honest_headers_lead_to_a_step(string from, string? own) =>
        Assert.Equal(
            "mx.other.example",
            Hops(
                    Read(
                        own is null ? Array.Empty<string>() : new[] { own },
                        ("m.eml", $"Received: from {from} by mx.other.example with ESMTPS id 1; Thu, 26 Nov 2026 09:12:44 +0900\r\n" + Rest)
                    )
                )
                .Single()
                .ReceivedBy
        );

    [Theory]
    [InlineData("mail.city.example (mail.city.example [10.9.8.7]) by mx.other.example")]
    [InlineData("mail.city.example (localhost [127.0.0.1]) by mx.other.example")]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25]) by localhost")]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25]) by filter01")]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25]) by [10.0.0.1]")]
    [InlineData("mail.city.example (mail.city.example [192.0.2.25]) by mx.localdomain")]
    public void A_step_that_may_have_stayed_inside_is_none(string step) =>
        Assert.All(
            Read(("m.eml", $"Received: from {step} with ESMTPS id 1; Thu, 26 Nov 2026 09:12:44 +0900\r\n" + Rest)).Gaps,
            gap => Assert.Contains("may have stayed inside", gap.Message, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("city", "192.0.2.25", "-Domain")]
    [InlineData("192.0.2.25", "192.0.2.25", "-Domain")]
    [InlineData("a@city.example", "192.0.2.25", "-Domain")]
    [InlineData("city.example", "192.0.2.256", "-OwnHost")]
    [InlineData("city.example", "192.0.2.0/33", "-OwnHost")]
    [InlineData("city.example", "0.0.0.0/0", "-OwnHost")]
    [InlineData("city.example", "::/0", "-OwnHost")]
    [InlineData("city.example", "not a host", "-OwnHost")]
    public void What_names_no_domain_or_host_says_what_to_give(string domain, string host, string told)
    {
        var bad = Assert.Throws<WrittenException>(() => new OwnHosts(new[] { domain }, new[] { host }));
        Assert.Contains(told, bad.Problem.En, StringComparison.Ordinal);
        Assert.Contains(told, bad.Problem.Ja, StringComparison.Ordinal);
        Assert.Contains("指定してください", bad.Problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_step_is_the_town_s_those_that_were_seen_are_named() =>
        Assert.All(
            Read(("m.eml", Border.Replace("city", "other") + Rest)).Gaps,
            gap => Assert.Contains("mail.other.example [192.0.2.25] → mx.pref.example", gap.Message, StringComparison.Ordinal)
        );

    /// <summary>What can't be read may be the step: a forger's line below it isn't taken for that.</summary>
    [Fact]
    public void Below_a_line_that_names_the_town_and_can_not_be_read_none_is_believed() =>
        Assert.Empty(Read(("m.eml", "Received: from mail.city.example by mx.one.example by mx.two.example; x\r\n" + Border + Rest)).Facts);

    [Theory]
    [InlineData("using\r\n\t TLSv1.3")]
    [InlineData("using TLSv1.3\r\n with\r\n\tcipher")]
    [InlineData("\r\n\tusing TLSv1.3")]
    public void However_a_line_was_folded_it_tells_the_same(string folded) =>
        Assert.Equal(
            "TLS_AES_256_GCM_SHA384",
            Hops(
                    Read(
                        (
                            "m.eml",
                            Border.Replace(folded.Replace("\r\n\t", " ").Replace("\r\n", "").Replace("  ", " ").Trim(), folded) + Rest
                        )
                    )
                )
                .Single()
                .Suite
        );

    [Fact]
    public void A_mailbox_of_several_messages_is_refused() =>
        Assert.All(
            Read(
                (
                    "m.txt",
                    $"From a@city.example Thu Nov 26 09:12:44 2026\r\n{Border}{Rest}\r\nFrom b@city.example Thu Nov 26 09:13:44 2026\r\n{Border}{Rest}"
                )
            ).Gaps,
            gap => Assert.Contains("more than one message", gap.Message, StringComparison.Ordinal)
        );

    [Fact]
    public void One_message_of_a_mailbox_is_one() =>
        Assert.Single(Hops(Read(("m.eml", $"From a@city.example Thu Nov 26 09:12:44 2026\r\n{Border}{Rest}"))));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_end_in_either_way(string end) => Assert.Single(Hops(Read(("m.eml", (Border + Inside + Rest).Replace("\r\n", end)))));

    [Fact]
    public void Both_ends_of_lines_in_one_file_and_bytes_beyond_ASCII_cost_nothing()
    {
        var text = Border.Replace("id 4X", "id \u00e9\u0080") + Inside.Replace("\r\n", "\n") + Rest;
        File.WriteAllBytes(_folder["m.eml"], text.Select(letter => (byte)letter).ToArray());
        Assert.Single(Hops(Read("m.eml")));
    }

    /// <summary>An RFC 822 header alone, as a mail program shows it.</summary>
    [Fact]
    public void A_header_alone_is_enough() => Assert.Single(Hops(Read(("h.txt", Border + Inside))));

    [Theory]
    [InlineData("only text, and no header\r\n")]
    [InlineData("From: a@city.example\r\n\r\ntext\r\n")]
    [InlineData("Received: from other.example by mail.city.example with ESMTPS id 1; Thu, 26 Nov 2026 09:12:44 +0900\r\n\r\n")]
    [InlineData("Received: from mail.city.example by mx.other.example with ESMTPS id 1\r\n\r\n")]
    [InlineData("Received: from mail.city.example by mx.other.example with ESMTPS id 1; Thu, 26 Nov 2099 09:12:44 +0900\r\n\r\n")]
    [InlineData("Received: from mail.city.example by mx.other.example with ESMTPS (never closed; Thu, 26 Nov 2026 09:12:44 +0900\r\n\r\n")]
    public void A_message_that_tells_of_no_such_step_is_a_gap(string message)
    {
        var snapshot = Read(("m.eml", message));
        Assert.Empty(snapshot.Facts);
        Assert.Contains(snapshot.Gaps, gap => gap.Kind == GapKind.Unusable && gap.Source == "file:m.eml");
    }

    [Fact]
    public void What_is_old_is_left_out_and_nothing_is_a_gap()
    {
        var old = Read(("m.eml", Border.Replace("2026", "2025") + Rest));
        Assert.Empty(old.Facts);
        Assert.Contains(
            old.Gaps,
            gap => gap.Kind == GapKind.NotCollected && gap.Message.Contains("1 older than 180 days", StringComparison.Ordinal)
        );
        Assert.Equal(2, Read(Array.Empty<(string, string)>()).Gaps.Count);
    }

    [Fact]
    public void A_report_tells_of_each_policy()
    {
        var report = Assert.Single(Reports(Read(("r.json", Report()))));
        Assert.Equal(
            "Company-X Incoming Sts city.example 5326 303 certificate-expired 100|starttls-not-supported 203",
            $"{report.Organization} {report.Direction} {report.PolicyType} {report.PolicyDomain} {report.Successes} {report.Failures} {string.Join("|", report.FailureKinds!)}"
        );
    }

    /// <summary>RFC 8460 §5.3: packed by gzip, and attached to a message.</summary>
    [Fact]
    public void As_they_come_by_mail()
    {
        File.WriteAllBytes(_folder["r.json.gz"], Gzip.Pack(Encoding.UTF8.GetBytes(Report())));
        var attached = Convert.ToBase64String(Gzip.Pack(Encoding.UTF8.GetBytes(Report().Replace("5065427c", "other"))));
        _folder.File(
            "r.eml",
            "Received: from mail.city.example by mx.other.example with ESMTP id 1; Thu, 26 Nov 2026 09:12:44 +0900\r\nFrom: x@company-x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=tlsrpt; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nreport\r\n--b\r\nContent-Type: application/tlsrpt+gzip; name=\"r.json.gz\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + attached
                + "\r\n--b--\r\n"
        );
        var snapshot = Read("r.json.gz", "r.eml");
        Assert.Equal(2, Reports(snapshot).Length);
        // The way of a report to the town is no way out.
        Assert.Empty(Hops(snapshot));
    }

    [Fact]
    public void One_that_was_saved_twice_counts_once() => Assert.Single(Reports(Read(("a.json", Report()), ("b.json", Report()))));

    /// <summary>What arrives tells of others' mail; only its own server's report tells of the town's.</summary>
    [Theory]
    [InlineData("city.example", "Company-X", "x@company-x.example", TlsReportDirection.Incoming)]
    [InlineData("pref.example", "city.example", "postmaster@city.example", TlsReportDirection.Outgoing)]
    [InlineData("pref.example", "Town of Example", "postmaster@mail.city.example", TlsReportDirection.Outgoing)]
    [InlineData("pref.example", "Company-X", "x@company-x.example", null)]
    [InlineData("notcity.example", "Company-X", "x@notcity.example", null)]
    public void Whose_sessions_it_tells_of_is_said(string domain, string organization, string contact, TlsReportDirection? direction)
    {
        var text = Report()
            .Replace("\"city.example\"", $"\"{domain}\"")
            .Replace("Company-X", organization)
            .Replace("x@company-x.example", contact);
        Assert.Equal(direction, Reports(Read(("r.json", text))).Single().Direction);
    }

    [Theory]
    [InlineData("5326", "-1", "Successes")]
    [InlineData("5326", "1.5", "Successes")]
    [InlineData("5326", "\"5326\"", "Successes")]
    [InlineData("5326", "99999999999999999999", "Successes")]
    [InlineData("303", "null", "Failures")]
    [InlineData("303", "0", "Failures")]
    [InlineData("\"sts\"", "\"bogus\"", "PolicyType")]
    public void A_count_or_a_kind_that_can_not_be_is_not_taken_for_one(string good, string bad, string property)
    {
        var snapshot = Read(("r.json", Report().Replace(good, bad)));
        var report = Assert.Single(Reports(snapshot));
        Assert.Null(typeof(MailTlsReportFact).GetProperty(property)!.GetValue(report));
        Assert.Contains(snapshot.Gaps, gap => gap.Property == property);
    }

    [Theory]
    [InlineData("2026-11-25T23:59:59Z", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-25T23:59:59Z", "2099-01-01T00:00:00Z")]
    [InlineData("2026-11-25T00:00:00Z", "1999-12-31T00:00:00Z")]
    [InlineData("2026-11-25T23:59:59Z", "yesterday")]
    [InlineData("2026-11-25T23:59:59Z", "2026-11-25T23:59:59")]
    [InlineData("\"organization-name\"", "\"organisation\"")]
    [InlineData("\"policies\"", "\"policy\"")]
    [InlineData("\"report-id\"", "\"contact-info\"")]
    [InlineData("{", "[")]
    public void A_report_that_can_not_be_is_a_gap(string good, string bad)
    {
        var text = Report();
        var at = text.IndexOf(good, StringComparison.Ordinal);
        var snapshot = Read(("r.json", text.Remove(at, good.Length).Insert(at, bad)));
        Assert.Empty(snapshot.Facts);
        Assert.Contains(snapshot.Gaps, gap => gap.Kind == GapKind.Unusable);
    }

    [Fact]
    public void Details_of_failures_contradict_that_there_was_none()
    {
        var snapshot = Read(("r.json", Report().Replace("\"total-failure-session-count\": 303", "\"total-failure-session-count\": 0")));
        Assert.Null(Reports(snapshot).Single().Failures);
        Assert.Contains(
            snapshot.Gaps,
            gap => gap.Property == "Failures" && gap.Message.Contains("tell of some that did", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_report_of_more_policies_than_people_read_is_refused()
    {
        var policy = "{ \"policy\": { \"policy-type\": \"sts\", \"policy-domain\": \"city.example\" } }";
        var text = Report();
        var at = text.IndexOf("\"policies\"", StringComparison.Ordinal);
        var before = text.Substring(0, at);
        string With(int count) => $"{before}\"policies\": [{string.Join(",", Enumerable.Repeat(policy, count))}] }}";
        Assert.NotEmpty(Reports(Read(("r.json", With(500)))));
        Assert.Contains(Read(("r.json", With(501))).Gaps, gap => gap.Message.Contains("501 policies", StringComparison.Ordinal));
    }

    /// <summary>Another file of JSON says what it is.</summary>
    [Fact]
    public void A_file_of_another_kind_is_named_as_what_it_is()
    {
        var gap = Read(("c.json", "{ \"format\": \"ConfigAudit.TlsSuites/1\", \"suites\": [] }")).Gaps[0];
        Assert.Contains("a file of 'ConfigAudit.TlsSuites/1'", gap.Message, StringComparison.Ordinal);
        Assert.Contains("'ConfigAudit.TlsSuites/1' のファイルです", gap.Told.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(150)]
    public void A_report_that_is_packed_and_damaged_is_named_so(int length)
    {
        File.WriteAllBytes(_folder["r.json.gz"], Gzip.Pack(Encoding.UTF8.GetBytes(Report())).Take(length).ToArray());
        Assert.All(Read("r.json.gz").Gaps, gap => Assert.Contains("packed by gzip, and damaged", gap.Message, StringComparison.Ordinal));
    }

    /// <summary>Each gap of such files says its sentence in both languages.</summary>
    [Fact]
    public void What_is_missing_is_told_in_Japanese_too()
    {
        foreach (
            var text in new[]
            {
                Border.Replace("city", "other"),
                "no header\r\n",
                Border.Replace("(mail.city.example [", "(evil.example ["),
            }
        )
        {
            Assert.All(Read(("m.eml", text + Rest)).Gaps, gap => Assert.Contains("ください", gap.Told.Ja, StringComparison.Ordinal));
        }
        Assert.All(
            Read(Array.Empty<(string, string)>()).Gaps,
            gap => Assert.Contains("渡されていない", gap.Told.Ja, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void One_that_is_deep_or_packed_to_burst_is_refused_at_once()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _folder.File("deep.json", "{\"policies\":" + new string('[', 100_000) + new string(']', 100_000) + "}");
        using (var bomb = new GZipStream(File.Create(_folder["bomb.json.gz"]), CompressionLevel.Optimal))
        {
            var zeros = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < 64; i++)
                bomb.Write(zeros, 0, zeros.Length);
        }

        var snapshot = Read("deep.json", "bomb.json.gz");
        Assert.Empty(snapshot.Facts);
        Assert.Equal(4, snapshot.Gaps.Count);
        Assert.Contains(snapshot.Gaps, gap => gap.Message.Contains("unpacks to more than 8 MB", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Texts_of_others_bear_no_escapes()
    {
        var report = Reports(Read(("r.json", Report().Replace("Company-X", "\\u001b[31mred\\u202e")))).Single();
        Assert.DoesNotContain('\u001b', report.Organization!);
        Assert.DoesNotContain('\u202e', report.Organization!);
    }

    private static MailHopFact[] Hops(Snapshot snapshot) => snapshot.Facts.OfType<MailHopFact>().ToArray();

    private static MailTlsReportFact[] Reports(Snapshot snapshot) => snapshot.Facts.OfType<MailTlsReportFact>().ToArray();

    /// <summary>The example of RFC 8460, appendix B, of other names.</summary>
    private static string Report() =>
        """
            {
              "organization-name": "Company-X",
              "date-range": { "start-datetime": "2026-11-25T00:00:00Z", "end-datetime": "2026-11-25T23:59:59Z" },
              "contact-info": "x@company-x.example",
              "report-id": "5065427c-23d3-47ca-b6e0-946ea0e8c4be",
              "policies": [{
                "policy": { "policy-type": "sts", "policy-string": ["version: STSv1", "mode: testing"], "policy-domain": "city.example", "mx-host": ["*.mail.city.example"] },
                "summary": { "total-successful-session-count": 5326, "total-failure-session-count": 303 },
                "failure-details": [
                  { "result-type": "certificate-expired", "sending-mta-ip": "2001:db8:abcd:12::1", "receiving-mx-hostname": "mx1.mail.city.example", "failed-session-count": 100 },
                  { "result-type": "starttls-not-supported", "sending-mta-ip": "2001:db8:abcd:13::1", "failed-session-count": 200 },
                  { "result-type": "starttls-not-supported", "sending-mta-ip": "198.51.100.62", "failed-session-count": 3 }
                ]
              }]
            }
            """;

    private Snapshot Read(params (string Name, string Text)[] files) => Read(Array.Empty<string>(), files);

    private Snapshot Read(string[] own, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            _folder.File(name, text);
        return Read(own, files.Select(file => file.Name));
    }

    private Snapshot Read(params string[] names) => Read(Array.Empty<string>(), names);

    private Snapshot Read(string[] own, IEnumerable<string> names)
    {
        var reader = new OutboundReader(new OutboundOptions(new OwnHosts(new[] { "city.example" }, own), Machine.Catalogs.TlsSuites, Now));
        foreach (var name in names)
        {
            try
            {
                reader.Add(_folder[name]);
            }
            catch (InputException)
            {
                // Told; it stays a gap, too.
            }
        }

        return reader.Build();
    }
}
