using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>A program that is but installed is seen in the list of programs, and the checks of "there is none" don't pass over
/// it.</summary>
public sealed class InstalledProgramTests
{
    private const string Roots = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager";

    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    [Theory]
    [InlineData("TeamViewer", ProgramKind.RemoteControl)]
    [InlineData("TeamViewer 14 Host", ProgramKind.RemoteControl)]
    [InlineData("AnyDesk MSI", ProgramKind.RemoteControl)]
    [InlineData("Chrome Remote Desktop Host", ProgramKind.RemoteControl)]
    [InlineData("ScreenConnect Client (adbce2b92cb435b3)", ProgramKind.RemoteControl)]
    [InlineData("VNC Server 6.8.0", ProgramKind.RemoteControl)]
    [InlineData("ManageEngine UEMS - Agent", ProgramKind.RemoteControl)]
    [InlineData("Advanced Monitoring Agent GP", ProgramKind.RemoteControl)]
    [InlineData("Kaseya Agent", ProgramKind.RemoteControl)]
    [InlineData("rustdesk", ProgramKind.RemoteControl)]
    [InlineData("Dropbox", ProgramKind.SyncClient)]
    [InlineData("Box Sync", ProgramKind.SyncClient)]
    [InlineData("MEGAsync", ProgramKind.SyncClient)]
    [InlineData("Citrix Files for Windows", ProgramKind.SyncClient)]
    [InlineData("\u767e\u5ea6\u7f51\u76d8", ProgramKind.SyncClient)]
    [InlineData("OpenVPN 2.4.7  x64", ProgramKind.VpnClient)]
    [InlineData("Cisco Secure Client - AnyConnect VPN ", ProgramKind.VpnClient)]
    [InlineData("SonicWall NetExtender", ProgramKind.VpnClient)]
    [InlineData("Mullvad VPN 2026.1", ProgramKind.VpnClient)]
    [InlineData("FortiClient VPN", ProgramKind.VpnClient)]
    public void A_program_by_the_name_that_it_registers(string name, object kind)
    {
        var host = Host(name);
        Assert.Equal(new[] { (ProgramKind)kind }, host.Of<SoftwareFact>().Single().ListedAs);
        var (check, outcome) = kind switch
        {
            ProgramKind.RemoteControl => ("MED-03", Outcome.Attest),
            ProgramKind.SyncClient => ("MED-02", Outcome.Fail),
            _ => ("VPN-04", Outcome.Attest),
        };
        Assert.Equal(outcome, Of(check, host).Outcome);
    }

    /// <summary>Names are held whole. What connects to others, other products of the makers, and what every Windows has aren't meant.</summary>
    [Theory]
    [InlineData("TeamViewer Meeting")]
    [InlineData("LogMeIn Client")]
    [InlineData("mRemoteNG")]
    [InlineData("Remote Desktop Connection Manager")]
    [InlineData("Oracle VM VirtualBox 5.1")]
    [InlineData("Dropbox Passwords")]
    [InlineData("NotDropbox")]
    [InlineData("Proton Mail Bridge")]
    [InlineData("NordUpdater")]
    [InlineData("Microsoft OneDrive")]
    [InlineData("Cisco Webex")]
    [InlineData("Parsecs")]
    [InlineData("\u7a93\u53e3\u30b7\u30b9\u30c6\u30e0")]
    public void Others_are_left_alone(string name)
    {
        var host = Host(name);
        Assert.Empty(host.Of<SoftwareFact>().Single().ListedAs!);
        Assert.All(new[] { "MED-02", "MED-03", "VPN-04" }, check => Assert.Equal(Outcome.Pass, Of(check, host).Outcome));
    }

    /// <summary>No name of the lists of real machines and of a package repository is taken for one of these that isn't.</summary>
    [Fact]
    public void Registered_names_of_others_are_left_alone()
    {
        var folder = Path.Combine(Machine.RepositoryRoot, "tests", "ConfigAudit.Tests", "Asking", "Catalogs", "RegisteredNames");
        var seen = Directory
            .GetFiles(folder, "*.tsv")
            .Where(file => !file.EndsWith("spellings.tsv", System.StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[1])
            .Where(name => ProgramKinds.Of(Machine.Catalogs, name).Count > 0)
            .Distinct()
            .OrderBy(name => name, System.StringComparer.Ordinal);
        Assert.Equal(
            new[]
            {
                "AnyDesk",
                "AnyDesk MSI",
                "Box Sync",
                "Chrome Remote Desktop Host",
                "Dropbox",
                "Nextcloud",
                "NordVPN",
                "OpenVPN 2.4.7",
                "OpenVPN 2.4.7 x64",
                "Pulse Secure 5.3",
                "TeamViewer 14",
                "TeamViewer 14 Host",
                "TightVNC",
                "iCloud",
                "ownCloud",
            },
            seen
        );
    }

    [Theory]
    [InlineData("MED-02", "Dropbox")]
    [InlineData("MED-03", "AnyDesk")]
    [InlineData("VPN-04", "NordVPN")]
    public void A_list_that_could_not_be_read_may_hold_one(string check, string program)
    {
        var denied = Host($"\"failures\": {{ \"registry:{SoftwareKeys.Uninstall}\": \"denied\" }},", string.Empty, program);
        Assert.Equal(Outcome.Unknown, Of(check, denied).Outcome);
        Assert.Contains("Uninstall", Of(check, denied).Evidence);
    }

    /// <summary>What runs is there, whatever wasn't read.</summary>
    [Fact]
    public void What_runs_is_seen_whatever_the_list_hides() =>
        Assert.Equal(
            Outcome.Attest,
            Of(
                "MED-03",
                Host($"\"failures\": {{ \"registry:{SoftwareKeys.Uninstall}\": \"denied\" }},", """, { "Name": "AnyDesk.exe" }""")
            ).Outcome
        );

    [Fact]
    public void The_finding_says_by_which_list_each_was_seen()
    {
        var finding = Of("MED-03", Host(string.Empty, """, { "Name": "AnyDesk.exe" }""", "TeamViewer"));
        Assert.Contains("AnyDesk (IsListed=true, SeenAs=Process)", finding.Actual);
        Assert.Contains("TeamViewer (Scope=Machine, ListedAs=RemoteControl)", finding.Actual);
        Assert.Contains("Win32_Process", finding.Evidence);
        Assert.Contains("Uninstall", finding.Evidence);
    }

    private static Finding Of(string check, Snapshot host) =>
        Evaluator.Evaluate(Mic, host with { Zone = Zone.Lgwan }).Single(finding => finding.CheckId == check);

    private static Snapshot Host(string program) => Host(string.Empty, string.Empty, program);

    private static Snapshot Host(string failures, string processes, params string[] programs) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-12-01T00:00:00Z", {{failures}}
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "26200", "Version": "10.0.26200" } ],
                "Win32_NetworkAdapter": [ { "ServiceName": "e1dexpress" } ],
                "Win32_Service": [ { "Name": "Winmgmt", "State": "Running", "StartMode": "Auto" } ],
                "Win32_Process": [ { "Name": "System" } {{processes}} ] } },
              "registry": { {{SoftwareKeys.Listing(programs)}} },
              "absent": [ "registry:{{Roots}}" ] }
            """
        );
}
