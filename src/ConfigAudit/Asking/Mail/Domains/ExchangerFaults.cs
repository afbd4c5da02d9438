using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using DnsClient;
using DnsClient.Protocol;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>What of a domain's MX records senders refuse though it can be read.</summary>
internal sealed class ExchangerFaults
{
    private readonly DnsResolver _resolver;

    public ExchangerFaults(DnsResolver resolver) => _resolver = resolver;

    /// <param name="source">Where the records are from.</param>
    /// <param name="named">What they name; an empty name for a null MX.</param>
    /// <param name="hosts">Which of that are names of hosts.</param>
    /// <param name="token">Ends it early.</param>
    /// <returns>The faults, and why there may be more.</returns>
    public async Task<(IReadOnlyList<ExchangerFault> Faults, Gap? Gap)> AskAsync(
        string source,
        IReadOnlyCollection<string> named,
        IReadOnlyCollection<string> hosts,
        CancellationToken token
    )
    {
        var asked = await Task.WhenAll(hosts.Select(host => AskAsync(host, token))).ConfigureAwait(false);
        return (
            Written(source, named).Concat(asked.Select(each => each.Fault).OfType<ExchangerFault>()).ToArray(),
            asked.Select(each => each.Gap).FirstOrDefault(gap => gap is not null)
        );
    }

    /// <summary>An address looks like a name of a host, too: its labels are numbers.</summary>
    public static bool IsAddress(string host) => IPAddress.TryParse(host, out _);

    private static IEnumerable<ExchangerFault> Written(string source, IReadOnlyCollection<string> named)
    {
        foreach (var host in named.Where(IsAddress))
        {
            yield return Fault(
                $"Address {host}",
                source,
                new LocalText(
                    $"MXレコードにIPアドレス（{host}）が書かれています。ホスト名だけが許され（RFC 5321 §2.3.5、§5.1）、送信元は配送しません。ホスト名を書いてください",
                    $"an MX record holds an address ({host}), where only names of hosts are allowed (RFC 5321 §2.3.5, §5.1): senders don't deliver there. Name the host"
                )
            );
        }

        if (named.Contains(string.Empty) && named.Count > 1)
        {
            yield return Fault(
                "NullMx",
                source,
                new LocalText(
                    "受信しないことを示すMXレコード（null MX）が、他のMXレコードと並んでいます。並べることは許されません（RFC 7505 §3）。どちらかを削除してください",
                    "an MX record that says it takes no mail (null MX) stands beside others, which is not allowed (RFC 7505 §3). Take one or the others away"
                )
            );
        }
    }

    private async Task<(ExchangerFault? Fault, Gap? Gap)> AskAsync(string host, CancellationToken token)
    {
        var answers = await Task.WhenAll(
                _resolver.AskAsync(host, QueryType.CNAME, token),
                _resolver.AskAsync(host, QueryType.A, token),
                _resolver.AskAsync(host, QueryType.AAAA, token)
            )
            .ConfigureAwait(false);
        var records = answers.SelectMany(answer => answer.Records).ToArray();
        // An address that was asked for comes with the aliases on the way to it.
        if (records.OfType<CNameRecord>().Any())
        {
            return (
                Fault(
                    $"Alias {host}",
                    answers[0].Source,
                    new LocalText(
                        $"MXレコードの {host} は別名（CNAME）です。別名は許されず（RFC 2181 §10.3）、配送しない送信元があります。別名の指す名前をMXレコードに書いてください",
                        $"the exchanger {host} is an alias (CNAME), which is not allowed (RFC 2181 §10.3): some senders don't deliver. Name in the MX record what it stands for"
                    )
                ),
                null
            );
        }

        var gap = answers.Select(answer => answer.Gap).FirstOrDefault(each => each is not null);
        return (
            gap is not null || records.OfType<AddressRecord>().Any()
                ? null
                : Fault(
                    $"NoAddress {host}",
                    answers[1].Source,
                    new LocalText(
                        $"MXレコードの {host} にはアドレス（A、AAAA）がなく、送信元はそこへ配送できません。アドレスを登録するか、MXレコードから削除してください",
                        $"the exchanger {host} has no address (A, AAAA): senders can't deliver there. Give it one, or take it out of the MX records"
                    )
                ),
            gap
        );
    }

    private static ExchangerFault Fault(string name, string source, LocalText told) => new(name, new Gap(GapKind.Unusable, source, told));
}
