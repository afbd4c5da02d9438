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

/// <summary>
/// Finds every certificate that a server shows in TLS 1.3, under encryption: it may have one for keys of each kind, and others than in
/// older versions. All kinds are welcome, less
/// those that it showed before, until it has no more.
/// </summary>
internal sealed class HandshakeCertificates
{
    private readonly Func<ProbingClient, Func<MailConnection, CancellationToken, Task<bool>>, CancellationToken, Task<bool>> _talk;
    private readonly Prober _prober;
    private readonly CertificateChains _chains;

    /// <param name="talk">A conversation under TLS by that client.</param>
    /// <param name="prober">The server.</param>
    /// <param name="chains">Takes the certificates in.</param>
    public HandshakeCertificates(
        Func<ProbingClient, Func<MailConnection, CancellationToken, Task<bool>>, CancellationToken, Task<bool>> talk,
        Prober prober,
        CertificateChains chains
    ) => (_talk, _prober, _chains) = (talk, prober, chains);

    /// <param name="spoken">The versions in which a handshake can be made.</param>
    /// <param name="shaken">The one in which it was made.</param>
    /// <param name="client">Who made it.</param>
    /// <param name="source">Whom.</param>
    /// <param name="token">The deadline.</param>
    public async Task AskAsync(
        IEnumerable<VersionAnswer> spoken,
        VersionAnswer shaken,
        ProbingClient client,
        string source,
        CancellationToken token
    )
    {
        if (spoken.FirstOrDefault(each => each.Version == TlsVersion.Tls13) is not { } tls13)
            return;
        var seen = shaken == tls13 && client.Certificates.Count > 0 ? KeyKind.Of(client.Certificates[0]) : null;
        var left = KeyKind.OfTls13.Where(kind => kind != seen).ToList();
        while (left.Count > 0)
        {
            var other = new ProbingClient(tls13.Version, tls13.Suites, _prober.ServerName) { Keys = left.ToArray() };
            try
            {
                await _talk(other, (_, _) => Task.FromResult(true), token).ConfigureAwait(false);
            }
            catch (MailException bad) when (bad.Kind == TlsAnswerKind.Refused || other.Certificates.Count > 0)
            {
                // It has none of these kinds; or one that can't be verified here, and was seen.
            }
            catch (MailException bad)
            {
                // Some servers refuse with the end of the stream, and one that has no room ends it, too.
                if (bad.Kind == TlsAnswerKind.Ended && await _prober.IsAliveAsync(token).ConfigureAwait(false))
                    return;
                _chains.Doubt(
                    new Gap(
                        bad.GapKind,
                        source,
                        new LocalText("他にも証明書があるかもしれない: ", "whether it has another certificate isn't known: ").Then(
                            bad.UnderTls
                        )
                    )
                );
            }

            _chains.Add(other.Certificates, source);
            if (other.Certificates.Count == 0 || !left.Remove(KeyKind.Of(other.Certificates[0]) ?? string.Empty))
                return;
        }
    }
}
