using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>
/// A host that is asked through Windows' own management infrastructure: this computer itself, another over WinRM or DCOM, or the session that a caller
/// opened with New-CimSession. Asynchronous calls alone: a synchronous one can't be given up.
/// </summary>
internal sealed class MmiSource : ICimSource
{
    private readonly CimSession _session;
    private readonly bool _isOurs;
    private readonly ProviderWidth _width = new();

    private MmiSource(CimSession session, bool isOurs) => (_session, _isOurs) = (session, isOurs);

    public string Protocol => "Mmi";

    public DateTimeOffset? Now => DateTimeOffset.Now;

    /// <summary>A caller's session: used, and left open.</summary>
    public static ICimSource Borrow(CimSession session) => new MmiSource(session, isOurs: false);

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
            throw new SessionException(Kind(bad), bad.Message, bad);
        }
        catch (Exception bad) when (bad is TypeInitializationException or DllNotFoundException or TypeLoadException)
        {
            throw new SessionException(GapKind.NotSupported, "Windows' management infrastructure can't be loaded here: use -Protocol WsMan with -UseSsl", bad);
        }

        var source = new MmiSource(session, isOurs: true);
        try
        {
            // Creating a session sends nothing yet. One question alone tells whether the host can be reached and lets us in.
            var answer = await Observation<CimInstance>.Of(session.TestConnectionAsync(), target.ComputerName, _ => null, Explain, token).ConfigureAwait(false);
            // A wrong password and missing rights have one code in many versions.
            return answer.Gap is null ? source : throw new SessionException(answer.Gap.Kind, answer.Gap.Message) { IsRefusal = answer.Gap.Kind == GapKind.Denied };
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        using var options = new CimOperationOptions { CancellationToken = token };
        return await Observation<CimInstance>.Of(
            _session.QueryInstancesAsync(query.Namespace, "WQL", query.Wql, options), query.Source, MmiRows.Of, Explain, token).ConfigureAwait(false);
    }

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

    private async Task<CimAnswer> AskAsync(CimCall call, IReadOnlyList<KeyValuePair<string, object>> wanted, CancellationToken token)
    {
        using var options = new CimOperationOptions { CancellationToken = token, EnableMethodResultStreaming = false };
        // WinRM's service has Windows' own width: where a transport doesn't know these, it may pass over them.
        foreach (var option in wanted)
            options.SetCustomOption(option.Key, option.Value, option.Value is bool ? CimType.Boolean : CimType.SInt32, mustComply: false);
        using var parameters = new CimMethodParametersCollection();
        foreach (var argument in call.Arguments)
            parameters.Add(CimMethodParameter.Create(argument.Key, argument.Value, CimFlags.In));
        var answer = await Observation<CimMethodResultBase>.Of(
            _session.InvokeMethodAsync(call.Namespace, call.Class, call.Method, parameters, options), call.Source,
            result => result is CimMethodResult whole ? MmiRows.Of(whole) : null, Explain, token).ConfigureAwait(false);
        return answer.Gap is null && answer.Rows.Count != 1 ? CimAnswer.Failed(GapKind.Unusable, call.Source, "the answer is empty") : answer;
    }

    /// <summary>Doesn't wait until the session is closed: a host that hangs would hold the thread.</summary>
    public void Dispose()
    {
        if (_isOurs)
            _ = Observation<object>.Of(_session.CloseAsync(), string.Empty, _ => null, Explain, CancellationToken.None);
    }

    private static (GapKind Kind, string Message) Explain(Exception error) =>
        error is CimException cim ? (Kind(cim), cim.Message.Trim()) : (GapKind.Unusable, error.Message);

    private static GapKind Kind(CimException error) =>
        MmiErrors.Kind((int)error.NativeErrorCode, error.ErrorData?.CimInstanceProperties["error_Code"]?.Value, error.MessageId);
}
