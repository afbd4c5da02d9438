using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>How what others wrote of the organisation's mail is read.</summary>
/// <param name="Own">What is the organisation's own.</param>
/// <param name="Suites">The suites that have a name, with their grades.</param>
/// <param name="Now">The moment of reading.</param>
internal sealed record OutboundOptions(OwnHosts Own, IReadOnlyList<TlsSuite> Suites, DateTimeOffset Now)
{
    /// <summary>What is older tells nothing of today.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromDays(180);

    /// <summary>The network zone that the sending server is declared to stand in.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Clocks differ, and so do those who write the time of a report.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromDays(1);
}
