using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using DnsClient;
using DnsClient.Protocol;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>
/// Asks DNS and HTTPS what they say of a mail domain. Trouble on the network is a value, never an exception.
/// That an answer is secure is the resolver's word, which is only as trustworthy as the way to it.
/// </summary>
internal sealed class DomainLookup
{
    /// <summary>More exchangers than any honest domain has.</summary>
    internal const int MaxExchangers = 50;

    /// <summary>More aliases of aliases than any honest name has.</summary>
    private const int MaxAliases = 8;

    private readonly DomainLookupOptions _options;
    private readonly DnsResolver _resolver;

    public DomainLookup(DomainLookupOptions options) => (_options, _resolver) = (options, new DnsResolver(options));

    /// <summary>All of one domain, but for the TLSA records of its exchangers.</summary>
    /// <exception cref="FormatException">It is no name of a domain.</exception>
    public async Task<DomainAnswers> AskAsync(string domain, CancellationToken token)
    {
        var ascii = DomainName.Ascii(domain);
        var (exchangers, sts, reporting) = (ExchangersAsync(ascii, token), StsAsync(ascii, token), ReportingAsync(ascii, token));
        await Task.WhenAll(exchangers, sts, reporting).ConfigureAwait(false);
        return new(
            domain,
            ascii,
            await exchangers.ConfigureAwait(false),
            await sts.ConfigureAwait(false),
            await reporting.ConfigureAwait(false)
        );
    }

    /// <summary>The hosts that take its mail: its MX (RFC 5321 §5.1, RFC 7505), or itself where it has an address and no MX.</summary>
    /// <exception cref="FormatException">It is no name of a domain.</exception>
    public async Task<MailExchangers> ExchangersAsync(string domain, CancellationToken token)
    {
        domain = DomainName.Ascii(domain);
        var answer = await _resolver.AskAsync(domain, QueryType.MX, token).ConfigureAwait(false);
        if (answer.Gap is not null)
            return MailExchangers.Unknown(answer.Gap);
        if (!answer.Exists)
        {
            return MailExchangers.Unknown(
                new(GapKind.NotPresent, answer.Source, new LocalText("そのドメインはない", "there is no such domain"))
            );
        }
        var records = answer.Records.OfType<MxRecord>().ToArray();
        if (records.Length == 0)
            return await ImplicitAsync(domain, token).ConfigureAwait(false);
        var named = records.Select(record => DnsResolver.Name(record.Exchange).ToLowerInvariant()).Distinct().ToArray();
        var exchangers = Explicit(answer, records);
        var (faults, gap) = await new ExchangerFaults(_resolver)
            .AskAsync(answer.Source, named, exchangers.Hosts ?? Array.Empty<string>(), token)
            .ConfigureAwait(false);
        return exchangers with { Faults = faults, FaultsGap = exchangers.Rest ?? gap };
    }

    /// <summary>What the domain says of the certificate of a service (RFC 6698 §3): under the name that the host is an alias of, where all
    /// of the way there is secure, else under its own (RFC 7672 §2.2.2).</summary>
    /// <exception cref="FormatException">It is no name of a host.</exception>
    public async Task<TlsaAnswer> TlsaAsync(string host, int port, CancellationToken token)
    {
        var own = DomainName.Ascii(host);
        var name = await ExpandedAsync(own, token).ConfigureAwait(false);
        var expanded = name == own ? null : await TlsaOfAsync(name, port, token).ConfigureAwait(false);
        return expanded is { IsSecure: true, Records.Count: > 0 } or { Gap: not null }
            ? expanded
            : await TlsaOfAsync(own, port, token).ConfigureAwait(false);
    }

    private async Task<string> ExpandedAsync(string name, CancellationToken token)
    {
        for (var step = 0; step < MaxAliases; step++)
        {
            var answer = await _resolver.AskAsync(name, QueryType.CNAME, token).ConfigureAwait(false);
            if (
                answer.IsSecure != true
                || answer.Records.OfType<CNameRecord>().FirstOrDefault() is not { } alias
                || !DomainName.IsHost(DnsResolver.Name(alias.CanonicalName))
            )
            {
                break;
            }

            name = DnsResolver.Name(alias.CanonicalName).ToLowerInvariant();
        }

        return name;
    }

    private async Task<TlsaAnswer> TlsaOfAsync(string name, int port, CancellationToken token)
    {
        var answer = await _resolver.AskAsync($"_{port}._tcp.{name}", QueryType.TLSA, token).ConfigureAwait(false);
        var records = answer
            .Records.OfType<DnsClient.Protocol.TlsaRecord>()
            .Select(each => new TlsaRecord(
                (int)each.CertificateUsage,
                (int)each.Selector,
                (int)each.MatchingType,
                each.CertificateAssociationData.ToArray()
            ));
        return new(records.ToArray(), answer.IsSecure, answer.Gap) { Base = name };
    }

    /// <summary>Its announcement of a policy (RFC 8461 §3.1) and, where HTTPS may be asked, the policy.</summary>
    /// <exception cref="FormatException">It is no name of a domain.</exception>
    public async Task<MtaStsAnswer> StsAsync(string domain, CancellationToken token)
    {
        domain = DomainName.Ascii(domain);
        var answer = await _resolver.AskAsync($"_mta-sts.{domain}", QueryType.TXT, token).ConfigureAwait(false);
        if (answer.Gap is not null)
            return new() { Gap = answer.Gap };
        var record = MtaStsRecord.Read(Texts(answer));
        if (record.Id is null)
        {
            return new()
            {
                Record = record,
                Gap = new(
                    record.Flaw is null ? GapKind.NotPresent : GapKind.Unusable,
                    answer.Source,
                    record.Flaw ?? new LocalText("ドメインにMTA-STSがない", "the domain has no MTA-STS")
                ),
            };
        }

        if (!_options.AskHttps)
        {
            return new()
            {
                Record = record,
                Gap = new(
                    GapKind.NotCollected,
                    _options.PolicyOf(domain).AbsoluteUri,
                    new LocalText(
                        "MTA-STSのポリシーを取得していない。HTTPSを使わない指定である",
                        "the MTA-STS policy was not asked for: HTTPS was not to be used"
                    )
                ),
            };
        }

        var (policy, gap) = await new PolicyRequest(_options).AskAsync(domain, token).ConfigureAwait(false);
        return new()
        {
            Record = record,
            Policy = policy,
            Gap = gap,
        };
    }

    /// <summary>Whether it wants reports on TLS: one record, with an address for them (RFC 8460 §3).</summary>
    /// <exception cref="FormatException">It is no name of a domain.</exception>
    public async Task<ReportingAnswer> ReportingAsync(string domain, CancellationToken token)
    {
        var answer = await _resolver.AskAsync($"_smtp._tls.{DomainName.Ascii(domain)}", QueryType.TXT, token).ConfigureAwait(false);
        if (answer.Gap is not null)
            return new(null, answer.Gap);
        var records = TextFields.Of(Texts(answer), "TLSRPTv1");
        return new(records.Count == 1 && !string.IsNullOrEmpty(TextFields.Value(records[0], "rua")), null);
    }

    private static MailExchangers Explicit(DnsAnswer answer, MxRecord[] records)
    {
        var all = records.Select(record => (record.Preference, Host: DnsResolver.Name(record.Exchange).ToLowerInvariant())).ToArray();
        var hosts = all.Where(each => each.Host.Length > 0)
            .OrderBy(each => each.Preference)
            .ThenBy(each => each.Host, StringComparer.Ordinal)
            .Select(each => each.Host)
            .Distinct()
            .ToArray();
        var kept = hosts.Where(host => DomainName.IsHost(host) && !ExchangerFaults.IsAddress(host)).Take(MaxExchangers).ToArray();
        if (hosts.Length == 0)
            return MailExchangers.None(answer.IsSecure);
        if (kept.Length == 0)
        {
            return MailExchangers.Unknown(
                new(
                    GapKind.Unusable,
                    answer.Source,
                    new LocalText("MXのいずれも、ホストの名前ではない", "no exchanger of it is the name of a host")
                )
            );
        }
        return new(kept)
        {
            IsSecure = answer.IsSecure,
            Rest =
                kept.Length == hosts.Length
                    ? null
                    : new(
                        GapKind.Unusable,
                        answer.Source,
                        new LocalText(
                            $"MX {hosts.Length} 件のうち {kept.Length} 件を対象とする（ホストの名前であるもの、{MaxExchangers} 件まで）",
                            $"of {hosts.Length} exchangers {kept.Length} are looked at: those that are names of hosts, up to {MaxExchangers}"
                        )
                    ),
        };
    }

    private async Task<MailExchangers> ImplicitAsync(string domain, CancellationToken token)
    {
        var answers = await Task.WhenAll(_resolver.AskAsync(domain, QueryType.A, token), _resolver.AskAsync(domain, QueryType.AAAA, token))
            .ConfigureAwait(false);
        var found = answers.FirstOrDefault(answer => answer.Records.OfType<AddressRecord>().Any());
        if (found is not null)
            return new(new[] { domain }) { IsSecure = found.IsSecure };
        return answers.Select(answer => answer.Gap).FirstOrDefault(gap => gap is not null) is { } gap
            ? MailExchangers.Unknown(gap)
            : MailExchangers.None(answers.All(answer => answer.IsSecure == true));
    }

    private static IEnumerable<string> Texts(DnsAnswer answer) =>
        answer.Records.OfType<TxtRecord>().Select(record => string.Concat(record.Text));
}
