namespace ConfigAudit.FleetSimulator.Faults;

/// <summary>What can go wrong with a host.</summary>
public enum Fault
{
    None,

    /// <summary>Nobody listens.</summary>
    Refused,

    /// <summary>HTTP 401.</summary>
    Unauthorized,

    /// <summary>HTTP 503.</summary>
    Unavailable,

    /// <summary>The request is taken, and nothing comes back.</summary>
    Hang,

    /// <summary>Half an answer comes, and then nothing.</summary>
    HangInBody,

    /// <summary>An answer comes, a byte every tenth of a second.</summary>
    Drip,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>The connection ends in the middle of the answer.</summary>
    CutOff,

    /// <summary>The HTTP is whole, the XML ends in the middle.</summary>
    TruncatedXml,

    /// <summary>Bytes that are no XML.</summary>
    Garbage,

    /// <summary>A web page.</summary>
    WrongContentType,

    /// <summary>HTTP 500 without a body.</summary>
    EmptyError,

    /// <summary>The quota fault of WinRM (0x803381A6).</summary>
    Quota,

    /// <summary>A quota, told by a CIM error with the code inside and a status beside it.</summary>
    QuotaAsCimError,

    /// <summary>Every query is one that can't be processed (0x8033801A), whatever it asks: what a class that isn't there is told by, and
    /// says nothing here.</summary>
    NoFilter,

    /// <summary>The fault of WinRM for an answer that doesn't fit the envelope (0x80338048), until few elements are asked for.</summary>
    TooLarge,

    /// <summary>WMI's access denied, as WinRM tells it: Windows' own code 5.</summary>
    AccessDenied,

    /// <summary>The answer to another question.</summary>
    AnotherAnswer,

    /// <summary>An enumeration that never ends.</summary>
    Endless,

    /// <summary>An enumeration that never ends and never holds anything.</summary>
    EndlessEmpty,

    /// <summary>200 MB.</summary>
    Flood,

    /// <summary>200 MB, without saying so first.</summary>
    FloodInChunks,

    /// <summary>Elements a hundred thousand deep.</summary>
    Deep,

    /// <summary>Entities that expand to gigabytes.</summary>
    Entities,

    /// <summary>TLS: the certificate has expired.</summary>
    ExpiredCertificate,

    /// <summary>TLS: the certificate is another host's.</summary>
    OtherHostsCertificate,

    /// <summary>TLS: the certificate is signed by itself.</summary>
    SelfSignedCertificate,
}
