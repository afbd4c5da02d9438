using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
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

    private WsManSource(WsManConnection connection, TimeSpan timeout, string vendor)
    {
        (_connection, _timeout) = (connection, timeout);
        _isWinRm = vendor.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase);
    }

    public string Protocol => "WsMan";

    public DateTimeOffset? Now => DateTimeOffset.Now;

    /// <summary>
    /// Asks the host who it is (DSP0226 §11), alone and before anything else: whether it can be reached, trusts this side and speaks WS-Management is learnt
    /// from one request, so that a wrong password is sent once and not eight times. Which form of addresses it takes follows from its vendor.
    /// </summary>
    /// <exception cref="SessionException">It can't be asked.</exception>
    public static async Task<ICimSource> OpenAsync(WsManEndpoint endpoint, SessionOptions options, CancellationToken token)
    {
        var connection = new WsManConnection(endpoint, options);
        try
        {
            var reply = await new Backoff().UntilFreeAsync(() => connection.SendAsync(WsManRequest.Identify(), token), token).ConfigureAwait(false);
            if (reply.Fault is { } fault)
                throw new SessionException(FaultKinds.Of(fault), $"{endpoint.Address}: {fault}");
            var vendor = reply.Vendor ?? throw new SessionException(GapKind.Unusable, $"{endpoint.Address} doesn't answer as WS-Management services do");
            return new WsManSource(connection, options.OperationTimeout, vendor);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        var header = Header(WsManResource.Of(_isWinRm, query.Namespace, "*"));
        var rows = new List<CimRow>();
        string? context = null;
        var (size, emptyPages) = (PageSize, 0);
        try
        {
            while (true)
            {
                var reply = await SendAsync(context is null ? WsManRequest.Enumerate(header, query.Wql, size) : WsManRequest.Pull(header, context, size), token).ConfigureAwait(false);
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

                    return Broken(FaultKinds.Of(fault), fault.ToString());
                }

                rows.AddRange(reply.Rows);
                if (reply.IsEnd)
                {
                    context = null;
                    return CimAnswer.Of(rows);
                }

                context = reply.Context is { Length: > 0 } next ? next : throw new SessionException(GapKind.Unusable, "the host says that more follows, and not how to ask for it");
                emptyPages = reply.Rows.Count == 0 ? emptyPages + 1 : 0;
                if (rows.Count > LimitedSource.MaxRows || emptyPages > MaxEmptyPages)
                    return Broken(GapKind.Unusable, $"the answer has no end: given up after {rows.Count.ToString(CultureInfo.InvariantCulture)} rows");
            }
        }
        catch (SessionException bad)
        {
            return Broken(bad.Kind, bad.Message);
        }
        finally
        {
            if (context is not null)
                await ReleaseAsync(header, context).ConfigureAwait(false);
        }

        // What came before stays: the gap says that it isn't all.
        CimAnswer Broken(GapKind kind, string message) => CimAnswer.Of(rows, new Gap(kind, query.Source, message));
    }

    public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        var header = Header(WsManResource.Of(_isWinRm, call.Namespace, call.Class));
        return OneAsync(WsManRequest.Invoke(header, call.Method, call.Arguments), call.Source, token);
    }

    /// <summary>One instance by its keys (DSP0226 §7.3).</summary>
    public Task<CimAnswer> GetAsync(string @namespace, string @class, IReadOnlyDictionary<string, string> keys, CancellationToken token) =>
        OneAsync(WsManRequest.Get(Header(WsManResource.Of(_isWinRm, @namespace, @class, keys))), $"{@namespace}:{@class}", token);

    public void Dispose() => _connection.Dispose();

    private async Task<CimAnswer> OneAsync(WsManRequest request, string source, CancellationToken token)
    {
        try
        {
            var reply = await SendAsync(request, token).ConfigureAwait(false);
            if (reply.Fault is { } fault)
                return CimAnswer.Failed(FaultKinds.Of(fault), source, fault.ToString());
            return reply.Rows.Count == 1 ? CimAnswer.Of(reply.Rows) : CimAnswer.Failed(GapKind.Unusable, source, "the answer is empty");
        }
        catch (SessionException bad)
        {
            return CimAnswer.Failed(bad.Kind, source, bad.Message);
        }
    }

    private Task<WsManReply> SendAsync(WsManRequest request, CancellationToken token) =>
        _backoff.UntilFreeAsync(() => _connection.SendAsync(request, token), token);

    /// <summary>Servers count enumerations that are left open, and refuse new ones after a few dozen. Waits little: whoever gives up is in a hurry.</summary>
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
