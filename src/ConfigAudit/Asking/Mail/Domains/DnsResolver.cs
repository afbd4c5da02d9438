using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using DnsClient;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>Asks the resolver. The questions bid it to say whether the answer is secure (the DO bit, RFC 3225; RFC 6840 §5.8).</summary>
internal sealed class DnsResolver
{
    /// <summary>How often a server is asked within the time: datagrams are lost.</summary>
    private const int Tries = 3;

    private readonly TimeSpan _timeout;
    private readonly Lazy<LookupClient> _client;

    public DnsResolver(DomainLookupOptions options) => (_timeout, _client) = (options.Timeout, new(() => Client(options)));

    public async Task<DnsAnswer> AskAsync(string name, QueryType type, CancellationToken token)
    {
        var answer = new DnsAnswer($"dns:{name}/{type.ToString().ToUpperInvariant()}");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_timeout);
        try
        {
            return Read(answer, name, await _client.Value.QueryAsync(name, type, QueryClass.IN, deadline.Token).ConfigureAwait(false));
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
        catch (Exception bad)
            when (deadline.IsCancellationRequested
                || bad is OperationCanceledException or DnsResponseException { Code: DnsResponseCode.ConnectionTimeout }
            )
        {
            return answer with
            {
                Gap = new(
                    GapKind.Timeout,
                    answer.Source,
                    new LocalText(
                        $"調べられない。どのDNSサーバも時間内に応答しない{Asked.Ja}",
                        $"it could not be looked up: no server of DNS answered in time{Asked.En}"
                    )
                ),
            };
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and the library throws what it meets while it reads them.
            return answer with
            {
                Gap = new(
                    GapKind.Unusable,
                    answer.Source,
                    new LocalText(
                        $"調べられない: {HostileText.Shown(bad.InnerException?.Message ?? bad.Message)}",
                        $"it could not be looked up: {HostileText.Shown(bad.InnerException?.Message ?? bad.Message)}"
                    )
                ),
            };
        }
    }

    /// <summary>Whom, for people.</summary>
    private LocalText Asked =>
        _client.IsValueCreated && string.Join(", ", _client.Value.NameServers.Select(server => server.ToString())) is var servers
            ? new LocalText($"（問い合わせ先: {servers}）", $" (asked: {servers})")
            : LocalText.Empty;

    /// <summary>A name of an answer without the dot at its end. The library has punycode and its letters, now in the one place and now in
    /// the other.</summary>
    public static string Name(DnsString name)
    {
        var (value, original) = (name.Value.TrimEnd('.'), name.Original.TrimEnd('.'));
        return DomainName.IsHost(original) ? original : value;
    }

    private static DnsAnswer Read(DnsAnswer answer, string name, IDnsQueryResponse response)
    {
        if (response.Questions.Count != 1 || !Name(response.Questions[0].QueryName).Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return answer with
            {
                Gap = new(
                    GapKind.Unusable,
                    answer.Source,
                    new LocalText(
                        "調べられない。別の問合せへの応答が返った",
                        "it could not be looked up: the answer is to another question"
                    )
                ),
            };
        }

        var isSecure = response.Header.IsAuthenticData;
        return response.Header.ResponseCode switch
        {
            DnsHeaderResponseCode.NoError => answer with { Records = response.Answers, Exists = true, IsSecure = isSecure },
            DnsHeaderResponseCode.NotExistentDomain => answer with { IsSecure = isSecure },
            _ => answer with
            {
                Gap = new(
                    GapKind.Unusable,
                    answer.Source,
                    new LocalText(
                        $"調べられない。DNSサーバの応答: {response.Header.ResponseCode}",
                        $"it could not be looked up: the server of DNS said {response.Header.ResponseCode}"
                    )
                ),
            },
        };
    }

    /// <summary>Where this computer has no server of DNS nobody else is asked: whom an organisation audits isn't told to
    /// strangers.</summary>
    private static LookupClient Client(DomainLookupOptions options)
    {
        var servers =
            options.DnsServers.Count > 0
                ? options.DnsServers.Select(server => new NameServer(server))
                : NameServer.ResolveNameServers(fallbackToGooglePublicDns: false);
        return new(
            new LookupClientOptions(servers.ToArray())
            {
                Timeout = TimeSpan.FromTicks(options.Timeout.Ticks / Tries),
                Retries = Tries - 1,
                RequestDnsSecRecords = true,
                UseCache = false,
                UseRandomNameServer = false,
                ContinueOnEmptyResponse = false,
            }
        );
    }
}
