using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers;

/// <summary>A row of a register. An empty text or list is a known absence: nothing is written there.</summary>
[Unbounded] // What people write is judged when it is read, with file and line.
public abstract record RegisterFact : Fact
{
    internal override FactSubject Subject => FactSubject.Organisation;

    /// <summary>Why columns, and what they decide, weren't read: each such property is null, which is no absence.</summary>
    internal IReadOnlyList<Gap> Unread { get; init; } = Array.Empty<Gap>();

    /// <summary>What can't be true of the row, whose cells can be read one by one: by the column that is wrong.</summary>
    internal virtual IEnumerable<(string Column, LocalText Why)> Mistakes => Array.Empty<(string, LocalText)>();

    /// <summary>Of each property that stays null because nobody can tell what is meant by a cell: why.</summary>
    internal virtual IEnumerable<Gap> Unclear => Array.Empty<Gap>();

    /// <summary>Whether it names whoever decided on it.</summary>
    internal virtual bool IsDecided => false;

    /// <summary>Whether a column, or what it decides, wasn't read.</summary>
    internal bool IsUnread(string property) => Unread.Any(gap => gap.Property == property);

    /// <summary>With what depends on the day on which it is looked at; what rests on a column that wasn't read stays null.</summary>
    internal RegisterFact On(DateTime today)
    {
        var row = Reviewed(today);
        foreach (var gap in Unread)
            GetType().GetProperty(gap.Property!)!.SetValue(row, null);
        return row;
    }

    /// <summary>With what depends on the day.</summary>
    private protected virtual RegisterFact Reviewed(DateTime today) => this;

    /// <summary>Whoever approves on a day to come hasn't yet.</summary>
    private protected static string? By(string? approver, DateTime? on, DateTime today) => on?.Date > today.Date ? string.Empty : approver;

    /// <summary>A review further off than five years is none.</summary>
    private protected static ReviewState State(DateTime? next, DateTime today) =>
        next is null ? ReviewState.Missing
        : next.Value.Date < today.Date ? ReviewState.Overdue
        : Foresight.IsBeyond(today, next.Value) ? ReviewState.Distant
        : ReviewState.Current;
}
