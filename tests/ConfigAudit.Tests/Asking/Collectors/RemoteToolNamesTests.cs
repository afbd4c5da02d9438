using System.Linq;
using ConfigAudit.Asking.Collectors.Media;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Remote-control programs under the names that custom clients and single installations have.</summary>
public sealed class RemoteToolNamesTests
{
    [Theory]
    [InlineData("AnyDesk", "AnyDesk")]
    [InlineData("AnyDesk-ad_3f1b7be6", "AnyDesk")]
    [InlineData("AnyDesk-ad_5595aceb_msi", "AnyDesk")]
    [InlineData("TeamViewer9", "TeamViewer")]
    [InlineData("ScreenConnect Client (adbce2b92cb435b3)", "ScreenConnect")]
    [InlineData("GoToResolve_1234567890", "GoTo Resolve")]
    [InlineData("Mesh Agent", "MeshCentral Agent")]
    [InlineData("bomgar-ps-5f8e9c-1605", "BeyondTrust Remote Support (Bomgar)")]
    [InlineData("LMIRescue_2b5f1a", "LogMeIn Rescue")]
    [InlineData("nxservice", "NoMachine")]
    [InlineData("ToDesk_Service", "ToDesk")]
    [InlineData("SunloginService", "Sunlogin (AweSun)")]
    public void A_service(string name, string tool)
    {
        var fact = Assert.Single(Seen($$"""{ "Name": "{{name}}", "State": "Running", "StartMode": "Auto" }""", string.Empty));
        Assert.Equal((tool, true, true), (fact.Tool, fact.IsRunning, fact.StartsAutomatically));
    }

    [Theory]
    [InlineData("AnyDesk-ad_5595aceb_msi.exe", "AnyDesk")]
    [InlineData("AnyDesk (1).exe", "AnyDesk")]
    [InlineData("TeamViewerQS.exe", "TeamViewer")]
    [InlineData("TeamViewerQS_x64.exe", "TeamViewer")]
    [InlineData("tv_w32.exe", "TeamViewer")]
    [InlineData("rustdesk-1.3.2-x86_64.exe", "RustDesk")]
    [InlineData("UltraViewer_Desktop.exe", "UltraViewer")]
    [InlineData("client32.exe", "NetSupport Manager Client")]
    [InlineData("tacticalagent-v2.9.1-windows-amd64.exe", "Tactical RMM Agent")]
    [InlineData("lmi_rescue_srv.exe", "LogMeIn Rescue")]
    [InlineData("AA_v3.exe", "Ammyy Admin")]
    [InlineData("QuickAssist.exe", "Quick Assist")]
    [InlineData("nxservice64.exe", "NoMachine")]
    [InlineData("ToDesk_Lite.exe", "ToDesk")]
    [InlineData("SunloginClient_15.2.exe", "Sunlogin (AweSun)")]
    [InlineData("IperiusRemote.exe", "Iperius Remote")]
    [InlineData("ROMServer.exe", "LiteManager Server")]
    [InlineData("getscreen-1.exe", "Getscreen.me")]
    [InlineData("KaUsrTsk.exe", "Kaseya VSA Agent")]
    public void A_process(string name, string tool) =>
        Assert.Equal(tool, Assert.Single(Seen(string.Empty, $$"""{ "Name": "{{name}}" }""")).Tool);

    /// <summary>Names are held whole: one in the midst of another is none, and LIKE's own signs stand for themselves.</summary>
    [Theory]
    [InlineData("NotAnyDesk.exe")]
    [InlineData("MyTeamViewer.exe")]
    [InlineData("TeamViewer.exe.config")]
    [InlineData("tvXw32.exe")]
    [InlineData("action1Xagent.exe")]
    [InlineData("GoTo.exe")]
    [InlineData("vncviewer.exe")]
    [InlineData("mstsc.exe")]
    [InlineData("nxplayer.exe")]
    [InlineData("AgentMon.exe")]
    public void Others_are_left_alone(string name) => Assert.Empty(Seen(string.Empty, $$"""{ "Name": "{{name}}" }"""));

    private static RemoteControlFact[] Seen(string services, string processes) =>
        Machine
            .Answering(
                $$"""
                { "recordedAt": "2026-11-01T00:00:00Z", "instances": { "root/cimv2": {
                    "Win32_Service": [ { "Name": "Winmgmt", "State": "Running", "StartMode": "Auto" } {{Comma(
                    services
                )}} ], "Win32_Process": [ { "Name": "System" } {{Comma(processes)}} ] } } }
                """
            )
            .Of<RemoteControlFact>()
            .ToArray();

    private static string Comma(string row) => row.Length > 0 ? ", " + row : string.Empty;
}
