using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// Asks one service, a few connections at a time: connect, the words before TLS, one ClientHello, the answer. A server that says it has no
/// room is
/// asked again a little later; one that goes on saying so is believed.
/// </summary>
internal sealed class Prober
{
    /// <summary>A greeting may take so many times what all the rest of a connection may.</summary>
    private const int Patience = 4;

    /// <summary>Whoever takes longer to greet than such a part of it does so on purpose, or each time.</summary>
    private const int LatePart = 5;

    /// <summary>A server that has no room for one question so often, and for others between them, has none for it.</summary>
    private const int MostTries = 8;

    /// <summary>One that is known to have a limit, and ends the connection so often though nobody else asks, wants none of what it is
    /// asked.</summary>
    private const int MutesOfLimited = 6;

    /// <summary>So often, the first time among others included, where it isn't known whether it has one.</summary>
    private const int TriesOfUnknown = 4;

    private readonly MailEndpoint _endpoint;
    private readonly TimeSpan _round;
    private readonly SemaphoreSlim _places;
    private readonly (int Talkers, SemaphoreSlim Places)? _waiting;
    private readonly Turnstile _turnstile;
    private readonly object _lock = new();
    private WaitingRoom? _room;
    private ClientHello? _taken;
    private int _connections;

    /// <param name="endpoint">Whom.</param>
    /// <param name="round">The longest that one connection may take from its greeting on.</param>
    /// <param name="places">How many connections at once, to all services of the host together.</param>
    /// <param name="waiting">How many those are, and how many more may wait for a greeting meanwhile; null for none.</param>
    /// <param name="time">How long the service may be asked; null where that gives no time to wait out its limits.</param>
    /// <param name="minute">How long one waits for a server that counts by the minute.</param>
    public Prober(
        MailEndpoint endpoint,
        TimeSpan round,
        SemaphoreSlim places,
        (int Talkers, SemaphoreSlim Places)? waiting = null,
        TimeSpan? time = null,
        TimeSpan? minute = null
    ) =>
        (_endpoint, _round, _places, _waiting, _turnstile) = (
            endpoint,
            round,
            places,
            waiting,
            new Turnstile(time ?? TimeSpan.Zero, minute ?? MailProbeOptions.Minute)
        );

    /// <summary>The connections opened so far.</summary>
    public int Connections => _connections;

    /// <summary>The server's name for ClientHellos.</summary>
    public string ServerName => _endpoint.ServerName;

    /// <summary>One conversation on a connection of its own.</summary>
    /// <exception cref="MailException">It came to nothing, or to no room for it however often it was asked for.</exception>
    public async Task<T> TalkAsync<T>(Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token)
    {
        var (wasMute, alone) = (false, 0);
        for (var tried = 1; ; tried++)
        {
            // It says itself when nobody is let in any more.
            var pass = await _turnstile.EnterAsync(token).ConfigureAwait(false);
            try
            {
                var said = await OnceAsync(talk, token).ConfigureAwait(false);
                _turnstile.Served();
                Learn(wasMute);
                return said;
            }
            // Whoever greets ends nothing before that, but for want of room.
            catch (MailException bad) when (bad.Kind == TlsAnswerKind.Limited || (bad.IsMute && !_endpoint.IsImplicit))
            {
                var limited = bad.Kind == TlsAnswerKind.Limited ? bad : new MailException(TlsAnswerKind.Limited, bad.Told, bad);
                _turnstile.Refused(pass, limited);
                if (tried == MostTries)
                    throw limited;
            }
            // With TLS from the start a hello may be refused that way, too. It isn't known which, unless nobody else took the room, and the
            // server had time to notice that the one before has gone.
            catch (MailException bad) when (bad.IsMute)
            {
                if (pass.IsAlone && (HasLimit ? alone + 1 >= MutesOfLimited : !wasMute || tried >= TriesOfUnknown))
                {
                    throw;
                }

                wasMute = true;
                _turnstile.Narrow(pass.IsAlone ? ++alone : 0);
            }
            catch (Exception bad) when (bad is not MailException { Kind: TlsAnswerKind.Late })
            {
                _turnstile.Served();
                Learn(wasMute);
                throw;
            }
            finally
            {
                _turnstile.Leave(pass);
            }
        }
    }

    /// <summary>One ClientHello, as soon as the protocol lets one speak TLS.</summary>
    /// <param name="hello">What is offered.</param>
    /// <param name="isWhole">Read certificates and the key exchange too.</param>
    /// <param name="token">The deadline of all.</param>
    public async Task<TlsAnswer> AskAsync(ClientHello hello, bool isWhole, CancellationToken token)
    {
        try
        {
            var answer = await TalkAsync(TalkTlsAsync, token).ConfigureAwait(false);
            if (answer.Kind == TlsAnswerKind.Accepted && hello.Version != TlsVersion.Ssl2)
                _taken = hello;
            return answer;
        }
        catch (MailException bad)
        {
            return new TlsAnswer(bad.Kind) { Detail = bad.Told };
        }
        catch (FormatException bad)
        {
            return new TlsAnswer(TlsAnswerKind.Broken) { Detail = WrittenException.Of(bad) };
        }

        async Task<TlsAnswer> TalkTlsAsync(MailConnection connection, CancellationToken round)
        {
            await HurryToTlsAsync(connection, round).ConfigureAwait(false);
            await connection.WriteAsync(hello.ToBytes(), round).ConfigureAwait(false);
            return hello.Version == TlsVersion.Ssl2
                ? await Ssl2Reader.ReadAsync(connection, round).ConfigureAwait(false)
                : await new TlsReader(connection, hello.HasHint).ReadAsync(isWhole, round).ConfigureAwait(false);
        }
    }

    /// <summary>Whether it answered one alone what it ended among others.</summary>
    public bool HasLimit { get; private set; }

    /// <summary>Whether a hello was taken, which tells what the end of the stream means to another.</summary>
    public bool HasTaken => _taken is not null;

    /// <summary>Whether the server takes now what it took before.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken token) =>
        _taken is { } hello && (await AskAsync(hello, isWhole: false, token).ConfigureAwait(false)).Kind == TlsAnswerKind.Accepted;

    /// <summary>Says as little as the protocol wants said before TLS.</summary>
    /// <exception cref="MailException">The server isn't ready for TLS.</exception>
    public async Task HurryToTlsAsync(MailConnection connection, CancellationToken token)
    {
        if (_endpoint.IsImplicit)
            return;
        try
        {
            await MailDialogue.Of(_endpoint.Protocol, connection).HurryToTlsAsync(token).ConfigureAwait(false);
        }
        // No hello was said yet that it could have refused.
        catch (MailException bad) when (bad.Kind == TlsAnswerKind.Ended && !bad.IsMute)
        {
            throw new MailException(
                TlsAnswerKind.Limited,
                bad.Told.Then(new LocalText("（TLSの準備ができる前）", " before it was ready for TLS")),
                bad
            );
        }

        if (connection.HasMore)
        {
            throw new MailException(
                TlsAnswerKind.Broken,
                new LocalText(
                    "サーバが、TLSを始める準備ができたと応答した後に、さらに応答を送ってきた",
                    "the server says more after it is ready for TLS"
                )
            );
        }
    }

    /// <summary>Closes the connections that nobody needs any more.</summary>
    public Task EndAsync() => _room?.EndAsync() ?? Task.CompletedTask;

    private async Task<T> OnceAsync<T>(Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token)
    {
        if (_room is not { } room)
            return await PlacedAsync(() => FromTheStartAsync(talk, token), token).ConfigureAwait(false);
        var connection = await room.TakeAsync(token).ConfigureAwait(false);
        try
        {
            return await PlacedAsync(GreetedAsync, token).ConfigureAwait(false);
        }
        finally
        {
            room.Close(connection);
        }

        async Task<T> GreetedAsync()
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(_round);
            return await talk(connection, deadline.Token).ConfigureAwait(false);
        }
    }

    private async Task<T> PlacedAsync<T>(Func<Task<T>> talk, CancellationToken token)
    {
        try
        {
            await _places.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException bad)
        {
            throw new MailException(
                TlsAnswerKind.Late,
                new LocalText("時間内に順番が回らず、問い合わせていない", "not asked: the time was over"),
                bad
            );
        }

        try
        {
            return await talk().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<T> FromTheStartAsync<T>(Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_round);
        using var connection = await OpenAsync(deadline.Token).ConfigureAwait(false);
        if (_endpoint.IsImplicit)
            return await talk(connection, deadline.Token).ConfigureAwait(false);
        deadline.CancelAfter(Wait);
        using var late = new Timer(_ => WaitForMany(token), null, TimeSpan.FromTicks(_round.Ticks / LatePart), Timeout.InfiniteTimeSpan);
        connection.WhenGreeted = () =>
        {
            late.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            deadline.CancelAfter(_round);
        };
        return await talk(connection, deadline.Token).ConfigureAwait(false);
    }

    private void Learn(bool wasMute)
    {
        if (!wasMute)
            return;
        HasLimit = true;
        _turnstile.Limit();
    }

    private TimeSpan Wait => TimeSpan.FromTicks(_round.Ticks * Patience);

    private Task<MailConnection> OpenAsync(CancellationToken token)
    {
        Interlocked.Increment(ref _connections);
        return MailConnection.OpenAsync(_endpoint.Address, token);
    }

    private void WaitForMany(CancellationToken token)
    {
        lock (_lock)
        {
            _room ??=
                _waiting is var (talkers, places) && !token.IsCancellationRequested
                    ? new WaitingRoom(WaitedAsync, talkers, places, token)
                    : null;
        }
    }

    private async Task<MailConnection> WaitedAsync(CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(Wait);
        var connection = await OpenAsync(deadline.Token).ConfigureAwait(false);
        try
        {
            await MailDialogue.Of(_endpoint.Protocol, connection).GreetAsync(deadline.Token).ConfigureAwait(false);
            return connection;
        }
        catch (MailException)
        {
            connection.Dispose();
            throw;
        }
    }
}
