using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Asks again when the host has no room: after 0.2 s, then twice as long each time, six seconds in all, each wait shifted by chance so that
/// many askers
/// don't come back together.
/// </summary>
internal sealed class Backoff
{
    private const int Tries = 6;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    private readonly Random _chance = new(Guid.NewGuid().GetHashCode());

    /// <param name="send">Makes the same request again.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="SessionException">No usable answer came, or the wait was over.</exception>
    public async Task<WsManReply> UntilFreeAsync(Func<Task<WsManReply>> send, CancellationToken token)
    {
        var isBusy = false;
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    var reply = await send().ConfigureAwait(false);
                    if (tries == Tries || reply.Fault is null || FaultKinds.Of(reply.Fault) != GapKind.Busy)
                        return reply;
                }
                catch (SessionException busy) when (busy.Kind == GapKind.Busy && tries < Tries)
                {
                    // As above: no room yet.
                }

                isBusy = true;
                await Task.Delay(Wait(tries), token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException late) when (isBusy)
        {
            // The host did answer: that it is busy is truer than that it is late.
            throw new SessionException(
                GapKind.Busy,
                new LocalText(
                    "待ち時間が終わるまで、ホストに問合せを受ける余裕がなかった",
                    "the host had no room for the question until the wait was over"
                ),
                late
            );
        }
    }

    private TimeSpan Wait(int tries)
    {
        lock (_chance)
            return TimeSpan.FromTicks((long)(First.Ticks * Math.Pow(2, tries - 1) * (0.75 + (_chance.NextDouble() / 2))));
    }
}
