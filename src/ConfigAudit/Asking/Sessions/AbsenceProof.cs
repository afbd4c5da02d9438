using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// Whether a class that a host can't be asked for isn't there. WinRM has one code for a class or namespace that isn't there and for a query
/// that it can't process, and
/// only its text, which is in the host's language, tells them apart. So two more questions are asked: one of a class that every Windows
/// has, which must be
/// answered; and one of the class in doubt that names no property and no condition, so that nothing of it can be wrong but the class and
/// its namespace.
/// </summary>
internal sealed class AbsenceProof
{
    /// <summary>A class with one row, in the namespace of all that Windows has.</summary>
    private static readonly CimQuery Always = new("root/cimv2", "Win32_ComputerSystem", new[] { "Name" });

    private readonly Func<CimQuery, CancellationToken, Task<CimAnswer>> _first;
    private volatile bool _isAnswered;

    /// <param name="first">Asks for the first rows of an answer, and for no more.</param>
    public AbsenceProof(Func<CimQuery, CancellationToken, Task<CimAnswer>> first) => _first = first;

    /// <summary>The answer, with its gap as what it is shown to be.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="token">Gives up.</param>
    public async Task<CimAnswer> OfAsync(CimQuery query, CimAnswer answer, CancellationToken token)
    {
        if (!answer.MayBeAbsent || answer.Rows.Count > 0 || !await IsAnsweredAsync(token).ConfigureAwait(false))
            return answer;
        var bare = query with { Properties = Array.Empty<string>(), Where = null };
        var again = query.Wql == bare.Wql ? answer : await _first(bare, token).ConfigureAwait(false);
        if (again.MayBeAbsent)
            return Absent(query.Source, answer);
        return again.Gap is not null
            ? answer
            : CimAnswer.Failed(
                GapKind.Unusable,
                query.Source,
                new LocalText(
                    "クラスはあるが、この問合せを処理できない。プロパティのないWindowsの版かもしれない",
                    "the class is there, and the host can't process the query: it may lack a property of later versions"
                )
            );
    }

    /// <summary>The same of a call of a method.</summary>
    public async Task<CimAnswer> OfAsync(CimCall call, CimAnswer answer, CancellationToken token) =>
        answer.MayBeAbsent && await IsAnsweredAsync(token).ConfigureAwait(false) ? Absent(call.Source, answer) : answer;

    private static CimAnswer Absent(string source, CimAnswer answer) => CimAnswer.Failed(GapKind.NotPresent, source, answer.Gap!.Told);

    /// <summary>Once it was, it is; what failed for another reason may do better the next time.</summary>
    private async Task<bool> IsAnsweredAsync(CancellationToken token)
    {
        if (!_isAnswered)
            _isAnswered = await _first(Always, token).ConfigureAwait(false) is { Gap: null, Rows.Count: > 0 };
        return _isAnswered;
    }
}
