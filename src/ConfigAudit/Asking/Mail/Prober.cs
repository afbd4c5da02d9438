using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// Asks one service, a few connections at a time: connect, the words before TLS, one ClientHello, the answer. A server that says it has no room is
/// asked again a little later; one that goes on saying so is believed.
/// </summary>
internal sealed class Prober
{
    /// <summary>Waits before asking again, in milliseconds.</summary>
    private static readonly int[] Waits = { 250, 1000, 3000 };

    private readonly MailEndpoint _endpoint;
    private readonly TimeSpan _round;
    private readonly SemaphoreSlim _places;
    private int _connections;

    /// <param name="endpoint">Whom.</param>
    /// <param name="round">The longest that one connection may take.</param>
    /// <param name="places">How many connections at once, to all services of the host together.</param>
    public Prober(MailEndpoint endpoint, TimeSpan round, SemaphoreSlim places) => (_endpoint, _round, _places) = (endpoint, round, places);

    /// <summary>The connections opened so far.</summary>
    public int Connections => _connections;

    /// <summary>The server's name for ClientHellos.</summary>
    public string ServerName => _endpoint.ServerName;

    /// <summary>One conversation on a connection of its own.</summary>
    /// <exception cref="MailException">It came to nothing, or to no room for it however often it was asked for.</exception>
    public async Task<T> TalkAsync<T>(Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                return await OnceAsync(talk, token).ConfigureAwait(false);
            }
            catch (MailException bad) when (bad.Kind == TlsAnswerKind.Limited && tried < Waits.Length && !token.IsCancellationRequested)
            {
                // No token: the next try says that the time was over.
                await Task.Delay(Waits[tried], CancellationToken.None).ConfigureAwait(false);
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
            return await TalkAsync(TalkTlsAsync, token).ConfigureAwait(false);
        }
        catch (MailException bad)
        {
            return new TlsAnswer(bad.Kind) { Detail = bad.Message };
        }
        catch (FormatException bad)
        {
            return new TlsAnswer(TlsAnswerKind.Broken) { Detail = bad.Message };
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

    /// <summary>Says as little as the protocol wants said before TLS.</summary>
    /// <exception cref="MailException">The server isn't ready for TLS.</exception>
    public async Task HurryToTlsAsync(MailConnection connection, CancellationToken token)
    {
        if (_endpoint.IsImplicit)
            return;
        await MailDialogue.Of(_endpoint.Protocol, connection).HurryToTlsAsync(token).ConfigureAwait(false);
        if (connection.HasMore)
            throw new MailException(TlsAnswerKind.Broken, "the server says more after it is ready for TLS");
    }

    private async Task<T> OnceAsync<T>(Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token)
    {
        try
        {
            await _places.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException bad)
        {
            throw new MailException(TlsAnswerKind.Late, "not asked: the time was over", bad);
        }

        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(_round);
            Interlocked.Increment(ref _connections);
            using var connection = await MailConnection.OpenAsync(_endpoint.Address, deadline.Token).ConfigureAwait(false);
            return await talk(connection, deadline.Token).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}
