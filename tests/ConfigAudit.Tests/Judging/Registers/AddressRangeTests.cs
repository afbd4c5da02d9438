using System.Net;
using ConfigAudit.Base.Values;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>Ranges of addresses hold what lies in them, and nothing is a range that only looks like one.</summary>
public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("192.168.20.0/24", "192.168.20.0", true)]
    [InlineData("192.168.20.0/24", "192.168.20.255", true)]
    [InlineData("192.168.20.0/24", "192.168.21.0", false)]
    [InlineData("192.168.20.0/24", "192.168.19.255", false)]
    [InlineData("192.168.20.77/24", "192.168.20.1", true)]
    [InlineData("10.0.0.0/9", "10.127.255.255", true)]
    [InlineData("10.0.0.0/9", "10.128.0.0", false)]
    [InlineData("10.1.2.252/30", "10.1.2.255", true)]
    [InlineData("10.1.2.252/30", "10.1.2.251", false)]
    [InlineData("10.1.2.3/32", "10.1.2.3", true)]
    [InlineData("10.1.2.3/32", "10.1.2.2", false)]
    [InlineData(" 10.1.2.3 ", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("2001:DB8:0::1", "2001:db8::1", true)]
    [InlineData("2001:db8::1/128", "2001:db8::2", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("::/0", "10.1.2.3", false)]
    public void An_address_lies_in_a_range_or_not(string text, string address, bool contains)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal(contains, range.Contains(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/24")]
    [InlineData("10.1")]
    [InlineData("10.1/16")]
    [InlineData("3232235777")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.0.0.0/99999999999")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.*")]
    [InlineData("10.0.0.1-10.0.0.9")]
    [InlineData("2001:db8::/129")]
    [InlineData("2001:db8:::/32")]
    [InlineData("mail.city.example.lg.jp")]
    [InlineData("city")]
    public void What_is_no_range_is_refused(string? text) => Assert.False(AddressRange.TryParse(text, out _));

    /// <summary>Programs read a number with a leading zero as octal, people as decimal: 010 may be 8 or 10.</summary>
    [Theory]
    [InlineData("192.168.001.010")]
    [InlineData("192.168.010.0/24")]
    [InlineData("0x0a.0.0.1")]
    public void An_address_that_can_be_read_in_two_ways_is_refused(string text) => Assert.False(AddressRange.TryParse(text, out _));
}
