using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.FleetSimulator.Faults;

namespace ConfigAudit.FleetSimulator;

/// <summary>One machine: an address of its own, and a recording that answers.</summary>
internal sealed class SimulatedHost
{
    private readonly ConcurrentDictionary<string, Enumeration> _open = new();
    private int _requests;

    public SimulatedHost(string name, IPAddress address, ICimSource source) => (Name, Address, Source) = (name, address, source);

    public string Name { get; }

    public IPAddress Address { get; }

    public ICimSource Source { get; }

    /// <summary>What goes wrong with it.</summary>
    public Fault Fault { get; init; }

    /// <summary>With which operation it goes wrong; null for all.</summary>
    public string? FaultAt { get; init; }

    /// <summary>How often it goes wrong before it goes well; null for always.</summary>
    public int? FaultTimes { get; init; }

    /// <summary>What was asked of it, by action.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new();

    /// <summary>The connections that it was asked over.</summary>
    public ConcurrentDictionary<string, int> Connections { get; } = new();

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Bytes of the messages received and sent, without what HTTP and TLS add.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Enumerations that nobody finished or released.</summary>
    public int OpenEnumerations => _open.Count;

    /// <summary>The most requests that were being answered at once.</summary>
    public int MostAtOnce { get; private set; }

    private long _bytes;
    private int _now;
    private int _faults;

    public IDisposable Enter(string operation, string connection)
    {
        Connections.AddOrUpdate(connection, 1, (_, count) => count + 1);
        Interlocked.Increment(ref _requests);
        Asked.AddOrUpdate(operation, 1, (_, count) => count + 1);
        lock (_open)
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        return new Leaving(this);
    }

    public void Count(long bytes) => Interlocked.Add(ref _bytes, bytes);

    public bool IsFaulty(string operation) =>
        Fault != Fault.None
        && (FaultAt is null || FaultAt == operation)
        && (FaultTimes is null || Interlocked.Increment(ref _faults) <= FaultTimes);

    public string Begin(IEnumerable<CimRow> rows, bool isProjection, string @class)
    {
        var context = "uuid:" + Guid.NewGuid().ToString("D").ToUpperInvariant();
        _open[context] = new Enumeration(new Queue<CimRow>(rows), isProjection, @class);
        return context;
    }

    public Enumeration? Find(string context) => _open.GetValueOrDefault(context);

    public void End(string context) => _open.TryRemove(context, out _);

    private sealed class Leaving : IDisposable
    {
        private readonly SimulatedHost _host;

        public Leaving(SimulatedHost host) => _host = host;

        public void Dispose()
        {
            lock (_host._open)
                _host._now--;
        }
    }
}

/// <summary>What is left of an answer that comes in pages.</summary>
internal sealed record Enumeration(Queue<CimRow> Rows, bool IsProjection, string Class);
