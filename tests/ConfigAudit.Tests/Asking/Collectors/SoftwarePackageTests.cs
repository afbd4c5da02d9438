using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Packages (MSIX), of the machine and of users.</summary>
public sealed class SoftwarePackageTests
{
    private const string Uninstall = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Person = @"HKEY_USERS\\S-1-5-21-1-2-3-1001";
    private const string Own =
        Person + @"\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages";
    private const string Python = "PythonSoftwareFoundation.Python.3.8_3.8.2800.0_x64__qbz5n2kfra8p0";

    [Fact]
    public void A_package_is_read_from_its_full_name()
    {
        var fact = Assert.Single(Packages(Client(), Python).Of<SoftwareFact>());
        Assert.Equal(
            ("PythonSoftwareFoundation.Python.3.8", new Version(3, 8, 2800, 0), "qbz5n2kfra8p0"),
            (fact.Name, fact.Version, fact.Publisher)
        );
        Assert.Equal((SoftwareScope.Machine, SoftwareForm.Package, false), (fact.Scope, fact.Form, fact.IsComponent));
        Assert.Equal((SupportStatus.Ended, "Python 3.8"), (fact.Support, fact.Lifecycle));
    }

    [Theory]
    [InlineData("Microsoft.PowerShell_7.4.6.0_x64__8wekyb3d8bbwe", "Microsoft PowerShell 7.4")]
    [InlineData("Mozilla.Firefox_120.0.1.0_x64__n80bbvh6b1yt2", "Mozilla Firefox 120")]
    [InlineData("Contoso.Pythonic.3.8_3.8.0.0_x64__qbz5n2kfra8p0", null)]
    public void Packages_are_held_against_the_lifecycle_catalogue(string package, string? lifecycle) =>
        Assert.Equal(lifecycle, Assert.Single(Packages(Client(), package).Of<SoftwareFact>()).Lifecycle);

    [Theory]
    [InlineData("Microsoft.Windows.ShellExperienceHost_10.0.26100.1_neutral_neutral_cw5n1h2txyewy", true)]
    [InlineData("MicrosoftWindows.Client.CBS_1000.26100.275.0_x64__cw5n1h2txyewy", true)]
    [InlineData("Microsoft.WindowsCalculator_2021.2307.4.0_neutral_~_8wekyb3d8bbwe", true)]
    [InlineData("Microsoft.VCLibs.140.00.UWPDesktop_14.0.33519.0_x64__8wekyb3d8bbwe", true)]
    [InlineData("Clipchamp.Clipchamp_4.3.10120.0_neutral_~_yxz26nhyzhsrt", true)]
    [InlineData("Microsoft.PowerShell_7.4.6.0_x64__8wekyb3d8bbwe", false)]
    [InlineData("Microsoft.WindowsCalculator_1.0.0.0_x64__aaaaaaaaaaaaa", false)]
    [InlineData("SpotifyAB.SpotifyMusic_1.2.0.0_x64__zpdnekdrzrea0", false)]
    public void What_comes_with_Windows_is_a_part_of_it_and_everything_else_a_program(string package, bool isComponent) =>
        Assert.Equal(isComponent, Assert.Single(Packages(Client(), package).Of<SoftwareFact>()).IsComponent);

    [Fact]
    public void One_package_in_several_architectures_is_one() =>
        Assert.Single(
            Packages(
                    Client(),
                    "Microsoft.VCLibs.140.00_14.0.33519.0_x64__8wekyb3d8bbwe",
                    "Microsoft.VCLibs.140.00_14.0.33519.0_x86__8wekyb3d8bbwe"
                )
                .Of<SoftwareFact>()
        );

    [Theory]
    [InlineData("Python")]
    [InlineData("Python_3.8_x64__qbz5n2kfra8p0")]
    [InlineData("_3.8.2800.0_x64__qbz5n2kfra8p0")]
    [InlineData("Python_3.8.2800.0_x64_qbz5n2kfra8p0")]
    [InlineData("Python_3.8.2800.0_x64__short")]
    public void A_key_that_is_no_full_name_may_be_any_package(string name) =>
        Assert.Contains(
            Packages(Client(), name).GapsIn<SoftwareFact>(),
            gap => gap is { Kind: GapKind.Unusable, Unseen: SoftwareFact { Scope: SoftwareScope.Machine, Form: SoftwareForm.Package } }
        );

    [Fact]
    public void A_user_who_is_logged_on_has_packages_of_his_own()
    {
        var snapshot = Answering(
            Client(),
            $$""" "{{Person}}": {}, "{{SoftwareKeys.Packages}}": {}, "{{Own}}": {}, "{{Own}}\\{{Python}}": {}, """
        );
        Assert.Equal(SoftwareScope.User, Assert.Single(snapshot.Of<SoftwareFact>()).Scope);
    }

    [Fact]
    public void An_account_that_never_had_a_desktop_has_none() =>
        Assert.DoesNotContain(
            Answering(Client(), $$""" "{{Person}}": {}, "{{SoftwareKeys.Packages}}": {}, """, absent: $"registry:{Own}")
                .GapsIn<SoftwareFact>(),
            gap => gap.Source.Contains("AppModel")
        );

    /// <summary>Where packages weren't read, there may be some.</summary>
    [Theory]
    [InlineData(1, 26200, null, GapKind.NotRecorded)]
    [InlineData(1, 26200, "denied", GapKind.Denied)]
    [InlineData(1, 9200, "absent", GapKind.NotPresent)]
    [InlineData(null, null, "absent", GapKind.NotPresent)]
    [InlineData(3, 20348, "denied", GapKind.Denied)]
    public void Packages_that_werent_read_may_be_there(int? kind, int? build, string? answer, object why) =>
        Assert.Contains(
            NotRead(kind, build, answer).GapsIn<SoftwareFact>(),
            gap =>
                gap.Kind == (GapKind)why
                && gap.Source.Contains("AppxAllUserStore")
                && gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
        );

    /// <summary>Windows 7 and Server 2008 R2 know no packages; a server without a desktop may not have the key.</summary>
    [Theory]
    [InlineData(1, 7601, null)]
    [InlineData(3, 7601, null)]
    [InlineData(3, 20348, "absent")]
    public void Where_there_are_no_packages_nothing_is_missing(int kind, int build, string? answer) =>
        Assert.DoesNotContain(NotRead(kind, build, answer).GapsIn<SoftwareFact>(), gap => gap.Source.Contains("Appx"));

    private static Snapshot NotRead(int? kind, int? build, string? answer) =>
        Answering(
            kind is null ? string.Empty : System(kind.Value, build!.Value),
            string.Empty,
            absent: answer == "absent" ? $"registry:{SoftwareKeys.Packages}" : null,
            failures: answer == "denied" ? $"\"registry:{SoftwareKeys.Packages}\": \"denied\"" : null
        );

    private static Snapshot Packages(string system, params string[] packages) =>
        Answering(
            system,
            $"\"{SoftwareKeys.Packages}\": {{}}, "
                + string.Concat(packages.Select(package => $"\"{SoftwareKeys.Packages}\\\\{package}\": {{}}, "))
        );

    private static string Client() => System(1, 26200);

    private static string System(int kind, int build) =>
        $$""" "Win32_OperatingSystem": [ { "ProductType": {{kind}}, "BuildNumber": "{{build}}" } ] """;

    private static Snapshot Answering(string system, string registry, string? absent = null, string? failures = null) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { {{system}} } },
              "registry": { "HKEY_USERS": {}, "HKEY_USERS\\.DEFAULT": {}, {{registry}} "{{Uninstall}}": {}, "{{Uninstall}}\\AddressBook": {} },
              "absent": [ {{(absent is null ? null : $"\"{absent}\"")}} ], "failures": { {{failures}} } }
            """
        );
}
