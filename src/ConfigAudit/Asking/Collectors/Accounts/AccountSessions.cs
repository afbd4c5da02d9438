using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>The sessions that one snapshot tells of: those of the moment, and those of the log, joined by their numbers.</summary>
internal static class AccountSessions
{
    public static IEnumerable<AccountSession> Of(Snapshot snapshot)
    {
        // A host's clock may be wrong; without its reading, it is taken to be right.
        var shift = snapshot.CollectedAt - snapshot.HostClock ?? TimeSpan.Zero;
        var now = snapshot.CollectedAt;
        var open = snapshot.Table.Set<LogonSessionFact>().Items;
        var logons = snapshot.Table.Set<LogonFact>().Items;
        foreach (var logon in logons)
        {
            if (Name(logon.Domain, logon.Account) is not { } account || (logon.StartedAt ?? logon.EndedAt) is not { } from)
                continue;
            var isOpen = logon.Ending == LogonEnding.NotSeen && open.Any(session => IsSame(session, logon));
            yield return new AccountSession
            {
                ComputerName = snapshot.ComputerName,
                Account = account,
                Kind = logon.Kind,
                From = from.Plus(shift),
                Until = isOpen && now is not null ? now.Value.In(from.Offset) : (logon.EndedAt ?? from).Plus(shift),
                ClientAddresses = logon.ClientAddresses,
                ClientNames = logon.ClientNames ?? Array.Empty<string>(),
            };
        }

        foreach (var session in open.Where(session => !logons.Any(logon => IsSame(session, logon))))
        {
            if (Name(session.Domain, session.Account) is not { } account || session.StartedAt is not { } from)
                continue;
            yield return new AccountSession
            {
                ComputerName = snapshot.ComputerName,
                Account = account,
                Kind = session.Kind,
                From = from.Plus(shift),
                Until = now?.In(from.Offset) ?? from.Plus(shift),
            };
        }
    }

    /// <summary>Why sessions may be missing among them: the host tells of some without their account, or without a time.</summary>
    public static IEnumerable<Gap> Unplaced(Snapshot snapshot)
    {
        var logons = snapshot.Table.Set<LogonFact>();
        var open = snapshot.Table.Set<LogonSessionFact>();
        if (logons.Items.Any(logon => Name(logon.Domain, logon.Account) is null || (logon.StartedAt ?? logon.EndedAt) is null))
        {
            yield return new Gap(
                GapKind.Unusable,
                LogonEvents.Source,
                new LocalText("ログオンのアカウント又は時刻が示されていない", "a logon is told of without its account or its time")
            );
        }

        if (
            open.Items.Any(session =>
                (Name(session.Domain, session.Account) is null || session.StartedAt is null)
                && !logons.Items.Any(logon => session.LogonId is not null && session.LogonId == logon.LogonId)
            )
        )
        {
            yield return new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_LogonSession",
                new LocalText("セッションのアカウント又は時刻が示されていない", "a session is told of without its account or its time")
            );
        }
    }

    /// <summary>One of them may be known by the other of an administrator's two numbers, so the beginning counts as well.</summary>
    private static bool IsSame(LogonSessionFact session, LogonFact logon) =>
        Same(session.Account, logon.Account)
        && Same(session.Domain, logon.Domain)
        && (
            session.LogonId == logon.LogonId
            || (session.Kind == logon.Kind && (session.StartedAt - logon.StartedAt)?.Duration() <= TimeSpan.FromSeconds(1))
        );

    private static string? Name(string? domain, string? account) => domain is null || account is null ? null : $"{domain}\\{account}";

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
