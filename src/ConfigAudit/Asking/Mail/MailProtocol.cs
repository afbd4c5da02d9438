namespace ConfigAudit.Asking.Mail;

/// <summary>The protocols of mail servers.</summary>
public enum MailProtocol : long
{
    /// <summary>SMTP (RFC 5321): ports 25 and 587, and 465 under TLS from the start (RFC 8314).</summary>
    Smtp,

    /// <summary>IMAP (RFC 9051): port 143, and 993 under TLS from the start.</summary>
    Imap,

    /// <summary>POP3 (RFC 1939): port 110, and 995 under TLS from the start.</summary>
    Pop3,
}
