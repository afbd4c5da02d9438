using ConfigAudit.Asking.Collectors.Antivirus;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>AntiVirusProduct.productState, with the numbers that people have seen.</summary>
public sealed class ProductStateTests
{
    [Theory]
    [InlineData(262144, ProtectionState.Off, true, false)]
    [InlineData(262160, ProtectionState.Off, false, false)]
    [InlineData(266240, ProtectionState.On, true, false)]
    [InlineData(266256, ProtectionState.On, false, false)]
    [InlineData(393216, ProtectionState.Off, true, false)]
    [InlineData(393472, ProtectionState.Off, true, true)]
    [InlineData(397312, ProtectionState.On, true, false)]
    [InlineData(397328, ProtectionState.On, false, false)]
    [InlineData(397568, ProtectionState.On, true, true)]
    [InlineData(397584, ProtectionState.On, false, true)]
    [InlineData(401664, ProtectionState.Snoozed, true, true)]
    [InlineData(405504, ProtectionState.Expired, true, false)]
    public void Known_numbers(long number, ProtectionState protection, bool current, bool ofWindows)
    {
        var state = new ProductState(number);
        Assert.Equal(protection, state.Protection);
        Assert.Equal(current, state.DefinitionsCurrent);
        Assert.Equal(ofWindows, state.IsOfWindows);
    }

    [Fact]
    public void Expired_is_not_on_although_its_bits_contain_those_of_on() =>
        Assert.NotEqual(ProtectionState.On, new ProductState(0x043000).Protection);

    [Theory]
    [InlineData(0x047000)]
    [InlineData(0x04F000)]
    public void A_number_that_nobody_explained_is_not_known(long number) => Assert.Null(new ProductState(number).Protection);
}
