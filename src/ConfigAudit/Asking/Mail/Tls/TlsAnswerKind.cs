namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>How a server answered a ClientHello. Only the first two say something of the suites that it offered.</summary>
internal enum TlsAnswerKind
{
    /// <summary>A ServerHello.</summary>
    Accepted,

    /// <summary>A fatal alert.</summary>
    Refused,

    /// <summary>The end of the stream, or a reset: some servers refuse that way, and busy ones behave the same.</summary>
    Ended,

    /// <summary>The server said before TLS that it has no room (421 and the like), and said so again after waiting.</summary>
    Limited,

    /// <summary>STARTTLS isn't offered, or is refused.</summary>
    NotOffered,

    /// <summary>No answer in time.</summary>
    Late,

    /// <summary>What came is no TLS, or more than is read.</summary>
    Broken,

    /// <summary>No connection: whether something listens isn't known.</summary>
    Unreachable,

    /// <summary>The connection was refused: nothing listens there.</summary>
    Closed,
}
