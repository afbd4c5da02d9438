using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// One name and password on their way through a fleet. Domains lock an account after a few wrong passwords, and a fleet is asked by dozens
/// at once: so one
/// host is asked first, then as many at once as have let it in since the last one that didn't, and hosts that refuse it one after another
/// end its use.
/// A host that lets it in sets a domain's count of wrong passwords back to none, and ours.
/// </summary>
internal sealed class CredentialTrial
{
    /// <summary>Refusals that end the use of a credential that nobody has taken yet.</summary>
    public const int MostWhileUnproven = 2;

    /// <summary>Refusals in a row that end the use of one that was right: it may have been changed, or these hosts may stand outside the
    /// domain. Domains lock from three on, most from five.</summary>
    public const int MostOnceProven = 3;

    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private readonly List<string> _refusals = new();
    private bool _isProven;
    private int _accepted;
    private int _asking;

    /// <summary>A host that is silent for this long is most often one that is off, and was sent no password: the next one needn't wait for
    /// it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Opens a session when it is the host's turn.</summary>
    /// <param name="host">For whom.</param>
    /// <param name="open">Shows the credential to the host, once.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="SessionException">The host can't be asked, or isn't because others refused the credential.</exception>
    public async Task<T> OpenAsync<T>(string host, Func<Task<T>> open, CancellationToken token)
    {
        await TurnAsync(token).ConfigureAwait(false);
        var left = 0;
        using var patience = new Timer(_ => LeaveOnce(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            Demand();
            var session = await open().ConfigureAwait(false);
            Accepted();
            return session;
        }
        catch (SessionException refused) when (refused.IsRefusal)
        {
            Refused(host);
            throw;
        }
        finally
        {
            LeaveOnce();
        }

        void LeaveOnce()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                Leave();
        }
    }

    private async Task TurnAsync(CancellationToken token)
    {
        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(turn);
            Admit();
        }

        using (token.Register(() => turn.TrySetCanceled(token)))
            await turn.Task.ConfigureAwait(false);
    }

    private void Demand()
    {
        lock (_lock)
        {
            if (IsWithdrawn)
            {
                throw new SessionException(
                    GapKind.NotCollected,
                    new LocalText(
                        $"問い合わせていない: {string.Join("、", _refusals)} が資格情報を拒否した。誤ったパスワードはアカウントをロックするため、ほかのホストには送らない。いずれか1台で正しいかを確かめてから、再度実行してください",
                        $"not asked: {string.Join(" and ", _refusals)} refused the credential. It isn't sent to further hosts, since wrong passwords lock an account: look whether it is right at one of them, then ask these again"
                    )
                );
            }
        }
    }

    private bool IsWithdrawn => _refusals.Count >= (_isProven ? MostOnceProven : MostWhileUnproven);

    private void Accepted()
    {
        lock (_lock)
        {
            // What was sent before the others refused it and is answered now doesn't bring it back.
            if (IsWithdrawn)
                return;
            _isProven = true;
            _refusals.Clear();
            _accepted++;
            Admit();
        }
    }

    private void Refused(string host)
    {
        lock (_lock)
        {
            if (!IsWithdrawn)
                _refusals.Add(host);
            _accepted = 0;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _asking--;
            Admit();
        }
    }

    /// <summary>Once it is withdrawn everybody's turn comes, to be told.</summary>
    private void Admit()
    {
        while (_waiting.Count > 0 && (IsWithdrawn || _asking < Math.Max(1, _accepted)))
        {
            // Who gave up waiting takes no place.
            if (_waiting.Dequeue().TrySetResult(true))
                _asking++;
        }
    }
}
