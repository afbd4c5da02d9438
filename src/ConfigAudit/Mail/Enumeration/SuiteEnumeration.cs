using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail.Enumeration;

/// <summary>
/// Finds every suite that a server accepts of a version: each group of suites is offered until the server refuses what is left of it, less what it picked
/// before. That takes one connection for each accepted suite and one for each group. Where the refusal isn't a clear one, what is left is asked again by kind.
/// </summary>
internal sealed class SuiteEnumeration
{
    /// <summary>RFC 8446 §6.2: no acceptable set of parameters.</summary>
    private const int HandshakeFailure = 40;

    /// <summary>RFC 8446 §6.2: the version is recognised, and not supported.</summary>
    private const int ProtocolVersionAlert = 70;

    /// <summary>RFC 8446 §6.2: the server wants more secure parameters.</summary>
    private const int InsufficientSecurity = 71;

    private readonly Prober _prober;
    private readonly IReadOnlyList<IReadOnlyList<int>> _older;
    private readonly IReadOnlyList<IReadOnlyList<int>> _tls13;
    private readonly IReadOnlyDictionary<int, string> _names;

    /// <summary>A hello that the server took, to see whether it still answers.</summary>
    private ClientHello? _taken;

    public SuiteEnumeration(Prober prober, IReadOnlyList<TlsSuite> suites) =>
        (_prober, _older, _tls13, _names) = (prober, SuiteGroups.OfOlder(suites), SuiteGroups.OfTls13(suites), suites.ToDictionary(suite => suite.Code, suite => suite.Name));

    /// <summary>The versions, each with its suites, in the order given.</summary>
    public async Task<IReadOnlyList<VersionAnswer>> AskAsync(IEnumerable<TlsVersion> versions, CancellationToken token)
    {
        var searches = await Task.WhenAll(versions.Select(version => SearchAsync(version, token))).ConfigureAwait(false);
        // Some servers refuse with the end of the stream, and one that is busy ends it too. It was a refusal if the server answers still.
        var isAlive = searches.Any(search => search.HasEnded) && await IsAliveAsync(token).ConfigureAwait(false);
        return await Task.WhenAll(searches.Select(search => ConcludeAsync(search, isAlive, token))).ConfigureAwait(false);
    }

    private async Task<Search> SearchAsync(TlsVersion version, CancellationToken token)
    {
        var search = new Search(version);
        var groups = version == TlsVersion.Tls13 ? _tls13 : _older;
        // The usual suites alone first: most servers that don't know the version say so.
        await SearchAsync(search, groups[0], token).ConfigureAwait(false);
        if (!search.IsUnsupported)
            await Task.WhenAll(groups.Skip(1).Select(group => SearchAsync(search, group, token))).ConfigureAwait(false);
        return search;
    }

    private async Task SearchAsync(Search search, IReadOnlyList<int> group, CancellationToken token)
    {
        var left = new List<int>(group);
        while (left.Count > 0)
        {
            var hello = Hello(search.Version, left.ToArray());
            var answer = await _prober.AskAsync(hello, isWhole: false, token).ConfigureAwait(false);
            if (answer.Kind == TlsAnswerKind.Accepted)
            {
                // It speaks, and in another version: it doesn't know this one.
                if (answer.Hello!.Version != search.Version)
                {
                    search.IsUnsupported = true;
                    return;
                }

                if (!left.Remove(answer.Hello.Suite))
                {
                    search.Doubt($"the server picked 0x{answer.Hello.Suite:X4}, which wasn't offered");
                    return;
                }

                search.Take(answer.Hello.Suite);
                _taken = hello;
                continue;
            }

            if (IsClean(answer))
                search.IsUnsupported |= answer.Alert == ProtocolVersionAlert;
            else if (answer.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended && SuiteGroups.Split(left, _names) is { Count: > 1 } parts)
                await Task.WhenAll(parts.Select(part => SearchAsync(search, part, token))).ConfigureAwait(false);
            else if (answer.Kind == TlsAnswerKind.Ended)
                search.HasEnded = true;
            else if (answer.Kind != TlsAnswerKind.Refused)
                search.Doubt(answer.ToString());
            return;
        }
    }

    /// <summary>Whether the server says that it wants none of what was offered. Another alert, or the end of the stream, may mean that it failed at what it had picked.</summary>
    private static bool IsClean(TlsAnswer answer) => answer is { Kind: TlsAnswerKind.Refused, Alert: HandshakeFailure or InsufficientSecurity or ProtocolVersionAlert };

    private async Task<bool> IsAliveAsync(CancellationToken token) =>
        _taken is not null && (await _prober.AskAsync(_taken, isWhole: false, token).ConfigureAwait(false)).Kind == TlsAnswerKind.Accepted;

    private async Task<VersionAnswer> ConcludeAsync(Search search, bool isAlive, CancellationToken token)
    {
        if (search.HasEnded && !isAlive)
            search.Doubt("the server ended the connection, which may be a refusal or a limit");
        var suites = search.Suites;
        return new VersionAnswer(search.Version)
        {
            Suites = suites,
            Doubt = search.IsUnsupported && suites.Count == 0 ? null : search.Why,
            HasServerOrder = suites.Count < 2 ? null : await HasServerOrderAsync(search.Version, suites, token).ConfigureAwait(false),
        };
    }

    /// <summary>A server with an order of its own picks the same suite from both ends of a list.</summary>
    private async Task<bool?> HasServerOrderAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token)
    {
        var first = await PickAsync(version, suites, token).ConfigureAwait(false);
        var second = await PickAsync(version, suites.Reverse().ToArray(), token).ConfigureAwait(false);
        return first is null || second is null ? null : first == second;
    }

    private async Task<int?> PickAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token) =>
        (await _prober.AskAsync(Hello(version, suites), isWhole: false, token).ConfigureAwait(false)).Hello?.Suite;

    private ClientHello Hello(TlsVersion version, IReadOnlyList<int> suites) => new(version, suites) { ServerName = _prober.ServerName };

    /// <summary>What is known of a version so far. Groups are asked side by side.</summary>
    private sealed class Search
    {
        private readonly List<int> _suites = new();
        private string? _why;

        public Search(TlsVersion version) => Version = version;

        public TlsVersion Version { get; }

        public bool IsUnsupported { get; set; }

        public bool HasEnded { get; set; }

        public string? Why => _why;

        public IReadOnlyList<int> Suites
        {
            get
            {
                lock (_suites)
                    return _suites.OrderBy(suite => suite).ToArray();
            }
        }

        public void Take(int suite)
        {
            lock (_suites)
                _suites.Add(suite);
        }

        public void Doubt(string why) => _why ??= why;
    }
}
