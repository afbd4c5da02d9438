using System;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A host whose n-th answer is an exception that nobody foresaw.</summary>
internal sealed class FaultySource : ICimSource
{
    private readonly ICimSource _host;
    private readonly int _at;
    private readonly Func<Exception> _fault;
    private int _asked;

    /// <param name="host">Answers everything else.</param>
    /// <param name="at">The number of the question that it fails at, from one.</param>
    /// <param name="fault">With what.</param>
    public FaultySource(ICimSource host, int at, Func<Exception> fault) => (_host, _at, _fault) = (host, at, fault);

    /// <summary>How many questions were asked so far.</summary>
    public int Asked => _asked;

    public string Protocol => _host.Protocol;

    /// <summary>Question 0 is what its clock says.</summary>
    public DateTimeOffset? Now => _at == 0 ? throw _fault() : _host.Now;

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
    {
        Count();
        return await _host.QueryAsync(query, token).ConfigureAwait(false);
    }

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
    {
        Count();
        return await _host.InvokeAsync(call, token).ConfigureAwait(false);
    }

    public void Dispose() => _host.Dispose();

    private void Count()
    {
        if (Interlocked.Increment(ref _asked) == _at)
            throw _fault();
    }
}
