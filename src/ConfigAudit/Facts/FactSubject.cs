namespace ConfigAudit.Facts;

/// <summary>What a fact, and so a snapshot and a check, is about.</summary>
public enum FactSubject
{
    /// <summary>A Windows host, by what it tells of itself.</summary>
    Host,

    /// <summary>A mail server, by what it answers over the network.</summary>
    MailServer,

    /// <summary>A mail domain, by what DNS and its policy say.</summary>
    MailDomain,

    /// <summary>The mail that an organisation sends, by what other servers wrote of it.</summary>
    MailSender,

    /// <summary>The organisation, by the registers that it keeps and what it attests.</summary>
    Organisation,

    /// <summary>A host, held against the registers of the organisation.</summary>
    RegisteredHost,
}
