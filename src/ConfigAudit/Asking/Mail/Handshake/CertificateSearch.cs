using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>Finds every certificate that a server shows in the open, before TLS 1.3: by suites, and in TLS 1.2 by the ways to sign that the
/// client takes.</summary>
internal sealed class CertificateSearch
{
    private readonly Func<ClientHello, CancellationToken, Task<TlsAnswer>> _ask;
    private readonly Func<CancellationToken, Task<bool>> _isAlive;
    private readonly MailSuites _suites;
    private readonly CertificateChains _chains;

    /// <param name="ask">The server's whole answer to a hello.</param>
    /// <param name="isAlive">Whether it answers still.</param>
    /// <param name="suites">Their names.</param>
    /// <param name="chains">Takes the certificates in.</param>
    public CertificateSearch(
        Func<ClientHello, CancellationToken, Task<TlsAnswer>> ask,
        Func<CancellationToken, Task<bool>> isAlive,
        MailSuites suites,
        CertificateChains chains
    ) => (_ask, _isAlive, _suites, _chains) = (ask, isAlive, suites, chains);

    /// <param name="older">The versions accepted; the oldest first.</param>
    /// <param name="first">The version that was asked already, and what it answered.</param>
    /// <param name="source">Whom.</param>
    /// <param name="token">The deadline.</param>
    public async Task AskAsync(
        IReadOnlyList<VersionAnswer> older,
        (TlsVersion Version, TlsAnswer Answer) first,
        string source,
        CancellationToken token
    )
    {
        _chains.Add(first.Answer.Certificates, source);
        var families = older
            .Reverse()
            .SelectMany(version => version.Suites.Select(suite => (version.Version, Suite: suite)))
            .GroupBy(each => Family(_suites.Name(each.Suite)))
            .Where(family => family.Key.Length > 0);
        foreach (var family in families)
        {
            var version = family.First().Version;
            var suites = family.Where(each => each.Version == version).Select(each => each.Suite).ToArray();
            var seen =
                first.Version == version && first.Answer.Certificates.Count > 0 && suites.Contains(first.Answer.Hello!.Suite)
                    ? KeyKind.Of(first.Answer.Certificates[0])
                    : null;
            await AskAsync(new ClientHello(version, suites), KindsOf(family.Key), seen, source, token).ConfigureAwait(false);
        }
    }

    /// <summary>By whose key the server shows that it is itself; empty where it shows no certificate.</summary>
    private static string Family(string suite) =>
        Has(suite, "anon")
        || (Has(suite, "_PSK_") && !Has(suite, "RSA_PSK"))
        || Has(suite, "TLS_SRP_SHA_WITH")
        || Has(suite, "KRB5")
        || Has(suite, "ECCPWD")
            ? string.Empty
        : Has(suite, "TLS_ECDH_") || Has(suite, "TLS_DH_") ? "static"
        : Has(suite, "_ECDSA_") ? KeyKind.Ecdsa
        : Has(suite, "_DSS_") ? KeyKind.Dsa
        : Has(suite, "GOST") ? "GOST"
        : KeyKind.Rsa;

    private static string[] KindsOf(string family) =>
        family switch
        {
            KeyKind.Rsa => new[] { KeyKind.Rsa, KeyKind.RsaPss },
            KeyKind.Ecdsa => new[] { KeyKind.Ecdsa, KeyKind.Ed25519, KeyKind.Ed448 },
            _ => new[] { family },
        };

    private static bool Has(string suite, string part) => suite.IndexOf(part, StringComparison.Ordinal) >= 0;

    private async Task AskAsync(ClientHello hello, string[] kinds, string? seen, string source, CancellationToken token)
    {
        var left = kinds.Where(kind => kind != seen).ToList();
        // Older versions can't be told which key is to sign: they show the one that the suite says.
        var canTell = hello.Version == TlsVersion.Tls12;
        while (left.Count > 0 && (canTell || (seen is null && left.Count == kinds.Length)))
        {
            // Where the key encrypts nobody signs, so that such suites say nothing of the ways to sign.
            var suites =
                left.Contains(KeyKind.Rsa) || !kinds.Contains(KeyKind.Rsa) ? hello.Suites : _suites.Named(hello.Suites, "_ECDHE_", "_DHE_");
            if (suites.Count == 0)
                return;
            var answer = await _ask(
                    canTell && kinds.Length > 1 ? hello with { Suites = suites, Schemes = KeyKind.Schemes(left) } : hello,
                    token
                )
                .ConfigureAwait(false);
            var isKnown =
                answer.Kind is TlsAnswerKind.Accepted or TlsAnswerKind.Refused
                || (answer.Kind == TlsAnswerKind.Ended && await _isAlive(token).ConfigureAwait(false));
            if (!isKnown)
            {
                _chains.Doubt(
                    new Gap(
                        GapKind.Unusable,
                        source,
                        new LocalText("他にも証明書があるかもしれない: ", "whether it has another certificate isn't known: ").Then(
                            answer.Told
                        )
                    )
                );
            }
            if (answer.Certificates.Count == 0)
                return;
            _chains.Add(answer.Certificates, source);
            if (!left.Remove(KeyKind.Of(answer.Certificates[0]) ?? string.Empty))
                return;
        }
    }
}
