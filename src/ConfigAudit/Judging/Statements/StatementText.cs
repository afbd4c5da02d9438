using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Statements;

/// <summary>What a statement needs to be one: words that tell, and the name of whoever stands for them.</summary>
internal static class StatementText
{
    private static readonly LocalText Nobody = new("は誰の名前でもありません", "names nobody");

    /// <exception cref="InputException">It tells no reason.</exception>
    public static string Reason(JsonNode node) => ReasonProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <exception cref="InputException">It says nothing of how it is.</exception>
    public static string Claim(JsonNode node) => ClaimProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <exception cref="InputException">It names nobody.</exception>
    public static string Party(JsonNode node) => PartyProblem(node.Text()) is { } wrong ? throw node.Error(wrong) : node.Text();

    /// <summary>Null for words that tell why. That it was accepted, or stands elsewhere (承認済, 別紙参照), doesn't.</summary>
    public static LocalText? ReasonProblem(string text) =>
        WordsProblem(text)
        ?? (
            Unwritten.IsNoGround(text)
                ? new LocalText(
                    $"'{text}' は理由になっていません。なぜ受け入れるのかを文章で書いてください",
                    $"'{text}' gives no reason: write why it is accepted"
                )
                : null
        );

    /// <summary>Null for words that tell.</summary>
    private static LocalText? WordsProblem(string text) =>
        Placeholder.TellsNothing(text)
            ? new LocalText($"'{text}' からは何も分かりません。文章で書いてください", $"'{text}' tells nothing: write it in words")
            : null;

    /// <summary>Null for words that say how it is. That it isn't so (遮断していない), or is still to be looked at (確認予定), attests nothing.</summary>
    public static LocalText? ClaimProblem(string text) =>
        WordsProblem(text)
        ?? (
            Unwritten.IsOpen(text) || Denial.Is(text)
                ? new LocalText(
                    $"'{text}' は、そうなっていないか、誰も確認していないことを表します。確認してから、現状を書いてください",
                    $"'{text}' says that it isn't so, or not yet, or that nobody looked: say how it is, once somebody did"
                )
                : null
        );

    /// <summary>Null for a name.</summary>
    public static LocalText? PartyProblem(string text) =>
        (string.IsNullOrWhiteSpace(text) || Placeholder.Is(text) ? Nobody : PartyName.Mistake(text)) is { } why
            ? new LocalText(
                $"'{text}' {why.Ja}。人・役職・組織の名前を書いてください",
                $"'{text}' {why.En}: name the person, the post or the body"
            )
            : null;
}
