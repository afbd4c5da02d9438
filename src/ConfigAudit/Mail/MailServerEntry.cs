using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Targets;

namespace ConfigAudit.Mail;

/// <summary>A mail server that is to be asked.</summary>
/// <param name="Host">Its name, or an address.</param>
/// <param name="Services">What to ask there.</param>
internal sealed record MailServerEntry(string Host, IReadOnlyCollection<MailService> Services)
{
    /// <summary>The network zone that it stands in, as declared.</summary>
    public Zone? Zone { get; init; }

    /// <summary>What is wrong with the row that lists it; null for nothing. Without a service to ask it stays in the count, as one that wasn't asked.</summary>
    public string? Mistake { get; init; }

    /// <summary>Entries of one host as one: its connections are limited together.</summary>
    public static IReadOnlyList<MailServerEntry> Join(IEnumerable<MailServerEntry> entries) => entries
        .GroupBy(entry => HostName.Plain(entry.Host), StringComparer.Ordinal)
        .Select(rows => new MailServerEntry(rows.First().Host, rows.SelectMany(row => row.Services).Distinct().ToArray()) { Zone = rows.Select(row => row.Zone).FirstOrDefault(zone => zone is not null), Mistake = rows.Select(row => row.Mistake).FirstOrDefault(mistake => mistake is not null) })
        .ToArray();
}
