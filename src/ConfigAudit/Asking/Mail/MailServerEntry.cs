using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Mail;

/// <summary>A mail server that is to be asked.</summary>
/// <param name="Host">Its name, or an address.</param>
/// <param name="Services">What to ask there.</param>
internal sealed record MailServerEntry(string Host, IReadOnlyCollection<MailService> Services)
{
    /// <summary>The network zone that it stands in, as declared.</summary>
    public Zone? Zone { get; init; }

    /// <summary>What is wrong with the row that lists it; null for nothing. Without a service to ask it stays in the count, as one that
    /// wasn't asked.</summary>
    public LocalText? Mistake { get; init; }

    /// <summary>The ports that somebody named, or that MX records mean: there it ought to answer. The usual ones are tried besides, and may
    /// be shut.</summary>
    public IReadOnlyCollection<int> NamedPorts { get; init; } = Array.Empty<int>();

    /// <summary>The mail domains that it was found by.</summary>
    public IReadOnlyList<string> Domains { get; init; } = Array.Empty<string>();

    /// <summary>What MTA-STS of those domains asks of senders; null where that isn't known.</summary>
    public MtaStsMode? StsMode { get; init; }

    /// <summary>Entries of one host as one: its connections are limited together.</summary>
    /// <param name="entries">As they were listed.</param>
    /// <param name="problem">Told of a host that two entries put into two zones: nobody knows which is right, and it is judged in
    /// none.</param>
    public static IReadOnlyList<MailServerEntry> Join(IEnumerable<MailServerEntry> entries, Action<string, string> problem) =>
        entries.GroupBy(entry => HostName.Plain(entry.Host), StringComparer.Ordinal).Select(rows => One(rows.ToArray(), problem)).ToArray();

    private static MailServerEntry One(MailServerEntry[] rows, Action<string, string> problem)
    {
        var zones = rows.Select(row => row.Zone).OfType<Zone>().Distinct().ToArray();
        if (zones.Length > 1)
            problem(rows[0].Host, string.Join(", ", zones));
        return new MailServerEntry(rows[0].Host, rows.SelectMany(row => row.Services).Distinct().ToArray())
        {
            Zone = zones.Length == 1 ? zones[0] : null,
            NamedPorts = rows.SelectMany(row => row.NamedPorts).Distinct().ToArray(),
            Domains = rows.SelectMany(row => row.Domains).Distinct().ToArray(),
            StsMode = Strictest(rows.Select(row => row.StsMode).ToArray()),
            Mistake = rows.Select(row => row.Mistake).OfType<LocalText>().ToArray() is { Length: > 0 } mistakes
                ? LocalText.Join(mistakes)
                : null,
        };
    }

    /// <summary>One domain that enforces decides; that none does, only all of them.</summary>
    private static MtaStsMode? Strictest(MtaStsMode?[] modes) =>
        modes.Contains(MtaStsMode.Enforce) ? MtaStsMode.Enforce
        : modes.Contains(null) ? null
        : modes.Max();
}
