using System.Linq;
using ConfigAudit.Judging.Baselines.Wording;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>A count and what it counts agree.</summary>
public sealed class EnglishNounTests
{
    [Theory]
    [InlineData(1, "security product", "1 security product")]
    [InlineData(0, "volume", "0 volumes")]
    [InlineData(2, "firewall rule that allows inbound connections", "2 firewall rules that allow inbound connections")]
    [InlineData(2, "USB disk that is plugged in", "2 USB disks that are plugged in")]
    [InlineData(2, "certificate that the server shows", "2 certificates that the server shows")]
    [InlineData(3, "category of the audit policy", "3 categories of the audit policy")]
    [InlineData(3, "entry of the log of shared IDs", "3 entries of the log of shared IDs")]
    [InlineData(3, "delivery to the outside", "3 deliveries to the outside")]
    [InlineData(3, "way out of the zone", "3 ways out of the zone")]
    [InlineData(3, "SmbShare", "3 SmbShares")]
    public void One_and_many(long count, string one, string expected) => Assert.Equal(expected, EnglishNoun.Counted(count, one));

    [Theory]
    [InlineData("volume", "a volume")]
    [InlineData("owner", "an owner")]
    [InlineData("addresses elsewhere", "addresses elsewhere")]
    public void Some(string one, string expected) => Assert.Equal(expected, EnglishNoun.Some(one));

    /// <summary>What is counted is never called as the program calls it: neither is the name of a kind a word, nor does it agree.</summary>
    [Fact]
    public void Every_kind_that_a_shipped_check_counts_has_a_name() =>
        Assert.Empty(
            ShippedChecks
                .Baselines.SelectMany(baseline => baseline.Checks)
                .SelectMany(check => check.Assertion.Facts)
                .Distinct()
                .Where(type => FactWords.Of(type).Noun.En == type.Name)
                .Select(type => type.Name)
        );
}
