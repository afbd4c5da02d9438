using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ConfigAudit.Baselines;
using ConfigAudit.Files;
using ConfigAudit.Findings;
using ConfigAudit.Notices;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells an administrator of new failures, once each, with the host's names and address.</summary>
[Cmdlet(VerbsCommunications.Send, "ConfigAuditNotice", SupportsShouldProcess = true)]
[OutputType(typeof(Finding))]
public sealed class SendConfigAuditNoticeCommand : AuditCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Finding> _findings = new();

    /// <summary>Findings, from Invoke-ConfigAudit: all of a run, not the failures alone, so that what holds again is known.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Whole]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>The file that remembers what was told; it is made if it isn't there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string StatePath { get; set; } = string.Empty;

    /// <summary>The least severity to tell of.</summary>
    [Parameter]
    public Severity Severity { get; set; } = Severity.High;

    /// <summary>Tells by a text file, to which notices are added.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Tells by the Application log of this Windows machine.</summary>
    [Parameter]
    public SwitchParameter EventLog { get; set; }

    /// <summary>Tells by a syslog server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SyslogServer { get; set; }

    /// <summary>The syslog server's port; 6514 with TLS, else 514, when left out.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? SyslogPort { get; set; }

    /// <summary>How messages travel to it. Only Tls keeps which host is weak from whoever listens, and only Udp can't tell whether they arrive.</summary>
    [Parameter]
    public SyslogTransport SyslogTransport { get; set; } = SyslogTransport.Tls;

    /// <summary>Tells by mail, through this server. It has to offer TLS.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SmtpServer { get; set; }

    /// <summary>The mail server's port; on 465, TLS begins at once.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    /// <summary>Whom the mail is from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    /// <summary>Whom the mail is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] To { get; set; } = Array.Empty<string>();

    /// <summary>Whom to log in to the mail server as; without it, nobody.</summary>
    [Parameter]
    [ValidateNotNull]
    public PSCredential? SmtpCredential { get; set; }

    /// <summary>A file with the certificates of authorities of the organisation's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedRoot { get; set; }

    /// <summary>The longest that one notice may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _findings.AddRange(Finding);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<NoticeChannel> channels;
        try
        {
            channels = Channels();
        }
        catch (NoticeException bad)
        {
            throw new PSArgumentException($"{bad.Message}: see -From and -To.", bad);
        }

        if (channels.Count == 0)
            throw new PSArgumentException("Say how to tell: -Path, -EventLog, -SyslogServer or -SmtpServer.");
        Tell(channels, ResolveNew(StatePath));
    }

    /// <summary>
    /// What was told is kept after each notice, and errors wait for the end: neither a way that is down nor -ErrorAction Stop nor Ctrl+C makes the others tell it again.
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
            else if (ShouldProcess(channel.Id, $"Tell of {news.Count} new failures"))
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
            if (mayKeep && (isKept = isKept || ShouldProcess(path, "Remember what was told")) && Save(state, path) is { } bad)
                errors.Add(bad);
        }
    }

    /// <summary>Sends a notice, or says why it couldn't be.</summary>
    private NoticeException? Refused(NoticeChannel channel, Notice notice)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
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
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return new NoticeException($"{channel.Id} didn't take it within {OperationTimeout.TotalSeconds:0} s");
        }
    }

    private List<NoticeChannel> Channels()
    {
        var authorities = Authorities();
        var channels = new List<NoticeChannel>();
        if (Path is not null)
            channels.Add(new FileChannel(ResolveNew(Path)));
        if (EventLog)
            channels.Add(new EventLogChannel());
        if (SyslogServer is not null)
            channels.Add(new SyslogChannel(SyslogServer, SyslogPort, SyslogTransport, authorities));
        if (SmtpServer is not null)
            channels.Add(new SmtpChannel(SmtpServer, SmtpPort, From, To, SmtpCredential?.GetNetworkCredential(), authorities));
        return channels;
    }

    private X509Certificate2Collection Authorities()
    {
        try
        {
            return TrustedRoot is null ? new X509Certificate2Collection() : CertificateFile.Load(ResolveNew(TrustedRoot));
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }

    /// <summary>A file that can't be used must silence nothing: it is put aside, and everything is told again.</summary>
    private NoticeState Load(string path, List<ErrorRecord> errors)
    {
        try
        {
            return NoticeState.Load(path);
        }
        catch (InputException bad)
        {
            errors.Add(SetAside(bad, path));
            return NoticeState.Blank();
        }
    }

    private ErrorRecord SetAside(InputException bad, string path)
    {
        if (!ShouldProcess(path, "Put aside: it can't be used"))
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
