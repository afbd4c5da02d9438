using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>What an account of Windows' own has installed: it is there for all.</summary>
public sealed class SystemHiveTests
{
    private const string Uninstall = @"\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Wow = @"\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    [Theory]
    [InlineData("S-1-5-18", Uninstall, SoftwareScope.Machine)]
    [InlineData("S-1-5-18", Wow, SoftwareScope.Machine)]
    [InlineData(".DEFAULT", Uninstall, SoftwareScope.Machine)]
    [InlineData("S-1-5-19", Uninstall, SoftwareScope.Machine)]
    [InlineData("S-1-5-20", Wow, SoftwareScope.Machine)]
    [InlineData("S-1-5-80-1-2-3-4-5", Uninstall, SoftwareScope.Machine)]
    [InlineData("S-1-5-21-1-2-3-1001", Wow, SoftwareScope.User)]
    public void A_program_in_its_hive_is_seen(string sid, string key, object scope)
    {
        var root = @"HKEY_USERS\\" + sid + key;
        var more =
            sid.EndsWith("1001", System.StringComparison.Ordinal) || sid == ".DEFAULT" ? string.Empty : $"\"HKEY_USERS\\\\{sid}\": {{}}, ";
        var fact = Host(more + $"\"{root}\": {{}}", SoftwareHost.Program(root, "Python 3.7.9 (64-bit)"))
            .Of<SoftwareFact>()
            .Single(each => each.Name == "Python 3.7.9 (64-bit)");
        Assert.Equal(((SoftwareScope)scope, SupportStatus.Ended), (fact.Scope, fact.Support));
    }

    [Fact]
    public void A_key_of_which_a_recording_holds_one_program_alone_has_that_one() =>
        Assert.Contains(
            Host("\"HKEY_USERS\\\\S-1-5-18\": {}", SoftwareHost.Program(@"HKEY_USERS\\S-1-5-18" + Uninstall, "Python 3.7.9 (64-bit)"))
                .Of<SoftwareFact>(),
            each => each.Name == "Python 3.7.9 (64-bit)"
        );

    [Fact]
    public void SYSTEMs_hive_under_its_other_name_is_the_same()
    {
        var both = new[] { "S-1-5-18", ".DEFAULT" }
            .Select(sid => SoftwareHost.Program(@"HKEY_USERS\\" + sid + Uninstall, "Python 3.7.9 (64-bit)"))
            .Prepend("\"HKEY_USERS\\\\S-1-5-18\": {}")
            .ToArray();
        Assert.Single(Host(both).Of<SoftwareFact>(), each => each.Name == "Python 3.7.9 (64-bit)");
    }

    [Fact]
    public void The_same_in_two_accounts_hives_is_there_twice() =>
        Assert.Equal(
            2,
            Host(
                    "\"HKEY_USERS\\\\S-1-5-19\": {}",
                    SoftwareHost.Program(@"HKEY_USERS\\S-1-5-19" + Uninstall, "X 1"),
                    SoftwareHost.Program(@"HKEY_USERS\\S-1-5-21-1-2-3-1001" + Wow, "X 1")
                )
                .Of<SoftwareFact>()
                .Count(each => each.Name == "X 1")
        );

    [Fact]
    public void One_that_was_refused_leaves_room_for_programs_of_the_machine()
    {
        var recording = SoftwareHost.Refusing(@"registry:HKEY_USERS\\.DEFAULT" + Uninstall);
        Assert.Contains(
            Machine.Answering(recording).GapsIn<SoftwareFact>(),
            gap => gap.Kind == GapKind.Denied && gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
        );
    }

    /// <summary>Recordings of older versions hold neither SYSTEM's programs nor people's 32-bit ones; a live host always answers.</summary>
    [Fact]
    public void A_recording_that_doesnt_hold_them_leaves_nothing_open() =>
        Assert.DoesNotContain(
            Host().GapsIn<SoftwareFact>(),
            gap => gap.Property is null && gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine or SoftwareScope.User }
        );

    [Fact]
    public void The_half_of_a_hive_that_holds_classes_is_none() =>
        Assert.DoesNotContain(
            Host("\"HKEY_USERS\\\\S-1-5-18_Classes\": {}", SoftwareHost.Program(@"HKEY_USERS\\S-1-5-18_Classes" + Uninstall, "X 1"))
                .Of<SoftwareFact>(),
            each => each.Name == "X 1"
        );

    private static Snapshot Host(params string[] more) => Machine.Answering(SoftwareHost.With(more));
}
