using System;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>A conversation with a mail server that came to nothing, and how.</summary>
internal sealed class MailException : Exception
{
    public MailException(TlsAnswerKind kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    public TlsAnswerKind Kind { get; }

    /// <summary>Whether the server ended the connection before it said anything, as one does that has no room.</summary>
    public bool IsMute { get; init; }

    /// <summary>The kind of gap that it leaves.</summary>
    public GapKind GapKind =>
        Kind switch
        {
            TlsAnswerKind.Late => GapKind.Timeout,
            TlsAnswerKind.Unreachable or TlsAnswerKind.Closed => GapKind.Unreachable,
            TlsAnswerKind.Limited => GapKind.Busy,
            _ => GapKind.Unusable,
        };
}
