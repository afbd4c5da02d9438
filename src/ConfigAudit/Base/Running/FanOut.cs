using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ConfigAudit.Base.Running;

/// <summary>The same work for many, some at once.</summary>
internal static class FanOut
{
    /// <summary>Ends when all work has ended, also when it is given up: nothing of it outlives the call.</summary>
    /// <param name="items">May block until the next one is known.</param>
    /// <param name="throttle">How many at once.</param>
    /// <param name="work">When it throws, no more is begun; what is under way ends, and the exception is thrown.</param>
    /// <param name="token">Stops taking items.</param>
    public static async Task RunAsync<T>(IEnumerable<T> items, int throttle, Func<T, Task> work, CancellationToken token)
    {
        using var places = new SemaphoreSlim(throttle);
        var running = new HashSet<Task>();
        try
        {
            foreach (var item in items)
            {
                await places.WaitAsync(token).ConfigureAwait(false);
                running.RemoveWhere(task => task.Status == TaskStatus.RanToCompletion);
                if (running.Any(task => task.IsFaulted))
                    break;
                running.Add(Task.Run(() => OneAsync(item), CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        async Task OneAsync(T item)
        {
            try
            {
                await work(item).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
