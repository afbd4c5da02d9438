using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;

namespace ConfigAudit.Tests.Live;

/// <summary>Asks a simulated fleet over real sockets.</summary>
internal static class LiveFleet
{
    public static string Recordings { get; } = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    public static ReplaySource Recorded(string name) => ReplaySource.Open(Path.Combine(Recordings, name + ".json"));

    /// <summary>A host with one of the example's machines behind it.</summary>
    public static SimulatedHost Host(
        int index,
        Fault fault = Fault.None,
        string? at = null,
        int? times = null,
        string machine = "LG-PC-001"
    ) =>
        new($"HOST-{index}", Fleet.Address(index), Recorded(machine))
        {
            Fault = fault,
            FaultAt = at,
            FaultTimes = times,
        };

    public static Target Target(SimulatedHost host) =>
        new(host.Name) { Address = host.Address.ToString(), Protocol = SessionProtocol.WsMan };

    public static SessionOptions Options(
        Simulator simulator,
        TimeSpan? operation = null,
        TimeSpan? whole = null,
        string? password = null,
        bool trustsFleet = true,
        bool skipsCheck = false,
        Func<Target, ICimSource, ICimSource>? around = null
    ) =>
        new()
        {
            Credential = new NetworkCredential(Simulator.User, password ?? simulator.Password),
            Authentication = AuthenticationMethod.Basic,
            UseSsl = simulator.IsTls,
            AllowUnencrypted = !simulator.IsTls,
            Port = simulator.Port,
            TrustedRoots = trustsFleet
                ? new X509Certificate2Collection(simulator.Certificates.Authority)
                : new X509Certificate2Collection(),
            SkipCertificateCheck = skipsCheck,
            OperationTimeout = operation ?? TimeSpan.FromSeconds(20),
            HostTimeout = whole ?? TimeSpan.FromSeconds(60),
            Wrap = around,
        };

    public static async Task<IReadOnlyDictionary<string, Snapshot>> AskAsync(
        Simulator simulator,
        SessionOptions options,
        int throttle = 64,
        IAuditSink? sink = null,
        TimeSpan? run = null,
        CancellationToken token = default
    )
    {
        var snapshots = new ConcurrentDictionary<string, Snapshot>();
        using var targets = TargetQueue.Of(simulator.Hosts.Select(Target));
        await new Audit(Machine.Catalogs, Collector.All, options, sink ?? new Listener()).RunAsync(
            targets,
            new AuditLimits(throttle, run),
            null,
            snapshot => snapshots[snapshot.ComputerName] = snapshot,
            token
        );
        return snapshots;
    }
}
