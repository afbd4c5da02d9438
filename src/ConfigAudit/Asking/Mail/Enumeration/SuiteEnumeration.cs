using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>
/// Finds every suite that a server accepts of a version. All suites are offered at once until the server refuses what is left, less what it
/// picked before: that shows
/// them in the server's order, and proves nothing of the others, since it may have failed at what it picked. So what is left is offered
/// again, before two suites that it
/// took: a server that follows the client's order and takes one of these wants nothing that stands before. Of other servers each group of
/// what is left is asked. That
/// takes one connection for each accepted suite, and eight at most, or fourteen where refusals aren't clear ones.
/// </summary>
internal sealed class SuiteEnumeration
{
    private const string MayBeLimit = "the server ended the connection, which may be a refusal or a limit";

    /// <summary>RFC 8446 §6.2: no acceptable set of parameters.</summary>
    private const int HandshakeFailure = 40;

    /// <summary>RFC 8446 §6.2: the version is recognised, and not supported.</summary>
    private const int ProtocolVersionAlert = 70;

    /// <summary>RFC 8446 §6.2: the server wants more secure parameters.</summary>
    private const int InsufficientSecurity = 71;

    /// <summary>RFC 6066 §3: the server knows no server of that name.</summary>
    private const int UnrecognizedName = 112;

    private readonly Prober _prober;
    private readonly SuiteGroups _groups;

    public SuiteEnumeration(Prober prober, IReadOnlyList<TlsSuite> suites) => (_prober, _groups) = (prober, new SuiteGroups(suites));

    /// <summary>The versions, each with its suites, in the order given.</summary>
    public async Task<IReadOnlyList<VersionAnswer>> AskAsync(IEnumerable<TlsVersion> versions, CancellationToken token)
    {
        var searches = await Task.WhenAll(versions.Select(version => SearchAsync(version, token))).ConfigureAwait(false);
        // Some servers refuse with the end of the stream, and one that is busy ends it too. It was a refusal if the server answers still.
        var isAlive = searches.Any(search => search.HasEnded) && await _prober.IsAliveAsync(token).ConfigureAwait(false);
        return await Task.WhenAll(searches.Select(search => ConcludeAsync(search, isAlive, token))).ConfigureAwait(false);
    }

    private async Task<SuiteSearch> SearchAsync(TlsVersion version, CancellationToken token)
    {
        var search = new SuiteSearch(version);
        if (version == TlsVersion.Tls13)
        {
            await SearchAsync(search, _groups.OfTls13, token).ConfigureAwait(false);
            return search;
        }

        var last = await TakeAsync(search, _groups.Older.ToList(), token).ConfigureAwait(false);
        if (search.IsUnsupported)
            return search;
        IReadOnlyList<int> left = _groups.Older.Except(search.Everything).ToArray();
        var isClean = last is not null && IsClean(last);
        // Where the server failed at some, the others may be proven.
        var unproven = await UnprovenAsync(search, isClean ? _groups.ByTrust(left) : _groups.ByKind(left), token).ConfigureAwait(false);
        var groups = isClean ? _groups.ByCredential(unproven) : _groups.ByUse(unproven);
        await Task.WhenAll(groups.Select(group => SearchAsync(search, group, token))).ConfigureAwait(false);
        // At once, where that can be told: a limit may be over by the end.
        if (search.HasEnded && _prober.HasTaken && !await _prober.IsAliveAsync(token).ConfigureAwait(false))
            search.Doubt(MayBeLimit);
        return search;
    }

    private async Task SearchAsync(SuiteSearch search, IReadOnlyList<int> group, CancellationToken token)
    {
        var left = group.ToList();
        if (await TakeAsync(search, left, token).ConfigureAwait(false) is not { } answer || IsClean(answer))
            return;
        var parts = answer.Kind switch
        {
            TlsAnswerKind.Refused => _groups.ByBoth(left),
            TlsAnswerKind.Ended => _groups.ByUse(left),
            _ => Array.Empty<IReadOnlyList<int>>(),
        };
        if (parts.Count > 1)
            await Task.WhenAll(parts.Select(part => SearchAsync(search, part, token))).ConfigureAwait(false);
        else if (answer.Kind == TlsAnswerKind.Ended)
            search.HasEnded = true;
        else if (answer.Kind != TlsAnswerKind.Refused)
            search.Doubt(answer.ToString());
    }

    /// <summary>Those of which the server didn't show that it wants none. It can where it follows the client's order, and took two suites
    /// already.</summary>
    private async Task<IEnumerable<int>> UnprovenAsync(SuiteSearch search, IReadOnlyList<IReadOnlyList<int>> parts, CancellationToken token)
    {
        if (search.Everything.Count < 2 || !SuiteOrder.IsClients(_groups.Older, search.Everything))
            return parts.SelectMany(part => part);
        var first = search.Everything[0];
        var known = _groups.ChaChaLast(search.Everything.Skip(1)).Append(first).ToArray();
        var picks = await Task.WhenAll(
                parts.Select(part => PickAsync(search.Version, _groups.ChaChaLast(part).Concat(known).ToArray(), token))
            )
            .ConfigureAwait(false);
        // The first that it took is the last now: it stays with it, or goes with the client.
        search.HasServerOrder =
            picks.Contains(first) ? true
            : picks.Contains(known[0]) ? false
            : null;
        return parts.Where((_, index) => search.HasServerOrder != false || picks[index] != known[0]).SelectMany(part => part);
    }

    /// <summary>Offers what is <paramref name="left"/>, less what the server took before, until it takes no more.</summary>
    /// <returns>How it then answered; null where it needn't be asked further.</returns>
    private async Task<TlsAnswer?> TakeAsync(SuiteSearch search, List<int> left, CancellationToken token)
    {
        var run = search.Run();
        while (left.Count > 0 && !search.IsUnsupported)
        {
            var hello = Hello(search.Version, left.ToArray());
            var answer = await _prober.AskAsync(hello, isWhole: false, token).ConfigureAwait(false);
            search.IsAnswered |= answer.Kind is TlsAnswerKind.Accepted or TlsAnswerKind.Refused;
            if (answer.Kind != TlsAnswerKind.Accepted)
            {
                search.IsUnnamed |= answer.Alert == UnrecognizedName && search.Suites.Length == 0;
                search.IsUnsupported |= search.IsUnnamed || (IsClean(answer) && answer.Alert == ProtocolVersionAlert);
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
            }
        }

        return null;
    }

    /// <summary>Whether the server says that it wants none of what was offered. Another alert, or the end of the stream, may mean that it
    /// failed at what it had picked.</summary>
    private static bool IsClean(TlsAnswer answer) =>
        answer is { Kind: TlsAnswerKind.Refused, Alert: HandshakeFailure or InsufficientSecurity or ProtocolVersionAlert };

    private async Task<VersionAnswer> ConcludeAsync(SuiteSearch search, bool isAlive, CancellationToken token)
    {
        if (search.HasEnded && !isAlive)
            search.Doubt(MayBeLimit);
        var order = new SuiteOrder((suites, round) => PickAsync(search.Version, suites, round), _groups);
        var (hasServerOrder, preference) = await order.AskAsync(search, token).ConfigureAwait(false);
        return new VersionAnswer(search.Version)
        {
            Suites = search.Suites,
            IsAnswered = search.IsAnswered,
            IsUnnamed = search.IsUnnamed,
            Doubt = search.IsUnsupported && search.Suites.Length == 0 ? null : search.Why,
            HasServerOrder = hasServerOrder,
            Preference = preference,
        };
    }

    private async Task<int?> PickAsync(TlsVersion version, IReadOnlyList<int> suites, CancellationToken token)
    {
        var hello = (await _prober.AskAsync(Hello(version, suites), isWhole: false, token).ConfigureAwait(false)).Hello;
        return hello?.Version == version ? hello.Suite : null;
    }

    private ClientHello Hello(TlsVersion version, IReadOnlyList<int> suites) => new(version, suites) { ServerName = _prober.ServerName };
}
