using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>
/// An observable operation as a task: the one place where MMI's callbacks become async code. What came before a failure is kept. Native
/// code may block wherever it is called,
/// also to begin (DCOM connects first), to cancel and to close; so all of it runs elsewhere, and giving up ends the wait before anything
/// native hears of it.
/// </summary>
internal sealed class Observation<T> : IObserver<T>
{
    private readonly Func<T, CimRow?> _read;
    private readonly Func<Exception, MmiFailure> _explain;
    private readonly string _source;
    private readonly List<CimRow> _rows = new();
    private readonly TaskCompletionSource<CimAnswer> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Observation(string source, Func<T, CimRow?> read, Func<Exception, MmiFailure> explain) =>
        (_source, _read, _explain) = (source, read, explain);

    /// <param name="begin">
    /// The operation, which starts when it is subscribed to, and what is to be disposed of after it. Given a token for its options that is
    /// cancelled once nobody waits:
    /// MMI cancels synchronously, inside of whoever cancels, so that the caller's own token must not reach it.
    /// </param>
    /// <param name="source">How a gap names it.</param>
    /// <param name="read">A row of a result; null for results that are none.</param>
    /// <param name="explain">What an error means.</param>
    /// <param name="token">Gives up waiting.</param>
    public static async Task<CimAnswer> Of(
        Func<CancellationToken, (IObservable<T> Operation, IDisposable? Options)> begin,
        string source,
        Func<T, CimRow?> read,
        Func<Exception, MmiFailure> explain,
        CancellationToken token
    )
    {
        token.ThrowIfCancellationRequested();
        var observer = new Observation<T>(source, read, explain);
        var giveUp = new CancellationTokenSource();
        var begun = Task.Run(() => observer.Begin(begin, giveUp.Token), CancellationToken.None);
        using (token.Register(() => observer._end.TrySetCanceled(token)))
        {
            try
            {
                return await observer._end.Task.ConfigureAwait(false);
            }
            finally
            {
                _ = Task.Run(() => EndAsync(begun, giveUp), CancellationToken.None);
            }
        }
    }

    public void OnNext(T value)
    {
        try
        {
            if (_rows.Count < LimitedSource.MaxRows && _read(value) is { } row)
                _rows.Add(row);
            if (_rows.Count == LimitedSource.MaxRows)
            {
                Break(
                    new MmiFailure(
                        GapKind.Unusable,
                        new LocalText(
                            $"応答が終わらないため、{LimitedSource.MaxRows}行で打ち切った",
                            $"the answer has no end: given up after {LimitedSource.MaxRows} rows"
                        )
                    )
                );
            }
        }
        catch (Exception bad)
        {
            // Called from native code, where nothing may be thrown.
            Break(
                new MmiFailure(
                    GapKind.Unusable,
                    new LocalText("応答を読めない: ", "the answer can't be read: ").Then(LocalText.Of(bad.Message))
                )
            );
        }
        finally
        {
            (value as IDisposable)?.Dispose();
        }
    }

    public void OnError(Exception error) => Break(_explain(error));

    public void OnCompleted() => _end.TrySetResult(CimAnswer.Of(_rows.ToArray()));

    private (IDisposable? Subscription, IDisposable? Options) Begin(
        Func<CancellationToken, (IObservable<T> Operation, IDisposable? Options)> begin,
        CancellationToken token
    )
    {
        IDisposable? options = null;
        try
        {
            (var operation, options) = begin(token);
            return (operation.Subscribe(this), options);
        }
        catch (Exception bad)
        {
            OnError(bad);
            return (null, options);
        }
    }

    /// <summary>Whatever hangs here hangs alone.</summary>
    private static async Task EndAsync(Task<(IDisposable? Subscription, IDisposable? Options)> begun, CancellationTokenSource giveUp)
    {
        giveUp.Cancel();
        var (subscription, options) = await begun.ConfigureAwait(false);
        subscription?.Dispose();
        options?.Dispose();
        giveUp.Dispose();
    }

    private void Break(MmiFailure why) =>
        _end.TrySetResult(CimAnswer.Of(_rows.ToArray(), new Gap(why.Kind, _source, why.Told)) with { MayBeAbsent = why.MayBeAbsent });
}
