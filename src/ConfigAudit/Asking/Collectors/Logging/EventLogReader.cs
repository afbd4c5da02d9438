using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Rows of Win32_NTEventlogFile to log facts.</summary>
internal static class EventLogReader
{
    private const string Source = "root/cimv2:Win32_NTEventlogFile";
    private const string Security = "Security";

    private const long Never = 4294967295;
    private const string PolicySize = "MaxSize";
    private const long Kilobyte = 1024;

    /// <summary>The policies of the classic logs (EventLog.admx), by the log's name.</summary>
    public static IReadOnlyList<(string Name, RegistryQuery Query)> Policies { get; } =
        new[] { "Application", Security, "System" }
            .Select(name =>
                (
                    name,
                    new RegistryQuery(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\EventLog").Below(name))
                    {
                        Numbers = new[] { PolicySize },
                    }
                )
            )
            .ToArray();

    /// <summary>
    /// By how much a log that is full may be larger than its limit. It is written in chunks of 64 KiB behind a header of 4 KiB, and is
    /// regularly one header and one chunk larger:
    /// 21,041,152 bytes where the limit is 20,971,520.
    /// </summary>
    private const long Overrun = 128 * Kilobyte;

    /// <summary>The policy's own range (EventLog.admx), in KB.</summary>
    private const long LargestPolicy = int.MaxValue;

    private static readonly Gap NoValue = new(
        GapKind.Unusable,
        Source,
        new LocalText("あり得る値の応答がない", "the host gave no value that can be true")
    );

    public static FactSet<EventLogFact> Read(Collection collection, CimAnswer answer, IReadOnlyList<RegistryRow> policies, LogWriter writer)
    {
        var facts = new FactSetBuilder<EventLogFact>();
        var nothing = answer.Gap ?? NoValue;
        foreach (var row in answer.Rows)
        {
            var (name, size) = (row.Text("LogfileName"), row.Number("FileSize"));
            var asked = Policies
                .Zip(policies, (policy, key) => (policy.Name, key))
                .FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase))
                .key;
            var policy = Policy(asked);
            facts.Add(
                new EventLogFact
                {
                    ComputerName = collection.ComputerName,
                    Source = asked is null ? Source : $"{Source}; {asked.Source}",
                    Name = facts.Known(
                        nameof(EventLogFact.Name),
                        Reading<string>.Of(string.IsNullOrWhiteSpace(name) ? null : name, nothing)
                    ),
                    MaxSize = facts.Known(nameof(EventLogFact.MaxSize), MaxSize(writer.Limit(Told(answer, row, nothing)), size, policy)),
                    PolicyMaxSize = facts.Known(nameof(EventLogFact.PolicyMaxSize), policy),
                    Size = facts.Known(nameof(EventLogFact.Size), Reading<long?>.Of(size, nothing)),
                    Records = facts.Known(nameof(EventLogFact.Records), Reading<long?>.Of(row.Number("NumberOfRecords"), nothing)),
                    Retention = facts.Known(
                        nameof(EventLogFact.Retention),
                        Reading<LogRetention?>.Of(Retention(row.Number("OverwriteOutDated")), nothing)
                    ),
                }
            );
        }

        facts.MayLack(answer.Gap);
        // Every Windows has a Security log; one that doesn't show it doesn't show it to this account.
        if (
            answer.Gap is null
            && !answer.Rows.Any(row => string.Equals(row.Text("LogfileName"), Security, StringComparison.OrdinalIgnoreCase))
        )
        {
            facts.MayLack(
                new Gap(
                    GapKind.Denied,
                    Source,
                    new LocalText("このアカウントにはセキュリティログが示されない", "the Security log isn't shown to this account")
                ),
                new EventLogFact { Name = Security }
            );
        }

        return facts.Build();
    }

    /// <summary>A limit is a number of bytes above none, and one log has one.</summary>
    private static Reading<long?> Told(CimAnswer answer, CimRow row, Gap nothing)
    {
        var name = row.Text("LogfileName");
        var limits = answer
            .Rows.Where(other => string.Equals(other.Text("LogfileName"), name, StringComparison.OrdinalIgnoreCase))
            .Select(other => other.Number("MaxFileSize")?.ToString(CultureInfo.InvariantCulture) ?? "not told")
            .Distinct()
            .ToArray();
        return limits.Length > 1
            ? Reading<long?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Source,
                    new LocalText(
                        $"ログ {name} が複数示され、MaxFileSize が {string.Join(" と ", limits)} で食い違う",
                        $"the host tells of the log {name} more than once, and MaxFileSize is {string.Join(" and ", limits)}"
                    )
                )
            )
            : Reading<long?>.Of(row.Number("MaxFileSize") is > 0 and var limit ? limit : null, nothing);
    }

    /// <summary>In bytes; 0 where policy sets nothing.</summary>
    private static Reading<long?> Policy(RegistryRow? asked) =>
        asked is null
            ? Reading<long?>.Unknown(
                new Gap(
                    GapKind.NotCollected,
                    Source,
                    new LocalText(
                        "Application、Security、System以外のログのポリシーは調べない",
                        "the policy of logs other than Application, Security and System is not asked for"
                    )
                )
            )
            : asked
                .Any(PolicySize)
                .Then<long?>(
                    size => size is >= 0 and <= LargestPolicy ? size * Kilobyte : null,
                    new Gap(
                        GapKind.Unusable,
                        $"{asked.Source}\\{PolicySize}",
                        new LocalText("ポリシーに設定できる大きさではない", "it is no size that the policy can have")
                    )
                );

    /// <summary>
    /// A log that is larger than its limit had a larger one, which was lowered: the log is made smaller only when it is cleared, and the
    /// limit is what it is set to. Only where policy
    /// demands more, or the log is larger than 32 bits can tell, it isn't believed: the log may rather follow policy, or a limit of which
    /// 32 bits hold the rest. Policy goes before the
    /// log's own setting: where it sets less, or couldn't be read, the larger number isn't believed. A recording made before the policy was
    /// asked for says nothing of it.
    /// </summary>
    private static Reading<long?> MaxSize(Reading<long?> told, long? size, Reading<long?> policy)
    {
        if (told.Value + Overrun < size && (policy.Value > told.Value || (size > uint.MaxValue && policy.Value != told.Value)))
        {
            return Contradiction(
                told,
                policy.Value is > 0
                    ? new LocalText($"FileSize は {size}、ポリシーは {policy.Value}", $"FileSize is {size}, and policy says {policy.Value}")
                    : new LocalText($"FileSize は {size}", $"FileSize is {size}")
            );
        }

        if (told.IsKnown && policy.Value is > 0 && policy.Value < told.Value)
            return Contradiction(told, new LocalText($"ポリシーは {policy.Value}", $"policy says {policy.Value}"));
        return policy.Gaps.All(gap => gap.Kind is GapKind.NotRecorded or GapKind.NotCollected)
            ? told
            : Reading<long?>.Unknown(policy.Gaps.ToArray());
    }

    private static Reading<long?> Contradiction(Reading<long?> told, LocalText other) =>
        Reading<long?>.Unknown(
            new Gap(
                GapKind.Unusable,
                Source,
                new LocalText($"MaxFileSize は {told.Value} バイトだが、{other.Ja}", $"MaxFileSize is {told.Value} bytes, and {other.En}")
            )
        );

    private static LogRetention? Retention(long? days) =>
        days switch
        {
            0 => LogRetention.OverwriteAsNeeded,
            >= 1 and <= 365 => LogRetention.OverwriteByAge,
            Never => LogRetention.NeverOverwrite,
            _ => null,
        };
}
