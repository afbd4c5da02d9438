using System;
using System.Diagnostics;
using System.Management.Automation;

namespace ConfigAudit.Host.Terminals;

/// <summary>Progress as one line on standard error that is written over and over; nothing if nobody is watching.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _sinceDrawn = new();
    private int _drawnCells;

    public void Show(ProgressRecord record)
    {
        if (!Terminal.ErrorShowsProgress)
            return;
        if (record.RecordType == ProgressRecordType.Completed)
            Clear();
        else if (!_sinceDrawn.IsRunning || _sinceDrawn.Elapsed >= s_pace)
            Draw(Text(record));
    }

    public void Clear()
    {
        if (_drawnCells > 0)
            Draw(string.Empty);
        _sinceDrawn.Reset();
    }

    private static string Text(ProgressRecord record)
    {
        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : string.Empty;
        var operation = string.IsNullOrEmpty(record.CurrentOperation) ? string.Empty : $" {record.CurrentOperation}";
        return $"{record.Activity}: {record.StatusDescription}{percent}{operation}".ReplaceLineEndings(" ");
    }

    private void Draw(string text)
    {
        // The last column stays free: a terminal would wrap there, and the line could no longer be written over.
        var fitting = Cells.Fit(text, Terminal.Size.Width - 1);
        var cells = Cells.Of(fitting);
        var leftover = Math.Max(0, _drawnCells - cells);
        Console.Error.Write($"\r{fitting}{new string(' ', leftover)}\r");
        _drawnCells = cells;
        _sinceDrawn.Restart();
    }
}
