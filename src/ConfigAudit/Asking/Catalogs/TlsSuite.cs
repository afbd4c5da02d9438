namespace ConfigAudit.Asking.Catalogs;

/// <summary>A cipher suite, and what each source thinks of it. They disagree, so which one decides is a baseline's parameter.</summary>
/// <param name="Code">IANA's number.</param>
/// <param name="Name">IANA's name.</param>
internal sealed record TlsSuite(int Code, string Name)
{
    public CryptrecGrade Cryptrec { get; init; }

    /// <summary>Null where it isn't known.</summary>
    public IpaGrade? Ipa { get; init; }

    public NcscGrade Ncsc { get; init; }

    /// <summary>Whether it is one of TLS 1.3, which works with no other version: RFC 8446 and 0x13 in general, RFC 9150 (without
    /// encryption), RFC 8998 and RFC 9367.</summary>
    public bool IsOfTls13 => Code >> 8 == 0x13 || Code is 0xC0B4 or 0xC0B5 or 0x00C6 or 0x00C7 or (>= 0xC103 and <= 0xC106);
}
