using System.Linq;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Where Defender's definitions come from: group policy, device management, and what Defender itself says that it goes
/// by.</summary>
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
        var gap = Assert.Single(
            Policy(Inside, Outside, null).GapsIn<DefinitionPolicyFact>(),
            each => each.Property == nameof(DefinitionPolicyFact.MayFetchFromInternet)
        );
        Assert.Contains(Outside, gap.Message);
        Assert.Contains("FallbackOrder", gap.Message);
    }

    [Fact]
    public void Device_management_that_could_not_be_read_may_say_anything() =>
        Assert.Null(
            Policy(Inside, null, null, failures: $"\"registry:{Defender}\\\\Policy Manager\": \"denied\"")
                .Of<DefinitionPolicyFact>()
                .Single()
                .MayFetchFromInternet
        );

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
    [InlineData(@"\\\\mystore.file.core.windows.net\\defs", true)]
    [InlineData(@"\\\\sv01\\defs|\\\\d.docs.live.net@SSL\\abc", true)]
    [InlineData(@"https://bucket.s3.ap-northeast-1.amazonaws.com/defs", true)]
    [InlineData(@"\\\\mystore.privatelink.file.core.windows.net\\defs", false)]
    [InlineData(@"\\\\core.windows.net.town.example\\defs", false)]
    public void A_share_may_stand_on_the_internet(string shares, bool expected)
    {
        Assert.Equal(expected, Policy("FileShares", null, null, shares).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
        Assert.False(Policy("InternalDefinitionUpdateServer", null, null, shares).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
    }

    [Theory]
    [InlineData(1, 2, null, true)]
    [InlineData(1, 1, null, true)]
    [InlineData(1, 1, 0, true)]
    [InlineData(1, null, 1, true)]
    [InlineData(1, 0, null, false)]
    [InlineData(1, null, null, false)]
    [InlineData(1, null, 0, false)]
    [InlineData(0, 2, 1, false)]
    [InlineData(null, 2, 1, false)]
    [InlineData(1, 0, 1, null)]
    [InlineData(1, 7, null, null)]
    [InlineData(2, 2, null, null)]
    public void Microsofts_cloud_delivers_where_policy_has_it_asked_and_answer(int? delivery, int? reporting, int? managed, bool? expected)
    {
        var snapshot = Cloud(
            delivery,
            $$""" "{{Defender}}\\Spynet": { {{Number("SpynetReporting", reporting)}} }, "{{Defender}}\\Policy Manager": { {{Number("AllowCloudProtection", managed)}} } """
        );
        Assert.Equal(expected, snapshot.Of<DefinitionPolicyFact>().Single().TakesFromCloud);
        Assert.Equal(expected, snapshot.Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
    }

    [Fact]
    public void Whether_the_cloud_is_asked_may_be_refused_and_matters_only_where_it_may_answer()
    {
        var denied = $"\"registry:{Defender}\\\\Spynet\": \"denied\"";
        var other = $$""" "{{Defender}}\\Policy Manager": { } """;
        Assert.Null(Cloud(1, other, denied).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
        Assert.False(Cloud(null, other, denied).Of<DefinitionPolicyFact>().Single().MayFetchFromInternet);
    }

    private static Snapshot Cloud(int? delivery, string registry, string failures = "") =>
        Machine.Answering(
            $$"""
            { "failures": { {{failures}} }, "instances": {},
              "registry": { "{{Defender}}\\Signature Updates": { {{string.Join(
                ", ",
                new[] { Value("FallbackOrder", "FileShares"), Number("RealtimeSignatureDelivery", delivery) }.Where(each => each.Length > 0)
            )}} }, {{registry}} } }
            """
        );

    private static string Number(string name, int? number) =>
        number is null ? string.Empty : $$""" "{{name}}": { "type": "REG_DWORD", "data": {{number}} } """;

    private static Snapshot Policy(string? policy, string? managed, string? effective, string? shares = null, string failures = "") =>
        Machine.Answering(
            $$"""
            { "failures": { {{failures}} },
              "registry": { "{{Defender}}\\Signature Updates": { {{string.Join(
                ", ",
                new[] { Value("FallbackOrder", policy), Value("DefinitionUpdateFileSharesSources", shares) }.Where(each => each.Length > 0)
            )}} },
                "{{Defender}}\\Policy Manager": { {{Value("SignatureUpdateFallbackOrder", managed)}} } },
              "instances": { "root/Microsoft/Windows/Defender": { "MSFT_MpPreference": [ { {{(
                effective is null ? null : $"\"SignatureFallbackOrder\": \"{effective}\""
            )}} } ] } } }
            """
        );

    private static string Value(string name, string? text) =>
        text is null ? string.Empty : $$""" "{{name}}": { "type": "REG_SZ", "data": "{{text}}" } """;
}
