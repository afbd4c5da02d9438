namespace ConfigAudit.Catalogs;

/// <summary>A cipher suite, and what each source thinks of it. They disagree, so which one decides is a baseline's parameter.</summary>
/// <param name="Code">IANA's number.</param>
/// <param name="Name">IANA's name.</param>
internal sealed record TlsSuite(int Code, string Name)
{
    public CryptrecGrade Cryptrec { get; init; }

    /// <summary>Null where it isn't known.</summary>
    public IpaGrade? Ipa { get; init; }

    public NcscGrade Ncsc { get; init; }
}
