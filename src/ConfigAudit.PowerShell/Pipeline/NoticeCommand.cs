using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Telling.Notices;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that tells people: by a file, the event log, syslog or mail.</summary>
public abstract class NoticeCommand : SyslogCommand
{
    /// <summary>Tells by a text file, to which notices are added.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Tells by the Application log of this Windows machine.</summary>
    [Parameter]
    public SwitchParameter EventLog { get; set; }

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

    /// <summary>The ways that were named; none where none was.</summary>
    private protected IReadOnlyList<NoticeChannel> Channels()
    {
        try
        {
            return Named();
        }
        catch (NoticeException bad)
        {
            throw new PSArgumentException(
                Records.Say($"{bad.Message}。-From と -To を確認してください。", $"{bad.Message}: see -From and -To."),
                bad
            );
        }
    }

    private List<NoticeChannel> Named()
    {
        DemandSyslogServer();
        var authorities = this.LoadRoots(TrustedRoot);
        var channels = new List<NoticeChannel>();
        if (Path is not null)
            channels.Add(new FileChannel(NoticeFile(ResolveNew(Path))));
        if (EventLog)
            channels.Add(new EventLogChannel());
        if (SyslogServer is not null)
            channels.Add(new SyslogChannel(SyslogServer, SyslogPort, SyslogTransport, authorities));
        if (SmtpServer is not null)
            channels.Add(new SmtpChannel(SmtpServer, SmtpPort, From, To, SmtpCredential?.GetNetworkCredential(), authorities));
        return channels;
    }

    private string NoticeFile(string path)
    {
        if (FileChannel.Refusal(path) is { } why)
            ThrowTerminatingError(Records.Misplaced(path, why));
        return path;
    }
}
