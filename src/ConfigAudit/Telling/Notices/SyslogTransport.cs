namespace ConfigAudit.Telling.Notices;

/// <summary>How syslog messages travel.</summary>
public enum SyslogTransport
{
    /// <summary>Datagrams (RFC 5426), by default to port 514. Nobody knows whether they arrive.</summary>
    Udp,

    /// <summary>A connection, with the length before each message (RFC 6587 §3.4.1), by default to port 514.</summary>
    Tcp,

    /// <summary>The same over TLS (RFC 5425), by default to port 6514.</summary>
    Tls,
}
