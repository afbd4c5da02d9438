using System;
using System.Collections.Generic;
using System.Globalization;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>A logon while its events are read.</summary>
internal sealed class Logon
{
    private readonly List<string> _clientAddresses = new();
    private readonly List<string> _clientNames = new();

    public ulong Id { get; init; }

    public string? Sid { get; init; }

    public string? Account { get; init; }

    public string? Domain { get; init; }

    public LogonKind? Kind { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public LogonEnding Ending { get; private set; }

    /// <summary>The time of the last event that tells of it. One that isn't seen to end is seen for ever.</summary>
    public DateTimeOffset LastSeenAt =>
        EndedAt ?? (Ending == LogonEnding.NotSeen ? DateTimeOffset.MaxValue : StartedAt ?? DateTimeOffset.MaxValue);

    public void From(string? address, string? name)
    {
        Note(_clientAddresses, address);
        Note(_clientNames, name);
    }

    /// <summary>The user's own log-off is when a person left; the tokens go a little later.</summary>
    public void End(LogonEvent end)
    {
        if (Ending == LogonEnding.LoggedOff)
            return;
        Ending = end.Code == LogonEvents.UserLogOff ? LogonEnding.LoggedOff : LogonEnding.Closed;
        EndedAt = end.At;
    }

    public void EndByRestart()
    {
        if (Ending == LogonEnding.NotSeen)
            Ending = LogonEnding.Restarted;
    }

    public LogonFact ToFact(string computerName) =>
        new()
        {
            ComputerName = computerName,
            Source = LogonEvents.Source,
            Account = Account,
            Domain = Domain,
            Sid = Sid,
            LogonId = Id.ToString(CultureInfo.InvariantCulture),
            Kind = Kind,
            StartedAt = StartedAt,
            EndedAt = EndedAt,
            Ending = Ending,
            // Of one whose beginning wasn't seen, a client isn't known unless a reconnection tells one.
            ClientAddresses = StartedAt is null && _clientAddresses.Count == 0 ? null : _clientAddresses,
            ClientNames = _clientNames,
        };

    private static void Note(List<string> clients, string? client)
    {
        if (client is not null && !clients.Contains(client))
            clients.Add(client);
    }
}
