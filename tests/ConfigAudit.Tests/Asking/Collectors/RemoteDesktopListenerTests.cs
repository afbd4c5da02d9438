using System.Linq;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Listeners of Remote Desktop besides the one that Windows makes.</summary>
public sealed class RemoteDesktopListenerTests
{
    private const string Server = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    private const string Stations = Server + @"\\WinStations";

    [Fact]
    public void Each_is_read_with_its_own_values()
    {
        var facts = Host(0, "RDP-Tcp", Values(1, 3389), "RDP-Tcp-2", Values(0, 33890)).Of<RemoteDesktopFact>();
        Assert.Equal(
            new (string?, bool?, bool?, long?)[] { ("RDP-Tcp", true, true, 3389), ("RDP-Tcp-2", true, false, 33890) },
            facts.Select(fact => (fact.Listener, fact.IsEnabled, fact.RequiresNla, fact.Port))
        );
        Assert.Equal(new[] { "Remote Desktop", "Remote Desktop (RDP-Tcp-2)" }, facts.Select(fact => fact.Label));
    }

    [Fact]
    public void The_policy_holds_for_all_of_them() =>
        Assert.All(
            Host(0, "Custom", Values(0, 3390), policy: "\"UserAuthentication\": { \"data\": 1 }").Of<RemoteDesktopFact>(),
            fact => Assert.True(fact.RequiresNla)
        );

    [Theory]
    [InlineData(0, "\"fEnableWinStation\": { \"data\": 0 }", false)]
    [InlineData(0, "\"fEnableWinStation\": { \"data\": 1 }", true)]
    [InlineData(0, "\"X\": { \"data\": 1 }", true)]
    [InlineData(0, "\"fEnableWinStation\": { \"data\": \"yes\" }", null)]
    [InlineData(1, "\"fEnableWinStation\": { \"data\": 1 }", false)]
    public void One_may_be_taken_out_alone(int deny, string value, bool? expected) =>
        Assert.Equal(
            expected,
            Host(deny, "Other", "{ " + value + " }").Of<RemoteDesktopFact>().Single(fact => fact.Listener == "Other").IsEnabled
        );

    [Theory]
    [InlineData("Console", "RDP", false)]
    [InlineData("ICA-Tcp", "ICA", false)]
    [InlineData("EH-Tcp", "RDP", true)]
    public void The_console_and_other_protocols_are_none(string name, string prefix, bool isOne) =>
        Assert.Equal(
            isOne,
            Host(0, name, $"{{ \"WdPrefix\": {{ \"data\": \"{prefix}\" }} }}").Of<RemoteDesktopFact>().Any(fact => fact.Listener == name)
        );

    /// <summary>The key of all listeners itself may not be in a recording: those below it are there all the same.</summary>
    [Fact]
    public void One_that_a_recording_holds_without_the_key_above_is_seen() =>
        Assert.Equal(
            new[] { "RDP-Tcp", "Second" },
            Machine
                .Answering(
                    $$"""{ "instances": {}, "registry": { "{{Server}}": {}, "{{Stations}}\\RDP-Tcp": {{Values(1, 3389)}}, "{{Stations}}\\Second": {{Values(0, 3390)}} } }"""
                )
                .Of<RemoteDesktopFact>()
                .Select(fact => fact.Listener)
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, false)]
    public void Where_they_may_not_be_listed_there_may_be_others_that_take_connections_if_the_host_does(int deny, bool? enabled)
    {
        var snapshot = Machine.Answering(
            $$"""
            { "instances": {}, "registry": { "{{Server}}": { "fDenyTSConnections": { "data": {{deny}} } }, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services": {} },
              "failures": { "registry:{{Stations}}": "denied" } }
            """
        );
        Assert.Contains(
            snapshot.GapsIn<RemoteDesktopFact>(),
            gap =>
                gap.Property is null && gap.Kind == GapKind.Denied && gap.Unseen is RemoteDesktopFact unseen && unseen.IsEnabled == enabled
        );
    }

    [Theory]
    [InlineData("\"registry\": { \"STATIONS\": {}, \"STATIONS\\\\Console\": {} }")]
    [InlineData("\"absent\": [ \"registry:STATIONS\" ]")]
    public void No_Windows_is_without_the_usual_one_so_a_list_that_lacks_it_is_not_all(string members) =>
        Assert.Contains(
            Machine.Answering("{ \"instances\": {}, " + members.Replace("STATIONS", Stations) + " }").GapsIn<RemoteDesktopFact>(),
            gap => gap.Property is null && gap.Source.EndsWith("WinStations", System.StringComparison.Ordinal)
        );

    private static Snapshot Host(int deny, string first, string values, string? second = null, string? more = null, string policy = "") =>
        Machine.Answering(
            $$"""
            { "instances": {}, "registry": {
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services": { {{policy}} },
                "{{Server}}": { "fDenyTSConnections": { "data": {{deny}} } }, "{{Stations}}": {}, {{(
                first == "RDP-Tcp" ? null : $$""" "{{Stations}}\\RDP-Tcp": {{Values(1, 3389)}}, """
            )}}
                "{{Stations}}\\{{first}}": {{values}} {{(second is null ? null : $$""", "{{Stations}}\\{{second}}": {{more}}""")}} } }
            """
        );

    private static string Values(int nla, int port) =>
        $$"""{ "UserAuthentication": { "data": {{nla}} }, "PortNumber": { "data": {{port}} } }""";
}
