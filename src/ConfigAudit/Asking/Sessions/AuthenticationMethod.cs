namespace ConfigAudit.Asking.Sessions;

/// <summary>How this side shows who it is.</summary>
public enum AuthenticationMethod
{
    /// <summary>What suits the protocol: Negotiate; a certificate when one is given.</summary>
    Default,

    /// <summary>Kerberos, else NTLM (RFC 4559).</summary>
    Negotiate,

    /// <summary>Kerberos alone. Through Windows' own management infrastructure only.</summary>
    Kerberos,

    /// <summary>Name and password (RFC 7617). Over HTTPS, or over plain HTTP where that is allowed explicitly.</summary>
    Basic,

    /// <summary>A client certificate, over HTTPS.</summary>
    Certificate,
}
