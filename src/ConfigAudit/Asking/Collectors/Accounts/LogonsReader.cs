using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of Win32_NTLogEvent to logon facts.</summary>
internal static class LogonsReader
{
    public static FactSet<LogonFact> NotAsked { get; } =
        new(
            Array.Empty<LogonFact>(),
            new[]
            {
                new Gap(
                    GapKind.NotCollected,
                    LogonEvents.Source,
                    new LocalText(
                        "ログオンの履歴は指定したときだけ読む。-LogonsSince を指定してください",
                        "logons are read from the log only on request: give -LogonsSince"
                    )
                ),
            }
        );

    public static FactSet<LogonFact> Read(Collection collection, CimAnswer answer, DateTimeOffset since)
    {
        var facts = new FactSetBuilder<LogonFact>();
        var events = answer
            .Rows.Select(LogonEvent.Read)
            .OfType<LogonEvent>()
            .OrderBy(each => each.At)
            .ThenBy(each => each.Record)
            .ToArray();
        var trail = new LogonTrail();
        foreach (var each in events)
            trail.Add(each);
        foreach (var logon in trail.Logons.Where(logon => logon.LastSeenAt >= since))
            facts.Add(logon.ToFact(collection.ComputerName));

        facts.MayLack(answer.Gap);
        if (events.Length < answer.Rows.Count)
        {
            facts.MayLack(Unusable(new LocalText("番号又は日時のないイベントがある", "an event has no number or no time")));
        }

        if (trail.HasUnplaced)
        {
            facts.MayLack(Unusable(new LocalText("誰のログオンか示さないイベントがある", "an event doesn't tell whose logon it is of")));
        }

        if (collection.Options.LogonsSince < since)
        {
            facts.MayLack(
                new Gap(
                    GapKind.NotSupported,
                    LogonEvents.Source,
                    new LocalText(
                        $"最大{LogonEvents.Longest.TotalDays:0}日分だけを読む",
                        $"at most {LogonEvents.Longest.TotalDays:0} days are read"
                    )
                )
            );
        }

        if (answer.Gap is null && !events.Any(each => each.At < since))
        {
            facts.MayLack(
                Unusable(
                    new LocalText(
                        "指定した期間より前のログオンがログにない。期間の始めの分が上書きされたか、記録されていない可能性がある",
                        "the log tells no logon from before the time asked for: what came first in that time may be overwritten, or not be logged"
                    )
                )
            );
        }

        if (events.LastOrDefault(each => each.Code == LogonEvents.Cleared) is { } cleared)
        {
            facts.MayLack(
                Unusable(
                    new LocalText(
                        $"ログが {cleared.At:yyyy-MM-dd HH:mm:ss zzz} に消去されている",
                        $"the log was cleared at {cleared.At:yyyy-MM-dd HH:mm:ss zzz}"
                    )
                )
            );
        }

        facts.Unread(
            Unusable(
                new LocalText("終了の記録がログにない。続いている可能性がある", "the log doesn't tell when it ended: it may be going on")
            ),
            nameof(LogonFact.EndedAt)
        );
        facts.Unread(
            Unusable(
                new LocalText(
                    "指定した期間より前に始まったか、開始の記録がログにない",
                    "it began before the time asked for, or the log lacks its beginning"
                )
            ),
            nameof(LogonFact.StartedAt),
            nameof(LogonFact.Kind),
            nameof(LogonFact.Sid),
            nameof(LogonFact.ClientAddresses)
        );
        facts.Unread(
            Unusable(new LocalText("イベントに値がない", "the event lacks it")),
            nameof(LogonFact.Account),
            nameof(LogonFact.Domain)
        );
        return facts.Build();
    }

    private static Gap Unusable(LocalText told) => new(GapKind.Unusable, LogonEvents.Source, told);
}
