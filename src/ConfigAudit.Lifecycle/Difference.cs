namespace ConfigAudit.Lifecycle;

/// <summary>How the catalogue and a source differ in one place.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Product">The product's id in the catalogue.</param>
/// <param name="Cycle">The cycle's name there.</param>
/// <param name="Text">What was and is, with the source's id and day.</param>
internal sealed record Difference(DifferenceKind Kind, string Product, string Cycle, string Text)
{
    /// <summary>The cycle as it is to stand in the catalogue, a line of JSON; null where nothing is to be written.</summary>
    public string? Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind, -9} {Product} {Cycle}: {Text}";
}
