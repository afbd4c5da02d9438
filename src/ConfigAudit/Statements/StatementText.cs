using ConfigAudit.Files;
using ConfigAudit.Values;

namespace ConfigAudit.Statements;

/// <summary>What a statement needs to be one: words that tell, and the name of whoever stands for them.</summary>
internal static class StatementText
{
    /// <exception cref="InputException">It tells nothing.</exception>
    public static string Words(JsonNode node) => WordsProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <exception cref="InputException">It says nothing of how it is.</exception>
    public static string Claim(JsonNode node) => ClaimProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <exception cref="InputException">It names nobody.</exception>
    public static string Party(JsonNode node) => PartyProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <summary>Null for words that tell.</summary>
    public static string? WordsProblem(string text) => Placeholder.TellsNothing(text) ? $"'{text}' tells nothing: write it in words" : null;

    /// <summary>Null for words that say how it is. That it is still to be looked at (確認予定) is a reason, and no statement.</summary>
    public static string? ClaimProblem(string text) =>
        WordsProblem(text) ?? (Unwritten.IsOpen(text) ? $"'{text}' says that it isn't so yet, or that nobody looked: say how it is, once somebody did" : null);

    /// <summary>Null for a name.</summary>
    public static string? PartyProblem(string text) =>
        (string.IsNullOrWhiteSpace(text) || Placeholder.Is(text) ? "names nobody" : PartyName.Mistake(text)) is { } why ? $"'{text}' {why}: name the person, the post or the body" : null;
}
