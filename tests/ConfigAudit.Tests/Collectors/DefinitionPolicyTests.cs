using System.Linq;
using ConfigAudit.Collectors.Updates;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Collectors;

/// <summary>Where Defender's definitions come from: group policy, device management, and what Defender itself says that it goes by.</summary>
public sealed class DefinitionPolicyTests
{
    private const string Defender = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender";
    private const string Inside = "InternalDefinitionUpdateServer|FileShares";
    private const string Outside = "MicrosoftUpdateServer|MMPC";

    [Theory]
    [InlineData(Inside, null, null, false)]
    [InlineData(Inside, null, Inside, false)]
    [InlineData(Inside, null, "", false)]
    [InlineData(Inside, null, Outside, null)]
    [InlineData(Inside, Inside, null, false)]
    [InlineData(Inside, Outside, null, null)]
    [InlineData(Inside, "{ FileShares }", "InternalDefinitionUpdateServer", false)]
    [InlineData(null, Inside, Inside, false)]
    [InlineData(null, Inside, Outside, null)]
    [InlineData(null, Outside, null, true)]
    [InlineData(null, null, Inside, true)]
    [InlineData(Outside, Inside, Inside, true)]
    public void An_order_is_believed_where_nothing_contradicts_it(string? policy, string? managed, string? effective, bool? expected) =>
        Assert.Equal(expected, Policy(policy, managed, effective).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);

    [Fact]
    public void The_reason_has_both()
    {
        var gap = Assert.Single(Policy(Inside, Outside, null).GapsIn<DefinitionPolicyFact>(), each => each.Property == nameof(DefinitionPolicyFact.MayFetchFromInternet));
        Assert.Contains(Outside, gap.Message);
        Assert.Contains("FallbackOrder", gap.Message);
    }

    [Fact]
    public void Device_management_that_could_not_be_read_may_say_anything() =>
        Assert.Null(Policy(Inside, null, null, failures: $"\"registry:{Defender}\\\\Policy Manager\": \"denied\"").Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);

    [Theory]
    [InlineData(@"\\\\wsus01.town.example\\defs", false)]
    [InlineData(@"\\\\10.1.2.3\\defs", false)]
    [InlineData(@"{\\\\10.1.2.3\\defs | \\\\sv01\\defs}", false)]
    [InlineData(@"\\\\203.0.113.9@SSL\\DavWWWRoot\\defs", true)]
    [InlineData(@"\\\\203.0.113.9\\defs", true)]
    [InlineData(@"\\\\sv01\\defs|\\\\203.0.113.9@8080\\defs", true)]
    [InlineData(@"\\\\?\\UNC\\203.0.113.9\\defs", true)]
    [InlineData(@"https://203.0.113.9/defs", true)]
    [InlineData(@"\\\\2001-db8--1.ipv6-literal.net\\defs", true)]
    [InlineData(@"\\\\fd00--1.ipv6-literal.net@SSL\\defs", false)]
    [InlineData(@"\\\\go.microsoft.com@SSL\\DavWWWRoot", true)]
    public void A_share_may_stand_on_the_internet(string shares, bool expected)
    {
        Assert.Equal(expected, Policy("FileShares", null, null, shares).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
        Assert.False(Policy("InternalDefinitionUpdateServer", null, null, shares).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
    }

    private static Snapshot Policy(string? policy, string? managed, string? effective, string? shares = null, string failures = "") => Machine.Answering($$"""
        { "failures": { {{failures}} },
          "registry": { "{{Defender}}\\Signature Updates": { {{string.Join(", ", new[] { Value("FallbackOrder", policy), Value("DefinitionUpdateFileSharesSources", shares) }.Where(each => each.Length > 0))}} },
            "{{Defender}}\\Policy Manager": { {{Value("SignatureUpdateFallbackOrder", managed)}} } },
          "instances": { "root/Microsoft/Windows/Defender": { "MSFT_MpPreference": [ { {{(effective is null ? null : $"\"SignatureFallbackOrder\": \"{effective}\"")}} } ] } } }
        """);

    private static string Value(string name, string? text) => text is null ? string.Empty : $$""" "{{name}}": { "type": "REG_SZ", "data": "{{text}}" } """;
}
