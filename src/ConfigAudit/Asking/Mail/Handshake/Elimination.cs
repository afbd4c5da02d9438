using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>Learns all that a server takes of a kind: all is offered, less what it took before, until it takes no more.</summary>
internal sealed class Elimination
{
    private readonly Func<ClientHello, CancellationToken, Task<TlsAnswer>> _ask;

    public Elimination(Func<ClientHello, CancellationToken, Task<TlsAnswer>> ask) => _ask = ask;

    /// <param name="all">What to offer, in order.</param>
    /// <param name="offer">A hello with some of them.</param>
    /// <param name="taken">Which one the server took; null where it doesn't say.</param>
    /// <param name="kept">What has to stay in the offer for the server to answer at all; offered last, once nothing else is taken without
    /// it.</param>
    /// <param name="token">The deadline.</param>
    /// <returns>What it took, be it offered or not, as old servers do that read no such list. Null where that isn't known to be all, or is
    /// nothing.</returns>
    public async Task<IReadOnlyList<T>?> AskAsync<T>(
        IReadOnlyList<T> all,
        Func<IReadOnlyList<T>, ClientHello> offer,
        Func<TlsAnswer, T?> taken,
        IReadOnlyList<T> kept,
        CancellationToken token
    )
        where T : struct
    {
        var (left, found) = (all.ToList(), new List<T>());
        var isKeeping = false;
        ClientHello? accepted = null;
        while (left.Count > 0)
        {
            var hello = offer(isKeeping ? left.Except(kept).Concat(kept).ToArray() : left.ToArray());
            var answer = await _ask(hello, token).ConfigureAwait(false);
            if (answer.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended)
            {
                // The end of the stream may be a limit, too: not where the server answers still.
                if (
                    answer.Kind == TlsAnswerKind.Ended
                    && (accepted is null || (await _ask(accepted, token).ConfigureAwait(false)).Kind != TlsAnswerKind.Accepted)
                )
                {
                    return null;
                }

                if (isKeeping || !kept.Any(found.Contains))
                    break;
                isKeeping = true;
                continue;
            }

            if (answer.Kind != TlsAnswerKind.Accepted)
                return null;
            // A server may begin and then find nothing that it can take: wolfSSL asks for another hello and doesn't say which.
            if (taken(answer) is not { } one)
                break;
            accepted = hello;
            if (!found.Contains(one))
                found.Add(one);
            if (!left.Remove(one))
                break;
        }

        return found.Count == 0 ? null : found.OrderBy(each => each).ToArray();
    }
}
