using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Sync clients that register no folder with Windows are seen by their services and processes, and MED-02 doesn't pass over
/// them.</summary>
public sealed class SyncClientTests
{
    private const string Roots = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager";

    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    [Theory]
    [InlineData("Dropbox.exe", "Dropbox")]
    [InlineData("GOOGLEDRIVEFS.EXE", "Google Drive for desktop")]
    [InlineData("googledrivesync.exe", "Google Drive for desktop")]
    [InlineData("Box.exe", "Box Drive and Box Sync")]
    [InlineData("iCloudDrive.exe", "iCloud for Windows")]
    [InlineData("MEGAsync.exe", "MEGAsync")]
    [InlineData("pCloud.exe", "pCloud Drive")]
    [InlineData("nextcloud.exe", "Nextcloud desktop client")]
    [InlineData("owncloud.exe", "ownCloud desktop client")]
    [InlineData("syncthing.exe", "Syncthing")]
    [InlineData("Resilio Sync.exe", "Resilio Sync")]
    [InlineData("AmazonDrive.exe", "Amazon Drive and Amazon Photos")]
    [InlineData("cloud-drive-ui.exe", "Synology Drive Client")]
    [InlineData("seafile-applet.exe", "Seafile client")]
    public void A_client_that_runs_fails_where_no_folder_is_registered(string process, string client)
    {
        var host = Host(string.Empty, $$""", { "Name": "{{process}}" }""");
        var fact = host.Of<SyncClientFact>().Single();
        Assert.Equal((client, true, false), (fact.Client, fact.IsRunning, fact.RegistersFolders));
        Assert.Equal(Outcome.Fail, Med02(host));
    }

    /// <summary>Nobody is logged on, so nothing of it runs: its service says that it is there.</summary>
    [Fact]
    public void A_client_whose_service_alone_is_there_fails()
    {
        var host = Host(""", { "Name": "DbxSvc", "State": "Stopped", "StartMode": "Manual" }""", string.Empty);
        Assert.Equal(("Dropbox", false), (host.Of<SyncClientFact>().Single().Client, host.Of<SyncClientFact>().Single().IsRunning));
        Assert.Equal(Outcome.Fail, Med02(host));
    }

    /// <summary>OneDrive runs for every user, whether or not he signed in: the folders that it registers tell. Before Windows 10 1709 there were
    /// none to register.</summary>
    [Theory]
    [InlineData("26200", true, Outcome.Pass)]
    [InlineData("16299", true, Outcome.Pass)]
    [InlineData("14393", false, Outcome.Fail)]
    [InlineData(null, null, Outcome.Unknown)]
    public void OneDrive_is_judged_by_the_folders_that_it_registers_where_Windows_knows_such(
        string? build,
        bool? registers,
        object expected
    )
    {
        var host = Host(string.Empty, """, { "Name": "OneDrive.exe" }""", build);
        Assert.Equal(registers, host.Of<SyncClientFact>().Single().RegistersFolders);
        Assert.Equal(expected, Med02(host));
    }

    [Theory]
    [InlineData("NotDropbox.exe")]
    [InlineData("Dropbox.exe.config")]
    [InlineData("VirtualBox.exe")]
    [InlineData("Inbox.exe")]
    [InlineData("iCloudServices.exe")]
    [InlineData("FileSyncHelper.exe")]
    [InlineData("syncthing-notes.exe")]
    public void Others_are_left_alone(string process)
    {
        var host = Host(string.Empty, $$""", { "Name": "{{process}}" }""");
        Assert.Empty(host.Of<SyncClientFact>());
        Assert.Equal(Outcome.Pass, Med02(host));
    }

    [Fact]
    public void A_folder_that_is_registered_fails_whatever_runs() =>
        Assert.Equal(
            Outcome.Fail,
            Med02(
                Answering(
                    $$"""
                    "instances": { "root/cimv2": { {{Windows(
                        "26200"
                    )}} "Win32_Service": [ { "Name": "Winmgmt" } ], "Win32_Process": [ { "Name": "System" } ] } },
                    "registry": { "{{Roots}}": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} }
                    """
                )
            )
        );

    [Theory]
    [InlineData("Win32_Service")]
    [InlineData("Win32_Process")]
    public void What_may_not_be_read_may_hide_a_client(string denied)
    {
        var other =
            denied == "Win32_Service"
                ? """ "Win32_Process": [ { "Name": "System" } ] """
                : """ "Win32_Service": [ { "Name": "Winmgmt" } ] """;
        Assert.Equal(
            Outcome.Unknown,
            Med02(
                Answering(
                    $$"""
                    "instances": { "root/cimv2": { {{Windows("26200")}} {{other}} } }, "failures": { "root/cimv2:{{denied}}": "denied" },
                    "registry": { {{SoftwareKeys.Listing()}} }, "absent": [ "registry:{{Roots}}" ]
                    """
                )
            )
        );
    }

    private static Outcome Med02(Snapshot host) =>
        Evaluator.Evaluate(Mic, host with { Zone = Zone.Lgwan }).Single(finding => finding.CheckId == "MED-02").Outcome;

    private static Snapshot Host(string services, string processes, string? build = "26200") =>
        Answering(
            $$"""
            "instances": { "root/cimv2": { {{Windows(build)}}
                "Win32_Service": [ { "Name": "Winmgmt", "State": "Running", "StartMode": "Auto" } {{services}} ],
                "Win32_Process": [ { "Name": "System" } {{processes}} ] } },
            "registry": { {{SoftwareKeys.Listing()}} }, "absent": [ "registry:{{Roots}}" ]
            """
        );

    private static string Windows(string? build) =>
        build is null
            ? string.Empty
            : $$""" "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "{{build}}", "Version": "10.0.{{build}}" } ], """;

    private static Snapshot Answering(string members) => Machine.Answering($$"""{ "recordedAt": "2026-12-01T00:00:00Z", {{members}} }""");
}
