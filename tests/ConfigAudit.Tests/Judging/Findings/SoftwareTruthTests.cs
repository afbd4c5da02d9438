using System;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;
using static ConfigAudit.Tests.Judging.Findings.SoftwareHost;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What a host answers of its software, and what comes of it.</summary>
public sealed class SoftwareTruthTests
{
    private const string Python = "PythonSoftwareFoundation.Python.3.8_3.8.2800.0_x64__qbz5n2kfra8p0";
    private const string Shell = "Microsoft.Windows.ShellExperienceHost_10.0.26100.1_neutral_neutral_cw5n1h2txyewy";

    private static readonly DateTime Planned = new(2029, 3, 31);

    public static TheoryData<string, string, Outcome, string> Rows() =>
        new()
        {
            { "SW-01", "nothing is past its support, and all was read", Outcome.Pass, With() },
            { "SW-01", "a program of all users is", Outcome.Fail, With(Program(Native, "Python 3.8.10 (64-bit)")) },
            { "SW-01", "a program that a user has for himself is", Outcome.Fail, With(Program(Own, "Python 3.7.9 (64-bit)")) },
            { "SW-01", "a package of all users is", Outcome.Fail, With(Package(SoftwareKeys.Packages, Python)) },
            { "SW-01", "a package of one user is", Outcome.Fail, With(Package(OwnPackages, Python)) },
            {
                "SW-01",
                "packages that come with Windows are supported with it",
                Outcome.Pass,
                With(Package(SoftwareKeys.Packages, Shell), Package(OwnPackages, Shell))
            },
            {
                "SW-01",
                "a program is older than all that the catalogue lists",
                Outcome.Fail,
                With(Program(Native, "LibreOffice 6.4.7.2", "6.4.7.2"))
            },
            {
                "SW-01",
                "what is past its support is known, though packages weren't read",
                Outcome.Fail,
                With(Program(Native, "Python 3.8.10 (64-bit)")).Replace(SoftwareKeys.Packages, "HKEY_LOCAL_MACHINE\\\\OTHER")
            },
            {
                "SW-01",
                "packages of all users weren't read",
                Outcome.Unknown,
                With().Replace(SoftwareKeys.Packages, "HKEY_LOCAL_MACHINE\\\\OTHER")
            },
            { "SW-01", "packages of all users are denied", Outcome.Unknown, Refusing($"registry:{SoftwareKeys.Packages}") },
            { "SW-01", "packages of a user are denied", Outcome.Unknown, Refusing($"registry:{OwnPackages}") },
            { "SW-01", "programs of a user are denied", Outcome.Unknown, Refusing($"registry:{Own}") },
            { "SW-01", "the loaded hives are denied", Outcome.Unknown, Refusing("registry:HKEY_USERS") },
            { "SW-01", "the native view is denied", Outcome.Unknown, Refusing($"registry:{Native}") },
            { "SW-01", "the view of 32-bit programs is denied", Outcome.Unknown, Refusing($"registry:{Wow}") },
            { "SW-01", "a provider for 32-bit programs answered", Outcome.Unknown, Narrow() },
            {
                "SW-01",
                "a name is there and can't be read",
                Outcome.Unknown,
                With($$""" "{{Native}}\\A": { "DisplayName": { "data": null } } """)
            },
            {
                "SW-01",
                "a name is no text",
                Outcome.Unknown,
                With($$""" "{{Native}}\\A": { "DisplayName": { "type": "REG_DWORD", "data": 7 } } """)
            },
            { "SW-01", "a name was never read", Outcome.Unknown, With($$""" "{{Native}}\\A": { "DisplayName": { "type": "unread" } } """) },
            { "SW-01", "what the catalogue knows by name doesn't tell its version", Outcome.Unknown, With(Program(Native, "Notepad++")) },
            {
                "SW-01",
                "its version couldn't be read",
                Outcome.Unknown,
                With(Program(Native, "Notepad++", more: """ "DisplayVersion": { "type": "unread" }, """))
            },
            {
                "SW-01",
                "a program that the catalogue doesn't know has no version",
                Outcome.Pass,
                With(Program(Native, "住民情報システム 端末"))
            },
            { "SW-01", "a package's name is none", Outcome.Unknown, With(Package(SoftwareKeys.Packages, "Python")) },
            { "SW-02", "the catalogue knows all", Outcome.Pass, With() },
            { "SW-02", "it doesn't know what a user has for himself", Outcome.Attest, With(Program(Own, "Zoom Workplace (64-bit)")) },
            {
                "SW-02",
                "it doesn't know a package from the Store",
                Outcome.Attest,
                With(Package(OwnPackages, "SpotifyAB.SpotifyMusic_1.2.0.0_x64__zpdnekdrzrea0"))
            },
            { "SW-02", "packages that come with Windows are no question", Outcome.Pass, With(Package(OwnPackages, Shell)) },
            { "SW-03", "support lasts", Outcome.Pass, With() },
            { "SW-03", "that of a user's program doesn't", Outcome.Fail, With(Program(Own, "Python 3.12.3 (64-bit)")) },
            {
                "SW-03",
                "a program that the catalogue doesn't know is for a person to look up",
                Outcome.Pass,
                With(Program(Native, "住民情報システム 端末"))
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hosts_are_judged(string check, string story, Outcome outcome, string recording)
    {
        var judged = Evaluator.Judge(
            ShippedChecks.Of(check),
            Machine.Answering(recording, zone: Zone.Lgwan, wanted: new CollectionOptions { PlannedUseUntil = Planned })
        );

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    /// <summary>Also where the catalogue knows nothing of what is installed: nothing was held against anything.</summary>
    [Theory]
    [InlineData("住民情報システム 端末")]
    [InlineData("Python 3.13.1 (64-bit)")]
    [InlineData("Python 3.8.10 (64-bit)")]
    public void When_nobody_says_until_when_it_is_used_nobody_knows_whether_support_lasts(string name)
    {
        var host = Machine.Answering(With(Program(Native, name)), zone: Zone.Lgwan);
        Assert.Equal(Outcome.Unknown, Evaluator.Judge(ShippedChecks.Of("SW-03"), host));
        Assert.Contains(
            host.GapsIn<SoftwareFact>(),
            gap => gap.Property == nameof(SoftwareFact.IsUsePlanned) && gap.Source == "-PlannedUseUntil"
        );
    }
}
