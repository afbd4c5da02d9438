using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using ConfigAudit.FleetSimulator.Faults;

namespace ConfigAudit.FleetSimulator.Protocol;

/// <summary>What a host answers to a request: its recording's rows, paged as a recorded server pages them.</summary>
internal static class WsManService
{
    /// <summary>So many rows fill an envelope.</summary>
    private const int RowsInEnvelope = 120;

    /// <returns>The envelope, and whether it is a fault.</returns>
    public static async Task<(string Envelope, bool IsFault)> AnswerAsync(SimulatedHost host, SimulatedRequest request, Fault fault)
    {
        if (fault == Fault.Quota)
        {
            return (
                WinRmWriter.Fault(
                    request.MessageId,
                    "w:InternalError",
                    0x803381A6,
                    "This user is allowed a maximum number of 15 concurrent operations."
                ),
                true
            );
        }

        if (fault == Fault.TooLarge && request.MaxElements > 5)
        {
            return (
                WinRmWriter.Fault(
                    request.MessageId,
                    "w:EncodingLimit",
                    0x80338048,
                    "The response is larger than the maximum envelope size."
                ),
                true
            );
        }

        if (fault == Fault.AccessDenied)
            return (Denied(request), true);
        if (fault == Fault.QuotaAsCimError)
        {
            return (
                WinRmWriter.CimFault(
                    request.MessageId,
                    "w:QuotaLimit",
                    0x803381A5,
                    27,
                    "The maximum number of concurrent operations is exceeded."
                ),
                true
            );
        }

        if (fault == Fault.NoFilter && request.Operation == "Enumerate")
            return (NoFilter(request), true);
        if (fault == Fault.AnotherAnswer)
            request = request with { MessageId = "uuid:00000000-0000-0000-0000-000000000000" };
        return request.Operation switch
        {
            "Identify" => (WinRmWriter.Identify(), false),
            "Enumerate" => await EnumerateAsync(host, request, fault).ConfigureAwait(false),
            "Pull" => Pull(host, request, fault),
            "Release" => Release(host, request),
            "Get" => await GetAsync(host, request).ConfigureAwait(false),
            _ => await InvokeAsync(host, request).ConfigureAwait(false),
        };
    }

    private static async Task<(string Envelope, bool IsFault)> EnumerateAsync(SimulatedHost host, SimulatedRequest request, Fault fault)
    {
        var query = Query(request);
        var answer = await host.Source.QueryAsync(query, CancellationToken.None).ConfigureAwait(false);
        if (answer.Gap is { } gap && answer.Rows.Count == 0)
            return (FaultOf(request, gap), true);
        // Servers send the first instance at once and the others when they are pulled.
        var of = new Enumeration(new Queue<CimRow>(answer.Rows), query.Properties.Count > 0, query.Class);
        if (answer.Rows.Count <= 1 && fault is not (Fault.Endless or Fault.EndlessEmpty))
            return (WinRmWriter.Page(request, null, answer.Rows, of), false);
        var first = fault == Fault.EndlessEmpty ? Array.Empty<CimRow>() : answer.Rows.Take(1).ToArray();
        return (WinRmWriter.Page(request, host.Begin(answer.Rows.Skip(1), of.IsProjection, of.Class), first, of), false);
    }

    private static (string Envelope, bool IsFault) Pull(SimulatedHost host, SimulatedRequest request, Fault fault)
    {
        if (host.Find(request.Context) is not { } open)
        {
            return (
                WinRmWriter.Fault(request.MessageId, "n:InvalidEnumerationContext", 0x8033801B, "The enumeration context isn't valid."),
                true
            );
        }

        if (fault is Fault.Endless or Fault.EndlessEmpty)
        {
            var row = new CimRow(new Dictionary<string, object?> { ["Name"] = "again" });
            return (
                WinRmWriter.Page(
                    request,
                    request.Context,
                    Enumerable.Repeat(row, fault == Fault.Endless ? request.MaxElements : 0).ToArray(),
                    open
                ),
                false
            );
        }

        var rows = new List<CimRow>();
        while (rows.Count < Math.Min(request.MaxElements, RowsInEnvelope) && open.Rows.TryDequeue(out var row))
            rows.Add(row);
        if (open.Rows.Count > 0)
            return (WinRmWriter.Page(request, request.Context, rows, open), false);
        host.End(request.Context);
        return (WinRmWriter.Page(request, null, rows, open), false);
    }

    private static (string Envelope, bool IsFault) Release(SimulatedHost host, SimulatedRequest request)
    {
        host.End(request.Context);
        return (WinRmWriter.Released(request), false);
    }

    private static async Task<(string Envelope, bool IsFault)> GetAsync(SimulatedHost host, SimulatedRequest request)
    {
        var where = string.Join(
            " AND ",
            request.Selectors.Select(pair => $"{pair.Key}='{pair.Value.Replace("'", "\\'", StringComparison.Ordinal)}'")
        );
        var answer = await host
            .Source.QueryAsync(
                new CimQuery(request.Namespace, request.Class, Array.Empty<string>(), where.Length == 0 ? null : where),
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return answer.Rows.Count == 1
            ? (WinRmWriter.One(request, answer.Rows[0]), false)
            : (FaultOf(request, answer.Gap ?? new Gap(GapKind.NotPresent, request.Class, "not found")), true);
    }

    private static async Task<(string Envelope, bool IsFault)> InvokeAsync(SimulatedHost host, SimulatedRequest request)
    {
        var arguments = request.Arguments.ToDictionary(pair => pair.Key, pair => Typed(pair.Key, pair.Value));
        var answer = await host
            .Source.InvokeAsync(new CimCall(request.Namespace, request.Class, request.Method, arguments), CancellationToken.None)
            .ConfigureAwait(false);
        return answer.Rows.Count == 1 ? (WinRmWriter.Output(request, answer.Rows[0]), false) : (FaultOf(request, answer.Gap!), true);
    }

    private static object? Typed(string name, string? text) =>
        name == "hDefKey" ? uint.Parse(text!, System.Globalization.CultureInfo.InvariantCulture)
        : bool.TryParse(text, out var flag) ? flag
        : text;

    private static CimQuery Query(SimulatedRequest request)
    {
        // SELECT … FROM Class [WHERE …]
        var from = request.Wql.IndexOf(" FROM ", StringComparison.OrdinalIgnoreCase);
        var properties = request.Wql["SELECT ".Length..from].Trim();
        var rest = request.Wql[(from + " FROM ".Length)..].Split(" WHERE ", 2);
        return new CimQuery(
            request.Namespace,
            rest[0].Trim(),
            properties == "*" ? Array.Empty<string>() : properties.Split(',').Select(each => each.Trim()).ToArray(),
            rest.Length > 1 ? rest[1] : null
        );
    }

    private static string FaultOf(SimulatedRequest request, Gap gap) =>
        gap.Kind switch
        {
            // Recorded: a query of a class or namespace that isn't there can't be processed; what is asked for by its keys isn't found.
            GapKind.NotPresent when request.Operation == "Enumerate" => NoFilter(request),
            GapKind.NotPresent => WinRmWriter.ProviderFault(
                request.MessageId,
                "a:DestinationUnreachable",
                0x80338000,
                "The resource can't be found by its URI and selectors.",
                "GetObject",
                "<w:FaultDetail>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI</w:FaultDetail>"
            ),
            GapKind.Denied => Denied(request),
            GapKind.Timeout => WinRmWriter.Fault(request.MessageId, "w:TimedOut", 0x80338029, "The operation timed out."),
            // A live machine always knows; a recording doesn't, and must not be taken for one that says no.
            _ => WinRmWriter.ProviderFault(request.MessageId, "w:InternalError", 0x80041001, "Not recorded"),
        };

    private static string NoFilter(SimulatedRequest request) =>
        WinRmWriter.ProviderFault(request.MessageId, "n:CannotProcessFilter", 0x8033801A, "The filter can't be processed.");

    /// <summary>The plain code of Windows.</summary>
    private static string Denied(SimulatedRequest request) =>
        WinRmWriter.ProviderFault(request.MessageId, "w:AccessDenied", 5, "Access is denied.");
}
