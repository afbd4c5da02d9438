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

/// <summary>What a server's first flight tells beyond the suite: certificates, extensions, groups, primes, signatures. TLS 1.3 tells only
/// suite and group in the open.</summary>
internal sealed class FirstFlight
{
    private static readonly LocalText NotEach = new("サーバが応答しなかった問合せがある", "the server didn't answer for each one");

    private readonly Prober _prober;
    private readonly MailSuites _suites;
    private readonly MailLedger _ledger;
    private readonly Elimination _elimination;

    public FirstFlight(Prober prober, MailSuites suites, MailLedger ledger) =>
        (_prober, _suites, _ledger, _elimination) = (prober, suites, ledger, new Elimination(AskAsync));

    /// <param name="fact">What is known so far.</param>
    /// <param name="accepted">The versions accepted, with their suites; the oldest first.</param>
    /// <param name="chains">Takes the certificates in, if any are sent in the open: one for each kind of key.</param>
    /// <param name="token">The deadline.</param>
    public async Task<MailServiceFact> ReadAsync(
        MailServiceFact fact,
        IReadOnlyList<VersionAnswer> accepted,
        CertificateChains chains,
        CancellationToken token
    )
    {
        var search = new GroupSearch(_elimination, _suites);
        var older = accepted.Where(each => each.Version <= TlsVersion.Tls12).ToArray();
        var tls13 = accepted.FirstOrDefault(each => each.Version == TlsVersion.Tls13);
        var newGroups = tls13 is null ? Nothing<NamedGroup>() : search.OfTls13Async(tls13.Suites, token);
        if (older.Length == 0)
        {
            _ledger.Unread(
                new Gap(
                    GapKind.NotSupported,
                    fact.Source!,
                    new LocalText(
                        "TLS 1.3はセッションチケットを暗号化して渡すため、確認できない。それより古いバージョンは受け付けない",
                        "TLS 1.3 hands out tickets under encryption; nothing older is accepted"
                    )
                ),
                nameof(MailServiceFact.ResumesSessions)
            );
            Unanswered(fact, NotEach);
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

        var newest = older[older.Length - 1];
        var primes = new PrimeSearch(AskAsync, _suites).AskAsync(older, token);
        var schemes = SchemesAsync(newest, token);
        var fixedSchemes = FixedSchemes.Of(older, _suites);
        // A server that takes the client's order would pick an anonymous suite, and show no certificate.
        var named = newest.Suites.Except(_suites.Named(newest.Suites, "anon")).ToArray();
        var flight = await AskAsync(
                new ClientHello(newest.Version, named.Length > 0 ? named : newest.Suites) { OffersCompression = true, WantsTicket = true },
                token
            )
            .ConfigureAwait(false);
        Unanswered(
            fact,
            flight.Hello is null
                ? new LocalText("サーバの応答が前と異なる: ", "the server didn't answer as before: ").Then(flight.Told)
                : NotEach
        );
        await new CertificateSearch(AskAsync, _prober.IsAliveAsync, _suites, chains)
            .AskAsync(older, (newest.Version, flight), fact.Source!, token)
            .ConfigureAwait(false);
        var oldGroups = search.OlderAsync(older, chains.Seen, token);
        var groups = (await oldGroups.ConfigureAwait(false), await newGroups.ConfigureAwait(false));
        var (seen, isAll) = await primes.ConfigureAwait(false);
        return fact with
        {
            Groups = groups is ({ } old, { } young)
                ? old.Union(young).Union(seen.Select(prime => prime.Group).OfType<NamedGroup>()).OrderBy(each => each).ToArray()
                : null,
            Primes = seen,
            DiffieHellmanBits = isAll ? seen.Select(prime => prime.Bits).DefaultIfEmpty(0).Min() : null,
            HasOwnPrime =
                seen.Any(prime => prime.Group is null) ? true
                : isAll ? false
                : null,
            SignatureSchemes = (await schemes.ConfigureAwait(false))?.Union(fixedSchemes).OrderBy(each => each).ToArray(),
            FixedSchemes = fixedSchemes,
            HasWholeFlight = flight.IsWhole,
            HasExtendedMasterSecret = flight.Hello?.HasExtendedMasterSecret,
            HasSecureRenegotiation = flight.Hello?.HasSecureRenegotiation,
            HasCompression = flight.Hello is { } hello ? hello.Compression != 0 : null,
            // Without a ticket it may keep the session itself: that takes a handshake to learn.
            ResumesSessions = flight.Hello?.HasTicket == true ? true : null,
        };
    }

    private Task<IReadOnlyList<SignatureScheme>?> SchemesAsync(VersionAnswer newest, CancellationToken token)
    {
        var signed = _suites.Named(newest.Suites, "_ECDHE_", "TLS_DHE_").Except(_suites.Named(newest.Suites, "_PSK_")).ToArray();
        return newest.Version < TlsVersion.Tls12 || signed.Length == 0
            ? Nothing<SignatureScheme>()
            : _elimination.AskAsync(
                ClientHello.EveryScheme,
                left => new ClientHello(newest.Version, signed) { Schemes = left },
                answer => answer.Scheme,
                Array.Empty<SignatureScheme>(),
                token
            );
    }

    private void Unanswered(MailServiceFact fact, LocalText why) =>
        _ledger.Unread(new Gap(GapKind.Unusable, fact.Source!, why), MailProperties.OfFlight);

    private Task<TlsAnswer> AskAsync(ClientHello hello, CancellationToken token) =>
        _prober.AskAsync(hello with { ServerName = _prober.ServerName }, isWhole: true, token);

    private static Task<IReadOnlyList<T>?> Nothing<T>() => Task.FromResult<IReadOnlyList<T>?>(Array.Empty<T>());
}
