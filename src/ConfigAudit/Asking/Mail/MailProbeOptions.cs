using System;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Asking.Mail.Domains;

namespace ConfigAudit.Asking.Mail;

/// <summary>How mail services are asked.</summary>
internal sealed record MailProbeOptions
{
    /// <summary>A little more than servers count connections by.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromSeconds(61);

    /// <summary>The longest that one connection may take, from its greeting on; a greeting may take four times as long.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that one service may take.</summary>
    public TimeSpan Service { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many connections to one host at once: mail servers throttle. Eight times as many may wait for their greetings
    /// meanwhile, where those are late.</summary>
    public int InFlight { get; init; } = 4;

    /// <summary>How long to wait for a server that has no room for one connection, and had for others: it counts them by the
    /// minute.</summary>
    public TimeSpan RateUnit { get; init; } = Minute;

    /// <summary>Who looks up what DNS says of servers' certificates; null where DNS isn't to be asked.</summary>
    public DomainLookup? Dane { get; init; }

    /// <summary>Whom to ask for the addresses of hosts.</summary>
    public DomainLookupOptions Names { get; init; } = new();

    /// <summary>Authorities to trust besides this computer's.</summary>
    public X509Certificate2Collection Trusted { get; init; } = new();
}
