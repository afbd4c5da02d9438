using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Mail.Enumeration;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail.Handshake;

/// <summary>What a server's first flight tells beyond the suite: certificate, extensions, groups, primes, signatures. TLS 1.3 tells only suite and group in the open.</summary>
internal sealed class FirstFlight
{
    private readonly Prober _prober;
    private readonly MailSuites _suites;
    private readonly MailLedger _ledger;

    public FirstFlight(Prober prober, MailSuites suites, MailLedger ledger) => (_prober, _suites, _ledger) = (prober, suites, ledger);

    /// <param name="fact">What is known so far.</param>
    /// <param name="accepted">The versions accepted, with their suites; the oldest first.</param>
    /// <param name="chains">Takes the certificates in, if any are sent in the open: one for each kind of key.</param>
    /// <param name="token">The deadline.</param>
    public async Task<MailServiceFact> ReadAsync(
        MailServiceFact fact, IReadOnlyList<VersionAnswer> accepted, CertificateChains chains, CancellationToken token)
    {
        var older = accepted.LastOrDefault(each => each.Version <= TlsVersion.Tls12);
        var tls13 = accepted.FirstOrDefault(each => each.Version == TlsVersion.Tls13);
        var newGroups = tls13 is null ? Nothing<NamedGroup>() : GroupsAsync(TlsVersion.Tls13, tls13.Suites, token);
        if (older is null)
        {
            _ledger.Explain(new Gap(GapKind.NotSupported, fact.Source!, "TLS 1.3 hands out tickets under encryption; nothing older is accepted"), MailProperties.OfFlight);
            return fact with
            {
                Groups = await newGroups.ConfigureAwait(false),
                DiffieHellmanBits = 0,
                HasOwnPrime = false,
                SignatureSchemes = Array.Empty<SignatureScheme>(),
                HasExtendedMasterSecret = true,
                HasSecureRenegotiation = true,
                HasCompression = false,
                AllowsRenegotiation = false,
            };
        }

        var curves = _suites.Named(older.Suites, "_ECDHE_", "ECDH_anon");
        var primes = _suites.Named(older.Suites, "TLS_DHE_", "DH_anon").Except(curves).ToArray();
        var signed = _suites.Named(older.Suites, "_ECDHE_", "TLS_DHE_").Except(_suites.Named(older.Suites, "_PSK_")).ToArray();
        // A server that takes the client's order would pick an anonymous suite, and show no certificate.
        var named = older.Suites.Except(_suites.Named(older.Suites, "anon")).ToArray();
        var first = AskAsync(new ClientHello(older.Version, named.Length > 0 ? named : older.Suites) { OffersCompression = true, WantsTicket = true }, token);
        var oldGroups = curves.Length == 0 ? Nothing<NamedGroup>() : GroupsAsync(older.Version, curves, token);
        var prime = primes.Length == 0 ? null : AskAsync(new ClientHello(older.Version, primes), token);
        var schemes = older.Version < TlsVersion.Tls12 || signed.Length == 0 ? Nothing<SignatureScheme>() : SchemesAsync(older.Version, signed, token);
        var flight = await first.ConfigureAwait(false);
        _ledger.Explain(new Gap(GapKind.Unusable, fact.Source!, flight.Hello is null ? $"the server didn't answer as before: {flight}" : "the server didn't answer for each one"), MailProperties.OfFlight);
        chains.Add(flight.Certificates, fact.Source!);
        foreach (var kind in new[] { "_RSA_", "_ECDSA_", "_DSS_" }.Select(part => _suites.Named(named, part)).Where(suites => suites.Length > 0 && suites.Length < named.Length))
            chains.Add((await AskAsync(new ClientHello(older.Version, kind), token).ConfigureAwait(false)).Certificates, fact.Source!);
        var groups = (await oldGroups.ConfigureAwait(false), await newGroups.ConfigureAwait(false));
        var own = prime is null ? null : await prime.ConfigureAwait(false);
        var known = own?.DiffieHellman is var (p, g) ? KnownPrime.Of(p, g) : null;
        return fact with
        {
            Groups = groups is ({ } old, { } young) ? old.Union(young).Union(known is { } group ? new[] { group } : Array.Empty<NamedGroup>()).OrderBy(each => each).ToArray() : null,
            DiffieHellmanBits = own is null ? 0 : own.DiffieHellmanBits,
            HasOwnPrime = own is null ? false : own.DiffieHellman is null ? null : known is null,
            SignatureSchemes = await schemes.ConfigureAwait(false),
            HasExtendedMasterSecret = flight.Hello?.HasExtendedMasterSecret,
            HasSecureRenegotiation = flight.Hello?.HasSecureRenegotiation,
            HasCompression = flight.Hello is { } hello ? hello.Compression != 0 : null,
            // Without a ticket it may keep the session itself: that takes a handshake to learn.
            ResumesSessions = flight.Hello?.HasTicket == true ? true : null,
        };
    }

    private Task<IReadOnlyList<NamedGroup>?> GroupsAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token) =>
        EachAsync(ClientHello.EveryGroup, left => new ClientHello(version, suites) { Groups = left, IsWithoutKey = true }, answer => answer.Group, token);

    private Task<IReadOnlyList<SignatureScheme>?> SchemesAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token) =>
        EachAsync(ClientHello.EveryScheme, left => new ClientHello(version, suites) { Schemes = left }, answer => answer.Scheme, token);

    /// <summary>Offers all, less those that the server took before, until it takes no more. Null where it gave no answer.</summary>
    private async Task<IReadOnlyList<T>?> EachAsync<T>(IReadOnlyList<T> all, Func<IReadOnlyList<T>, ClientHello> offer, Func<TlsAnswer, T?> taken, CancellationToken token)
        where T : struct
    {
        var left = all.ToList();
        while (left.Count > 0)
        {
            var answer = await AskAsync(offer(left.ToArray()), token).ConfigureAwait(false);
            if (answer.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended)
                break;
            if (answer.Kind != TlsAnswerKind.Accepted)
                return null;
            // What wasn't offered is taken by old servers that read no such list.
            if (taken(answer) is not { } one || !left.Remove(one))
                break;
        }

        return all.Except(left).OrderBy(each => each).ToArray();
    }

    private Task<TlsAnswer> AskAsync(ClientHello hello, CancellationToken token) => _prober.AskAsync(hello with { ServerName = _prober.ServerName }, isWhole: true, token);

    private static Task<IReadOnlyList<T>?> Nothing<T>() => Task.FromResult<IReadOnlyList<T>?>(Array.Empty<T>());
}
