using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Carries what the engine says, on whatever thread, to the pipeline thread, which alone may write. The queue is bounded, so a slow
/// consumer
/// slows the engine. When a write throws (a downstream stop, -ErrorAction Stop, Ctrl+C) the engine is cancelled and waited for, and the
/// exception goes on.
/// </summary>
internal sealed class Pump : IAuditSink, IDisposable
{
    private const int Capacity = 256;
    private const int ProgressId = 0x434F4E46;
    private const string Activity = "ConfigAudit";

    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(200);

    private readonly BlockingCollection<Action<Cmdlet>> _messages = new(Capacity);
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();
    private Task _work = Task.CompletedTask;
    private bool _showsProgress;
    private int _mistakes;

    public void Start(Func<CancellationToken, Task> work) =>
        _work = Task.Run(async () =>
        {
            try
            {
                await work(_stop.Token).ConfigureAwait(false);
            }
            finally
            {
                _messages.CompleteAdding();
            }
        });

    /// <summary>Writes what is waiting.</summary>
    public void Drain(Cmdlet cmdlet)
    {
        while (_messages.TryTake(out var message))
            Write(cmdlet, message);
    }

    /// <summary>Writes until the engine has finished.</summary>
    /// <exception cref="PipelineStoppedException">It was stopped.</exception>
    public void Finish(Cmdlet cmdlet)
    {
        foreach (var message in _messages.GetConsumingEnumerable())
            Write(cmdlet, message);
        if (_showsProgress)
            cmdlet.WriteProgress(new ProgressRecord(ProgressId, Activity, "done") { RecordType = ProgressRecordType.Completed });
        if (_mistakes > 0)
            cmdlet.WriteWarning(Records.OwnMistakes(_mistakes));
        try
        {
            _work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Tells the engine to give up. Waits for nothing, so it may be called from any thread.</summary>
    public void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Ctrl+C came while the cmdlet was ending by itself.
        }
    }

    public void Output(object item) => Say(cmdlet => cmdlet.WriteObject(item));

    public void Problem(AuditProblem problem) =>
        Say(cmdlet =>
        {
            _mistakes += problem.IsOwnMistake ? 1 : 0;
            cmdlet.WriteError(Records.Of(problem));
        });

    /// <summary>What concerns no target's answer alone.</summary>
    public void Error(ErrorRecord record) => Say(cmdlet => cmdlet.WriteError(record));

    public void Warn(string message) => Say(cmdlet => cmdlet.WriteWarning(message));

    public void Trace(string message) => Say(cmdlet => cmdlet.WriteVerbose(message));

    public void Progress(AuditProgress progress) =>
        Say(cmdlet =>
        {
            if (_sinceProgress.Elapsed < BetweenProgress)
                return;
            _sinceProgress.Restart();
            _showsProgress = true;
            cmdlet.WriteProgress(
                new ProgressRecord(
                    ProgressId,
                    Activity,
                    Records.Say(
                        $"{progress.Total}台中{progress.Done}台（接続できないホスト{progress.Failed}台）",
                        $"{progress.Done} of {progress.Total} hosts, {progress.Failed} not reached"
                    )
                )
                {
                    PercentComplete = 100 * progress.Done / progress.Total,
                    SecondsRemaining = progress.Remaining is { } remaining ? (int)Math.Min(remaining.TotalSeconds, int.MaxValue) : -1,
                }
            );
        });

    public void Dispose()
    {
        GiveUp();
        _messages.Dispose();
        _stop.Dispose();
    }

    private void Say(Action<Cmdlet> message) => _messages.Add(message, _stop.Token);

    private void Write(Cmdlet cmdlet, Action<Cmdlet> message)
    {
        try
        {
            message(cmdlet);
        }
        catch
        {
            GiveUp();
            throw;
        }
    }

    private void GiveUp()
    {
        Stop();
        try
        {
            _work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // That is what giving up looks like.
        }
    }
}
