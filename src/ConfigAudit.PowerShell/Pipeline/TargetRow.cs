using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Drift;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// The target that an object declares by its properties, which are those of an inventory. It comes to be whatever the cells hold: one that
/// can't be
/// used is said in the target, so that its host stays in the count.
/// </summary>
internal static class TargetRow
{
    private static readonly string[] Columns = InventoryRow.Columns.Append(nameof(Target.Mistake)).ToArray();

    /// <summary>The targets that came to be here.</summary>
    private static readonly ConditionalWeakTable<Target, Origin> Rows = new();

    /// <summary>A target for an object with properties; anything else as it is.</summary>
    public static object Of(object input)
    {
        var found = input is PSObject wrapped ? wrapped.BaseObject : input;
        if (
            found is null or string or ValueType or Target or Snapshot or CimSession or FileSystemInfo
            || (found is IEnumerable and not IDictionary)
        )
        {
            return input!;
        }
        // What a fact has besides is the host's, and says nothing of how to ask it.
        if (found is Fact fact)
        {
            return Known(
                new Target(fact.ComputerName ?? string.Empty),
                new Origin
                {
                    IsFact = true,
                    IsOfMail = fact.Subject != FactSubject.Host,
                    Maker = fact is MailHopFact or MailTlsReportFact ? "Get-ConfigAuditMailOutbound" : "Test-ConfigAuditMailServer",
                }
            );
        }

        var row = new RowProperties(input!);
        var fields = row.Fields(Columns, InventoryRow.Called);
        var target = fields.ContainsKey(InventoryRow.NameColumn)
            ? new InventoryRow(0, fields).ToTarget(folder: null)
            : new Target(string.Empty) { MistakeTold = row.Nameless() };
        var read = Columns.SelectMany(InventoryRow.Called).ToArray();
        return Known(
            target,
            new Origin
            {
                Mistyped = row
                    .Names.Where(column => !read.Contains(column, StringComparer.OrdinalIgnoreCase))
                    .Select(column => (column, Likeness.Nearest(column, InventoryRow.Columns)))
                    .Where(each => each.Item2 is not null)
                    .Select(each => (each.column, each.Item2!))
                    .ToArray(),
                IsFinding = found is Finding or FindingChange || (row.Has(nameof(Finding.CheckId)) && row.Has(nameof(Finding.Outcome))),
            }
        );
    }

    /// <summary>Whether it came to be by an object's properties, of which nobody has said yet what is wrong.</summary>
    public static bool IsOf(Target target) => Rows.TryGetValue(target, out _);

    /// <summary>Whether the object was a finding.</summary>
    public static bool IsOfFinding(Target target) => Rows.TryGetValue(target, out var origin) && origin.IsFinding;

    /// <summary>Whether the object was a fact of the host.</summary>
    public static bool IsOfFact(Target target) => Rows.TryGetValue(target, out var origin) && origin.IsFact;

    /// <summary>Whether the object was a fact of a mail server, or of a domain: none of them is asked as a Windows host.</summary>
    public static bool IsOfMail(Target target) => Rows.TryGetValue(target, out var origin) && origin.IsOfMail;

    /// <summary>The cmdlet that emits facts of mail like the one that the object was.</summary>
    public static string MakerOf(Target target) => Rows.TryGetValue(target, out var origin) ? origin.Maker : string.Empty;

    /// <summary>The properties that nothing reads, each with the one that it seems to be.</summary>
    public static IReadOnlyList<(string Column, string Meant)> Mistyped(Target target) =>
        Rows.TryGetValue(target, out var origin) ? origin.Mistyped : Array.Empty<(string, string)>();

    private static Target Known(Target target, Origin origin)
    {
        Rows.Add(target, origin);
        return target;
    }

    /// <summary>What else is known of an object that became a target.</summary>
    private sealed class Origin
    {
        public IReadOnlyList<(string Column, string Meant)> Mistyped { get; init; } = Array.Empty<(string, string)>();

        public bool IsFinding { get; init; }

        public bool IsFact { get; init; }

        public bool IsOfMail { get; init; }

        public string Maker { get; init; } = string.Empty;
    }
}
