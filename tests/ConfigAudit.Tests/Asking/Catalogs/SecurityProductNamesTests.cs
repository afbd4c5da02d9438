using System.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>Which product a name in the Security Center is taken for: the first of the catalogue that it matches.</summary>
public sealed class SecurityProductNamesTests
{
    [Theory]
    [InlineData("Trend Micro Security Agent", "trend-apex-one")]
    [InlineData("FortiClient AntiVirus", "forticlient")]
    [InlineData("FortiEDR", "fortiedr")]
    [InlineData("Panda Endpoint Protection", "panda")]
    [InlineData("Check Point Endpoint Security", "check-point-endpoint")]
    [InlineData("Elastic Security", "elastic-defend")]
    [InlineData("AVG Antivirus", "avg")]
    [InlineData("G DATA SECURITY CLIENT", "g-data")]
    [InlineData("Carbon Black App Control", "carbon-black-app-control")]
    [InlineData("VMware Carbon Black Cloud Sensor AV", "carbon-black-cloud")]
    [InlineData("Trend Vision One Endpoint Security", "trend-vision-one")]
    [InlineData("WithSecure™ Elements EPP for Computers", "withsecure")]
    [InlineData("Cylance PROTECT", "cylance")]
    [InlineData("My AVG rating tool", null)]
    [InlineData("Forti", null)]
    public void A_name_and_its_product(string name, string? id) =>
        Assert.Equal(
            id,
            Machine
                .Catalogs.SecurityProducts.FirstOrDefault(product => product.Names.Any(pattern => pattern.Match(name) is { Success: true }))
                ?.Id
        );

    /// <summary>One whose services nobody confirmed proves no protection by them.</summary>
    [Fact]
    public void What_was_added_by_lists_alone_is_not_verified() =>
        Assert.All(
            new[]
            {
                "forticlient",
                "fortiedr",
                "panda",
                "check-point-endpoint",
                "elastic-defend",
                "avg",
                "g-data",
                "carbon-black-app-control",
                "trend-vision-one",
            },
            id => Assert.False(Machine.Catalogs.SecurityProducts.Single(product => product.Id == id).IsVerified)
        );
}
