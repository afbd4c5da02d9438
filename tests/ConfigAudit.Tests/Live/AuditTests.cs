using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using Xunit;

namespace ConfigAudit.Tests.Live;

/// <summary>Many hosts at once: nobody is dropped, nobody waits for another, and the run ends when it is told to.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Hosts_that_can_not_be_reached_stay_in_the_count()
    {
        await using var simulator = await Simulator.StartAsync(
            new[] { LiveFleet.Host(0, Fault.Refused), LiveFleet.Host(1), LiveFleet.Host(2, Fault.Unauthorized) }
        );
        var listener = new Listener();
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator), sink: listener);
        Assert.Equal(3, snapshots.Count);
        Assert.Equal(
            new[] { "HOST-0: Unreachable", "HOST-2: Denied" },
            listener.Problems.Select(problem => $"{problem.Target}: {problem.Gap.Kind}").Order()
        );
        Assert.All(new[] { "HOST-0", "HOST-2" }, name => Assert.All(snapshots[name].Table.Sets, set => Assert.Single(set.Gaps)));
        var last = listener.Reported.MaxBy(progress => progress.Done)!;
        Assert.Equal((3, 2, 3), (last.Done, last.Failed, last.Total));
    }

    [Fact]
    public async Task Results_come_as_they_are_made_and_a_host_that_hangs_holds_up_nobody()
    {
        await using var simulator = await Simulator.StartAsync(
            Enumerable.Range(0, 10).Select(index => LiveFleet.Host(index, index == 3 ? Fault.Hang : Fault.None)).ToArray()
        );
        var order = new ConcurrentQueue<string>();
        using var targets = TargetQueue.Of(simulator.Hosts.Select(LiveFleet.Target));
        await new Audit(
            Machine.Catalogs,
            Collector.All,
            LiveFleet.Options(simulator, operation: TimeSpan.FromSeconds(10)),
            new Listener()
        ).RunAsync(targets, new AuditLimits(4), null, snapshot => order.Enqueue(snapshot.ComputerName), CancellationToken.None);
        Assert.Equal(10, order.Count);
        Assert.Equal("HOST-3", order.Last());
    }

    [Fact]
    public async Task Given_up_it_ends_at_once_and_what_was_found_is_out()
    {
        await using var simulator = await Simulator.StartAsync(
            Enumerable.Range(0, 8).Select(index => LiveFleet.Host(index, index < 4 ? Fault.None : Fault.Hang, "Invoke")).ToArray()
        );
        using var stop = new CancellationTokenSource();
        var found = new ConcurrentQueue<string>();
        var seen = new CountdownEvent(4);
        using var targets = TargetQueue.Of(simulator.Hosts.Select(LiveFleet.Target));
        // Those that hang do so for longer than the good ones take on the slowest machine.
        var options = LiveFleet.Options(simulator, operation: TimeSpan.FromMinutes(5), whole: TimeSpan.FromMinutes(10));
        var run = new Audit(Machine.Catalogs, Collector.All, options, new Listener()).RunAsync(
            targets,
            new AuditLimits(8),
            null,
            snapshot =>
            {
                found.Enqueue(snapshot.ComputerName);
                seen.Signal();
            },
            stop.Token
        );
        Assert.True(seen.Wait(TimeSpan.FromMinutes(2)));
        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(new[] { "HOST-0", "HOST-1", "HOST-2", "HOST-3" }, found.Order());
    }

    [Fact]
    public async Task A_host_s_time_cuts_off_what_is_left_and_keeps_what_was_learnt()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0) }, latency: TimeSpan.FromMilliseconds(400));
        var snapshot = (await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator, whole: TimeSpan.FromSeconds(3)))).Values.Single();
        Assert.Equal("WsMan", snapshot.Protocol);
        Assert.Single(snapshot.Of<OperatingSystemFact>());
        Assert.Contains(snapshot.Gaps, gap => gap.Kind == GapKind.Timeout && gap.Message.Contains("the host's time of 3 s was over"));
    }

    [Fact]
    public async Task The_run_s_time_leaves_hosts_not_asked_and_says_so_of_each()
    {
        await using var simulator = await Simulator.StartAsync(
            Enumerable.Range(0, 12).Select(index => LiveFleet.Host(index)).ToArray(),
            latency: TimeSpan.FromMilliseconds(100)
        );
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator), throttle: 1, run: TimeSpan.FromSeconds(3));
        Assert.Equal(12, snapshots.Count);
        Assert.Contains(snapshots.Values, snapshot => snapshot.Protocol is not null);
        Assert.All(
            snapshots.Values.Where(snapshot => snapshot.Protocol is null),
            snapshot => Assert.All(snapshot.Gaps, gap => Assert.Equal(GapKind.Timeout, gap.Kind))
        );
        Assert.Contains(snapshots.Values, snapshot => snapshot.Gaps.Any(gap => gap.Message.Contains("the time of the run was over")));
    }

    [Fact]
    public async Task The_estimate_waits_for_a_full_round()
    {
        await using var simulator = await Simulator.StartAsync(Enumerable.Range(0, 9).Select(index => LiveFleet.Host(index)).ToArray());
        var listener = new Listener();
        await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator), throttle: 3, sink: listener);
        var reported = listener.Reported.OrderBy(progress => progress.Done).ToArray();
        Assert.All(reported.Take(2), progress => Assert.Null(progress.Remaining));
        Assert.All(reported.Skip(2), progress => Assert.NotNull(progress.Remaining));
        Assert.Equal(TimeSpan.Zero, reported[^1].Remaining);
    }
}
