using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Telling.Notices;

/// <summary>The Application log of this Windows machine, source ConfigAudit, event 1000. The source needn't be registered: its text is in
/// the event.</summary>
internal sealed class EventLogChannel : NoticeChannel
{
    private const string Source = "ConfigAudit";
    private const uint EventId = 1000;
    private const ushort Error = 1;
    private const ushort Warning = 2;

    public override string Id => "eventlog";

    public override Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            throw new NoticeException(
                new LocalText(
                    "このコンピュータにWindowsのイベントログはありません。-EventLog を外してください。",
                    "There is no Windows event log on this machine: leave -EventLog out."
                )
            );
        }

        var log = RegisterEventSource(null, Source);
        if (log == IntPtr.Zero)
            throw Failed();
        try
        {
            if (
                !ReportEvent(
                    log,
                    notice.Severity >= Severity.High ? Error : Warning,
                    0,
                    EventId,
                    IntPtr.Zero,
                    1,
                    0,
                    new[] { notice.Text },
                    IntPtr.Zero
                )
            )
            {
                throw Failed();
            }

            return Task.CompletedTask;
        }
        finally
        {
            DeregisterEventSource(log);
        }
    }

    private static NoticeException Failed() =>
        new(
            new LocalText(
                $"イベントログに書き込めませんでした: {new Win32Exception(Marshal.GetLastWin32Error()).Message}",
                $"The event log could not be written: {new Win32Exception(Marshal.GetLastWin32Error()).Message}"
            )
        );

    [DllImport("advapi32.dll", EntryPoint = "RegisterEventSourceW", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern IntPtr RegisterEventSource(string? server, string source);

    [DllImport("advapi32.dll", EntryPoint = "ReportEventW", CharSet = CharSet.Unicode, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ReportEvent(
        IntPtr log,
        ushort type,
        ushort category,
        uint eventId,
        IntPtr user,
        ushort strings,
        uint bytes,
        string[] texts,
        IntPtr data
    );

    [DllImport("advapi32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool DeregisterEventSource(IntPtr log);
}
