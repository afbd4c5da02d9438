using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail.Enumeration;

/// <summary>
/// Finds every suite that a server accepts of a version. All suites are offered at once until the server refuses what is left, less what it picked before:
/// that shows them in the server's order, and proves nothing of the others. Then each group of what is left is offered the same way. That takes one
/// connection for each accepted suite, one for each group, and one. Where the refusal isn't a clear one, what is left is asked again by kind.
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
        var last = groups.Count > 1 ? await TakeAsync(search, groups.SelectMany(group => group).ToList(), token).ConfigureAwait(false) : null;
        if (search.IsUnsupported)
            return search;
        // A server that refuses unclearly would do so for each group, and each would be asked again by kind.
        if (last is not null && !IsClean(last))
            groups = groups.SelectMany(group => SuiteGroups.Split(group, _names)).ToArray();
        var found = search.Suites;
        await Task.WhenAll(groups.Select(group => SearchAsync(search, group.Except(found).ToList(), token))).ConfigureAwait(false);
        return search;
    }

    private async Task SearchAsync(Search search, List<int> group, CancellationToken token)
    {
        if (await TakeAsync(search, group, token).ConfigureAwait(false) is not { } answer || IsClean(answer))
            return;
        if (answer.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended && SuiteGroups.Split(group, _names) is { Count: > 1 } parts)
            await Task.WhenAll(parts.Select(part => SearchAsync(search, part.ToList(), token))).ConfigureAwait(false);
        else if (answer.Kind == TlsAnswerKind.Ended)
            search.HasEnded = true;
        else if (answer.Kind != TlsAnswerKind.Refused)
            search.Doubt(answer.ToString());
    }

    /// <summary>Offers what is <paramref name="left"/>, less what the server took before, until it takes no more.</summary>
    /// <returns>How it then answered; null where it needn't be asked further.</returns>
    private async Task<TlsAnswer?> TakeAsync(Search search, List<int> left, CancellationToken token)
    {
        var run = search.Run();
        while (left.Count > 0 && !search.IsUnsupported)
        {
            var hello = Hello(search.Version, left.ToArray());
            var answer = await _prober.AskAsync(hello, isWhole: false, token).ConfigureAwait(false);
            if (answer.Kind != TlsAnswerKind.Accepted)
            {
                search.IsUnsupported |= IsClean(answer) && answer.Alert == ProtocolVersionAlert;
                return answer;
            }

            // It speaks, and in another version: it doesn't know this one.
            if (answer.Hello!.Version != search.Version)
            {
                if (search.Suites.Length > 0)
                    search.Doubt($"the server answered once with {search.Version}, and once with {answer.Hello.Version}");
                search.IsUnsupported = true;
            }
            else if (!left.Remove(answer.Hello.Suite))
            {
                search.Doubt($"the server picked 0x{answer.Hello.Suite:X4}, which wasn't offered");
                return null;
            }
            else
            {
                run.Add(answer.Hello.Suite);
                _taken = hello;
            }
        }

        return null;
    }

    /// <summary>Whether the server says that it wants none of what was offered. Another alert, or the end of the stream, may mean that it failed at what it had picked.</summary>
    private static bool IsClean(TlsAnswer answer) => answer is { Kind: TlsAnswerKind.Refused, Alert: HandshakeFailure or InsufficientSecurity or ProtocolVersionAlert };

    private async Task<bool> IsAliveAsync(CancellationToken token) =>
        _taken is not null && (await _prober.AskAsync(_taken, isWhole: false, token).ConfigureAwait(false)).Kind == TlsAnswerKind.Accepted;

    private async Task<VersionAnswer> ConcludeAsync(Search search, bool isAlive, CancellationToken token)
    {
        if (search.HasEnded && !isAlive)
            search.Doubt("the server ended the connection, which may be a refusal or a limit");
        var order = new SuiteOrder((suites, round) => PickAsync(search.Version, suites, round), _names);
        var (hasServerOrder, preference) = await order.AskAsync(search.Version, _older.SelectMany(group => group).Concat(_tls13.SelectMany(group => group)).ToArray(), search.Runs, token).ConfigureAwait(false);
        return new VersionAnswer(search.Version)
        {
            Suites = search.Suites,
            Doubt = search.IsUnsupported && search.Suites.Length == 0 ? null : search.Why,
            HasServerOrder = hasServerOrder,
            Preference = preference,
        };
    }

    private async Task<int?> PickAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token) =>
        (await _prober.AskAsync(Hello(version, suites), isWhole: false, token).ConfigureAwait(false)).Hello?.Suite;

    private ClientHello Hello(TlsVersion version, IReadOnlyList<int> suites) => new(version, suites) { ServerName = _prober.ServerName };

    /// <summary>What is known of a version so far. Groups are asked side by side.</summary>
    private sealed class Search
    {
        private readonly List<List<int>> _runs = new();
        private string? _why;

        public Search(TlsVersion version) => Version = version;

        public TlsVersion Version { get; }

        public bool IsUnsupported { get; set; }

        public bool HasEnded { get; set; }

        public string? Why => _why;

        /// <summary>The suites that the server took, each time in the order in which it took them.</summary>
        public IReadOnlyList<IReadOnlyList<int>> Runs
        {
            get
            {
                lock (_runs)
                    return _runs.Where(run => run.Count > 0).ToArray();
            }
        }

        public int[] Suites => Runs.SelectMany(run => run).OrderBy(suite => suite).ToArray();

        /// <summary>A list for one more row of questions.</summary>
        public List<int> Run()
        {
            var run = new List<int>();
            lock (_runs)
                _runs.Add(run);
            return run;
        }

        public void Doubt(string why) => _why ??= why;
    }
}
