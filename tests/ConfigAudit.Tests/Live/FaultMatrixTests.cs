using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Running;
using ConfigAudit.Facts;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Live;

/// <summary>Each thing that can go wrong with a host, with each operation: it ends as the right kind, by its own limits of time, and costs
/// no other host anything.</summary>
[Collection(Alone.Name)]
public sealed class FaultMatrixTests
{
    /// <summary>Few enough that two cores, which are the simulator's too, answer the good ones long before their time.</summary>
    private const int AtOnce = 8;

    private static readonly string[] Operations = { "Identify", "Enumerate", "Pull", "Invoke" };

    /// <summary>Faults that are seen before any operation.</summary>
    private static readonly Dictionary<Fault, GapKind> OfConnections = new()
    {
        [Fault.Refused] = GapKind.Unreachable,
        [Fault.ExpiredCertificate] = GapKind.Unreachable,
        [Fault.OtherHostsCertificate] = GapKind.Unreachable,
        [Fault.SelfSignedCertificate] = GapKind.Unreachable,
    };

    private static readonly Dictionary<Fault, GapKind> OfOperations = new()
    {
        [Fault.Unauthorized] = GapKind.Denied,
        [Fault.AccessDenied] = GapKind.Denied,
        [Fault.Unavailable] = GapKind.Busy,
        [Fault.Quota] = GapKind.Busy,
        [Fault.QuotaAsCimError] = GapKind.Busy,
        [Fault.NoFilter] = GapKind.Unusable,
        [Fault.Hang] = GapKind.Timeout,
        [Fault.HangInBody] = GapKind.Timeout,
        [Fault.Drip] = GapKind.Timeout,
        [Fault.Reset] = GapKind.Unreachable,
        [Fault.CutOff] = GapKind.Unreachable,
        [Fault.TruncatedXml] = GapKind.Unusable,
        [Fault.Garbage] = GapKind.Unusable,
        [Fault.WrongContentType] = GapKind.Unusable,
        [Fault.EmptyError] = GapKind.Unusable,
        [Fault.AnotherAnswer] = GapKind.Unusable,
        [Fault.Flood] = GapKind.Unusable,
        [Fault.FloodInChunks] = GapKind.Unusable,
        [Fault.Deep] = GapKind.Unusable,
        [Fault.Entities] = GapKind.Unusable,
        [Fault.Endless] = GapKind.Unusable,
        [Fault.EndlessEmpty] = GapKind.Unusable,
    };

    private readonly ITestOutputHelper _output;

    public FaultMatrixTests(ITestOutputHelper output) => _output = output;

    /// <summary>How long anything takes isn't looked at, since it hangs on the machine: what wouldn't end by itself is the whole test's
    /// end.</summary>
    [Fact(Timeout = 600_000)]
    public async Task Every_fault_ends_as_the_right_kind_and_leaves_the_others_alone()
    {
        var cases = OfConnections
            .Select(pair => (Fault: pair.Key, At: (string?)null, Kind: pair.Value))
            .Concat(
                OfOperations.SelectMany(pair =>
                    Operations.Where(at => Applies(pair.Key, at)).Select(at => (Fault: pair.Key, At: (string?)at, Kind: pair.Value))
                )
            )
            .ToArray();
        var hosts = cases
            .Select((each, index) => LiveFleet.Host(index, each.Fault, each.At))
            .Append(LiveFleet.Host(cases.Length))
            .Append(LiveFleet.Host(cases.Length + 1, machine: "LG-SV-001"))
            .ToArray();
        // What other tests keep is theirs.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var simulator = await Simulator.StartAsync(hosts);
        var options = LiveFleet.Options(simulator, operation: TimeSpan.FromSeconds(3), whole: TimeSpan.FromSeconds(20));
        var snapshots = await AskAsync(simulator, options);

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(held < 100_000_000, $"{held} bytes are still held");
        var table = new StringBuilder().AppendLine("fault                  | operation | kinds of gaps (facts learnt)");
        var wrong = new List<string>();
        for (var index = 0; index < cases.Length; index++)
        {
            var snapshot = snapshots[$"HOST-{index}"];
            var kinds = snapshot
                .Gaps.Where(gap => gap.Kind is not (GapKind.NotPresent or GapKind.NotSupported or GapKind.NotRecorded))
                .Select(gap => gap.Kind)
                .Distinct()
                .Order()
                .ToArray();
            var line =
                $"{cases[index].Fault, -22} | {cases[index].At ?? "connect", -9} | {string.Join(", ", kinds)} ({snapshot.Facts.Count})";
            table.AppendLine(line);
            // A host that can't be asked has no facts; what was learnt before and beside the fault stays.
            var isGone = cases[index].At is null or "Identify";
            // What is too long is given up by its length, or by its time where the machine is slow.
            var isRight =
                kinds.Contains(cases[index].Kind)
                || (
                    cases[index].Fault is Fault.Endless or Fault.EndlessEmpty or Fault.Flood or Fault.FloodInChunks
                    && kinds.Contains(GapKind.Timeout)
                );
            if (!isRight || isGone != (snapshot.Protocol is null) || (isGone && snapshot.Facts.Count > 0))
                wrong.Add(line);
        }

        _output.WriteLine(table.ToString());
        Assert.Empty(wrong);
        Assert.Equal(FactsOf("LG-PC-001"), snapshots[$"HOST-{cases.Length}"].Facts.Count);
        Assert.Equal(FactsOf("LG-SV-001"), snapshots[$"HOST-{cases.Length + 1}"].Facts.Count);
        // Nothing but a host's own "class isn't there" was ever taken for "not there".
        Assert.All(
            cases.Select((_, index) => snapshots[$"HOST-{index}"]),
            snapshot => Assert.DoesNotContain(snapshot.Gaps, gap => gap.Kind == GapKind.NotPresent && gap.Property is null)
        );
    }

    /// <summary>An answer to Identify relates to nothing, and only enumerations can be endless.</summary>
    private static bool Applies(Fault fault, string operation) =>
        fault switch
        {
            Fault.AnotherAnswer => operation != "Identify",
            Fault.NoFilter => operation == "Enumerate",
            Fault.Endless or Fault.EndlessEmpty => operation == "Pull",
            _ => true,
        };

    private static int FactsOf(string machine) =>
        Machine.Recorded(System.IO.Path.Combine(LiveFleet.Recordings, machine + ".json")).Facts.Count;

    private static async Task<ConcurrentDictionary<string, Snapshot>> AskAsync(Simulator simulator, SessionOptions options)
    {
        var snapshots = new ConcurrentDictionary<string, Snapshot>();
        var audit = new Audit(Machine.Catalogs, Collector.All, options, new Listener());
        await FanOut.RunAsync(
            simulator.Hosts,
            AtOnce,
            async host =>
                snapshots[host.Name] = await audit.SnapshotAsync(LiveFleet.Target(host), options.HostTimeout, CancellationToken.None),
            CancellationToken.None
        );
        return snapshots;
    }
}
