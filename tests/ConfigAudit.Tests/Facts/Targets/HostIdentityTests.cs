using System;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Facts.Targets;

/// <summary>One machine is one host under each of its names, and two machines never are, however alike their names.</summary>
public sealed class HostIdentityTests
{
    private static readonly string[] Address = { "10.1.2.3", "fd00::1" };

    /// <summary>C25: Windows cuts Win32_ComputerSystem.Name at 15 characters.</summary>
    private static readonly HostIdentity Long = new(
        "SHIYAKUSHO-MADO",
        "SHIYAKUSHO-MADO",
        "shiyakusho-madoguchi-pc-0001",
        "lg.city.example",
        Address
    );

    private static readonly HostIdentity OfDomain = new("PC1", "PC1", "pc1", "city.example", Address);
    private static readonly HostIdentity OfWorkgroup = new("PC1", "PC1", "pc1", null, Address);
    private static readonly HostIdentity Unread = new("PC1", null, null, null, Array.Empty<string>());

    [Theory]
    [InlineData("SHIYAKUSHO-MADO", true)]
    [InlineData("shiyakusho-madoguchi-pc-0001", true)]
    [InlineData("Shiyakusho-Madoguchi-PC-0001.LG.city.example.", true)]
    [InlineData("ｓｈｉｙａｋｕｓｈｏ－madoguchi-pc-0001", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("FD00:0:0::1", true)]
    [InlineData("shiyakusho-madoguchi-pc-0002", false)]
    [InlineData("shiyakusho-madoguchi-pc-0001.other.example", false)]
    [InlineData("SHIYAKUSHO-MAD", false)]
    [InlineData("10.1.2.4", false)]
    public void A_name_longer_than_NetBIOS_takes_is_the_same_host(string name, bool isOf) => Assert.Equal(isOf, Long.Is(name));

    [Fact]
    public void A_cut_name_alone_may_be_any_that_begins_so()
    {
        var cut = Long with { Dns = null };
        Assert.Null(cut.Is("shiyakusho-madoguchi-pc-0002"));
        Assert.True(cut.Is("shiyakusho-mado"));
        Assert.False(cut.Is("shiyakusho-kaigi"));
    }

    [Fact]
    public void A_first_label_in_another_domain_is_another_host()
    {
        Assert.True(OfDomain.Is("pc1.city.example"));
        Assert.False(OfDomain.Is("pc1.other.example"));
        Assert.True(OfWorkgroup.Is("pc1.other.example"));
        Assert.True((OfDomain with { Called = "pc1.other.example" }).Is("pc1.other.example"));
    }

    [Fact]
    public void Of_a_host_that_was_not_read_nothing_is_certain_but_the_name_that_it_was_asked_by()
    {
        Assert.True(Unread.Is("pc1"));
        Assert.Null(Unread.Is("pc1.city.example"));
        Assert.Null(Unread.Is("PC2"));
        Assert.Null(Unread.Is("10.1.2.3"));
        Assert.Null(Unread.IsOwn("pc1"));
    }

    [Fact]
    public void One_machine_asked_under_two_of_its_names_is_one()
    {
        foreach (var name in new[] { "PC1.city.example", "10.1.2.3", "pc1" })
            Assert.True(OfDomain.IsTwiceNamed(OfDomain with { Called = name }), name);
        Assert.True(Long.IsTwiceNamed(Long with { Called = "shiyakusho-madoguchi-pc-0001.lg.city.example" }));
        Assert.True(OfWorkgroup.IsTwiceNamed(OfWorkgroup with { Called = "10.1.2.3" }));
    }

    [Fact]
    public void Two_machines_are_two()
    {
        Assert.False(OfDomain.IsTwiceNamed(OfDomain with { Called = "PC1.other.example", Domain = "other.example" }));
        Assert.False(Long.IsTwiceNamed(Long with { Called = "shiyakusho-madoguchi-pc-0002", Dns = "shiyakusho-madoguchi-pc-0002" }));
        // Outside of a domain a name is nobody's alone.
        Assert.False(OfWorkgroup.IsTwiceNamed(OfWorkgroup with { Called = "PC1.other.example", Addresses = new[] { "10.9.9.9" } }));
        // What answers for a name that it doesn't bear may be anything: a recording in its place, or another machine.
        Assert.False(OfDomain.IsTwiceNamed(OfDomain with { Called = "A" }));
        Assert.False(Unread.IsTwiceNamed(Unread));
    }
}
