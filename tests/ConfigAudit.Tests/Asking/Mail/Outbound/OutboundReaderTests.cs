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
