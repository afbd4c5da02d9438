namespace ConfigAudit.Telling.Drift;

/// <summary>How a finding differs from the one before, both judged by the same baseline.</summary>
public enum FindingChangeKind : long
{
    /// <summary>It fails now, and wasn't known to before: whatever it was, also Unknown, and also on a machine that is new.</summary>
    NewFailure,

    /// <summary>It failed and passes now: Pass alone. What could not be read, doesn't apply any more or waits for a person isn't
    /// fixed.</summary>
    Fixed,

    /// <summary>It failed and fails, whether or not by the same values.</summary>
    StillFailing,

    /// <summary>The outcome is the same and no failure, and the values are others. What changes by itself doesn't count.</summary>
    ChangedValue,

    /// <summary>
    /// Any other change between known outcomes: a failure that doesn't apply any more or waits for a person, a pass that doesn't apply any
    /// more.
    /// </summary>
    ChangedOutcome,

    /// <summary>It was known before and could not be read this time; also of a whole host, where a run that broke off hasn't come to
    /// it.</summary>
    BecameUnknown,

    /// <summary>It is known for the first time, and doesn't fail; also of a whole host, where the earlier run broke off and hadn't come to
    /// it.</summary>
    BecameKnown,

    /// <summary>There was no such machine before. Its failures are told besides, as new.</summary>
    MachineNew,

    /// <summary>There is no such machine any more. One that couldn't be reached isn't gone.</summary>
    MachineGone,

    /// <summary>
    /// Of a whole host: it isn't known now and wasn't before. In one of the runs it couldn't be reached, and what the other kept of it
    /// can't be used.
    /// </summary>
    StillUnknown,
}
