using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.PowerShell.Formatting;

/// <summary>Outcomes in colour, for the table views.</summary>
public static class OutcomeStyle
{
    private const string Reset = "\u001b[0m";

    /// <param name="outcome">The outcome.</param>
    /// <param name="style">The value of $PSStyle. Null on Windows PowerShell, which can't take colours out again where the output isn't a
    /// terminal.</param>
    public static string Paint(Outcome outcome, object? style) => style is null ? outcome.ToString() : Colour(outcome) + outcome + Reset;

    private static string Colour(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "\u001b[32m",
            Outcome.Fail => "\u001b[31m",
            Outcome.Unknown => "\u001b[33m",
            Outcome.Attest => "\u001b[36m",
            _ => "\u001b[90m",
        };
}
