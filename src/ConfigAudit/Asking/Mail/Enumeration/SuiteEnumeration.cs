using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>
/// Finds every suite that a server accepts of a version. All suites are offered at once, less what it picked before. A server that goes with
/// the client's order shows that by the first of them: then the parts of what is left are asked side by side, each before suites that it
/// took, and as soon as it takes one of these it wants nothing that stands before. Of a server with an order of its own that order is
/// followed until it refuses what is left; which proves nothing of the others, since it may have failed at what it picked, so that each
/// group of what is left is asked. That takes one connection for each accepted suite, and eight at most, or fourteen where refusals aren't
/// clear ones.
/// </summary>
internal sealed class SuiteEnumeration
{
    private static readonly LocalText MayBeLimit = new(
        "サーバが接続を切断した。拒否したのか、接続数の制限によるのかは分からない",
        "the server ended the connection, which may be a refusal or a limit"
    );

    /// <summary>RFC 8446 §6.2: no acceptable set of parameters.</summary>
    private const int HandshakeFailure = 40;

    /// <summary>RFC 8446 §6.2: the version is recognised, and not supported.</summary>
    private const int ProtocolVersionAlert = 70;

    /// <summary>RFC 8446 §6.2: the server wants more secure parameters.</summary>
    private const int InsufficientSecurity = 71;

    /// <summary>So many suites, taken as the client has them, tell whose order it may be: of two, chance says the same each other
    /// time.</summary>
    private const int Telling = 3;

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

        var (run, left) = (search.Run(), _groups.Older.ToList());
        var last = await TakeAsync(search, run, left, Telling, token).ConfigureAwait(false);
        if (search.IsUnsupported)
            return search;
        var failed = SuiteOrder.IsClients(_groups.Older, run) ? await BesideAsync(search, run, left, token).ConfigureAwait(false) : null;
        if (failed is null)
            last ??= await TakeAsync(search, run, left, int.MaxValue, token).ConfigureAwait(false);
        var groups =
            failed is not null ? _groups.ByBoth(failed)
            : last is not null && IsClean(last) ? _groups.ByCredential(left)
            : _groups.ByUse(left);
        await Task.WhenAll(groups.Select(group => SearchAsync(search, group, token))).ConfigureAwait(false);
        // At once, where that can be told: a limit may be over by the end.
        if (search.HasEnded && _prober.HasTaken && !await _prober.IsAliveAsync(token).ConfigureAwait(false))
            search.Doubt(MayBeLimit);
        return search;
    }

    private async Task SearchAsync(SuiteSearch search, IReadOnlyList<int> group, CancellationToken token)
    {
        var left = group.ToList();
        if (await TakeAsync(search, search.Run(), left, int.MaxValue, token).ConfigureAwait(false) is not { } answer || IsClean(answer))
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
            search.Doubt(answer.Told);
    }

    /// <summary>
    /// Asks the parts of what is left side by side, where the server goes with the client: each before suites that it took, until it takes
    /// the first of these, and wants nothing of the part any more.
    /// </summary>
    /// <returns>Those of which it didn't show that; null where it has an order of its own, or that isn't known.</returns>
    private async Task<IReadOnlyList<int>?> BesideAsync(SuiteSearch search, List<int> run, List<int> left, CancellationToken token)
    {
        if (run.Count < 2 || left.Count == 0)
            return null;
        // The first that it took is the last now: it stays with it, or goes with the client.
        var known = _groups.ChaChaLast(run.Skip(1)).Append(run[0]).ToArray();
        var parts = _groups.ByKind(left);
        var picks = new List<int?>();
        while (picks.Count < parts.Count && picks.LastOrDefault() is null)
            picks.Add(await PickBeforeAsync(search, parts[picks.Count], known, token).ConfigureAwait(false));
        if (picks[picks.Count - 1] is not { } pick)
            return null;
        search.HasServerOrder = pick == run[0];
        if (search.HasServerOrder == true)
            return null;
        var unproven = await Task.WhenAll(
                parts.Select(
                    (part, index) =>
                        TakeBeforeAsync(
                            search,
                            part,
                            known,
                            index < picks.Count ? Task.FromResult(picks[index]) : PickBeforeAsync(search, part, known, token),
                            token
                        )
                )
            )
            .ConfigureAwait(false);
        return unproven.SelectMany(part => part).ToArray();
    }

    /// <returns>What may be wanted still: where it took none of what it knows, it failed at what it picked.</returns>
    private async Task<IReadOnlyList<int>> TakeBeforeAsync(
        SuiteSearch search,
        IReadOnlyList<int> part,
        int[] known,
        Task<int?> first,
        CancellationToken token
    )
    {
        var (run, left) = (search.Run(), part.ToList());
        for (var picked = first; left.Count > 0; picked = PickBeforeAsync(search, left, known, token))
        {
            var pick = await picked.ConfigureAwait(false);
            if (pick == known[0])
                return Array.Empty<int>();
            if (pick is not { } suite || !left.Remove(suite))
                break;
            run.Add(suite);
        }

        return left;
    }

    private Task<int?> PickBeforeAsync(SuiteSearch search, IEnumerable<int> part, IEnumerable<int> known, CancellationToken token) =>
        PickAsync(search.Version, _groups.ChaChaLast(part).Concat(known).ToArray(), token);

    /// <summary>Offers what is <paramref name="left"/>, less what the server took before, until it takes no more, or has taken so
    /// many.</summary>
    /// <returns>How it then answered; null where it needn't be asked further.</returns>
    private async Task<TlsAnswer?> TakeAsync(SuiteSearch search, List<int> run, List<int> left, int most, CancellationToken token)
    {
        while (left.Count > 0 && run.Count < most && !search.IsUnsupported)
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
                {
                    search.Doubt(
                        new LocalText(
                            $"サーバの応答が、{search.Version} のときと {answer.Hello.Version} のときがある",
                            $"the server answered once with {search.Version}, and once with {answer.Hello.Version}"
                        )
                    );
                }
                search.IsUnsupported = true;
            }
            else if (!left.Remove(answer.Hello.Suite))
            {
                search.Doubt(
                    new LocalText(
                        $"サーバが、提案していない暗号スイート 0x{answer.Hello.Suite:X4} を選んだ",
                        $"the server picked 0x{answer.Hello.Suite:X4}, which wasn't offered"
                    )
                );
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
        // Of a server that is known to end connections for want of room, no end says that a suite is refused.
        if (search.HasEnded && (!isAlive || _prober.HasLimit))
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
