using System;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

/// <summary>A conversation with a mail server that came to nothing, and how.</summary>
internal sealed class MailException : Exception
{
    public MailException(TlsAnswerKind kind, string message, Exception? inner = null)
        : base(message, inner) =>
        Kind = kind;

    public TlsAnswerKind Kind { get; }
}
