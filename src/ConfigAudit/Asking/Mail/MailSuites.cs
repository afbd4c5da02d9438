using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail;

/// <summary>The suites that are asked for, and the facts of those that a server accepts.</summary>
internal sealed class MailSuites
{
    private readonly Dictionary<int, TlsSuite> _byCode;

    public MailSuites(IReadOnlyList<TlsSuite> all) => (All, _byCode) = (all, all.ToDictionary(suite => suite.Code));

    public IReadOnlyList<TlsSuite> All { get; }

    /// <summary>IANA's name; the number for what the catalogue lacks.</summary>
    public string Name(int code) => _byCode.TryGetValue(code, out var suite) ? suite.Name : $"0x{code:X4}";

    /// <summary>Those of the suites whose name has one of these parts.</summary>
    public int[] Named(IEnumerable<int> codes, params string[] parts) =>
        codes.Where(code => parts.Any(part => Name(code).IndexOf(part, StringComparison.Ordinal) >= 0)).ToArray();

    /// <summary>Those of the newest version that has any.</summary>
    /// <param name="versions">The oldest first.</param>
    /// <param name="parts">Of their names.</param>
    public (TlsVersion Version, int[] Suites)? Newest(IEnumerable<VersionAnswer> versions, params string[] parts) =>
        versions
            .Select(version => ((TlsVersion, int[] Suites)?)(version.Version, Named(version.Suites, parts)))
            .LastOrDefault(each => each!.Value.Suites.Length > 0);

    public IEnumerable<MailSuiteFact> Facts(MailServiceFact service, IEnumerable<VersionAnswer> found, IEnumerable<int> ssl2) =>
        found
            .SelectMany(version =>
                version.Suites.Select(code =>
                    Fact(service, version.Version, Name(code), _byCode.TryGetValue(code, out var suite) ? suite : null) with
                    {
                        Rank = Rank(version.Preference, code),
                    }
                )
            )
            .Concat(ssl2.Select(kind => Fact(service, TlsVersion.Ssl2, $"SSL2 0x{kind:X6}", null)));

    private static MailSuiteFact Fact(MailServiceFact service, TlsVersion version, string name, TlsSuite? suite) =>
        new()
        {
            ComputerName = service.ComputerName,
            Source = service.Source,
            Address = service.Address,
            Port = service.Port,
            Version = version,
            Suite = name,
            // What no list has is in none of them.
            Cryptrec = suite?.Cryptrec ?? CryptrecGrade.NotListed,
            Ipa = suite?.Ipa,
            Ncsc = suite?.Ncsc ?? NcscGrade.Insufficient,
        };

    private static long? Rank(IReadOnlyList<int>? preference, int code)
    {
        var place = preference?.TakeWhile(each => each != code).Count();
        return place < preference?.Count ? place + 1 : null;
    }
}
