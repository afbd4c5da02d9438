using System;
using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>An event of the Security log: its number, its time by the host's clock, and its insertion strings by position.</summary>
internal sealed record LogonEvent(long Code, DateTimeOffset At, long Record, IReadOnlyList<string> Strings)
{
    /// <summary>Null when the row lacks what an event can't do without.</summary>
    public static LogonEvent? Read(CimRow row) =>
        row.Number("EventCode") is { } code && row.Instant("TimeGenerated") is { } at
            ? new LogonEvent(code, at, row.Number("RecordNumber") ?? 0, row.Slots("InsertionStrings") ?? Array.Empty<string>())
            : null;

    /// <summary>The text at a position; null where an older version of the event has none, or holds "-".</summary>
    public string? Text(int index) => index < Strings.Count && Strings[index] is not ("" or "-") ? Strings[index] : null;

    /// <summary>A logon's number, which events write in hexadecimal; null for none.</summary>
    public ulong? LogonId(int index) =>
        Text(index) is { } text
        && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && ulong.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
        && id != 0
            ? id
            : null;

    /// <summary>Where somebody sat; null for the host itself.</summary>
    public string? Client(int index) => Text(index) is { } text && text is not ("::1" or "127.0.0.1" or "0.0.0.0" or "LOCAL") ? text : null;
}
