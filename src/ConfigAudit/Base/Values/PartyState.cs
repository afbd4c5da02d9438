using System;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>
/// How it stands with an office or a person, where the list of words for it (<see cref="PartyWords.Verdicts"/>) says nothing: there is none,
/// a sentence's end, a mark.
/// </summary>
internal static class PartyState
{
    private static readonly string[] None = "なし 無 ナシ 未 はなし がなし もなし は無 が未".Split(' ');

    /// <summary>Of whom there is none. Places and people end in なし, too (やまなし).</summary>
    private static readonly string[] OfWhom = "長 者 員 会 課 部 室 局 係 班 任 担当 補佐 該当 CISO CIO".Split(' ');

    private static readonly string[] Predicates =
        "ください 下さい ません です でした ました する した される された こと せず ない なかった べき のため るため たため いため なため ので たい らしい はず だろう かも ところ".Split(
            ' '
        );

    /// <summary>What no name's reading ends in.</summary>
    private static readonly string[] PredicatesInKana = "ません でした ください できない らない".Split(' ');

    private const string Marks = "×✕✖✗✘❌☓⨯╳△▲▽▼/?";
    private const string Arrows = "→⇒➡⇨↓↑←⇐";

    /// <summary>Whether a word says it.</summary>
    public static bool Is(string word) =>
        word.Length > 2 && word.EndsWith("無し", StringComparison.Ordinal)
        || None.Any(none => Front(word, none) is { } front && Ends(front, OfWhom))
        || IsPredicate(word);

    /// <summary>Whether a mark says against what stands there, behind it, or an arrow anywhere: 情報政策課長×, CISO→, NG.</summary>
    public static bool IsMarked(string plain)
    {
        var end = plain.Trim().TrimEnd(' ', ')', ']');
        return (end.Length > 1 && Marks.IndexOf(end[end.Length - 1]) >= 0)
            || end.IndexOfAny(Arrows.ToCharArray()) >= 0
            || (
                Front(end, "NG")?.TrimEnd() is { Length: > 0 } front
                && (front[front.Length - 1] > 0x7F || Ends(front, new[] { "CISO", "CIO" }))
            );
    }

    /// <summary>Kana alone may be a name's reading (やました), so something else stands in front; and 金子ます is a name.</summary>
    private static bool IsPredicate(string word) =>
        word.All(IsHiragana)
            ? Ends(word, PredicatesInKana)
            : Predicates.Any(end => Front(word, end) is { Length: > 0 } front && !front.All(IsHiragana))
                || (Front(word, "ます") is { Length: > 0 } verb && IsHiragana(verb[verb.Length - 1]));

    private static bool IsHiragana(char letter) => letter is >= 'ぁ' and <= 'ゟ';

    private static bool Ends(string word, string[] ends) => ends.Any(end => word.EndsWith(end, StringComparison.Ordinal));

    private static string? Front(string word, string end) =>
        word.EndsWith(end, StringComparison.Ordinal) ? word.Substring(0, word.Length - end.Length) : null;
}
