using System;
using System.Collections.Generic;
using System.Net;
using ConfigAudit.Asking.Mail.Domains;

namespace ConfigAudit.Asking.Mail;

/// <summary>A service of a mail server.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="IsImplicit">TLS from the start, without STARTTLS.</param>
/// <param name="ServerName">The name that it is asked by, for its certificate; an address where there is no name.</param>
internal sealed record MailEndpoint(IPEndPoint Address, MailProtocol Protocol, bool IsImplicit, string ServerName)
{
    /// <summary>The mail domains that the server was found by; none where it was named.</summary>
    public IReadOnlyList<string> Domains { get; init; } = Array.Empty<string>();

    /// <summary>The strictest that the MTA-STS of those domains asks of senders; null where that isn't known.</summary>
    public MtaStsMode? StsMode { get; init; }

    public override string ToString() => $"{ServerName}:{Address.Port}";
}
