using System;
using System.Linq;
using ConfigAudit.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>Announcements and policies of MTA-STS, as they are written (RFC 8461 §3).</summary>
public sealed class MtaStsTests
{
    private const string Policy = "version: STSv1\r\nmode: enforce\r\nmx: mail.city.example\r\nmx: *.backup.example\r\nmax_age: 604800\r\n";

    [Theory]
    [InlineData("v=STSv1; id=20260101T000000;", "20260101T000000")]
    [InlineData("v=STSv1;id=1", "1")]
    [InlineData("v=STSv1 ; new=x; id=2; id=3", "2")] // unknown fields are nothing, and the first of two counts
    public void An_announcement_has_an_id(string text, string id) =>
        Assert.Equal(new MtaStsRecord(id, null), MtaStsRecord.Read(new[] { "v=spf1 -all", text }));

    [Theory]
    [InlineData("v=STSv1;")]
    [InlineData("v=STSv1; id=;")]
    [InlineData("v=STSv1; id=a-b;")]
    [InlineData("v=STSv1; id=123456789012345678901234567890123;")]
    [InlineData("v=STSv1; id=1;", "v=STSv1; id=2;")]
    public void One_with_a_flaw_or_a_second_one_counts_as_none_and_says_why(params string[] texts)
    {
        var record = MtaStsRecord.Read(texts);
        Assert.Null(record.Id);
        Assert.Contains("MTA-STS record", record.Flaw!.En, StringComparison.Ordinal);
        Assert.Contains("MTA-STSのレコード", record.Flaw.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=spf1 -all")]
    [InlineData("v=STSv10; id=1;")]
    [InlineData("V=STSv1; id=1;")]
    [InlineData("")]
    public void Anything_else_is_no_announcement(string text) =>
        Assert.Equal(new MtaStsRecord(null, null), MtaStsRecord.Read(new[] { text }));

    [Fact]
    public void A_policy_has_a_mode_an_age_and_hosts()
    {
        var policy = MtaStsPolicy.Read(Policy);
        Assert.Equal((MtaStsMode.Enforce, TimeSpan.FromDays(7)), (policy.Mode, policy.MaxAge));
        Assert.Equal(new[] { "mail.city.example", "*.backup.example" }, policy.Exchangers);
        Assert.Equal(policy.Exchangers, MtaStsPolicy.Read(Policy.Replace("\r\n", "\n") + "\nfuture: x\nmode: none\n").Exchangers);
        Assert.Equal(MtaStsMode.Enforce, MtaStsPolicy.Read(Policy + "mode: none\n").Mode);
        Assert.Empty(MtaStsPolicy.Read("version: STSv1\nmode: none\nmax_age: 0").Exchangers);
    }

    [Theory]
    [InlineData("mail.city.example", true)]
    [InlineData("MAIL.city.example", true)]
    [InlineData("mx1.backup.example", true)]
    [InlineData("backup.example", false)]
    [InlineData("a.mx1.backup.example", false)] // a star is one part
    [InlineData("other.city.example", false)]
    public void A_star_stands_for_the_first_part_alone(string host, bool isCovered) =>
        Assert.Equal(isCovered, MtaStsPolicy.Read(Policy).Covers(host));

    [Theory]
    [InlineData("version: STSv1", "version: STSv2")]
    [InlineData("version: STSv1\r\n", "")]
    [InlineData("enforce", "Enforce it")]
    [InlineData("604800", "31557601")]
    [InlineData("604800", "-1")]
    [InlineData("604800", "99999999999999999999")]
    [InlineData("max_age: 604800\r\n", "")]
    [InlineData("*.backup.example", "mx*.backup.example")]
    [InlineData("*.backup.example", "a.*.example")]
    [InlineData("mode: enforce", "mode enforce")]
    [InlineData("mx: mail.city.example\r\nmx: *.backup.example\r\n", "")]
    public void What_is_no_policy_is_refused(string right, string wrong) =>
        Assert.ThrowsAny<FormatException>(() => MtaStsPolicy.Read(Policy.Replace(right, wrong)));

    [Fact]
    public void The_longest_age_is_a_year() =>
        Assert.Equal(31557600, MtaStsPolicy.Read(Policy.Replace("604800", "31557600")).MaxAge.TotalSeconds);

    [Fact]
    public void Hosts_without_end_are_refused() =>
        Assert.ThrowsAny<FormatException>(() =>
            MtaStsPolicy.Read(Policy + string.Concat(Enumerable.Range(0, 200).Select(i => $"mx: mx{i}.city.example\n")))
        );
}
