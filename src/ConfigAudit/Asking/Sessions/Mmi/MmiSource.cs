using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>
/// A host that is asked through Windows' own management infrastructure: this computer itself, another over WinRM or DCOM, or the session
/// that a caller
/// opened with New-CimSession. Asynchronous calls alone: a synchronous one can't be given up.
/// </summary>
internal sealed class MmiSource : ICimSource
{
    private readonly CimSession _session;
    private readonly bool _isOurs;
    private readonly TimeSpan _timeout;
    private readonly ProviderWidth _width = new();
    private readonly AbsenceProof _absence;

    private MmiSource(CimSession session, bool isOurs, TimeSpan timeout)
    {
        (_session, _isOurs, _timeout) = (session, isOurs, timeout);
        _absence = new AbsenceProof(RowsAsync);
    }

    public string Protocol => "Mmi";

    public DateTimeOffset? Now => DateTimeOffset.Now;

    /// <summary>A caller's session: used, and left open.</summary>
    /// <param name="session">Whose own time for an operation is another's.</param>
    /// <param name="timeout">The longest that the host may take for one answer.</param>
    public static ICimSource Borrow(CimSession session, TimeSpan timeout) => new MmiSource(session, isOurs: false, timeout);

    /// <exception cref="SessionException">The host can't be asked.</exception>
    public static async Task<ICimSource> OpenAsync(Target target, SessionProtocol protocol, SessionOptions options, CancellationToken token)
    {
        CimSession session;
        try
        {
            session = MmiSession.Create(target, protocol, options);
        }
        catch (CimException bad)
        {
            var why = FailureOf(bad);
            throw new SessionException(why.Kind, why.Told, bad);
        }
        catch (Exception bad) when (bad is TypeInitializationException or DllNotFoundException or TypeLoadException)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    "Windowsの管理基盤を読み込めません。-Protocol WsMan と -UseSsl を使ってください",
                    "Windows' management infrastructure can't be loaded here: use -Protocol WsMan with -UseSsl"
                ),
                bad
            );
        }

        var source = new MmiSource(session, isOurs: true, options.OperationTimeout);
        try
        {
            // Creating a session sends nothing yet. One question alone tells whether the host can be reached and lets us in.
            var answer = await Observation<CimInstance>
                .Of(_ => (session.TestConnectionAsync(), null), target.ComputerName, _ => null, FailureOf, token)
                .ConfigureAwait(false);
            // A wrong password and missing rights have one code in many versions.
            return answer.Gap is null
                ? source
                : throw new SessionException(answer.Gap.Kind, answer.Gap.Told) { IsRefusal = answer.Gap.Kind == GapKind.Denied };
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
        await _absence.OfAsync(query, await RowsAsync(query, token).ConfigureAwait(false), token).ConfigureAwait(false);

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var wanted = _width.Options(call);
        var answer = await AskAsync(call, wanted, token).ConfigureAwait(false);
        if (wanted.Count == 0 || !ProviderWidth.MayBeRefused(answer))
            return answer;
        if (_width.IsUnknown)
            _width.Learn(await QueryAsync(ProviderWidth.Question, token).ConfigureAwait(false));
        var others = _width.Options(call);
        return others.Count == 0 ? await AskAsync(call, others, token).ConfigureAwait(false) : answer;
    }

    /// <summary>Doesn't wait until the session is closed: a host that hangs would hold the thread.</summary>
    public void Dispose()
    {
        if (_isOurs)
            _ = Observation<object>.Of(_ => (_session.CloseAsync(), null), string.Empty, _ => null, FailureOf, CancellationToken.None);
    }

    private Task<CimAnswer> RowsAsync(CimQuery query, CancellationToken token) =>
        Observation<CimInstance>.Of(
            giveUp =>
            {
                var options = Options(query.Within < _timeout ? query.Within!.Value : _timeout, giveUp);
                return (_session.QueryInstancesAsync(query.Namespace, "WQL", query.Wql, options), options);
            },
            query.Source,
            MmiRows.Of,
            FailureOf,
            token
        );

    private async Task<CimAnswer> AskAsync(CimCall call, IReadOnlyList<KeyValuePair<string, object>> wanted, CancellationToken token)
    {
        var answer = await Observation<CimMethodResultBase>
            .Of(
                giveUp => Begin(call, wanted, giveUp),
                call.Source,
                result => result is CimMethodResult whole ? MmiRows.Of(whole) : null,
                FailureOf,
                token
            )
            .ConfigureAwait(false);
        answer = await _absence.OfAsync(call, answer, token).ConfigureAwait(false);
        return answer.Gap is null && answer.Rows.Count != 1
            ? CimAnswer.Failed(GapKind.Unusable, call.Source, new LocalText("応答が空", "the answer is empty"))
            : answer;
    }

    private (IObservable<CimMethodResultBase> Operation, IDisposable Options) Begin(
        CimCall call,
        IReadOnlyList<KeyValuePair<string, object>> wanted,
        CancellationToken giveUp
    )
    {
        var options = Options(_timeout, giveUp);
        options.EnableMethodResultStreaming = false;
        // WinRM's service has Windows' own width: where a transport doesn't know these, it may pass over them.
        foreach (var option in wanted)
            options.SetCustomOption(option.Key, option.Value, option.Value is bool ? CimType.Boolean : CimType.SInt32, mustComply: false);
        // Disposed of with the options: the operation reads them as it goes.
        var parameters = new CimMethodParametersCollection();
        foreach (var argument in call.Arguments)
            parameters.Add(CimMethodParameter.Create(argument.Key, argument.Value, CimFlags.In));
        return (_session.InvokeMethodAsync(call.Namespace, call.Class, call.Method, parameters, options), new Both(options, parameters));
    }

    /// <summary>The host is told how long it may take, too: what nobody waits for any more would go on there.</summary>
    private static CimOperationOptions Options(TimeSpan timeout, CancellationToken giveUp) =>
        new() { Timeout = timeout, CancellationToken = giveUp };

    private static MmiFailure FailureOf(Exception error)
    {
        if (error is not CimException cim)
            return new MmiFailure(GapKind.Unusable, LocalText.Of(error.Message));
        var code = cim.ErrorData?.CimInstanceProperties["error_Code"]?.Value;
        return new MmiFailure(
            MmiErrors.Kind((int)cim.NativeErrorCode, code, cim.MessageId),
            MmiErrors.Told(cim.Message, code, cim.MessageId),
            MmiErrors.MayBeAbsent(code, cim.MessageId)
        );
    }

    private sealed class Both : IDisposable
    {
        private readonly IDisposable _first;
        private readonly IDisposable _second;

        public Both(IDisposable first, IDisposable second) => (_first, _second) = (first, second);

        public void Dispose()
        {
            _first.Dispose();
            _second.Dispose();
        }
    }
}
