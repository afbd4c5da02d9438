using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>A host that is asked over WS-Management: WinRM, or any server of DSP0226 and DSP0227 such as OMI.</summary>
internal sealed class WsManSource : ICimSource
{
    /// <summary>What is asked of one page. Servers send fewer when the envelope is full.</summary>
    private const int PageSize = 500;

    /// <summary>The most empty pages in a row: an enumeration that goes on has no end.</summary>
    private const int MaxEmptyPages = 16;

    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly WsManConnection _connection;
    private readonly Backoff _backoff = new();
    private readonly TimeSpan _timeout;
    private readonly bool _isWinRm;
    private readonly AbsenceProof _absence;

    private WsManSource(WsManConnection connection, TimeSpan timeout, string vendor)
    {
        (_connection, _timeout) = (connection, timeout);
        _isWinRm = vendor.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase);
        _absence = new AbsenceProof((query, token) => RowsAsync(query, isFirstEnough: true, token));
    }

    public string Protocol => "WsMan";

    public DateTimeOffset? Now => DateTimeOffset.Now;

    /// <summary>
    /// Asks the host who it is (DSP0226 §11), alone and before anything else: whether it can be reached, trusts this side and speaks
    /// WS-Management is learnt
    /// from one request, so that a wrong password is sent once and not eight times. Which form of addresses it takes follows from its
    /// vendor.
    /// </summary>
    /// <exception cref="SessionException">It can't be asked.</exception>
    public static async Task<ICimSource> OpenAsync(WsManEndpoint endpoint, SessionOptions options, CancellationToken token)
    {
        var connection = new WsManConnection(endpoint, options);
        try
        {
            var reply = await new Backoff()
                .UntilFreeAsync(() => connection.SendAsync(WsManRequest.Identify(), token), token)
                .ConfigureAwait(false);
            if (reply.Fault is { } fault)
            {
                var kind = FaultKinds.Of(fault);
                throw new SessionException(kind, LocalText.Of($"{endpoint.Address}: ").Then(fault.Told))
                {
                    IsRefusal = kind == GapKind.Denied,
                };
            }

            var vendor =
                reply.Vendor
                ?? throw new SessionException(
                    GapKind.Unusable,
                    new LocalText(
                        $"{endpoint.Address} の応答はWS-Managementのものではない",
                        $"{endpoint.Address} doesn't answer as WS-Management services do"
                    )
                );
            return new WsManSource(connection, options.OperationTimeout, vendor);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
        await _absence
            .OfAsync(query, await RowsAsync(query, isFirstEnough: false, token).ConfigureAwait(false), token)
            .ConfigureAwait(false);

    /// <param name="query">What to ask.</param>
    /// <param name="isFirstEnough">Whether one page is enough; the rest is given up.</param>
    /// <param name="token">Gives up.</param>
    private async Task<CimAnswer> RowsAsync(CimQuery query, bool isFirstEnough, CancellationToken token)
    {
        var header = Header(WsManResource.Of(_isWinRm, query.Namespace, "*"));
        var rows = new List<CimRow>();
        string? context = null;
        var (size, emptyPages) = (isFirstEnough ? 1 : PageSize, 0);
        try
        {
            while (true)
            {
                var reply = await SendAsync(
                        context is null ? WsManRequest.Enumerate(header, query.Wql, size) : WsManRequest.Pull(header, context, size),
                        token
                    )
                    .ConfigureAwait(false);
                if (reply.Fault is { } fault)
                {
                    if (FaultKinds.IsTooLarge(fault) && size > 1)
                    {
                        size = Math.Max(1, size / 10);
                        // From the start: the page that didn't fit may be lost to this enumeration.
                        if (context is not null)
                            await ReleaseAsync(header, context).ConfigureAwait(false);
                        context = null;
                        rows.Clear();
                        continue;
                    }

                    return Broken(FaultKinds.Of(fault), fault.Told) with
                    {
                        MayBeAbsent = CimErrors.MayBeAbsent(fault.Codes),
                    };
                }

                rows.AddRange(reply.Rows);
                if (reply.IsEnd)
                {
                    context = null;
                    return CimAnswer.Of(rows);
                }

                context = reply.Context is { Length: > 0 } next
                    ? next
                    : throw new SessionException(
                        GapKind.Unusable,
                        new LocalText(
                            "続きがあると答えながら、その取り方を示していない",
                            "the host says that more follows, and not how to ask for it"
                        )
                    );
                if (isFirstEnough && rows.Count > 0)
                    return CimAnswer.Of(rows);
                emptyPages = reply.Rows.Count == 0 ? emptyPages + 1 : 0;
                if (rows.Count > LimitedSource.MaxRows || emptyPages > MaxEmptyPages)
                {
                    return Broken(
                        GapKind.Unusable,
                        new LocalText(
                            $"応答が終わらないため、{rows.Count}行で打ち切った",
                            $"the answer has no end: given up after {rows.Count} rows"
                        )
                    );
                }
            }
        }
        catch (SessionException bad)
        {
            return Broken(bad.Kind, bad.Told);
        }
        finally
        {
            if (context is not null)
                await ReleaseAsync(header, context).ConfigureAwait(false);
        }

        // What came before stays: the gap says that it isn't all.
        CimAnswer Broken(GapKind kind, LocalText told) => CimAnswer.Of(rows, new Gap(kind, query.Source, told));
    }

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var header = Header(WsManResource.Of(_isWinRm, call.Namespace, call.Class));
        var answer = await OneAsync(WsManRequest.Invoke(header, call.Method, call.Arguments), call.Source, isByKeys: false, token)
            .ConfigureAwait(false);
        return await _absence.OfAsync(call, answer, token).ConfigureAwait(false);
    }

    /// <summary>One instance by its keys (DSP0226 §7.3).</summary>
    public Task<CimAnswer> GetAsync(string @namespace, string @class, IReadOnlyDictionary<string, string> keys, CancellationToken token) =>
        OneAsync(
            WsManRequest.Get(Header(WsManResource.Of(_isWinRm, @namespace, @class, keys))),
            $"{@namespace}:{@class}",
            isByKeys: true,
            token
        );

    public void Dispose() => _connection.Dispose();

    private async Task<CimAnswer> OneAsync(WsManRequest request, string source, bool isByKeys, CancellationToken token)
    {
        try
        {
            var reply = await SendAsync(request, token).ConfigureAwait(false);
            if (reply.Fault is { } fault)
                return Refused(fault, source, isByKeys);
            return reply.Rows.Count == 1
                ? CimAnswer.Of(reply.Rows)
                : CimAnswer.Failed(GapKind.Unusable, source, new LocalText("応答が空", "the answer is empty"));
        }
        catch (SessionException bad)
        {
            return CimAnswer.Failed(bad.Kind, source, bad.Told);
        }
    }

    /// <summary>Nothing but that it isn't there is said of one instance that was asked for by its keys; of others, the same code may say
    /// more.</summary>
    private static CimAnswer Refused(WsManFault fault, string source, bool isByKeys) =>
        CimAnswer.Failed(isByKeys && CimErrors.IsAbsent(fault.Codes) ? GapKind.NotPresent : FaultKinds.Of(fault), source, fault.Told) with
        {
            MayBeAbsent = CimErrors.MayBeAbsent(fault.Codes),
        };

    private Task<WsManReply> SendAsync(WsManRequest request, CancellationToken token) =>
        _backoff.UntilFreeAsync(() => _connection.SendAsync(request, token), token);

    /// <summary>Servers count enumerations that are left open, and refuse new ones after a few dozen. Waits little: whoever gives up is in
    /// a hurry.</summary>
    private async Task ReleaseAsync(WsManHeader header, string context)
    {
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await _connection.SendAsync(WsManRequest.Release(header, context), patience.Token).ConfigureAwait(false);
        }
        catch (Exception bad) when (bad is SessionException or OperationCanceledException)
        {
            // It lapses by itself after the server's own time.
        }
    }

    private WsManHeader Header(WsManResource resource) => new(_connection.Address, resource, WsManConnection.EnvelopeSize, _timeout);
}
