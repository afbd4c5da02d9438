using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>The filters of one kind, by the InstanceID that they share with their rule.</summary>
internal sealed class FilterRows
{
    private readonly Dictionary<string, CimRow> _rows;
    private readonly bool _isSingular;

    public FilterRows(CimQuery query, CimAnswer answer)
    {
        _rows = answer
            .Rows.Where(row => row.Text("InstanceID") is not null)
            .GroupBy(row => row.Text("InstanceID")!, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single(), StringComparer.OrdinalIgnoreCase);
        _isSingular = answer.Rows.Count == _rows.Count;
        Gap = answer.Gap;
        RowGap =
            answer.Gap
            ?? new Gap(
                GapKind.Unusable,
                query.Source,
                new LocalText(
                    "規則のInstanceIDのフィルターがないか、複数あるか、値がない",
                    "no filter, or more than one, has the rule's InstanceID, or it doesn't tell"
                )
            );
    }

    /// <summary>Why there may be more.</summary>
    public Gap? Gap { get; }

    /// <summary>Why a rule's filter isn't known.</summary>
    public Gap RowGap { get; }

    /// <summary>Whether a rule without a filter certainly has none: all are known, and each is of one rule.</summary>
    public bool IsWhole => Gap is null && _isSingular;

    public CimRow? Of(string? id) => id is not null && _rows.TryGetValue(id, out var row) ? row : null;

    /// <summary>A text, or "Any" where Windows leaves it empty, since how the classes say that there is none is unverified; null where it
    /// isn't known.</summary>
    public string? Text(string? id, string name) => Of(id) is { } row ? Known(row[name]) : null;

    /// <summary>Whether it is a text of its own, neither empty nor "Any".</summary>
    public bool Says(string? id, string name) =>
        Text(id, name) is { } text && !string.Equals(text, FirewallRule.Any, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether something stands there, and can't be read.</summary>
    public bool IsUnread(string? id, string name) =>
        Of(id)?[name] is { } value && value is not "" && string.IsNullOrWhiteSpace(value as string);

    // In a class that was recorded in part, nothing is nothing at all.
    private string? Known(object? value) =>
        value is null or ""
            ? Gap is null
                ? FirewallRule.Any
                : null
            : value as string is { } text && !string.IsNullOrWhiteSpace(text)
                ? text
                : null;
}
