using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Mail;

/// <summary>A port of a mail server, and what is spoken there.</summary>
/// <param name="Port">TCP.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="IsImplicit">TLS from the start, without STARTTLS.</param>
internal sealed record MailService(int Port, MailProtocol Protocol, bool IsImplicit)
{
    /// <summary>IANA's service names smtp, submission, submissions, imap, imaps, pop3, pop3s (RFC 5321, 6409, 8314).</summary>
    private static readonly Dictionary<int, MailService> Known = new()
    {
        [25] = new(25, MailProtocol.Smtp, false),
        [587] = new(587, MailProtocol.Smtp, false),
        [465] = new(465, MailProtocol.Smtp, true),
        [143] = new(143, MailProtocol.Imap, false),
        [993] = new(993, MailProtocol.Imap, true),
        [110] = new(110, MailProtocol.Pop3, false),
        [995] = new(995, MailProtocol.Pop3, true),
    };

    /// <summary>What ports in one cell may stand apart by.</summary>
    public static readonly char[] PortSeparators = { ' ', ',', ';' };

    public static IReadOnlyList<int> UsualPorts { get; } = Known.Keys.ToArray();

    /// <summary>What is usual at the port, unless another protocol is told; null when neither says.</summary>
    /// <param name="port">TCP.</param>
    /// <param name="protocol">As told.</param>
    /// <param name="isImplicit">As told; it counts where the port isn't a usual one of that protocol.</param>
    public static MailService? Of(int port, MailProtocol? protocol, bool isImplicit)
    {
        if (Known.TryGetValue(port, out var known) && (protocol is null || protocol == known.Protocol))
            return known;
        return protocol is null ? null : new MailService(port, protocol.Value, isImplicit);
    }
}
