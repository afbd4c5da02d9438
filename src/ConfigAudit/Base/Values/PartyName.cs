using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using static ConfigAudit.Base.Values.PartyWordClass;

namespace ConfigAudit.Base.Values;

/// <summary>
/// Who approves, decides or answers for something: a person, a post or a body, by name. How a request stands (却下, 承認済, pending), a day, a
/// mark, a number or a
/// formula's error names nobody, and neither does what somebody is to the writer or a class of people (上司, 本人, 担当者, 各自): an approval is
/// somebody's whom others can ask. An office is
/// a name, since the organisation knows who held it. A note may stand beside a name if it is of a kind that says nothing against
/// (<see cref="PartyNote"/>).
/// </summary>
internal static class PartyName
{
    /// <summary>More than any name with its post has: what is longer isn't looked through.</summary>
    private const int MaxLength = 500;

    private static readonly HashSet<string> Articles = new(
        new[] { "the", "a", "an", "some", "any", "each", "every" },
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What stands between two who may have decided: CISO又は副市長.</summary>
    private static readonly Regex Either = LinearPattern.Of(
        "又は|若しくは|及び|並びに|(?<!\\p{IsHiragana})(?:または|もしくは|および|ならびに)(?!\\p{IsHiragana})"
    );

    /// <summary>Days and numbers, as they stand beside a name: R8.4.1, 令和8年4月1日, 2026/4/1, 12:30, 第5号.</summary>
    private static readonly Regex Days = LinearPattern.Of(
        "(?:第|令和|平成|昭和|(?<![A-Za-z])[RHS])?(?:[0-9]+|(?<=令和|平成|昭和)元)(?:[年月日時分秒号/.:-]+度?[0-9]*)*",
        RegexOptions.IgnoreCase
    );

    private static readonly char[] Brackets = "()[]【】〔〕<>{} ".ToCharArray();

    /// <summary>○○課長, ××, ＿＿: where a form is to be filled in. One such sign may mark a name.</summary>
    private static readonly Regex ToFillIn = LinearPattern.Of("[○〇◯●◎×✕✖△▲▽□■◇◆☆★*_~・]{2}|[.]{2}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])");

    /// <summary>例：CISO, 記入例 CISO.</summary>
    private static readonly Regex Sample = LinearPattern.Of("^[ (\\[【<]*(?:記入|入力|記載)?(?:例|見本|サンプル)[ )\\]】>:]");

    /// <summary>佐藤□: a box that nobody ticked.</summary>
    private static readonly Regex Unticked = LinearPattern.Of("[□☐◻▢❏❑]");

    /// <summary>Whoever held it before, and doesn't now.</summary>
    private static readonly Regex Former = LinearPattern.Of(
        "^[ ]*(?:旧|元|前|故)[ ]+|^[ ]*旧(?!姓|庁舎|館|[町市村]|[^ ]{0,8}[町市村])[^ ]+(?:[課部室局係班長]|担当)$"
    );

    private static readonly Regex Notes = LinearPattern.Of("[(\\[【〔<{][^)\\]】〕>}]*(?:[)\\]】〕>}]|$)");

    private static readonly Regex Particle = LinearPattern.Of(
        "(?<!\\p{IsHiragana})(?:へ|に|を|は|で|から|まで|より|へは|には|では)(?!\\p{IsHiragana})"
    );

    /// <summary>Why a text is no name, in words that follow it; null for a name.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="mayBeNumber">Whether a person may be written by a number: that of an employee. Nobody approves there, and a note says
    /// what it likes.</param>
    public static LocalText? Mistake(string text, bool mayBeNumber = false)
    {
        if (Placeholder.IsFormula(text))
            return new LocalText("は数式又は数式のエラーです", "is a formula, or the error of one");
        var plain = Either.Replace(Plain(text), " ");
        if (plain.Length > MaxLength)
            return new LocalText($"は {MaxLength} 文字を超えています", $"has more than {MaxLength} characters");
        if (plain.IndexOf('?') >= 0 && plain.Any(char.IsLetter))
            return new LocalText("は疑問の形です", "is a question");
        if (mayBeNumber && plain.Length > 1 && plain.All(digit => digit is >= '0' and <= '9'))
            return null;
        if (Marks(plain) is { } mark)
            return mark;
        if (!mayBeNumber && PartyNote.IsDocument(plain))
            return new LocalText("は文書の番号であり、誰が判断したかを示していません", "is the number of a document, and not who decided");
        var words = WordsOf(Days.Replace(plain, " "));
        return Nobody(words, mayBeNumber) ?? (mayBeNumber ? Refusal(words) ?? Sentence(words) : WithNotes(plain));
    }

    /// <summary>A form that nobody filled in, or a mark against what stands there; null for neither.</summary>
    private static LocalText? Marks(string plain)
    {
        if (ToFillIn.IsMatch(plain) || Sample.IsMatch(plain) || PartyClass.IsOpen(plain) || Unwritten.IsToFillIn(plain))
            return new LocalText("は記入前の様式又は記入例です", "is a form or an example, still to be filled in");
        if (PartyState.IsMarked(plain))
        {
            return new LocalText(
                "には取消し・変更又は疑問の印（×、→、△、/など）があります",
                "has a mark by which it is struck out, changed or doubted (×, →, △, / and the like)"
            );
        }

        return Unticked.IsMatch(plain) ? new LocalText("には印のない四角があります", "has a box that nobody ticked") : null;
    }

    /// <summary>Why the words name nobody, whatever stands beside them; null for a name.</summary>
    private static LocalText? Nobody(string[] words, bool mayBeNumber)
    {
        if (
            !words.Any(word =>
                word.Any(letter => char.IsLetter(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.ModifierLetter)
            )
        )
        {
            return new LocalText("は記号・数字・日付です", "is a mark, a number or a day");
        }

        var whole = string.Concat(words);
        if (!mayBeNumber && (IsRelation(whole) || AreAnybody(words)))
            return new LocalText("は特定の誰かの名前ではありません", "is anybody's, and names nobody in particular");
        if (PartyClass.Is(whole) || (words.Length > 1 && words.Any(PartyClass.Is)) || IsUnnamed(words))
        {
            return new LocalText(
                "は特定の誰かの名前ではないか、今その職にある人ではありません",
                "names nobody in particular, or nobody who holds it now"
            );
        }

        return
            (words.All(IsNobody) && !words.All(PartyWords.Between.Contains))
            || IsStanding(whole)
            || PartyNote.IsGuess(whole)
            || words.Where(word => !Agreed(word)).Any(PartyState.Is)
            ? new LocalText("は申請の状態であり、誰が判断したかを示していません", "says how it stands, and not who decided")
            : null;
    }

    /// <summary>Anybody of some sort, and nothing that says who; an account beside other words is an office.</summary>
    private static bool AreAnybody(string[] words) =>
        words.Any(IsAnybody)
        && words.All(word => (IsAnybody(word) && !(words.Length > 1 && PartyWords.Accounts.Contains(word))) || IsNobody(word));

    /// <summary>the manager, an officer: an office that others have to guess. The network's administrator says of what.</summary>
    private static bool IsUnnamed(string[] words) =>
        words.Length == 2 && Articles.Contains(words[0]) && LatinName.IsLatin(words[1]) && char.IsLower(words[1][0]);

    /// <summary>What is wrong with a name's words, or with a note beside it; null for nothing.</summary>
    private static LocalText? WithNotes(string plain)
    {
        var name = Notes.Replace(plain, " ");
        var notes = Enumerable.Empty<string>();
        var outside = WordsOf(Days.Replace(name, " "));
        // All of it in brackets: the name is there.
        if (outside.Length == 0)
            outside = WordsOf(Days.Replace(plain, " "));
        else
            notes = Notes.Matches(plain).Cast<Match>().Select(match => match.Value.Trim(Brackets));
        if (PartyNote.IsAddress(name))
            return null;
        if (Former.IsMatch(name.TrimEnd()))
            return new LocalText("は前にその職にあった人です", "is who held it before");
        if ((Refusal(outside) ?? Sentence(outside)) is { } wrong)
            return wrong;
        // 申請（佐藤）: the name is who it was said to, or of whoever it waits for.
        if (notes.Any() && outside.All(IsNobody) && !outside.All(IsApproval))
            return Says(outside[0]);
        var isPerson = outside.Any(word => word.Any(letter => letter >= 0x4E00)) && !outside.Any(LatinName.IsLatin);
        return notes
            .Select(note => (note, words: WordsOf(Days.Replace(note, " "))))
            .Where(each => !PartyNote.IsHarmless(each.words, each.note, isPerson))
            .Select(each =>
                Refusal(each.words)
                ?? new LocalText(
                    $"には「{each.note}」という注記があり、承認とは限りません（{PartyNote.Allowed.Ja}）",
                    $"has the note '{each.note}', which may say anything ({PartyNote.Allowed.En})"
                )
            )
            .FirstOrDefault();
    }

    private static LocalText? Refusal(string[] words) => words.FirstOrDefault(IsRefusal) is { } refusal ? Says(refusal) : null;

    private static LocalText? Sentence(string[] words)
    {
        if (words.Length > 1 && words.All(LatinName.IsLatin) && !LatinName.MayBe(words))
        {
            return new LocalText(
                "は文であり、名前ではありません。英字の名前は大文字で始めてください",
                "is a sentence, and no name: write names with capitals"
            );
        }

        if (words.FirstOrDefault(word => Particle.IsMatch(word)) is { } particle)
            return new LocalText($"に「{particle}」とあり、文の一部です", $"says '{particle}', which is part of a sentence");
        for (var at = 0; at < words.Length; at++)
        {
            // 中止 太郎: somebody may be called so.
            if (
                words.Length > 1
                && (IsVerdict(words[at]) || IsLaterAnswer(words[at]))
                && !IsApproval(words[at])
                && !(at + 1 < words.Length && PartyNote.IsGiven(words[at + 1]))
            )
            {
                return Says(words[at]);
            }

            if (!IsVerdict(words[at]) && Standing(words[at]) is { } standing)
                return Says(standing);
        }

        return null;
    }

    private static LocalText Says(string word) => new($"に「{word}」とあります", $"says '{word}'");

    /// <summary>In half width, and without characters that nobody sees.</summary>
    private static string Plain(string text) =>
        new(
            text.Normalize(NormalizationForm.FormKC)
                .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format)
                .ToArray()
        );

    private static string[] WordsOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            letters.Append(
                char.IsLetterOrDigit(character)
                || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    ? character
                    : ' '
            );
        }

        return letters.ToString().Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
    }
}
