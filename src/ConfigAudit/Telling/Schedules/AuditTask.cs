using System;
using System.Collections.Generic;
using System.IO;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Telling.Notices;

namespace ConfigAudit.Telling.Schedules;

/// <summary>An audit that is to run by itself: when, as whom, by which program, and what it does. Paths are whole; nothing of it is
/// secret.</summary>
internal sealed record AuditTask
{
    public AuditTask(TaskName name, Schedule schedule) => (Name, Schedule) = (name, schedule);

    public TaskName Name { get; }

    public Schedule Schedule { get; }

    /// <summary>The folder of the script.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>What runs the script: PowerShell of any edition.</summary>
    public string Program { get; init; } = string.Empty;

    /// <summary>Null for the system's own account: SYSTEM, or root.</summary>
    public string? Account { get; init; }

    /// <summary>The longest that a run may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The module's manifest.</summary>
    public string Module { get; init; } = string.Empty;

    public IReadOnlyList<string> InventoryPaths { get; init; } = Array.Empty<string>();

    /// <summary>The folder of the runs.</summary>
    public string OutputPath { get; init; } = string.Empty;

    /// <summary>Whether nobody named another folder for the runs.</summary>
    public bool IsOutputOurs { get; init; }

    /// <summary>How many runs are kept.</summary>
    public int Keep { get; init; } = 13;

    /// <summary>Baselines: ids, or files.</summary>
    public IReadOnlyList<string> Baselines { get; init; } = Array.Empty<string>();

    /// <summary>For Invoke-ConfigAudit, by the names of its parameters: texts, lists of texts, true. Those that are null or empty are left
    /// out.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Audit { get; init; } = Array.Empty<KeyValuePair<string, object?>>();

    /// <summary>The file that notices are added to; null for none.</summary>
    public string? NoticePath { get; init; }

    public bool TellsEventLog { get; init; }

    public string? SyslogServer { get; init; }

    public int? SyslogPort { get; init; }

    public SyslogTransport SyslogTransport { get; init; } = SyslogTransport.Tls;

    public Severity Severity { get; init; } = Severity.High;

    public string Script => Path.Combine(Folder, Name + ".ps1");

    /// <summary>Whether somebody is told at all.</summary>
    public bool Tells => NoticePath is not null || TellsEventLog || SyslogServer is not null;
}
