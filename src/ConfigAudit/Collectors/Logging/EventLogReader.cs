using System;
using System.Collections.Generic;
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
    private const string PolicySize = "MaxSize";
    private const long Kilobyte = 1024;

    /// <summary>The policies of the classic logs (EventLog.admx), by the log's name.</summary>
    public static IReadOnlyList<(string Name, RegistryQuery Query)> Policies { get; } = new[] { "Application", Security, "System" }
        .Select(name => (name, new RegistryQuery(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\EventLog").Below(name)) { Numbers = new[] { PolicySize } })).ToArray();

    public static FactSet<EventLogFact> Read(Collection collection, CimAnswer answer, IReadOnlyList<RegistryRow> policies)
    {
        var sizes = Policies.Zip(policies, (policy, row) => (policy.Name, Size: row.Number(PolicySize))).ToDictionary(pair => pair.Name, pair => pair.Size, StringComparer.OrdinalIgnoreCase);
        var facts = new FactSetBuilder<EventLogFact>();
        foreach (var row in answer.Rows)
        {
            var (max, size) = (row.Number("MaxFileSize"), row.Number("FileSize"));
            var policy = row.Text("LogfileName") is { } name && sizes.TryGetValue(name, out var asked) ? asked : null;
            facts.Add(new EventLogFact
            {
                ComputerName = collection.ComputerName,
                Source = Source,
                Name = row.Text("LogfileName"),
                MaxSize = max < size ? null : max,
                PolicyMaxSize = policy?.Or(0) * Kilobyte,
                Size = size,
                Records = row.Number("NumberOfRecords"),
                Retention = Retention(row.Number("OverwriteOutDated")),
            });
            facts.Unread(policy?.GapIfUnread, nameof(EventLogFact.PolicyMaxSize));
        }

        facts.MayLack(answer.Gap);
        facts.Unread(new Gap(GapKind.NotCollected, Source, "the policy of logs other than Application, Security and System is not asked for"), nameof(EventLogFact.PolicyMaxSize));
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
