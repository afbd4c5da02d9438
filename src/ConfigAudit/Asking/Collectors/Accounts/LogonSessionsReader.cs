using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of Win32_LogonSession, joined with Win32_LoggedOnUser, to session facts.</summary>
internal static class LogonSessionsReader
{
    private const string SessionSource = "root/cimv2:Win32_LogonSession";
    private const string UserSource = "root/cimv2:Win32_LoggedOnUser";

    /// <summary>UAC makes its two sessions at once.</summary>
    private static readonly TimeSpan SameLogon = TimeSpan.FromSeconds(1);

    public static FactSet<LogonSessionFact> Read(Collection collection, CimAnswer sessions, CimAnswer users)
    {
        // A session belongs to one account. One that is told to belong to two belongs to nobody knows whom.
        var accounts = users
            .Rows.Select(row => (Id: row.Path("Dependent")?["LogonId"], Account: row.Path("Antecedent")))
            .Where(each => each.Id is not null && each.Account is not null)
            .GroupBy(each => each.Id!, each => each.Account!)
            .ToDictionary(session => session.Key, session => session.Distinct().Count() == 1 ? session.First() : null);

        var facts = new FactSetBuilder<LogonSessionFact>();
        foreach (
            var fact in sessions
                .Rows.Select(row => Read(collection, row, accounts))
                .Where(fact => !IsDesktop(fact))
                .OrderBy(fact => fact.StartedAt)
        )
        {
            if (!facts.Items.Any(seen => IsSameLogon(seen, fact)))
                facts.Add(fact);
        }

        facts.MayLack(sessions.Gap);
        facts.Unread(
            users.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    UserSource,
                    new LocalText(
                        "セッションのアカウントが示されないか、2つ示されている（ログオフ後に残るセッションなど）",
                        "the host names no account for the session, or two, as for one that lingers after log-off"
                    )
                ),
            nameof(LogonSessionFact.Account),
            nameof(LogonSessionFact.Domain)
        );
        facts.Unread(
            sessions.Gap ?? new Gap(GapKind.Unusable, SessionSource, new LocalText("値の応答がない", "the host gave no value")),
            nameof(LogonSessionFact.LogonId),
            nameof(LogonSessionFact.Kind),
            nameof(LogonSessionFact.StartedAt),
            nameof(LogonSessionFact.AuthenticationPackage)
        );
        return facts.Build();
    }

    private static LogonSessionFact Read(Collection collection, CimRow row, Dictionary<string, CimPath?> accounts)
    {
        // A text in WMI; a recording may hold a number.
        var id = row.Text("LogonId") ?? row.Number("LogonId")?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var account = id is not null && accounts.TryGetValue(id, out var found) ? found : null;
        return new LogonSessionFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{SessionSource}; {UserSource}",
            Account = account?["Name"],
            Domain = account?["Domain"],
            LogonId = id,
            Kind = row.Member<LogonKind>("LogonType"),
            StartedAt = row.Instant("StartTime"),
            AuthenticationPackage = row.Text("AuthenticationPackage"),
        };
    }

    /// <summary>
    /// The session classes tell no SID, so it takes the name and the package together. Unverified: that the package is always Negotiate.
    /// </summary>
    private static bool IsDesktop(LogonSessionFact fact) =>
        fact.Account is not null
        && DesktopAccounts.Has(fact.Account)
        && string.Equals(fact.AuthenticationPackage, "Negotiate", StringComparison.OrdinalIgnoreCase);

    private static bool IsSameLogon(LogonSessionFact a, LogonSessionFact b) =>
        a.Account is not null
        && a.Kind == b.Kind
        && a.StartedAt is not null
        && b.StartedAt - a.StartedAt <= SameLogon
        && string.Equals(a.Account, b.Account, StringComparison.OrdinalIgnoreCase)
        && string.Equals(a.Domain, b.Domain, StringComparison.OrdinalIgnoreCase);
}
