using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using Xunit;

namespace ConfigAudit.Tests.Live;

/// <summary>WinRM has one code for a class that isn't there and for a query that it can't process. Only the first may feed a
/// verdict.</summary>
public sealed class AbsenceTests
{
    private static readonly CimQuery Bare = new("root/cimv2", "Win32_Nothing", System.Array.Empty<string>());

    [Fact]
    public async Task A_class_is_not_there_where_others_are_and_nothing_but_it_can_be_wrong()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, machine: "LG-SV-001") });
        using var source = await OpenAsync(simulator);
        // A server has no Security Center: namespace and class are missing.
        var missing = await source.QueryAsync(new CimQuery("root/SecurityCenter2", "AntiVirusProduct", new[] { "displayName" }), default);
        Assert.Equal(GapKind.NotPresent, missing.Gap!.Kind);
        // One that is asked for whole needs no second question of its own; that the host answers at all was seen.
        var before = simulator.Hosts[0].Asked["Enumerate"];
        Assert.Equal(
            GapKind.NotPresent,
            (await source.QueryAsync(new CimQuery("root/SecurityCenter2", "AntiVirusProduct", System.Array.Empty<string>()), default))
                .Gap!
                .Kind
        );
        Assert.Equal(before + 1, simulator.Hosts[0].Asked["Enumerate"]);
        Assert.Equal(0, simulator.Hosts[0].OpenEnumerations);
    }

    [Fact]
    public async Task Where_no_query_is_processed_nothing_is_known_to_be_missing()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, Fault.NoFilter, "Enumerate") });
        using var source = await OpenAsync(simulator);
        var gap = (await source.QueryAsync(Bare, default)).Gap!;
        Assert.Equal(GapKind.Unusable, gap.Kind);
        Assert.Contains("0x8033801A", gap.Message);
    }

    [Fact]
    public async Task A_class_that_is_there_and_lacks_a_property_is_not_missing()
    {
        // The query fails, and the class without it doesn't.
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, Fault.NoFilter, "Enumerate", times: 1) });
        using var source = await OpenAsync(simulator);
        var gap = (await source.QueryAsync(new CimQuery("root/cimv2", "Win32_OperatingSystem", new[] { "Caption" }), default)).Gap!;
        Assert.Equal(GapKind.Unusable, gap.Kind);
        Assert.Contains("the class is there", gap.Message);
        Assert.Equal(0, simulator.Hosts[0].OpenEnumerations);
    }

    [Fact]
    public async Task A_whole_audit_learns_over_the_wire_what_the_recording_says_is_missing()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, machine: "LG-SV-001") });
        var snapshot = (await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator))).Values.Single();
        var recorded = Machine.Recorded(System.IO.Path.Combine(LiveFleet.Recordings, "LG-SV-001.json"));
        Assert.Equal(Missing(recorded), Missing(snapshot));
        Assert.NotEmpty(Missing(snapshot));
    }

    private static string[] Missing(Snapshot snapshot) =>
        snapshot
            .Gaps.Where(gap => gap.Kind == GapKind.NotPresent)
            .Select(gap => $"{gap.Source} {gap.Property}")
            .Distinct()
            .Order()
            .ToArray();

    private static Task<ICimSource> OpenAsync(Simulator simulator)
    {
        var options = LiveFleet.Options(simulator);
        return WsManSource.OpenAsync(WsManEndpoint.Of(LiveFleet.Target(simulator.Hosts[0]), options), options, default);
    }
}
