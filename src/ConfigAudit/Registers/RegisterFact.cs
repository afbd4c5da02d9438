using System;
using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Registers;

/// <summary>A row of a register. An empty text or list is a known absence: nothing is written there.</summary>
[Unbounded] // What people write is judged when it is read, with file and line.
public abstract record RegisterFact : Fact
{
    internal override FactSubject Subject => FactSubject.Organisation;

    /// <summary>What can't be true of the row, each of whose cells may be; null for nothing.</summary>
    internal virtual LocalText? Mistake => null;

    /// <summary>Of each property that stays null because nobody can tell what is meant by a cell: why.</summary>
    internal virtual IEnumerable<Gap> Unclear => Array.Empty<Gap>();

    /// <summary>Whether it names whoever decided on it.</summary>
    internal virtual bool IsDecided => false;

    /// <summary>With what depends on the day on which it is looked at.</summary>
    internal virtual RegisterFact Reviewed(DateTime today) => this;

    /// <summary>Whoever approves on a day to come hasn't yet.</summary>
    private protected static string? By(string? approver, DateTime? on, DateTime today) => on?.Date > today.Date ? string.Empty : approver;

    /// <summary>A review further off than five years is none.</summary>
    private protected static ReviewState State(DateTime? next, DateTime today) =>
        next is null ? ReviewState.Missing : next.Value.Date < today.Date ? ReviewState.Overdue : Foresight.IsBeyond(today, next.Value)
            ? ReviewState.Distant : ReviewState.Current;
}
