using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>
/// Finds every prime with which a server makes an ephemeral Diffie-Hellman key, before TLS 1.3. Servers have several: one of RFC 7919 for
/// who offers those groups and another for
/// who doesn't; short ones for export (RFC 4346); and, in OpenSSL, one as strong as the suite where no certificate says how strong.
/// </summary>
internal sealed class PrimeSearch
{
    /// <summary>Stands for a prime of the server's own among groups.</summary>
    private const NamedGroup Own = 0;

    private readonly Func<ClientHello, CancellationToken, Task<TlsAnswer>> _ask;
    private readonly MailSuites _suites;

    public PrimeSearch(Func<ClientHello, CancellationToken, Task<TlsAnswer>> ask, MailSuites suites) => (_ask, _suites) = (ask, suites);

    /// <param name="older">The versions accepted; the oldest first.</param>
    /// <param name="token">The deadline.</param>
    /// <returns>What was found, and whether that is all.</returns>
    public async Task<(IReadOnlyList<SeenPrime> Primes, bool IsAll)> AskAsync(IReadOnlyList<VersionAnswer> older, CancellationToken token)
    {
        var classes = older
            .Reverse()
            .SelectMany(version => _suites.Named(version.Suites, "TLS_DHE_", "DH_anon").Select(suite => (version.Version, Suite: suite)))
            .GroupBy(each => Class(_suites.Name(each.Suite)))
            .Select(group => new ClientHello(
                group.First().Version,
                group.Where(each => each.Version == group.First().Version).Select(each => each.Suite).ToArray()
            )
            {
                HasHint = group.Key.IsShared,
            })
            .ToArray();
        var found = await Task.WhenAll(
                classes
                    .Select(hello => WithoutGroupsAsync(hello, token))
                    .Concat(classes.Take(1).Select(hello => WithGroupsAsync(hello, token)))
            )
            .ConfigureAwait(false);
        var primes = found.SelectMany(each => each ?? Array.Empty<SeenPrime>()).Distinct().OrderBy(prime => prime.Bits).ToArray();
        // Each class has suites that the server accepted: with none of them is there no prime.
        return (primes, !found.Contains(null) && (primes.Length > 0 || classes.Length == 0));
    }

    private static (bool IsExport, bool IsShared, string Signer, bool IsStrong) Class(string suite)
    {
        var isShared = Has("_PSK_");
        var isAnonymous = Has("anon");
        return (
            Has("EXPORT"),
            isShared,
            isAnonymous ? "anon"
            : Has("_DSS_") ? "DSS"
            : "RSA",
            (isAnonymous || isShared) && Has("256_")
        );

        bool Has(string part) => suite.IndexOf(part, StringComparison.Ordinal) >= 0;
    }

    /// <summary>A server may refuse those that offer none of its groups.</summary>
    private async Task<IReadOnlyList<SeenPrime>?> WithoutGroupsAsync(ClientHello hello, CancellationToken token)
    {
        var answer = await _ask(hello with { Groups = ClientHello.EveryCurve }, token).ConfigureAwait(false);
        if (answer.Kind == TlsAnswerKind.Refused)
            answer = await _ask(hello, token).ConfigureAwait(false);
        return SeenPrime.Of(answer) is { } prime ? new[] { prime } : null;
    }

    private async Task<IReadOnlyList<SeenPrime>?> WithGroupsAsync(ClientHello hello, CancellationToken token)
    {
        var primes = new List<SeenPrime>();
        var groups = ClientHello.EveryGroup.Except(ClientHello.EveryCurve).ToArray();
        var taken = await new Elimination(_ask)
            .AskAsync(
                groups,
                left => hello with { Groups = left.Concat(ClientHello.EveryCurve).ToArray() },
                Taken,
                Array.Empty<NamedGroup>(),
                token
            )
            .ConfigureAwait(false);
        return taken is null ? null : primes;

        NamedGroup? Taken(TlsAnswer answer)
        {
            if (SeenPrime.Of(answer) is not { } prime)
                return null;
            primes.Add(prime);
            return prime.Group ?? Own;
        }
    }
}
