using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail.Enumeration;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

/// <summary>What a server's first flight tells beyond the suite: certificate, extensions, groups and Diffie-Hellman primes. TLS 1.3 tells only suite and group in the open.</summary>
internal sealed class MailHandshake
{
    private readonly Prober _prober;
    private readonly IReadOnlyDictionary<int, TlsSuite> _suites;

    public MailHandshake(Prober prober, IReadOnlyDictionary<int, TlsSuite> suites) => (_prober, _suites) = (prober, suites);

    public async Task<MailServiceFact> ReadAsync(
        MailServiceFact fact, IReadOnlyList<VersionAnswer> accepted, Func<MailServiceFact, IReadOnlyList<byte[]>, MailServiceFact> withCertificate, Action<Gap, string[]> explain, CancellationToken token)
    {
        var older = accepted.LastOrDefault(each => each.Version <= TlsVersion.Tls12);
        var tls13 = accepted.FirstOrDefault(each => each.Version == TlsVersion.Tls13);
        var groups = new SortedSet<NamedGroup>();
        var isWhole = true;
        if (tls13 is not null)
            isWhole &= await GroupsAsync(groups, TlsVersion.Tls13, tls13.Suites, token).ConfigureAwait(false);
        if (older is null)
        {
            explain(
                new Gap(GapKind.NotSupported, fact.Source!, "TLS 1.3 sends the certificate encrypted, and nothing older is accepted"),
                typeof(MailServiceFact).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Certificate", StringComparison.Ordinal)).ToArray());
            return fact with { Groups = isWhole ? groups.ToArray() : null, DiffieHellmanBits = 0, HasExtendedMasterSecret = true, HasSecureRenegotiation = true };
        }

        var whole = await AskAsync(older.Version, older.Suites, token).ConfigureAwait(false);
        if (whole.Certificates.Count > 0)
            fact = withCertificate(fact, whole.Certificates);
        else
            explain(new Gap(GapKind.NotPresent, fact.Source!, "the server showed no certificate, as with anonymous suites"), typeof(MailServiceFact).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Certificate", StringComparison.Ordinal)).ToArray());
        var curves = Named(older, "_ECDHE_", "ECDH_anon");
        if (curves.Count > 0)
            isWhole &= await GroupsAsync(groups, older.Version, curves, token).ConfigureAwait(false);
        var primes = Named(older, "TLS_DHE_", "DH_anon").Except(curves).ToArray();
        var prime = primes.Length == 0 ? null : await AskAsync(older.Version, primes, token).ConfigureAwait(false);
        explain(new Gap(GapKind.Unusable, fact.Source!, $"the server didn't answer as before: {whole}"), new[] { nameof(MailServiceFact.HasExtendedMasterSecret), nameof(MailServiceFact.HasSecureRenegotiation) });
        explain(new Gap(GapKind.Unusable, fact.Source!, "the server didn't answer for each group"), new[] { nameof(MailServiceFact.Groups), nameof(MailServiceFact.DiffieHellmanBits) });
        return fact with
        {
            Groups = isWhole ? groups.ToArray() : null,
            DiffieHellmanBits = primes.Length == 0 ? 0 : prime!.DiffieHellmanBits,
            HasExtendedMasterSecret = whole.Hello?.HasExtendedMasterSecret,
            HasSecureRenegotiation = whole.Hello?.HasSecureRenegotiation,
        };
    }

    /// <summary>Asks for one group after the other, less those that the server took. False where it gave no answer.</summary>
    private async Task<bool> GroupsAsync(SortedSet<NamedGroup> groups, TlsVersion version, IReadOnlyList<int> suites, CancellationToken token)
    {
        var left = ClientHello.EveryGroup.ToList();
        while (left.Count > 0)
        {
            var hello = new ClientHello(version, suites) { ServerName = _prober.ServerName, Groups = left.ToArray(), IsWithoutKey = true };
            var answer = await _prober.AskAsync(hello, isWhole: true, token).ConfigureAwait(false);
            if (answer.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended)
                return true;
            if (answer.Group is not { } group || !left.Remove(group))
                return answer.Kind == TlsAnswerKind.Accepted && answer.Group is null;
            groups.Add(group);
        }

        return true;
    }

    private Task<TlsAnswer> AskAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token) =>
        _prober.AskAsync(new ClientHello(version, suites) { ServerName = _prober.ServerName }, isWhole: true, token);

    private List<int> Named(VersionAnswer version, params string[] parts) => version.Suites
        .Where(code => _suites.TryGetValue(code, out var suite) && parts.Any(part => suite.Name.IndexOf(part, StringComparison.Ordinal) >= 0)).ToList();
}
