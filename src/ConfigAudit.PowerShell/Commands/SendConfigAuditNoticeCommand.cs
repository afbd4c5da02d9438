using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Notices;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells an administrator of new failures, once each, with the host's names and address.</summary>
[Cmdlet(VerbsCommunications.Send, "ConfigAuditNotice", SupportsShouldProcess = true)]
[OutputType(typeof(Finding))]
public sealed class SendConfigAuditNoticeCommand : NoticeCommand
{
    private readonly FindingSet _all = new();
    private readonly Refusals _refusals = new();
    private IReadOnlyList<Finding> _findings = Array.Empty<Finding>();

    /// <summary>Findings, from Invoke-ConfigAudit: all of a run, not the failures alone, so that what holds again is known.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Whole]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>The file that remembers what was told; it is made if it isn't there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string StatePath { get; set; } = string.Empty;

    /// <summary>The least severity to tell of.</summary>
    [Parameter]
    [Named(typeof(Severity))]
    public Severity Severity { get; set; } = Severity.High;

    /// <summary>The longest that one notice may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _refusals.Take(this, Finding);
        Array.ForEach(Finding, _all.Add);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        var path = ResolveNew(StatePath);
        // Before anything is told: without a record, it would be told again each time.
        if (FilePlace.NoFile(path) is { } misplaced)
            ThrowTerminatingError(Records.Misplaced(path, misplaced));
        var channels = Channels();
        if (channels.Count == 0)
        {
            throw new PSArgumentException(
                Records.Say(
                    "通知の方法を -Path、-EventLog、-SyslogServer、-SmtpServer のいずれかで指定してください。",
                    "Say how to tell: -Path, -EventLog, -SyslogServer or -SmtpServer."
                )
            );
        }

        _findings = this.Once(_all);
        Tell(channels, path);
    }

    /// <summary>
    /// What was told is kept after each notice, and errors wait for the end: neither a way that is down nor -ErrorAction Stop nor Ctrl+C
    /// makes the
    /// others tell it again.
    /// </summary>
    private void Tell(IEnumerable<NoticeChannel> channels, string path)
    {
        var errors = new List<ErrorRecord>();
        var state = Load(path, errors);
        // What couldn't be put aside is for somebody to look at, and not to be written over.
        var mayKeep = errors.Count == 0 || !File.Exists(path);
        var isKept = false;
        var told = new List<Finding>();
        foreach (var channel in channels)
        {
            var news = state.New(channel.Id, _findings, Severity);
            if (news.Count == 0)
                Keep(channel, news);
            else if (ShouldProcess(channel.Id, Records.Say($"新しい不適合{news.Count}件の通知", $"Tell of {news.Count} new failures")))
                Send(channel, news);
        }

        WriteObject(told.Distinct(), enumerateCollection: true);
        foreach (var error in errors)
            WriteError(error);

        void Send(NoticeChannel channel, IReadOnlyList<Finding> news)
        {
            var left = news.Count;
            foreach (var notice in Notice.Of(news, DateTimeOffset.Now))
            {
                if (Refused(channel, notice) is { } bad)
                {
                    errors.Add(Records.NotTold(bad, channel.Id, left));
                    return;
                }

                left -= notice.Failures.Count;
                told.AddRange(notice.Failures);
                Keep(channel, notice.Failures);
            }
        }

        void Keep(NoticeChannel channel, IReadOnlyList<Finding> failures)
        {
            state.Keep(channel.Id, failures, _findings, DateTimeOffset.Now);
            if (
                mayKeep
                && (isKept = isKept || ShouldProcess(path, Records.Say("通知した内容の記録", "Remember what was told")))
                && Save(state, path) is { } bad
            )
            {
                errors.Add(bad);
            }
        }
    }

    /// <summary>Sends a notice, or says why it couldn't be.</summary>
    private NoticeException? Refused(NoticeChannel channel, Notice notice)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        limit.CancelAfter(OperationTimeout);
        try
        {
            channel.SendAsync(notice, limit.Token).GetAwaiter().GetResult();
            return null;
        }
        catch (NoticeException bad)
        {
            return bad;
        }
        catch (OperationCanceledException) when (!Stopped.IsCancellationRequested)
        {
            return new NoticeException(
                new LocalText(
                    $"{channel.Id} が{OperationTimeout.TotalSeconds:0}秒以内に受け付けませんでした",
                    $"{channel.Id} didn't take it within {OperationTimeout.TotalSeconds:0} s"
                )
            );
        }
    }

    /// <summary>A record that can't be used must silence nothing: it is put aside, and everything is told again. A file of another kind is
    /// somebody's.</summary>
    private NoticeState Load(string path, List<ErrorRecord> errors)
    {
        try
        {
            return NoticeState.Load(path);
        }
        catch (InputException) when (NoticeState.IsOther(path))
        {
            ThrowTerminatingError(Records.NoNoticeState(path));
            throw;
        }
        catch (InputException bad)
        {
            errors.Add(SetAside(bad, path));
            return NoticeState.Blank();
        }
    }

    private ErrorRecord SetAside(InputException bad, string path)
    {
        if (!ShouldProcess(path, Records.Say("使用できないファイルの退避", "Put aside: it can't be used")))
            return Records.StateSetAside(bad, null);
        try
        {
            return Records.StateSetAside(bad, NoticeState.SetAside(path));
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return Records.StateSetAside(bad, null);
        }
    }

    private static ErrorRecord? Save(NoticeState state, string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            state.Save(path);
            return null;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            return Records.NotWritten(bad, path);
        }
    }
}
