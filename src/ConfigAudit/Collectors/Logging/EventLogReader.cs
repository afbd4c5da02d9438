using System;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Logging;

/// <summary>Rows of Win32_NTEventlogFile to log facts.</summary>
internal static class EventLogReader
{
    private const string Source = "root/cimv2:Win32_NTEventlogFile";
    private const string Security = "Security";
    private const long Never = 4294967295;

    public static FactSet<EventLogFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<EventLogFact>();
        foreach (var row in answer.Rows)
        {
            var (max, size) = (row.Number("MaxFileSize"), row.Number("FileSize"));
            facts.Add(new EventLogFact
            {
                ComputerName = collection.ComputerName,
                Source = Source,
                Name = row.Text("LogfileName"),
                MaxSize = max < size ? null : max,
                Size = size,
                Records = row.Number("NumberOfRecords"),
                Retention = Retention(row.Number("OverwriteOutDated")),
            });
        }

        facts.MayLack(answer.Gap);
        // Every Windows has a Security log; one that doesn't show it doesn't show it to this account.
        if (answer.Gap is null && !answer.Rows.Any(row => string.Equals(row.Text("LogfileName"), Security, StringComparison.OrdinalIgnoreCase)))
            facts.MayLack(new Gap(GapKind.Denied, Source, "the Security log isn't shown to this account"), new EventLogFact { Name = Security });
        facts.Unread(
            answer.Gap ?? new Gap(GapKind.Unusable, Source, "the host gave no value that can be true"),
            nameof(EventLogFact.MaxSize), nameof(EventLogFact.Size), nameof(EventLogFact.Records), nameof(EventLogFact.Retention));
        return facts.Build();
    }

    private static LogRetention? Retention(long? days) => days switch
    {
        0 => LogRetention.OverwriteAsNeeded,
        >= 1 and <= 365 => LogRetention.OverwriteByAge,
        Never => LogRetention.NeverOverwrite,
        _ => null,
    };
}
