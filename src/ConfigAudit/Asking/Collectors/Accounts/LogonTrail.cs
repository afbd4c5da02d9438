using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Joins the events of each logon, in the order of time.</summary>
internal sealed class LogonTrail
{
    /// <summary>UAC makes its two tokens at once. Events before Windows 10 don't say which belong together.</summary>
    private static readonly TimeSpan SameLogon = TimeSpan.FromSeconds(1);

    /// <summary>Both tokens go within moments.</summary>
    private static readonly TimeSpan SameEnd = TimeSpan.FromMinutes(1);

    private readonly List<Logon> _logons = new();

    /// <summary>By the number of each of their tokens. Ended ones stay until Windows starts again and numbers begin anew.</summary>
    private readonly Dictionary<ulong, Logon> _byId = new();

    public IReadOnlyList<Logon> Logons => _logons;

    /// <summary>Whether an event lacks what would tell of whose logon, or of which, it is: it may be anybody's.</summary>
    public bool HasUnplaced { get; private set; }

    public void Add(LogonEvent each)
    {
        switch (each.Code)
        {
            case LogonEvents.LogOn:
                LogOn(each);
                break;
            case LogonEvents.LogOff or LogonEvents.UserLogOff:
                LogOff(each);
                break;
            case LogonEvents.Reconnect:
                Reconnect(each);
                break;
            case LogonEvents.Start:
                Restart();
                break;
        }
    }

    /// <summary>4624: 4 SID, 5 name, 6 domain, 7 logon, 8 type, 18 address; from version 2 on, 25 the linked logon.</summary>
    private void LogOn(LogonEvent each)
    {
        HasUnplaced |=
            Number(each, 8) is null
            || (Kind(each, 8) is not null && (each.Text(4) is null || (IsPerson(each.Text(4)) && each.LogonId(7) is null)));
        if (Kind(each, 8) is not { } kind || !IsPerson(each.Text(4)) || each.LogonId(7) is not { } id)
            return;
        var logon = Linked(each) ?? Twin(each, kind);
        if (logon is null)
        {
            logon = new Logon
            {
                Id = id,
                Sid = each.Text(4),
                Account = each.Text(5),
                Domain = each.Text(6),
                Kind = kind,
                StartedAt = each.At,
            };
            _logons.Add(logon);
        }

        logon.From(each.Client(18), null);
        _byId[id] = logon;
    }

    /// <summary>4634: 0 SID, 1 name, 2 domain, 3 logon, 4 type. 4647, of interactive logons alone: the same without the type.</summary>
    private void LogOff(LogonEvent each)
    {
        HasUnplaced |= each.LogonId(3) is null;
        if (each.LogonId(3) is not { } id)
            return;
        if (Known(id) is { } logon && (logon.Sid is null || Same(logon.Sid, each.Text(0))))
        {
            logon.End(each);
            return;
        }

        var kind = each.Code == LogonEvents.LogOff ? Kind(each, 4) : null;
        if ((each.Code == LogonEvents.LogOff && kind is null) || !IsPerson(each.Text(0)))
            return;
        logon = _logons.LastOrDefault(other =>
            other.StartedAt is null && Same(other.Sid, each.Text(0)) && each.At - other.EndedAt <= SameEnd
        );
        if (logon is null)
        {
            _logons.Add(
                logon = new Logon
                {
                    Id = id,
                    Sid = each.Text(0),
                    Account = each.Text(1),
                    Domain = each.Text(2),
                    Kind = kind,
                }
            );
        }

        logon.End(each);
        _byId[id] = logon;
    }

    /// <summary>4778: 0 name, 1 domain, 2 logon, 4 client's name, 5 client's address.</summary>
    private void Reconnect(LogonEvent each)
    {
        HasUnplaced |= each.LogonId(2) is null;
        if (each.LogonId(2) is not { } id)
            return;
        if (Known(id) is not { } logon)
        {
            logon = new Logon
            {
                Id = id,
                Account = each.Text(0),
                Domain = each.Text(1),
            };
            _logons.Add(logon);
            _byId[id] = logon;
        }

        var address = each.Client(5);
        // At the host's own screen, the name is its own or says that there is none.
        logon.From(address, address is null ? null : each.Text(4));
    }

    private void Restart()
    {
        foreach (var logon in _logons)
            logon.EndByRestart();
        _byId.Clear();
    }

    private Logon? Known(ulong? id) => id is not null && _byId.TryGetValue(id.Value, out var logon) ? logon : null;

    private Logon? Linked(LogonEvent each) => Known(each.LogonId(25)) is { } logon && IsSameLogon(logon, each) ? logon : null;

    private Logon? Twin(LogonEvent each, LogonKind kind) =>
        each.LogonId(25) is null
        && _logons.Count > 0
        && _logons[_logons.Count - 1] is var last
        && last.Kind == kind
        && IsSameLogon(last, each)
            ? last
            : null;

    /// <summary>The log may lack the start of Windows after which numbers began anew, so a number alone isn't taken for the same
    /// logon.</summary>
    private static bool IsSameLogon(Logon logon, LogonEvent each) =>
        logon.Ending == LogonEnding.NotSeen && Same(logon.Sid, each.Text(4)) && each.At - logon.StartedAt <= SameLogon;

    /// <summary>Null for a logon that no person makes, of another kind.</summary>
    private static LogonKind? Kind(LogonEvent each, int index) => Members.Of<LogonKind>(Number(each, index));

    private static long? Number(LogonEvent each, int index) =>
        int.TryParse(each.Text(index), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Accounts of hosts and domains (S-1-5-21) and of Entra ID (S-1-12-1); the desktop's own and the system's log on
    /// interactively too.</summary>
    private static bool IsPerson(string? sid) =>
        sid is not null
        && (
            sid.StartsWith("S-1-5-21-", StringComparison.OrdinalIgnoreCase)
            || sid.StartsWith("S-1-12-1-", StringComparison.OrdinalIgnoreCase)
        );

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
