using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// Who may talk to a service now. As many as like at first; one at a time as soon as the server has no room, since it may take so many at
/// once, and with a pause between them, since it has to notice that the one before is gone. Where it has none for one either, it takes so
/// many in a while: everybody waits, a little at first, then for a minute, as servers count by the minute
/// (smtpd_client_connection_rate_limit of Postfix, by its anvil_rate_time_unit). After that, or where there is no time for it, nobody asks
/// any more.
/// </summary>
internal sealed class Turnstile
{
    /// <summary>Who lets in fewer before it has no room won't let in enough after a minute either.</summary>
    private const int WorthAMinute = 8;

    private static readonly TimeSpan[] Waits = { TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3) };

    /// <summary>How long one waits that was ended without a word.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    /// <summary>Measured: HAProxy takes up to 6 ms to notice that a connection is gone, and more where the processor is busy.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10),
        LongestPause = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _time;
    private readonly TimeSpan _minute;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly object _lock = new();
    private readonly List<Pass> _inside = new();
    private readonly Queue<TaskCompletionSource<Pass>> _queue = new();
    private int _width = int.MaxValue;
    private int _served;
    private int _refusals;
    private TimeSpan _firstRefusal;
    private TimeSpan _opensAt;

    private TimeSpan _pause = TimeSpan.Zero;
    private MailException? _shut;

    /// <param name="time">How long the service may be asked.</param>
    /// <param name="minute">How long one waits for a server that counts by the minute.</param>
    public Turnstile(TimeSpan time, TimeSpan minute) => (_time, _minute) = (time, minute);

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="MailException">The time is over, or the server goes on having no room.</exception>
    public async Task<Pass> EnterAsync(CancellationToken token)
    {
        var turn = new TaskCompletionSource<Pass>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _queue.Enqueue(turn);
            LetIn();
        }

        Pass pass;
        using (token.Register(() => turn.TrySetException(Late())))
            pass = await turn.Task.ConfigureAwait(false);
        try
        {
            for (var wait = Wait(); wait > TimeSpan.Zero; wait = Wait())
                await Task.Delay(wait, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Leave(pass);
            throw Late();
        }

        if (_shut is not { } shut)
            return pass;
        Leave(pass);
        throw new MailException(shut.Kind, shut.Told, shut);
    }

    public void Leave(Pass pass)
    {
        lock (_lock)
        {
            _inside.Remove(pass);
            if (_width == 1)
                OpenIn(_pause);
            LetIn();
        }
    }

    /// <summary>The server had room for one.</summary>
    public void Served()
    {
        lock (_lock)
            (_served, _refusals) = (_served + 1, 0);
    }

    /// <summary>It took what it had ended: who comes next comes behind another that it has to notice to be gone.</summary>
    public void Limit()
    {
        lock (_lock)
        {
            if (_pause < ShortestPause)
                _pause = ShortestPause;
        }
    }

    /// <summary>From here on one at a time, and a moment later: the server has to notice that the others are gone.</summary>
    /// <param name="mutes">How often it ended one without a word that was alone.</param>
    public void Narrow(int mutes)
    {
        lock (_lock)
        {
            _width = 1;
            OpenIn(Moment);
            // Whoever comes next comes behind another that it may not have noticed to be gone.
            if (mutes > 0)
                _pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, 2 * _pause.Ticks));
        }
    }

    /// <summary>The server had no room for one.</summary>
    public void Refused(Pass pass, MailException bad)
    {
        lock (_lock)
        {
            _width = 1;
            // Others took the room, or were refused with it: that says nothing yet of one alone.
            if (!pass.IsAlone && _refusals > 0)
                return;
            if (++_refusals == 1)
                _firstRefusal = _clock.Elapsed;
            if (_refusals <= Waits.Length)
                _opensAt = _clock.Elapsed + Waits[_refusals - 1];
            else if (_served >= WorthAMinute && _time - _clock.Elapsed > _minute)
                (_served, _opensAt) = (0, _clock.Elapsed + _minute);
            else
                _shut ??= Shut(bad);
        }
    }

    private MailException Shut(MailException bad)
    {
        var seconds = Math.Ceiling((_clock.Elapsed - _firstRefusal).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new MailException(
            bad.Kind,
            bad.Told.Then(
                new LocalText(
                    $"。{seconds}秒の間に{_refusals}回とも同じだった。サーバの接続数制限からこのコンピュータのアドレスを除外する（Postfixでは smtpd_client_event_limit_exceptions）か、後で問い合わせ直してください",
                    $", and so again each of {_refusals} times within {seconds} s: let this computer's address pass the server's limits (of Postfix: smtpd_client_event_limit_exceptions), or ask again later"
                )
            ),
            bad
        );
    }

    private void OpenIn(TimeSpan wait)
    {
        var at = _clock.Elapsed + wait;
        _opensAt = at > _opensAt ? at : _opensAt;
    }

    private TimeSpan Wait()
    {
        lock (_lock)
            return _shut is null ? _opensAt - _clock.Elapsed : TimeSpan.Zero;
    }

    private void LetIn()
    {
        while (_queue.Count > 0 && _inside.Count < _width)
        {
            var pass = new Pass { IsAlone = _inside.Count == 0 };
            // Whoever gave up meanwhile is passed over.
            if (!_queue.Dequeue().TrySetResult(pass))
                continue;
            foreach (var other in _inside)
                other.IsAlone = false;
            _inside.Add(pass);
        }
    }

    private static MailException Late() =>
        new(TlsAnswerKind.Late, new LocalText("時間切れのため問い合わせていない", "not asked: the time was over"));

    /// <summary>Lets one talk, until it leaves.</summary>
    internal sealed class Pass
    {
        /// <summary>Whether nobody else talked to the service meanwhile.</summary>
        public bool IsAlone { get; set; }
    }
}
