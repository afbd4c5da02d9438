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

    /// <summary>What writes the logs.</summary>
    public const string Service = "EventLog";

    private const long Never = 4294967295;
    private const string PolicySize = "MaxSize";
    private const long Kilobyte = 1024;

    /// <summary>The policies of the classic logs (EventLog.admx), by the log's name.</summary>
    public static IReadOnlyList<(string Name, RegistryQuery Query)> Policies { get; } = new[] { "Application", Security, "System" }
        .Select(name => (name, new RegistryQuery(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\EventLog").Below(name)) { Numbers = new[] { PolicySize } })).ToArray();

    /// <summary>The policy's own range (EventLog.admx), in KB.</summary>
    private const long LargestPolicy = int.MaxValue;

    private static readonly Gap NoValue = new(GapKind.Unusable, Source, "the host gave no value that can be true");

    public static FactSet<EventLogFact> Read(Collection collection, CimAnswer answer, IReadOnlyList<RegistryRow> policies, CimAnswer writers)
    {
        var idle = Idle(new ServiceState(writers, Service));
        var facts = new FactSetBuilder<EventLogFact>();
        var nothing = answer.Gap ?? NoValue;
        foreach (var row in answer.Rows)
        {
            var (name, size) = (row.Text("LogfileName"), row.Number("FileSize"));
            var asked = Policies.Zip(policies, (policy, key) => (policy.Name, key)).FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase)).key;
            var policy = Policy(asked);
            facts.Add(new EventLogFact
            {
                ComputerName = collection.ComputerName,
                Source = asked is null ? Source : $"{Source}; {asked.Source}",
                Name = facts.Known(nameof(EventLogFact.Name), Reading<string>.Of(string.IsNullOrWhiteSpace(name) ? null : name, nothing)),
                MaxSize = facts.Known(nameof(EventLogFact.MaxSize), MaxSize(idle is null ? Reading<long?>.Of(row.Number("MaxFileSize"), nothing) : Reading<long?>.Unknown(idle), size, policy)),
                PolicyMaxSize = facts.Known(nameof(EventLogFact.PolicyMaxSize), policy),
                Size = facts.Known(nameof(EventLogFact.Size), Reading<long?>.Of(size, nothing)),
                Records = facts.Known(nameof(EventLogFact.Records), Reading<long?>.Of(row.Number("NumberOfRecords"), nothing)),
                Retention = facts.Known(nameof(EventLogFact.Retention), Reading<LogRetention?>.Of(Retention(row.Number("OverwriteOutDated")), nothing)),
            });
        }

        facts.MayLack(answer.Gap);
        // Every Windows has a Security log; one that doesn't show it doesn't show it to this account. A log that doesn't tell its name may be it.
        if (answer.Gap is null && answer.Rows.All(row => !string.IsNullOrWhiteSpace(row.Text("LogfileName"))) && !answer.Rows.Any(row => string.Equals(row.Text("LogfileName"), Security, StringComparison.OrdinalIgnoreCase)))
            facts.MayLack(new Gap(GapKind.Denied, Source, "the Security log isn't shown to this account"), new EventLogFact { Name = Security });
        return facts.Build();
    }

    /// <summary>Why nothing is written, however large the log may grow. A recording that doesn't hold the service contradicts nothing.</summary>
    private static Gap? Idle(ServiceState writer) => writer.IsDisabled.Value == true || writer.IsRunning.Value == false
        ? new Gap(GapKind.Unusable, $"root/cimv2:Win32_Service.Name={Service}", "the service that writes the logs is disabled or doesn't run, so the log's settings are those of no log")
        : null;

    /// <summary>In bytes; 0 where policy sets nothing.</summary>
    private static Reading<long?> Policy(RegistryRow? asked) => asked is null
        ? Reading<long?>.Unknown(new Gap(GapKind.NotCollected, Source, "the policy of logs other than Application, Security and System is not asked for"))
        : asked.Any(PolicySize).Then<long?>(
            size => size is >= 0 and <= LargestPolicy ? size * Kilobyte : null, new Gap(GapKind.Unusable, $"{asked.Source}\\{PolicySize}", "it is no size that the policy can have"));

    /// <summary>
    /// A limit that the log has outgrown is none. Policy goes before the log's own setting: where it sets less, or couldn't be read, the larger number isn't believed. A recording
    /// made before the policy was asked for says nothing of it.
    /// </summary>
    private static Reading<long?> MaxSize(Reading<long?> told, long? size, Reading<long?> policy)
    {
        if (told.Value < size)
            return Reading<long?>.Unknown(NoValue);
        if (told.IsKnown && policy.Value is > 0 && policy.Value < told.Value)
            return Reading<long?>.Unknown(new Gap(GapKind.Unusable, Source, $"MaxFileSize is {told.Value} bytes, and policy says {policy.Value}"));
        return policy.Gaps.All(gap => gap.Kind is GapKind.NotRecorded or GapKind.NotCollected) ? told : Reading<long?>.Unknown(policy.Gaps.ToArray());
    }

    private static LogRetention? Retention(long? days) => days switch
    {
        0 => LogRetention.OverwriteAsNeeded,
        >= 1 and <= 365 => LogRetention.OverwriteByAge,
        Never => LogRetention.NeverOverwrite,
        _ => null,
    };
}
