using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>How mail domains are looked up.</summary>
internal sealed record DomainLookupOptions
{
    /// <summary>The servers of DNS to ask, in this order; those of this computer where there are none.</summary>
    public IReadOnlyList<IPEndPoint> DnsServers { get; init; } = Array.Empty<IPEndPoint>();

    /// <summary>The longest that one question, or one policy, may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether policies are asked for over HTTPS. Their hosts are found by the servers of DNS that are named here, else by this
    /// computer's own; a proxy of this computer is used.</summary>
    public bool AskHttps { get; init; }

    /// <summary>Authorities to trust besides this computer's.</summary>
    public X509Certificate2Collection Trusted { get; init; } = new();

    /// <summary>Where the policy of a domain stands (RFC 8461 §3.3). Tests alone say otherwise: port 443 isn't theirs.</summary>
    internal Func<string, Uri> PolicyOf { get; init; } = domain => new Uri($"https://mta-sts.{domain}/.well-known/mta-sts.txt");
}
