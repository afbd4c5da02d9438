using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigAudit.Values;

/// <summary>
/// Who approves, decides or answers for something: a person, a post or a body, by name. How a request stands (却下, 承認済, pending), a day, a mark, a number or a
/// formula's error names nobody, and neither does what somebody is to the writer or a class of people (上司, 本人, 担当者, 各自): an approval is somebody's whom others can ask. An office is
/// a name, since the organisation knows who held it. A note may stand beside a name, unless it says that the one named hasn't approved.
/// </summary>
internal static class PartyName
{
    /// <summary>More than any name with its post has: what is longer isn't looked through.</summary>
    private const int MaxLength = 500;

    /// <summary>Days and numbers, as they stand beside a name: R8.4.1, 令和8年4月1日, 2026/4/1, 12:30, 第5号.</summary>
    private static readonly Regex Days = LinearPattern.Of(
        "(?:第|令和|平成|昭和|(?<![A-Za-z])[RHS])?(?:[0-9]+|(?<=令和|平成|昭和)元)(?:[年月日時分秒号/.:-]+[0-9]*)*", RegexOptions.IgnoreCase);

    private static readonly string[] AroundRelations = PartyWords.Around.Concat(PartyWords.Verdicts).Concat(PartyWords.Particles).ToArray();

    /// <summary>Why a text is no name, in words that follow it; null for a name.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="mayBeNumber">Whether a person may be written by a number: that of an employee.</param>
    public static LocalText? Mistake(string text, bool mayBeNumber = false)
    {
        if (Placeholder.IsFormula(text))
            return new LocalText("は数式又は数式のエラーです", "is a formula, or the error of one");
        var plain = Plain(text);
        if (plain.Length > MaxLength)
            return new LocalText($"は {MaxLength} 文字を超えています", $"has more than {MaxLength} characters");
        if (IsAsked(plain))
            return new LocalText("は疑問の形です", "is a question");
        if (mayBeNumber && plain.Length > 1 && plain.All(digit => digit is >= '0' and <= '9'))
            return null;
        var words = WordsOf(Days.Replace(plain, " "));
        if (!words.Any(word => word.Any(letter => char.IsLetter(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.ModifierLetter)))
            return new LocalText("は記号・数字・日付です", "is a mark, a number or a day");
        var whole = string.Concat(words);
        if (!mayBeNumber && (IsRelation(whole) || (words.Any(IsAnybody) && words.All(word => IsAnybody(word) || IsNobody(word)))))
            return new LocalText("は特定の誰かの名前ではありません", "is anybody's, and names nobody in particular");
        if ((words.All(IsNobody) && !words.All(PartyWords.Between.Contains)) || PartyWords.Answers.Contains(whole) || IsVerdict(whole))
            return new LocalText("は申請の状態であり、誰が判断したかを示していません", "says how it stands, and not who decided");
        return words.FirstOrDefault(IsRefusal) is { } refusal ? new LocalText($"に「{refusal}」とあります", $"says '{refusal}'") : null;
    }

    /// <summary>In half width, and without characters that nobody sees.</summary>
    private static string Plain(string text) =>
        new(text.Normalize(NormalizationForm.FormKC).Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format).ToArray());

    /// <summary>山田？: whoever writes so doesn't know.</summary>
    private static bool IsAsked(string text) => text.IndexOf('?') is > 0 and var at && text[at - 1] > 0x7F && char.IsLetter(text[at - 1]);

    private static string[] WordsOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
            letters.Append(char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? character : ' ');
        return letters.ToString().Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsNobody(string word) => PartyWords.Answers.Contains(word) || PartyWords.Between.Contains(word) || IsVerdict(word);

    private static bool IsAnybody(string word) => IsRelation(word) || PartyWords.EnglishRelations.Contains(word);

    private static bool IsRefusal(string word) =>
        PartyWords.EnglishRefusals.Contains(word)
        || PartyWords.Refusals.Any(refusal => word.StartsWith(refusal, StringComparison.Ordinal) || word.EndsWith(refusal, StringComparison.Ordinal))
        || PartyWords.Endings.Any(refusal => word.EndsWith(refusal, StringComparison.Ordinal));

    /// <summary>Whether it is made of words for how a request stands, and nothing else: 未承認, 承認待ち中, 期限切れ.</summary>
    private static bool IsVerdict(string word) => IsMadeOf(word, PartyWords.Verdicts, PartyWords.Particles);

    /// <summary>Whether it is made of words for what somebody is to somebody, and nothing else: 直属の上司, 各担当者, 上司承認済.</summary>
    private static bool IsRelation(string word) => IsMadeOf(word, PartyWords.Relations, AroundRelations);

    /// <summary>Whether a word is put together from some that say it, one at least, and others.</summary>
    private static bool IsMadeOf(string word, string[] saying, string[] others)
    {
        // Up to each character: whether words end there, and whether one that says it is among them.
        var (ends, says) = (new bool[word.Length + 1], new bool[word.Length + 1]);
        ends[0] = true;
        for (var at = 0; at < word.Length; at++)
        {
            if (!ends[at])
                continue;
            foreach (var each in Following(word, at, saying))
                ends[at + each.Length] = says[at + each.Length] = true;
            foreach (var each in Following(word, at, others))
            {
                ends[at + each.Length] = true;
                says[at + each.Length] |= says[at];
            }
        }

        return says[word.Length];
    }

    private static IEnumerable<string> Following(string word, int at, string[] words) => words.Where(each => string.CompareOrdinal(word, at, each, 0, each.Length) == 0);
}
