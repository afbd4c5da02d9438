using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>
/// A classic event log: Win32_NTEventlogFile. An answer without the Security log is taken for one to an account that may not read it
/// (unverified). How far
/// back a log reaches isn't told by its settings.
/// </summary>
public sealed record EventLogFact : Fact
{
    /// <summary>Win32_NTEventlogFile.LogfileName: "Security", "System", "Application"… The same in every language.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Win32_NTEventlogFile.MaxFileSize, in bytes. The class holds 32 bits of it, so a limit above 4 GiB is told too small. A log that is
    /// full may be larger by a header and a chunk of
    /// its file, and one whose limit was lowered keeps its size until it is cleared. The limit is left out where the log is larger by more
    /// than 128 KiB and policy sets more, or the log
    /// is larger than 4 GiB and policy doesn't set the very same; where it is larger than what policy sets (unverified: which of the two is
    /// in force then); where two rows of one log
    /// differ in it; and where the service EventLog, which writes the logs, is disabled or doesn't run (Win32_Service).
    /// </summary>
    public long? MaxSize { get; init; }

    /// <summary>
    /// MaxSize of SOFTWARE\Policies\Microsoft\Windows\EventLog\(name), which is in KB, in bytes: what group policy sets; 0 where it sets
    /// nothing. Null for logs
    /// other than Application, Security and System, whose policy is not asked for.
    /// </summary>
    public long? PolicyMaxSize { get; init; }

    /// <summary>Win32_NTEventlogFile.FileSize, in bytes.</summary>
    [Noise] // A log fills.
    public long? Size { get; init; }

    /// <summary>Win32_NTEventlogFile.NumberOfRecords.</summary>
    [Noise] // A log fills.
    public long? Records { get; init; }

    /// <summary>Win32_NTEventlogFile.OverwriteOutDated.</summary>
    public LogRetention? Retention { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("セキュリティログ", "a Security log"), new EventLogFact { Name = "Security" }) };

    internal override string Label => Name ?? "(unnamed log)";
}
