using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Logging;

/// <summary>
/// A classic event log: Win32_NTEventlogFile. Windows leaves the Security log out for an account that may not read it. How far back a log reaches isn't told
/// by its settings.
/// </summary>
public sealed record EventLogFact : Fact
{
    /// <summary>Win32_NTEventlogFile.LogfileName: "Security", "System", "Application"… The same in every language.</summary>
    public string? Name { get; init; }

    /// <summary>Win32_NTEventlogFile.MaxFileSize, in bytes. Unverified: that it is the value in force where policy sets one too.</summary>
    public long? MaxSize { get; init; }

    /// <summary>Win32_NTEventlogFile.FileSize, in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Win32_NTEventlogFile.NumberOfRecords.</summary>
    public long? Records { get; init; }

    /// <summary>Win32_NTEventlogFile.OverwriteOutDated.</summary>
    public LogRetention? Retention { get; init; }

    /// <summary>The age from which events are overwritten; known with <see cref="LogRetention.OverwriteByAge"/> alone.</summary>
    public TimeSpan? RetentionAge { get; init; }

    internal override string Label => Name ?? "(unnamed log)";
}
