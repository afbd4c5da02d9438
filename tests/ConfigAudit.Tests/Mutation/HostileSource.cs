using System;
using System.Collections;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A host in whose answers each value that a test picks is what no reader expects.</summary>
internal sealed class HostileSource : ICimSource
{
    private readonly ICimSource _host;
    private readonly Func<string, object, object?> _value;

    /// <param name="host">Whose answers they are.</param>
    /// <param name="value">What stands instead of a value, by its property's name.</param>
    public HostileSource(ICimSource host, Func<string, object, object?> value) => (_host, _value) = (host, value);

    public string Protocol => _host.Protocol;

    public DateTimeOffset? Now => _host.Now;

    public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
        Changed(await _host.QueryAsync(query, token).ConfigureAwait(false));

    public async Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) =>
        Changed(await _host.InvokeAsync(call, token).ConfigureAwait(false));

    public void Dispose() => _host.Dispose();

    private CimAnswer Changed(CimAnswer answer) => CimAnswer.Of(answer.Rows.Select(Changed).ToArray(), answer.Gap);

    private CimRow Changed(CimRow row) =>
        new(
            row.Names.ToDictionary(
                name => name,
                name => name == "ReturnValue" ? row[name] : Changed(name, row[name]),
                StringComparer.OrdinalIgnoreCase
            )
        );

    private object? Changed(string name, object? value) =>
        value switch
        {
            null => null,
            CimRow row => Changed(row),
            IEnumerable list and not string when list.OfType<CimRow>().Any() => list.Cast<object?>()
                .Select(item => item is CimRow row ? Changed(row) : item)
                .ToArray(),
            _ => _value(name, value),
        };
}
