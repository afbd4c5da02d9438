using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>The slow and certain way to learn what a server accepts, which every quicker one is held against: each suite in a ClientHello
/// of its own.</summary>
internal static class OneByOne
{
    public static async Task<IReadOnlyList<int>> AskAsync(Prober prober, IEnumerable<TlsSuite> suites, TlsVersion version)
    {
        var asked = suites
            .Where(suite => suite.IsOfTls13 == (version == TlsVersion.Tls13))
            .Select(async suite =>
                (
                    suite.Code,
                    Answer: await prober.AskAsync(
                        new ClientHello(version, new[] { suite.Code }) { ServerName = prober.ServerName },
                        isWhole: false,
                        CancellationToken.None
                    )
                )
            );
        return (await Task.WhenAll(asked))
            .Where(each => each.Answer.Kind == TlsAnswerKind.Accepted && each.Answer.Hello!.Version == version)
            .Select(each => each.Code)
            .OrderBy(code => code)
            .ToArray();
    }

    /// <summary>Each group in hellos of its own: of curves in the newest of the older versions, of primes there too, and of both in TLS
    /// 1.3.</summary>
    public static async Task<IReadOnlyList<NamedGroup>> GroupsAsync(
        Prober prober,
        IReadOnlyDictionary<TlsVersion, string[]> suites,
        IReadOnlyDictionary<int, string> names
    )
    {
        var hellos = new List<ClientHello>();
        foreach (var (version, codes) in Older(suites, names, "TLS_ECDHE_RSA_", "TLS_ECDHE_ECDSA_", "TLS_ECDH_anon_").Take(1))
            hellos.AddRange(ClientHello.EveryGroup.Select(group => new ClientHello(version, codes) { Groups = new[] { group } }));
        foreach (var (version, codes) in Older(suites, names, "TLS_DHE_RSA_", "TLS_DHE_DSS_").Take(1))
            hellos.AddRange(ClientHello.EveryGroup.Select(group => new ClientHello(version, codes) { Groups = new[] { group } }));
        if (suites.ContainsKey(TlsVersion.Tls13))
        {
            hellos.AddRange(
                ClientHello.EveryGroup.Select(group => new ClientHello(TlsVersion.Tls13, Codes(suites[TlsVersion.Tls13], names))
                {
                    Groups = new[] { group },
                    IsWithoutKey = true,
                })
            );
        }

        var answers = await Task.WhenAll(
            hellos.Select(hello => prober.AskAsync(hello with { ServerName = prober.ServerName }, isWhole: true, CancellationToken.None))
        );
        return answers
            .Where(answer => answer.Kind == TlsAnswerKind.Accepted)
            .Select(answer => answer.Group ?? SeenPrime.Of(answer)?.Group)
            .OfType<NamedGroup>()
            .Distinct()
            .OrderBy(group => group)
            .ToArray();
    }

    /// <summary>Each way to sign in a hello of its own, in TLS 1.2.</summary>
    public static async Task<IReadOnlyList<SignatureScheme>> SchemesAsync(
        Prober prober,
        IReadOnlyDictionary<TlsVersion, string[]> suites,
        IReadOnlyDictionary<int, string> names
    )
    {
        var signed = Older(suites, names, "TLS_ECDHE_RSA_", "TLS_ECDHE_ECDSA_", "TLS_DHE_RSA_", "TLS_DHE_DSS_")
            .Where(each => each.Version == TlsVersion.Tls12)
            .ToArray();
        var answers = await Task.WhenAll(
            signed.SelectMany(each =>
                ClientHello.EveryScheme.Select(scheme =>
                    prober.AskAsync(
                        new ClientHello(each.Version, each.Codes) { ServerName = prober.ServerName, Schemes = new[] { scheme } },
                        isWhole: true,
                        CancellationToken.None
                    )
                )
            )
        );
        return answers
            .Where(answer => answer.Kind == TlsAnswerKind.Accepted)
            .Select(answer => answer.Scheme)
            .OfType<SignatureScheme>()
            .Concat(Prescribed(suites))
            .Distinct()
            .OrderBy(scheme => scheme)
            .ToArray();
    }

    /// <summary>Before TLS 1.2 nobody chooses (RFC 4346 §7.4.3).</summary>
    private static IEnumerable<SignatureScheme> Prescribed(IReadOnlyDictionary<TlsVersion, string[]> suites)
    {
        var old = suites.Where(each => each.Key < TlsVersion.Tls12).SelectMany(each => each.Value).ToArray();
        if (old.Any(suite => suite.Contains("DHE_RSA_") || suite.Contains("RSA_EXPORT")))
            yield return SignatureScheme.RsaPkcs1Sha1;
        if (old.Any(suite => suite.Contains("DHE_DSS_")))
            yield return SignatureScheme.DsaSha1;
        if (old.Any(suite => suite.Contains("DHE_ECDSA_")))
            yield return SignatureScheme.EcdsaSha1;
    }

    /// <summary>The versions before TLS 1.3 that have such suites, the newest first.</summary>
    private static IEnumerable<(TlsVersion Version, int[] Codes)> Older(
        IReadOnlyDictionary<TlsVersion, string[]> suites,
        IReadOnlyDictionary<int, string> names,
        params string[] parts
    ) =>
        suites
            .Where(each => each.Key <= TlsVersion.Tls12)
            .OrderByDescending(each => each.Key)
            .Select(each =>
                (
                    each.Key,
                    Codes(each.Value.Where(suite => parts.Any(part => suite.IndexOf(part, System.StringComparison.Ordinal) >= 0)), names)
                )
            )
            .Where(each => each.Item2.Length > 0);

    private static int[] Codes(IEnumerable<string> suites, IReadOnlyDictionary<int, string> names) =>
        suites.Select(suite => names.First(each => each.Value == suite).Key).ToArray();
}
