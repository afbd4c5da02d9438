using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using Xunit;

namespace ConfigAudit.Tests.Live;

/// <summary>Hosts asked over WS-Management: what is learnt, and what it costs them.</summary>
public sealed class FleetTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_learnt_over_the_wire_is_what_is_learnt_from_the_recording(bool isTls)
    {
        await using var simulator = await Simulator.StartAsync(Fleet.OfRecordings(LiveFleet.Recordings), isTls);
        // Ages are reckoned from the recording's moment on both ways.
        var options = LiveFleet.Options(
            simulator,
            around: (target, source) => new Dated(source, LiveFleet.Recorded(target.ComputerName).Now)
        );
        var live = await LiveFleet.AskAsync(simulator, options);
        Assert.Equal(14, live.Count);
        foreach (var snapshot in live.Values)
        {
            var recorded = Machine.Recorded(Path.Combine(LiveFleet.Recordings, snapshot.ComputerName + ".json"));
            Assert.Equal(recorded.Protocol is null, snapshot.Protocol is null);
            Assert.Equal(Facts(recorded), Facts(snapshot));
            Assert.Equal(Kinds(recorded), Kinds(snapshot));
        }
    }

    [Fact]
    public async Task No_host_is_asked_more_than_eight_questions_at_once_over_as_many_connections_and_no_enumeration_is_left_open()
    {
        await using var simulator = await Simulator.StartAsync(
            Fleet.OfSize(LiveFleet.Recordings, 6, programs: 40),
            latency: TimeSpan.FromMilliseconds(10)
        );
        await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator));
        Assert.All(simulator.Hosts, host => Assert.InRange(host.MostAtOnce, 2, LimitedSource.InFlight));
        Assert.All(simulator.Hosts, host => Assert.InRange(host.Connections.Count, 1, LimitedSource.InFlight));
        Assert.All(simulator.Hosts, host => Assert.Equal(0, host.OpenEnumerations));
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0) });
        var listener = new Listener();
        var snapshot = (
            await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator, password: "wrong-one"), sink: listener)
        ).Values.Single();
        Assert.Equal(1, simulator.Hosts[0].Requests);
        Assert.Null(snapshot.Protocol);
        var gap = Assert.Single(listener.Problems).Gap;
        Assert.Equal(GapKind.Denied, gap.Kind);
        Assert.Contains("Negotiate, Kerberos, Basic", gap.Message);
        Assert.DoesNotContain("wrong-one", gap.ToString());
    }

    [Fact]
    public async Task A_host_that_is_busy_for_a_while_is_waited_for()
    {
        await using var simulator = await Simulator.StartAsync(
            new[]
            {
                LiveFleet.Host(0, Fault.Quota, "Invoke", times: 12),
                LiveFleet.Host(1, Fault.Unavailable, "Identify", times: 2),
                LiveFleet.Host(2),
            }
        );
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator));
        Assert.Equal(Facts(snapshots["HOST-2"], 2), Facts(snapshots["HOST-0"], 2));
        Assert.Equal(Facts(snapshots["HOST-2"], 2), Facts(snapshots["HOST-1"], 2));
    }

    [Theory]
    [InlineData("Enumerate")]
    [InlineData("Pull")]
    public async Task Where_an_answer_does_not_fit_the_envelope_fewer_are_asked_for_at_a_time(string operation)
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, Fault.TooLarge, operation), LiveFleet.Host(1) });
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator));
        Assert.Equal(Facts(snapshots["HOST-1"], 2), Facts(snapshots["HOST-0"], 2));
        Assert.Equal(Kinds(snapshots["HOST-1"]), Kinds(snapshots["HOST-0"]));
        Assert.Equal(0, simulator.Hosts[0].OpenEnumerations);
    }

    [Fact]
    public async Task An_enumeration_that_is_given_up_is_released()
    {
        await using var simulator = await Simulator.StartAsync(
            new[]
            {
                LiveFleet.Host(0, Fault.Garbage, "Pull"),
                LiveFleet.Host(1, Fault.Endless, "Pull"),
                LiveFleet.Host(2, Fault.Hang, "Pull"),
            }
        );
        await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator, operation: TimeSpan.FromSeconds(2)));
        Assert.All(simulator.Hosts, host => Assert.True(host.Asked["Release"] > 0));
        Assert.All(simulator.Hosts, host => Assert.Equal(0, host.OpenEnumerations));
    }

    [Fact]
    public async Task One_instance_can_be_got_by_its_keys()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0) });
        var options = LiveFleet.Options(simulator);
        using var source = (WsManSource)
            await WsManSource.OpenAsync(WsManEndpoint.Of(LiveFleet.Target(simulator.Hosts[0]), options), options, default);
        var found = await source.GetAsync(
            "root/cimv2",
            "Win32_Service",
            new System.Collections.Generic.Dictionary<string, string> { ["Name"] = "WinDefend" },
            default
        );
        Assert.Equal("WinDefend", Assert.Single(found.Rows).Text("Name"));
        var missing = await source.GetAsync(
            "root/cimv2",
            "Win32_Service",
            new System.Collections.Generic.Dictionary<string, string> { ["Name"] = "NoSuchService" },
            default
        );
        Assert.Equal(GapKind.NotPresent, missing.Gap!.Kind);
    }

    [Theory]
    [InlineData(Fault.None, false, false, "doesn't come from an authority")]
    [InlineData(Fault.None, true, false, null)]
    [InlineData(Fault.ExpiredCertificate, true, false, "expired on")]
    [InlineData(Fault.OtherHostsCertificate, true, false, "is for another-host.example, not for HOST-0")]
    [InlineData(Fault.SelfSignedCertificate, true, false, "doesn't come from an authority")]
    [InlineData(Fault.ExpiredCertificate, false, true, null)]
    [InlineData(Fault.OtherHostsCertificate, false, true, null)]
    public async Task A_certificate_must_prove_that_it_is_the_host(Fault fault, bool trustsFleet, bool skipsCheck, string? refusal)
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, fault) });
        var listener = new Listener();
        var snapshot = (
            await LiveFleet.AskAsync(
                simulator,
                LiveFleet.Options(simulator, trustsFleet: trustsFleet, skipsCheck: skipsCheck),
                sink: listener
            )
        ).Values.Single();
        Assert.Equal(refusal is null ? "WsMan" : null, snapshot.Protocol);
        // Whoever isn't trusted hears no password.
        Assert.Equal(refusal is null, simulator.Hosts[0].Requests > 0);
        if (refusal is not null)
            Assert.Contains(refusal, Assert.Single(listener.Problems).Gap.Message);
    }

    [Fact]
    public async Task A_host_s_own_certificate_can_be_the_root_that_is_trusted()
    {
        await using var simulator = await Simulator.StartAsync(new[] { LiveFleet.Host(0, Fault.SelfSignedCertificate) });
        var options = LiveFleet.Options(simulator, trustsFleet: false);
        options.TrustedRoots.Add(simulator.Certificates.Of(simulator.Hosts[0]));
        Assert.Equal("WsMan", (await LiveFleet.AskAsync(simulator, options)).Values.Single().Protocol);
    }

    [Fact]
    public async Task A_recording_of_a_live_host_answers_as_the_host_did()
    {
        await using var simulator = await Simulator.StartAsync(Fleet.OfRecordings(LiveFleet.Recordings));
        using var folder = new TemporaryFolder();
        var recorders = new System.Collections.Concurrent.ConcurrentDictionary<string, Recorder>();
        var options = LiveFleet.Options(
            simulator,
            around: (target, source) =>
                recorders[target.ComputerName] = new Recorder(
                    source,
                    ConfigAudit.Asking.Collectors.Collector.All.SelectMany(collector => collector.Sources)
                )
        );
        var live = await LiveFleet.AskAsync(simulator, options);
        Assert.Equal(13, recorders.Count);
        foreach (var (name, recorder) in recorders)
        {
            RecordingWriter.Save(recorder.Recording, name, folder[name + ".json"]);
            var replayed = Machine.Recorded(folder[name + ".json"]);
            Assert.Equal(Facts(live[name], 2), Facts(replayed, 2));
            Assert.Equal(Kinds(live[name]), Kinds(replayed));
        }
    }

    /// <summary>The facts as a snapshot's file holds them. Without a date, the last digits of an age are left out.</summary>
    private static string[] Facts(Snapshot snapshot, int ofAges = 0) =>
        snapshot
            .Table.Sets.SelectMany(set =>
                set.Facts.Select(fact =>
                    set.Type.Name
                    + ": "
                    + string.Join(
                        ", ",
                        set.Type.Properties.Where(property =>
                                ofAges == 0
                                || !(
                                    property.Name.EndsWith("Age", StringComparison.Ordinal)
                                    || property.Name is "Uptime" or "ClockSkew" or "ComputerName"
                                )
                            )
                            .Select(property => $"{property.Name}={property.Format(fact)}")
                    )
                )
            )
            .OrderBy(text => text, StringComparer.Ordinal)
            .ToArray();

    private static string[] Kinds(Snapshot snapshot) =>
        snapshot
            .Gaps
            // A live host can't say "not recorded".
            .Select(gap => $"{(gap.Kind == GapKind.NotRecorded ? GapKind.Unusable : gap.Kind)} {gap.Property}")
            .Distinct()
            .OrderBy(text => text, StringComparer.Ordinal)
            .ToArray();

    /// <summary>A session that says another time.</summary>
    private sealed class Dated : ICimSource
    {
        private readonly ICimSource _inner;

        public Dated(ICimSource inner, DateTimeOffset? now) => (_inner, Now) = (inner, now);

        public string Protocol => _inner.Protocol;

        public DateTimeOffset? Now { get; }

        public Task<CimAnswer> QueryAsync(CimQuery query, System.Threading.CancellationToken token) => _inner.QueryAsync(query, token);

        public Task<CimAnswer> InvokeAsync(CimCall call, System.Threading.CancellationToken token) => _inner.InvokeAsync(call, token);

        public void Dispose() => _inner.Dispose();
    }
}
