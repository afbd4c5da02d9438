using ConfigAudit.Files;
using ConfigAudit.Values;

namespace ConfigAudit.Statements;

/// <summary>What a statement needs to be one: words that tell, and the name of whoever stands for them.</summary>
internal static class StatementText
{
    private static readonly LocalText Nobody = new("は誰の名前でもありません", "names nobody");

    /// <exception cref="InputException">It tells nothing.</exception>
    public static string Words(JsonNode node) => WordsProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <exception cref="InputException">It names nobody.</exception>
    public static string Party(JsonNode node) => PartyProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <summary>Null for words that tell.</summary>
    public static LocalText? WordsProblem(string text) =>
        Placeholder.TellsNothing(text) ? new LocalText($"'{text}' からは何も分かりません。文章で書いてください", $"'{text}' tells nothing: write it in words") : null;

    /// <summary>Null for a name.</summary>
    public static LocalText? PartyProblem(string text) =>
        (string.IsNullOrWhiteSpace(text) || Placeholder.Is(text) ? Nobody : PartyName.Mistake(text)) is { } why
            ? new LocalText($"'{text}' {why.Ja}。人・役職・組織の名前を書いてください", $"'{text}' {why.En}: name the person, the post or the body") : null;
}
