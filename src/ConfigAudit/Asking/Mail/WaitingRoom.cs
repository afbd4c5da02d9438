using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// Connections that wait for a greeting, while others are talked on. A server may take seconds before it greets (RFC 5321 §4.5.3.2.1 lets
/// it take minutes, and postscreen and delays of Exim do so on
/// purpose), and whoever speaks earlier is taken for a spammer; so what can be done is to wait for many greetings at once. There are a few
/// at first, and more with each greeting; as soon as
/// the server has no room for one, three of four that it had room for, and one less each time that it has none again.
/// </summary>
internal sealed class WaitingRoom
{
    /// <summary>How many wait at first, and at most, for each place to talk.</summary>
    public const int First = 2,
        Most = 8;

    /// <summary>More for each that was greeted.</summary>
    private const int Growth = 2;

    private readonly Func<CancellationToken, Task<MailConnection>> _open;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _end;
    private readonly object _lock = new();
    private readonly List<Task> _begun = new();
    private readonly Queue<MailConnection> _greeted = new();
    private readonly Queue<TaskCompletionSource<MailConnection>> _takers = new();
    private readonly int _most;
    private int _width;
    private int _held;
    private bool _isFull;
    private bool _isPlaceAwaited;

    /// <param name="open">Makes a connection, and waits until it is greeted.</param>
    /// <param name="talkers">How many may be talked on at once.</param>
    /// <param name="places">How many may wait for all services of the host together.</param>
    /// <param name="token">The deadline of the service.</param>
    public WaitingRoom(Func<CancellationToken, Task<MailConnection>> open, int talkers, SemaphoreSlim places, CancellationToken token)
    {
        (_open, _width, _most, _places, _end) = (
            open,
            First * talkers,
            Most * talkers,
            places,
            CancellationTokenSource.CreateLinkedTokenSource(token)
        );
        lock (_lock)
            Fill();
    }

    /// <summary>The next that is greeted.</summary>
    /// <exception cref="MailException">The time is over; or the server has no room, or says something else, and no other waits.</exception>
    public async Task<MailConnection> TakeAsync(CancellationToken token)
    {
        var taker = new TaskCompletionSource<MailConnection>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            while (_greeted.Count > 0)
            {
                var connection = _greeted.Dequeue();
                if (!connection.IsOver)
                    return connection;
                // The server has grown tired of it.
                connection.Dispose();
                _held--;
            }

            _takers.Enqueue(taker);
            Fill();
        }

        using (
            token.Register(() =>
                taker.TrySetException(
                    new MailException(
                        TlsAnswerKind.Late,
                        new LocalText("時間内に順番が回らず、問い合わせていない", "not asked: the time was over")
                    )
                )
            )
        )
        {
            return await taker.Task.ConfigureAwait(false);
        }
    }

    /// <summary>One that was taken is closed: another may wait.</summary>
    public void Close(MailConnection connection)
    {
        connection.Dispose();
        lock (_lock)
        {
            _held--;
            Fill();
        }
    }

    /// <summary>Closes those that nobody took. Nothing waits any longer then.</summary>
    public async Task EndAsync()
    {
        Task[] begun;
        lock (_lock)
        {
            _end.Cancel();
            begun = _begun.ToArray();
        }

        await Task.WhenAll(begun).ConfigureAwait(false);
        while (_greeted.Count > 0)
            _greeted.Dequeue().Dispose();
        _end.Dispose();
    }

    private void Fill()
    {
        while (_held < _width && !_end.IsCancellationRequested && _places.Wait(0))
            Begin(WaitAsync());
        // The host's other services have every place.
        if (_held > 0 || _takers.Count == 0 || _isPlaceAwaited || _end.IsCancellationRequested)
            return;
        _isPlaceAwaited = true;
        Begin(PlaceAsync());
    }

    private void Begin(Task task)
    {
        _held++;
        _begun.Add(task);
    }

    private async Task PlaceAsync()
    {
        try
        {
            await _places.WaitAsync(_end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _isPlaceAwaited = false;
        await WaitAsync().ConfigureAwait(false);
    }

    private async Task WaitAsync()
    {
        // It is begun under the lock.
        await Task.Yield();
        try
        {
            var connection = await _open(_end.Token).ConfigureAwait(false);
            lock (_lock)
                Take(connection);
        }
        catch (MailException bad)
        {
            lock (_lock)
                Refuse(bad);
        }
        finally
        {
            _places.Release();
        }
    }

    private void Take(MailConnection connection)
    {
        _width = _isFull ? _width : Math.Min(_most, _width + Growth);
        while (_takers.Count > 0)
        {
            if (_takers.Dequeue().TrySetResult(connection))
            {
                Fill();
                return;
            }
        }

        _greeted.Enqueue(connection);
    }

    /// <summary>Too many at once, where others wait still: those will do. Else nobody is let in.</summary>
    private void Refuse(MailException bad)
    {
        _held--;
        (_isFull, _width) = (true, Math.Max(1, _isFull ? _width - 1 : _held * 3 / 4));
        while (_held == 0 && _takers.Count > 0)
        {
            if (!_takers.Dequeue().TrySetException(new MailException(bad.Kind, bad.Told, bad)))
                continue;
            Fill();
            return;
        }
    }
}
