using System;
using System.Threading;
using System.Threading.Tasks;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Ends a wait in time where what is waited for may not: Kerberos asks a domain controller from within the call that sends, synchronously
/// and by the system's own patience (half a
/// minute and more for one that is silent), and heeds no token.
/// </summary>
internal static class Abandonment
{
    /// <param name="ask">May block. Whatever comes of it after the wait is over is nobody's any more.</param>
    /// <param name="discard">What becomes of an answer that came too late.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task<T> WithinAsync<T>(Func<Task<T>> ask, Action<T> discard, CancellationToken token)
    {
        var asked = Task.Run(ask, CancellationToken.None);
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (token.Register(() => over.TrySetResult(true)))
        {
            if (await Task.WhenAny(asked, over.Task).ConfigureAwait(false) == asked)
                return await asked.ConfigureAwait(false);
        }

        _ = asked.ContinueWith(
            late =>
            {
                // Looking at the exception is what keeps it from being reported as unseen.
                if (late.Exception is null && !late.IsCanceled)
                    discard(late.Result);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        throw new OperationCanceledException(token);
    }
}
