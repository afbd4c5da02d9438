using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using DnsClient;
using DnsClient.Protocol;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>
/// The addresses of a host: by the servers of DNS that were named, which may know others than this computer's do (split DNS), else by this
/// computer, its file of hosts included.
/// Either way there is an end to the waiting.
/// </summary>
internal sealed class HostAddresses
{
    private readonly DomainLookupOptions _options;
    private readonly DnsResolver _resolver;

    public HostAddresses(DomainLookupOptions options) => (_options, _resolver) = (options, new DnsResolver(options));

    /// <param name="host">Its name, or an address.</param>
    /// <param name="token">Ends it early.</param>
    /// <returns>The addresses, and why there are none, or not all.</returns>
    public async Task<(IReadOnlyList<IPAddress> Addresses, Gap? Gap)> AskAsync(string host, CancellationToken token)
    {
        if (IPAddress.TryParse(host, out var address))
            return (new[] { address }, null);
        return _options.DnsServers.Count > 0 && DomainName.IsHost(host)
            ? await NamedAsync(host, token).ConfigureAwait(false)
            : await OwnAsync(host, token).ConfigureAwait(false);
    }

    /// <summary>What is asked where its addresses are: DNS, and not the host.</summary>
    public static string SourceOf(string host) => $"dns:{host}";

    private async Task<(IReadOnlyList<IPAddress> Addresses, Gap? Gap)> NamedAsync(string host, CancellationToken token)
    {
        var answers = await Task.WhenAll(_resolver.AskAsync(host, QueryType.A, token), _resolver.AskAsync(host, QueryType.AAAA, token))
            .ConfigureAwait(false);
        var addresses = answers
            .SelectMany(answer => answer.Records.OfType<AddressRecord>())
            .Select(record => record.Address)
            .Distinct()
            .ToArray();
        var gap = answers.Select(answer => answer.Gap).FirstOrDefault(each => each is not null);
        return (
            addresses,
            gap is null && addresses.Length == 0
                ? new Gap(GapKind.Unreachable, SourceOf(host), new LocalText("名前に対応するアドレスがない", "its name has no address"))
                : gap
        );
    }

    private async Task<(IReadOnlyList<IPAddress> Addresses, Gap? Gap)> OwnAsync(string host, CancellationToken token)
    {
        try
        {
            // The system's own question heeds no token.
            var asked = Task.Run(() => Dns.GetHostAddressesAsync(host), CancellationToken.None);
            if (await Task.WhenAny(asked, Task.Delay(_options.Timeout, token)).ConfigureAwait(false) == asked)
                return (await asked.ConfigureAwait(false), null);
            _ = asked.ContinueWith(late => late.Exception, TaskScheduler.Default);
            token.ThrowIfCancellationRequested();
            return (
                Array.Empty<IPAddress>(),
                new Gap(
                    GapKind.Timeout,
                    SourceOf(host),
                    new LocalText("アドレスを調べられない。時間内に応答がない", "its addresses could not be looked up: no answer in time")
                )
            );
        }
        catch (Exception bad) when (bad is SocketException or ArgumentException)
        {
            return (
                Array.Empty<IPAddress>(),
                new Gap(
                    GapKind.Unreachable,
                    SourceOf(host),
                    new LocalText("名前に対応するアドレスがない: ", "its name has no address: ").Then(LocalText.Of(bad.Message))
                )
            );
        }
    }
}
