using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Mail.Dialogue;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

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

    /// <param name="hello">What is offered.</param>
    /// <param name="isWhole">Read certificates and the key exchange too.</param>
    /// <param name="token">The deadline of all.</param>
    public async Task<TlsAnswer> AskAsync(ClientHello hello, bool isWhole, CancellationToken token)
    {
        for (var tried = 0; ; tried++)
        {
            var answer = await OnceAsync(hello, isWhole, token).ConfigureAwait(false);
            if (answer.Kind != TlsAnswerKind.Limited || tried == Waits.Length || token.IsCancellationRequested)
                return answer;
            try
            {
                await Task.Delay(Waits[tried], token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return answer;
            }
        }
    }

    private async Task<TlsAnswer> OnceAsync(ClientHello hello, bool isWhole, CancellationToken token)
    {
        try
        {
            await _places.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new TlsAnswer(TlsAnswerKind.Late) { Detail = "not asked: the time was over" };
        }

        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(_round);
            Interlocked.Increment(ref _connections);
            using var connection = await MailConnection.OpenAsync(_endpoint.Address, deadline.Token).ConfigureAwait(false);
            if (!_endpoint.IsImplicit)
            {
                await MailDialogue.Of(_endpoint.Protocol, connection).HurryToTlsAsync(deadline.Token).ConfigureAwait(false);
                if (connection.HasMore)
                    return new TlsAnswer(TlsAnswerKind.Broken) { Detail = "the server says more after it is ready for TLS" };
            }

            await connection.WriteAsync(hello.ToBytes(), deadline.Token).ConfigureAwait(false);
            return hello.Version == TlsVersion.Ssl2
                ? await Ssl2Reader.ReadAsync(connection, deadline.Token).ConfigureAwait(false)
                : await new TlsReader(connection).ReadAsync(isWhole, deadline.Token).ConfigureAwait(false);
        }
        catch (MailException bad)
        {
            return new TlsAnswer(bad.Kind) { Detail = bad.Message };
        }
        catch (FormatException bad)
        {
            return new TlsAnswer(TlsAnswerKind.Broken) { Detail = bad.Message };
        }
        finally
        {
            _places.Release();
        }
    }
}
