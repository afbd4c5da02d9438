using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace ConfigAudit.Host.Running;

/// <summary>
/// Ctrl+C and SIGTERM stop the running command, so that its <c>finally</c> blocks run. A second Ctrl+C, or a command that doesn't stop in
/// time after SIGTERM, ends the process as the signal would have.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly PosixSignalRegistration _termination;
    private Action? _stop;
    private bool _stopping;

    public Interruption()
    {
        Console.CancelKeyPress += OnCancelKey;
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination);
    }

    public bool IsTerminated { get; private set; }

    /// <summary>Stops with <paramref name="stop"/> until disposed; within a nested prompt, then the outer command again.</summary>
    public IDisposable Watch(Action stop)
    {
        lock (_gate)
        {
            var watched = new Watched(this, _stop);
            (_stop, _stopping) = (stop, false);
            return watched;
        }
    }

    /// <summary>Tells whether there was something to stop that wasn't already being stopped.</summary>
    public bool Stop()
    {
        lock (_gate)
        {
            if (_stop is null || _stopping)
                return false;
            _stopping = true;
            _stop();
            return true;
        }
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKey;
        _termination.Dispose();
    }

    private void OnCancelKey(object? sender, ConsoleCancelEventArgs e) => e.Cancel = Stop();

    private void OnTermination(PosixSignalContext context)
    {
        IsTerminated = true;
        context.Cancel = Stop();
        if (context.Cancel)
            _ = new Timer(_ => Environment.Exit(ExitCode.Terminated), null, s_grace, Timeout.InfiniteTimeSpan);
    }

    private sealed class Watched(Interruption owner, Action? outer) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._gate)
                (owner._stop, owner._stopping) = (outer, false);
        }
    }
}
