using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A question in WQL: <c>SELECT … FROM Class [WHERE …]</c> in a namespace.</summary>
/// <param name="Namespace">With slashes: <c>root/cimv2</c>.</param>
/// <param name="Class">The class asked.</param>
/// <param name="Properties">The properties wanted; empty for all. WMI rejects a query that names one which the class lacks, so classes that
/// grew over time are asked for all.</param>
/// <param name="Where">A WQL condition, or null.</param>
internal sealed record CimQuery(string Namespace, string Class, IReadOnlyList<string> Properties, string? Where = null)
{
    /// <summary>
    /// The longest wait for the answer where that is less than the session's: for a provider that is known to hang. It may lapse without
    /// the host
    /// being slow, so that isn't held against the host. A recording's answer never waits.
    /// </summary>
    public TimeSpan? Within { get; init; }

    public string Wql =>
        $"SELECT {(Properties.Count == 0 ? "*" : string.Join(",", Properties))} FROM {Class}{(Where is null ? null : " WHERE " + Where)}";

    /// <summary>How gaps and provenance name it.</summary>
    public string Source => $"{Namespace}:{Class}";

    /// <summary>The query as it is declared.</summary>
    public SourceInfo Info => new(Source, Properties);
}
