using System;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>The question for the Security log's logon events, bounded in time since the class reads a log from its end, event by
/// event.</summary>
internal static class LogonEvents
{
    public const string Source = "root/cimv2:Win32_NTLogEvent";

    public const long LogOn = 4624;
    public const long LogOff = 4634;
    public const long UserLogOff = 4647;
    public const long Reconnect = 4778;
    public const long Start = 4608;
    public const long Cleared = 1102;

    /// <summary>The longest time that is read: a month.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>An older event shows that the log still held what came after it, so a little more than what is wanted is asked
    /// for.</summary>
    public static readonly TimeSpan RunUp = TimeSpan.FromDays(1);

    public static readonly SourceInfo Info = new(Source, new[] { "RecordNumber", "EventCode", "TimeGenerated", "InsertionStrings" });

    /// <summary>The moment from which logons are told; null when they weren't asked for.</summary>
    public static DateTimeOffset? Since(Collection collection)
    {
        var since = collection.Options.LogonsSince;
        var earliest = collection.Now - Longest;
        return since < earliest ? earliest : since;
    }

    /// <summary>WQL compares a datetime with a DMTF text.</summary>
    public static CimQuery From(DateTimeOffset since) =>
        new(
            "root/cimv2",
            "Win32_NTLogEvent",
            Info.Names,
            $"Logfile='Security' AND TimeGenerated>='{since.Plus(-RunUp).In(TimeSpan.Zero).ToString("yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture)}+000'"
                + $" AND (EventCode={LogOn} OR EventCode={LogOff} OR EventCode={UserLogOff} OR EventCode={Reconnect} OR EventCode={Start} OR EventCode={Cleared})"
        );
}
