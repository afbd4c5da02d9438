using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Mmi;

/// <summary>Which registry provider is demanded of Windows' own management infrastructure.</summary>
public sealed class ProviderWidthTests
{
    private static readonly CimCall Registry = Call("StdRegProv");

    private readonly ProviderWidth _width = new();

    [Fact]
    public void The_64_bit_one_is_demanded_before_anything_is_known() =>
        Assert.Equal(
            new KeyValuePair<string, object>[] { new("__ProviderArchitecture", 64), new("__RequiredArchitecture", true) },
            _width.Options(Registry)
        );

    [Fact]
    public void Other_classes_have_one_provider_each_and_are_asked_as_they_are() => Assert.Empty(_width.Options(Call("PS_VpnConnection")));

    [Theory]
    [InlineData(32L, 0)]
    [InlineData(64L, 2)]
    [InlineData(null, 2)]
    public void A_Windows_of_32_bits_alone_is_asked_without(long? bits, int options)
    {
        _width.Learn(CimAnswer.Of(new[] { new CimRow(new Dictionary<string, object?> { ["AddressWidth"] = bits }) }));
        Assert.Equal(options, _width.Options(Registry).Count);
        Assert.Equal(bits is null, _width.IsUnknown);
    }

    [Fact]
    public void What_couldnt_be_learnt_leaves_the_demand_standing()
    {
        _width.Learn(CimAnswer.Failed(GapKind.Denied, "root/cimv2:Win32_Processor", LocalText.Of("denied")));
        Assert.Equal(2, _width.Options(Registry).Count);
    }

    [Theory]
    [InlineData(GapKind.Unusable, true)]
    [InlineData(GapKind.NotSupported, true)]
    [InlineData(GapKind.NotPresent, true)]
    [InlineData(GapKind.Denied, false)]
    [InlineData(GapKind.Timeout, false)]
    public void A_refusal_may_be_for_the_demand(object kind, bool may) =>
        Assert.Equal(
            may,
            ProviderWidth.MayBeRefused(
                CimAnswer.Failed((GapKind)kind, "root/cimv2:StdRegProv.EnumKey", LocalText.Of("provider load failure"))
            )
        );

    [Fact]
    public void The_width_of_Windows_is_asked_of_its_processor() =>
        Assert.Equal("SELECT AddressWidth FROM Win32_Processor", ProviderWidth.Question.Wql);

    private static CimCall Call(string name) =>
        new(
            "root/cimv2",
            name,
            "EnumKey",
            Enumerable.Empty<KeyValuePair<string, object?>>().ToDictionary(pair => pair.Key, pair => pair.Value)
        );
}
