using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>Finds every group in which a server makes an ephemeral key.</summary>
internal sealed class GroupSearch
{
    private readonly Elimination _elimination;
    private readonly MailSuites _suites;

    public GroupSearch(Elimination elimination, MailSuites suites) => (_elimination, _suites) = (elimination, suites);

    /// <summary>In TLS 1.3. It is offered no key, so that the server names the group that it wants; one that has no word for that is shown
    /// a key.</summary>
    /// <param name="suites">Those that the server accepts.</param>
    /// <param name="token">The deadline.</param>
    /// <returns>Null where they aren't known.</returns>
    public async Task<IReadOnlyList<NamedGroup>?> OfTls13Async(IReadOnlyList<int> suites, CancellationToken token)
    {
        return await AskAsync(isWithoutKey: true).ConfigureAwait(false) ?? await AskAsync(isWithoutKey: false).ConfigureAwait(false);

        Task<IReadOnlyList<NamedGroup>?> AskAsync(bool isWithoutKey) =>
            _elimination.AskAsync(
                ClientHello.EveryGroup,
                left => new ClientHello(TlsVersion.Tls13, suites) { Groups = left, IsWithoutKey = isWithoutKey },
                answer => answer.Group,
                Array.Empty<NamedGroup>(),
                token
            );
    }

    /// <summary>Of elliptic curves, in the newest of the older versions that has such suites.</summary>
    /// <param name="older">Those accepted; the oldest first.</param>
    /// <param name="certificates">What the server showed: the curve of its own key may have to stand in each offer (RFC 8422 §5.1).</param>
    /// <param name="token">The deadline.</param>
    /// <returns>None where there are no such suites; null where they aren't known.</returns>
    public Task<IReadOnlyList<NamedGroup>?> OlderAsync(
        IReadOnlyList<VersionAnswer> older,
        IEnumerable<SeenCertificate> certificates,
        CancellationToken token
    )
    {
        if (_suites.Newest(older, "_ECDHE_", "ECDH_anon") is not var (version, curves))
            return Task.FromResult<IReadOnlyList<NamedGroup>?>(Array.Empty<NamedGroup>());
        // Best those that no curve of a certificate limits; then those without a key shared beforehand.
        var (own, shared) = (_suites.Named(curves, "_ECDSA_"), _suites.Named(curves, "_PSK_"));
        var asked =
            curves.Except(own).Except(shared).ToArray() is { Length: > 0 } free ? free
            : own.Length > 0 ? own
            : shared;
        var kept =
            asked == own
                ? certificates.Select(each => each.Curve).OfType<NamedGroup>().Where(group => group != 0).Distinct().ToArray()
                : Array.Empty<NamedGroup>();
        return _elimination.AskAsync(
            ClientHello.EveryGroup,
            left => new ClientHello(version, asked) { Groups = left, HasHint = asked == shared },
            answer => answer.Group,
            kept,
            token
        );
    }
}
