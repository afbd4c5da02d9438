using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>Holds a server's certificates against what DNS says of them (DANE for SMTP, RFC 7672).</summary>
internal static class Dane
{
    /// <param name="fact">What is known so far.</param>
    /// <param name="endpoint">The service.</param>
    /// <param name="lookup">Who asks DNS; null for nobody.</param>
    /// <param name="ledger">Takes down why something isn't known.</param>
    /// <param name="shownTo">Learns the certificates that the service shows to who names it so.</param>
    /// <param name="token">The deadline.</param>
    public static async Task<MailServiceFact> ReadAsync(
        MailServiceFact fact,
        MailEndpoint endpoint,
        DomainLookup? lookup,
        MailLedger ledger,
        Func<string, Task<CertificateChains>> shownTo,
        CancellationToken token
    )
    {
        if (endpoint.Protocol != MailProtocol.Smtp)
            return fact with { TlsaRecords = Array.Empty<string>(), TlsaIsSecure = false };
        if (lookup is null || IPAddress.TryParse(endpoint.ServerName, out _) || !DomainName.IsHost(endpoint.ServerName))
        {
            ledger.Unread(
                new Gap(
                    GapKind.NotCollected,
                    "dns",
                    new LocalText(
                        "TLSAレコードを調べていない。サーバを名前で指定し、-Domain 又は -Dane を付けてください",
                        "TLSA records weren't looked up: ask by name, with -Domain or -Dane"
                    )
                ),
                MailProperties.OfDane
            );
            return fact;
        }

        var source = $"dns:_{endpoint.Address.Port}._tcp.{endpoint.ServerName}";
        var answer = await AskAsync(lookup, endpoint, source, token).ConfigureAwait(false);
        if (answer.Gap is { } gap)
        {
            ledger.Unread(gap, MailProperties.OfDane);
            return fact;
        }

        ledger.Unread(
            new Gap(
                GapKind.NotPresent,
                source,
                new LocalText(
                    "送信元が従うTLSAレコードがないか、証明書がない",
                    "there is no TLSA record that a sender heeds, or no certificate"
                )
            ),
            nameof(MailServiceFact.TlsaMatches)
        );
        var (certificates, rest) = (fact.Certificates, fact.RestOfCertificates);
        if (answer.Heeded.Count > 0 && answer.Base is { } name && !name.Equals(endpoint.ServerName, StringComparison.OrdinalIgnoreCase))
        {
            // Senders name the service as its records do (RFC 7672 §8.1).
            var shown = await shownTo(name).ConfigureAwait(false);
            (certificates, rest) = (shown.Seen, shown.Rest);
        }

        return fact with
        {
            TlsaRecords = answer.Records.Select(record => record.ToString()).ToArray(),
            TlsaIsSecure = answer.IsSecure,
            TlsaMatches = Matches(answer, certificates, rest, endpoint),
        };
    }

    /// <summary>A sender may be shown any of the certificates. Records of which it can use none are true of nothing (RFC 7672
    /// §3.1.3).</summary>
    private static bool? Matches(TlsaAnswer answer, IReadOnlyList<SeenCertificate> certificates, Gap? rest, MailEndpoint endpoint)
    {
        if (answer.Heeded.Count > 0 && !answer.Heeded.Any(record => record.IsUsable))
            return false;
        var hosts = endpoint.Domains.Append(endpoint.ServerName).Append(answer.Base ?? endpoint.ServerName).ToArray();
        var each = certificates.Select(certificate => TlsaRecord.Matches(answer.Heeded, certificate.Chain, hosts)).ToArray();
        return each.Contains(false) ? false
            : each.Length == 0 || each.Contains(null) || rest is not null ? null
            : true;
    }

    /// <summary>The time of a service may be over before DNS is asked.</summary>
    private static async Task<TlsaAnswer> AskAsync(DomainLookup lookup, MailEndpoint endpoint, string source, CancellationToken token)
    {
        try
        {
            return await lookup.TlsaAsync(endpoint.ServerName, endpoint.Address.Port, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new TlsaAnswer(
                Array.Empty<TlsaRecord>(),
                null,
                new Gap(GapKind.Timeout, source, new LocalText("時間内に順番が回らず、問い合わせていない", "not asked: the time was over"))
            );
        }
    }
}
