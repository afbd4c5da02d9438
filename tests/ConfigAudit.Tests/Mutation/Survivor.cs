namespace ConfigAudit.Tests.Mutation;

/// <summary>How a loss went wrong.</summary>
internal enum Wrong
{
    None,

    /// <summary>It passed, it passes still, and what was lost could have been something that doesn't pass.</summary>
    Survived,

    /// <summary>It didn't pass while it was known, and passes now.</summary>
    Born,

    /// <summary>It failed, and now it isn't even meant.</summary>
    Vanished,

    /// <summary>It passed, and what nobody knows is held against the host.</summary>
    Condemned,

    /// <summary>An exception came out.</summary>
    Threw,
}

/// <summary>A verdict that a loss should have changed, or should not have made.</summary>
/// <param name="Wrong">How.</param>
/// <param name="Check">The check's id.</param>
/// <param name="Host">Where.</param>
/// <param name="Operator">What was done.</param>
/// <param name="Place">To what.</param>
/// <param name="Property">To which value of it.</param>
/// <param name="Detail">With which value.</param>
/// <param name="Witness">What it could have been, and what the check would have come to.</param>
internal sealed record Survivor(
    Wrong Wrong,
    string Check,
    string Host,
    Operator Operator,
    string Place,
    string Property,
    string Detail,
    string Witness
)
{
    public string Kind => $"{Wrong} {Check} | {Operator} {Place} {Property}".TrimEnd();

    public override string ToString() => $"{Kind} | {Host}: {Detail}{(Witness.Length > 0 ? $" | could be: {Witness}" : null)}";
}
