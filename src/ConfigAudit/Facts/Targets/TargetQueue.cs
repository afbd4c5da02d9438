using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace ConfigAudit.Facts.Targets;

/// <summary>Targets on their way to the audit: they may still be coming while the first are being asked.</summary>
internal sealed class TargetQueue : IDisposable
{
    private readonly BlockingCollection<Target> _targets = new();
    private int _total;

    /// <summary>How many are known so far.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>Whether no more can come, so that <see cref="Total"/> is all.</summary>
    public bool IsComplete => _targets.IsAddingCompleted;

    public static TargetQueue Of(IEnumerable<Target> targets)
    {
        var queue = new TargetQueue();
        foreach (var target in targets)
            queue.Add(target);
        queue.Complete();
        return queue;
    }

    public void Add(Target target)
    {
        Interlocked.Increment(ref _total);
        _targets.Add(target);
    }

    public void Complete() => _targets.CompleteAdding();

    /// <summary>Waits for each; ends when no more can come.</summary>
    public IEnumerable<Target> Take(CancellationToken token) => _targets.GetConsumingEnumerable(token);

    public void Dispose() => _targets.Dispose();
}
