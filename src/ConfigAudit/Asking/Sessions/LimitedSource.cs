using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// What one live host may cost: a number of questions in flight, a time for each, a time for all. What comes too late is a gap, so that
/// everything
/// answered before stays. Only the caller's token gives up.
/// </summary>
internal sealed class LimitedSource : ICimSource
{
    /// <summary>
    /// Questions in flight on one session. WinRM 2.0 allows a user 15 operations at once, later versions 1500; eight hide the network's
    /// latency and
    /// leave room for whoever else asks with the same account.
    /// </summary>
    public const int InFlight = 8;

    /// <summary>The most rows of one answer: one that goes on has no end.</summary>
    public const int MaxRows = 10_000;

    /// <summary>A host that lets this many questions in a row lapse won't answer the next either.</summary>
    private const int Patience = 3;

    private readonly ICimSource _inner;
    private readonly TimeSpan _operation;
    private readonly TimeSpan _whole;
    private readonly CancellationTokenSource _deadline;
    private readonly SemaphoreSlim _places = new(InFlight);
    private int _lapsed;

    /// <param name="inner">Disposed with this.</param>
    /// <param name="operation">The longest wait for one answer.</param>
    /// <param name="whole">The longest wait for everything, from now.</param>
    public LimitedSource(ICimSource inner, TimeSpan operation, TimeSpan whole)
    {
        (_inner, _operation, _whole) = (inner, operation, whole);
        _deadline = new CancellationTokenSource(whole);
    }

    public string Protocol => _inner.Protocol;

    public DateTimeOffset? Now => _inner.Now;

    public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
        AskAsync(query.Source, query.Within, each => _inner.QueryAsync(query, each), token);

    public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) =>
        AskAsync(call.Source, null, each => _inner.InvokeAsync(call, each), token);

    public void Dispose()
    {
        _inner.Dispose();
        _deadline.Dispose();
        _places.Dispose();
    }

    private async Task<CimAnswer> AskAsync(
        string source,
        TimeSpan? within,
        Func<CancellationToken, Task<CimAnswer>> ask,
        CancellationToken token
    )
    {
        // What lapses sooner than the session allows says something of what was asked, and nothing of the host.
        var isShort = within < _operation;
        var wait = isShort ? within!.Value : _operation;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, _deadline.Token);
        try
        {
            await _places.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                if (Volatile.Read(ref _lapsed) >= Patience)
                {
                    return Late(
                        source,
                        new LocalText(
                            $"続けて{Patience}回応答がなかったため問い合わせていない",
                            $"not asked: the host let {Patience} questions in a row lapse"
                        )
                    );
                }

                either.CancelAfter(wait);
                var answer = await ask(either.Token).ConfigureAwait(false);
                if (answer.Gap?.Kind is GapKind.Timeout or GapKind.Busy)
                    Count(isShort);
                else
                    Volatile.Write(ref _lapsed, 0);
                return answer;
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            if (_deadline.IsCancellationRequested)
            {
                return Late(
                    source,
                    new LocalText(
                        $"ホスト全体の時間（{_whole.TotalSeconds:0.#}秒）を使い切った",
                        $"the host's time of {_whole.TotalSeconds:0.#} s was over"
                    )
                );
            }

            Count(isShort);
            return Late(source, new LocalText($"{wait.TotalSeconds:0.#}秒以内に応答がない", $"no answer within {wait.TotalSeconds:0.#} s"));
        }
    }

    private void Count(bool isShort)
    {
        if (!isShort)
            Interlocked.Increment(ref _lapsed);
    }

    private static CimAnswer Late(string source, LocalText told) => CimAnswer.Failed(GapKind.Timeout, source, told);
}
