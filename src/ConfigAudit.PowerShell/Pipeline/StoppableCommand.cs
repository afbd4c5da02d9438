using System;
using System.Threading;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that works or waits by itself for a while, and leaves off when it is stopped.</summary>
public abstract class StoppableCommand : AuditCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Asks to leave off.</summary>
    private protected CancellationToken Stopped => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();
}
