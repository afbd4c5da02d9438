using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ConfigAudit.Baselines;
using ConfigAudit.Files;
using ConfigAudit.Findings;
using ConfigAudit.Notices;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells an administrator of new failures, once each, with the host's name and address.</summary>
[Cmdlet(VerbsCommunications.Send, "ConfigAuditNotice", SupportsShouldProcess = true)]
[OutputType(typeof(Finding))]
public sealed class SendConfigAuditNoticeCommand : AuditCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Finding> _findings = new();

    /// <summary>Findings, from Invoke-ConfigAudit: all of a run, not the failures alone, so that what holds again is known.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
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

    /// <summary>The syslog server's port; 514, and 6514 with TLS, when left out.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? SyslogPort { get; set; }

    /// <summary>How messages travel to it.</summary>
    [Parameter]
    public SyslogTransport SyslogTransport { get; set; } = SyslogTransport.Udp;

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

    /// <summary>The longest that one way of telling may take.</summary>
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
        var path = ResolveNew(StatePath);
        var state = Load(path);
        var told = new HashSet<Finding>();
        foreach (var channel in channels)
        {
            var news = state.New(channel.Id, _findings, Severity);
            if (news.Count > 0 && (!ShouldProcess(channel.Id, $"Tell of {news.Count} new failures") || !Send(channel, news)))
                continue;
            state.Keep(channel.Id, news, _findings, DateTimeOffset.Now);
            told.UnionWith(news);
        }

        if (ShouldProcess(path, "Remember what was told"))
            Save(state, path);
        WriteObject(told, enumerateCollection: true);
    }

    private bool Send(NoticeChannel channel, IReadOnlyList<Finding> news)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(OperationTimeout);
        try
        {
            channel.SendAsync(new Notice(news, DateTimeOffset.Now), limit.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (NoticeException bad)
        {
            WriteError(Records.NotTold(bad, channel.Id, news.Count));
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            WriteError(Records.NotTold(new NoticeException($"{channel.Id} didn't take it within {OperationTimeout.TotalSeconds:0} s"), channel.Id, news.Count));
        }

        return false;
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

    private NoticeState Load(string path)
    {
        try
        {
            return NoticeState.Load(path);
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }

    private void Save(NoticeState state, string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            state.Save(path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, path));
        }
    }
}
