namespace ConfigAudit.Tests.Mutation;

/// <summary>What is done to one thing that a verdict may rest on.</summary>
internal enum Operator
{
    None,

    /// <summary>Nobody recorded, or collected, it.</summary>
    Removed,

    /// <summary>The host refuses it.</summary>
    Denied,

    /// <summary>The host doesn't answer in time.</summary>
    TimedOut,

    /// <summary>The host answers what nobody understands.</summary>
    Unusable,

    /// <summary>A value is null, or left out.</summary>
    Nulled,

    /// <summary>A text has nothing but blanks.</summary>
    Blanked,

    /// <summary>A value is of another type, or out of its range.</summary>
    Mistyped,

    /// <summary>Something is cut off, and said to be.</summary>
    Truncated,

    /// <summary>There is nothing where every real machine has something.</summary>
    Emptied,

    /// <summary>A second instance of what there is one of says otherwise.</summary>
    Contradicted,

    /// <summary>Another value that could be true of a host: no loss, but what a loss could hide.</summary>
    Replaced,
}
