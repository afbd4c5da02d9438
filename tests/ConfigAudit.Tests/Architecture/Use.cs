namespace ConfigAudit.Tests.Architecture;

/// <summary>One type's use of another.</summary>
/// <param name="By">The type that uses, by its full name; for nested and compiler-made types, the one that they stand in.</param>
/// <param name="Member">Where in it.</param>
/// <param name="Of">The type that is used.</param>
internal sealed record Use(string By, string Member, string Of)
{
    public override string ToString() => $"{By}.{Member} uses {Of}";
}
