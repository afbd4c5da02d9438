using System;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>A conversation with a mail server that came to nothing, and how.</summary>
internal sealed class MailException : Exception
{
    /// <param name="kind">How it ended.</param>
    /// <param name="told">What happened, for a person. What the server or the system said stays as it was said.</param>
    /// <param name="inner">What it came from.</param>
    public MailException(TlsAnswerKind kind, LocalText told, Exception? inner = null)
        : base(told.En, inner) => (Kind, Told) = (kind, told);

    public TlsAnswerKind Kind { get; }

    public LocalText Told { get; }

    /// <summary>The same of what was said under TLS.</summary>
    public LocalText UnderTls => new LocalText("TLSの中で: ", "under TLS: ").Then(Told);

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
