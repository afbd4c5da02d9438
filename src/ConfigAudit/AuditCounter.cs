using System;
using System.Diagnostics;
using ConfigAudit.Asking;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit;

/// <summary>Counts a run's targets as they finish.</summary>
internal sealed class AuditCounter
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly TargetQueue _targets;
    private readonly int _throttle;
    private int _done;
    private int _failed;

    public AuditCounter(TargetQueue targets, int throttle) => (_targets, _throttle) = (targets, throttle);

    /// <summary>How long the run has lasted.</summary>
    public TimeSpan Elapsed => _elapsed.Elapsed;

    public AuditProgress Done(Snapshot snapshot)
    {
        lock (_elapsed)
        {
            _done++;
            _failed += snapshot.Protocol is null ? 1 : 0;
            return new AuditProgress(_done, _failed, _targets.Total, Remaining());
        }
    }

    /// <summary>
    /// From the rate so far. Null until one full round has finished, since the first to finish are the quick ones, and while more targets
    /// may come.
    /// </summary>
    private TimeSpan? Remaining() =>
        _targets.IsComplete && _done >= _throttle ? TimeSpan.FromTicks(Elapsed.Ticks / _done * (_targets.Total - _done)) : null;
}
