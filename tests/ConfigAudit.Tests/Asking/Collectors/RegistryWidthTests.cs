using System.Linq;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>A 32-bit registry provider answers as if the machine had 32-bit programs alone.</summary>
public sealed class RegistryWidthTests
{
    private const string Native = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    [Theory]
    [InlineData("x86", 1, 19045)]
    [InlineData("X86", 1, 7601)]
    [InlineData("x86", null, null)]
    public void A_Windows_of_32_bits_has_one_view(string architecture, int? kind, int? build) =>
        Assert.False(IsDoubted(Answering(kind, build, architecture, wow: false)));

    [Theory]
    [InlineData("AMD64", 1, 19045)]
    [InlineData("ARM64", 1, 19045)]
    [InlineData("IA64", null, null)]
    [InlineData(null, 1, 19045)]
    [InlineData(null, null, null)]
    [InlineData("x86", 1, 26200)]
    [InlineData("x86", 3, 20348)]
    [InlineData("x86", 2, 7601)]
    public void One_of_64_bits_has_two_so_a_host_that_shows_one_wasnt_read_whole(string? architecture, int? kind, int? build) =>
        Assert.True(IsDoubted(Answering(kind, build, architecture, wow: false)));

    [Fact]
    public void Two_views_that_differ_are_those_of_64_bits() => Assert.False(IsDoubted(Answering(1, 26200, null, wow: true)));

    [Fact]
    public void Two_views_with_the_very_same_programs_are_one_that_was_asked_twice() =>
        Assert.True(
            IsDoubted(
                Machine.Answering(
                    $$"""
                    { "recordedAt": "2026-11-16T00:00:00Z", "registry": { "{{Native}}": {}, "{{Native}}\\A": { "DisplayName": { "data": "A" } }, "{{Wow}}": {}, "{{Wow}}\\A": { "DisplayName": { "data": "A" } } } }
                    """
                )
            )
        );

    [Fact]
    public void A_new_Windows_has_the_same_entries_in_both_and_no_program() =>
        Assert.False(
            IsDoubted(
                Machine.Answering(
                    $$"""
                    { "recordedAt": "2026-11-16T00:00:00Z", "registry": { "{{Native}}": {}, "{{Native}}\\AddressBook": {}, "{{Wow}}": {}, "{{Wow}}\\AddressBook": {} } }
                    """
                )
            )
        );

    private static bool IsDoubted(Snapshot snapshot) =>
        snapshot
            .GapsIn<SoftwareFact>()
            .Any(gap =>
                gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
                && (gap.Message.Contains("32-bit provider") || gap.Message.Contains("64 bits"))
            );

    private static Snapshot Answering(int? kind, int? build, string? architecture, bool wow) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z",
              "instances": { "root/cimv2": { {{(
                kind is null ? null : $$""" "Win32_OperatingSystem": [ { "ProductType": {{kind}}, "BuildNumber": "{{build}}" } ] """
            )}} } },
              "registry": { "{{Native}}": {}, "{{Native}}\\A": { "DisplayName": { "data": "A" } }
                {{(wow ? $$""", "{{Wow}}": {}, "{{Wow}}\\B": { "DisplayName": { "data": "B" } }""" : null)}}
                {{(
                architecture is null
                    ? null
                    : $$""", "{{SoftwareKeys.Environment}}": { "PROCESSOR_ARCHITECTURE": { "data": "{{architecture}}" } }"""
            )}} },
              "absent": [ {{(wow ? null : $"\"registry:{Wow}\"")}} ] }
            """
        );
}
