using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ConfigAudit.Telling.Schedules;

/// <summary>
/// The script that a scheduled audit runs: values at its top, each between quotes, and below them a text that is always the same
/// (AuditScript.ps1), so that
/// no name or path is ever read as code.
/// </summary>
internal static class AuditScript
{
    private const string Body = "ConfigAudit.Telling.Schedules.AuditScript.ps1";

    /// <exception cref="ScheduleException">A value has control characters.</exception>
    public static string Of(AuditTask task)
    {
        var text = new StringBuilder("$task = @{\n");
        Lines(
            text,
            4,
            new KeyValuePair<string, object?>[]
            {
                new("Module", task.Module),
                new("InventoryPath", task.InventoryPaths),
                new("OutputPath", task.OutputPath),
                new("Keep", task.Keep),
                new("At", task.Schedule.At.ToString("c")),
            }
        );
        text.Append("    Audit = @{\n");
        Lines(text, 8, task.Audit.Prepend(new KeyValuePair<string, object?>("Baseline", task.Baselines)));
        text.Append("    }\n    Notice = @{\n");
        if (task.Tells)
            Lines(text, 8, Notice(task));
        text.Append("    }\n}\n");
        var body = Read();
        return body.Replace("# $task\n", text.ToString());
    }

    private static KeyValuePair<string, object?>[] Notice(AuditTask task) =>
        new KeyValuePair<string, object?>[]
        {
            new("Severity", task.Severity.ToString()),
            new("Path", task.NoticePath),
            new("EventLog", task.TellsEventLog ? true : null),
            new("SyslogServer", task.SyslogServer),
            new("SyslogPort", task.SyslogPort),
            new("SyslogTransport", task.SyslogServer is null ? null : task.SyslogTransport.ToString()),
        };

    private static void Lines(StringBuilder text, int indent, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var value in values.Where(value => value.Value is not (null or IReadOnlyCollection<string> { Count: 0 })))
            text.Append(' ', indent).Append(value.Key).Append(" = ").Append(PowerShellText.Of(value.Value!)).Append('\n');
    }

    private static string Read()
    {
        using var stream =
            typeof(AuditScript).Assembly.GetManifestResourceStream(Body)
            ?? throw new InvalidOperationException(Body + " isn't in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
