namespace ConfigAudit.Telling.Drift;

/// <summary>
/// How a fact differs from the one before. What was not read is never a removal, and what is read for the first time is nothing new on the
/// host.
/// </summary>
public enum FactChangeKind : long
{
    /// <summary>The item is there now, and is known not to have been before.</summary>
    Added = 1,

    /// <summary>The item was there, and is known not to be any more.</summary>
    Removed,

    /// <summary>The value was read both times, and is another.</summary>
    Changed,

    /// <summary>It was read before and wasn't this time: whether it changed can't be told.</summary>
    BecameUnknown,

    /// <summary>It is read for the first time: whether it changed can't be told.</summary>
    BecameKnown,

    /// <summary>There was no such machine before.</summary>
    MachineNew,

    /// <summary>There is no such machine any more. One that couldn't be reached isn't gone.</summary>
    MachineGone,
}
