using System;
using System.Management.Automation;

namespace ConfigAudit.Host.Terminal;

/// <summary>Progress as one line of standard error that is written over and over; nothing where that isn't a terminal.</summary>
internal sealed class ProgressLine
{
    private const string EraseLine = "\r\u001b[K";

    private bool _isShown;

    public void Show(ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
            return;
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : string.Empty;
        var text = $"{record.Activity}: {record.StatusDescription}{percent}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        Console.Error.Write(EraseLine + (text.Length > width ? text[..width] : text));
        _isShown = true;
    }

    public void Clear()
    {
        if (!_isShown)
            return;
        Console.Error.Write(EraseLine);
        _isShown = false;
    }
}
