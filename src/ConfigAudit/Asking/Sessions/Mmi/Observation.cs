using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>An observable operation as a task: the one place where MMI's callbacks become async code. What came before a failure is kept.</summary>
internal sealed class Observation<T> : IObserver<T>
{
    private readonly Func<T, CimRow?> _read;
    private readonly Func<Exception, (GapKind Kind, string Message)> _explain;
    private readonly string _source;
    private readonly List<CimRow> _rows = new();
    private readonly TaskCompletionSource<CimAnswer> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Observation(string source, Func<T, CimRow?> read, Func<Exception, (GapKind Kind, string Message)> explain) =>
        (_source, _read, _explain) = (source, read, explain);

    /// <param name="operation">Starts when it is subscribed to.</param>
    /// <param name="source">How a gap names it.</param>
    /// <param name="read">A row of a result; null for results that are none.</param>
    /// <param name="explain">What an error means.</param>
    /// <param name="token">Gives up waiting; the operation itself must have it too.</param>
    public static async Task<CimAnswer> Of(IObservable<T> operation, string source, Func<T, CimRow?> read, Func<Exception, (GapKind Kind, string Message)> explain, CancellationToken token)
    {
        var observer = new Observation<T>(source, read, explain);
        using (token.Register(() => observer._end.TrySetCanceled()))
        using (operation.Subscribe(observer))
            return await observer._end.Task.ConfigureAwait(false);
    }

    public void OnNext(T value)
    {
        try
        {
            if (_rows.Count < LimitedSource.MaxRows && _read(value) is { } row)
                _rows.Add(row);
            if (_rows.Count == LimitedSource.MaxRows)
                Break(GapKind.Unusable, $"the answer has no end: given up after {LimitedSource.MaxRows} rows");
        }
        catch (Exception bad)
        {
            // Called from native code, where nothing may be thrown.
            Break(GapKind.Unusable, "the answer can't be read: " + bad.Message);
        }
        finally
        {
            (value as IDisposable)?.Dispose();
        }
    }

    public void OnError(Exception error)
    {
        var (kind, message) = _explain(error);
        Break(kind, message);
    }

    public void OnCompleted() => _end.TrySetResult(CimAnswer.Of(_rows));

    private void Break(GapKind kind, string message) => _end.TrySetResult(CimAnswer.Of(_rows, new Gap(kind, _source, message)));
}
