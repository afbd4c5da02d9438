using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A host of which each answer goes through somebody's hands, who may write it down or change it.</summary>
internal sealed class AskedSource : ICimSource
{
    private readonly ICimSource _host;
    private readonly Func<Question, CimAnswer, CimAnswer> _pass;

    public AskedSource(ICimSource host, Func<Question, CimAnswer, CimAnswer> pass) => (_host, _pass) = (host, pass);

    public string Protocol => _host.Protocol;

    public DateTimeOffset? Now => _host.Now;

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
        _pass(Question.Of(query), await _host.QueryAsync(query, token).ConfigureAwait(false));

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) =>
        _pass(Question.Of(call), await _host.InvokeAsync(call, token).ConfigureAwait(false));

    public void Dispose() => _host.Dispose();
}
