using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// An office that is named so that it is nobody's in particular, or nobody's now: all of a kind (各課長, 関係課長), whichever is in charge
/// (主管課), whoever held it before (前課長) or may hold it one day (次期課長, 課長候補), all of a rank (課長級), one that a form left open (Ａ課長).
/// </summary>
internal static class PartyClass
{
    /// <summary>What offices end in.</summary>
    private static readonly string[] Posts =
        "長 知事 補佐 補佐官 主幹 主査 主任 主事 参事 理事 技監 管理者 責任者 担当 担当者 職員 CISO CIO CTO CSO CEO CDO DPO".Split(' ');

    private static readonly string[] Units = "課 部 室 局 係 班 署 部署 部門 部局 機関 施設 組織".Split(' ');

    private const string One = "各全他某前元旧";

    /// <summary>What follows those in surnames (前田, 元木, 他谷, 各務): of a landscape, and a few beside; so do towns, and 元気.</summary>
    private const string InSurname = "町気田川木山井村本島嶋原野沢澤橋坂阪園岡谷崎﨑林倉森尾里浜濱浦口塚杉松藤宮中平永吉持務";

    private static readonly string[] Of = "前々 次の 後任 前任 歴代 先代".Split(' ');

    private static readonly string[] InCharge = "関係 関連 当該 該当 主管 所管 所轄 主務".Split(' ');

    private static readonly string[] Every = InCharge.Concat("担当 各 全 両 他 自 当 原".Split(' ')).ToArray();

    private static readonly string[] Ranks = "級 クラス 相当 以上 以下 一同 の誰か のいずれか の誰 達 たち".Split(' ');

    private static readonly string[] Ranked = "部課長 課長等 特別職 幹部 役員 役職者".Split(' ');

    private static readonly string[] Candidates =
        "候補 候補者 候補者名 内定 内定者 就任者 予定者 見込者 以外 を除く は除く 除く を除き".Split(' ');

    /// <summary>＊課長, ●部長: a sign where the name is to stand.</summary>
    private static readonly Regex Open = LinearPattern.Of(
        "(?:^| )[○〇◯●◎×✕✖△▲▽□■◇◆☆★*_~・]{1,3}\\p{IsCJKUnifiedIdeographs}{0,2}(?:長|担当|主[査任])(?: |$)"
    );

    /// <summary>Whether a word names it.</summary>
    public static bool Is(string word) =>
        IsOneOf(word)
        || IsWhicheverIsInCharge(word)
        || Ranked.Contains(word)
        || Ranks.Any(rank => word.EndsWith(rank, StringComparison.Ordinal) && IsOffice(word.Substring(0, word.Length - rank.Length)))
        || Ends(word, Candidates)
        || word.StartsWith("候補", StringComparison.Ordinal)
        || HasLetter(word);

    /// <summary>Whether a sign stands where the name is to stand.</summary>
    public static bool IsOpen(string plain) => Open.IsMatch(plain);

    /// <summary>All of a kind, some other, and whoever was or will be.</summary>
    private static bool IsOneOf(string word) =>
        (word.Length > 2 && word.StartsWith("次期", StringComparison.Ordinal))
        || (
            Ends(word, Posts)
            && (
                (word.Length > 1 && One.IndexOf(word[0]) >= 0 && InSurname.IndexOf(word[1]) < 0)
                || Of.Any(of => word.StartsWith(of, StringComparison.Ordinal))
            )
        );

    /// <summary>関係課長, 主管課; while 関係長 and 原課長 are 関 and 原 who lead a section, and 担当課長 is an office.</summary>
    private static bool IsWhicheverIsInCharge(string word) =>
        Every.Any(every => Behind(word, every) is { } unit && Units.Any(each => unit == each || unit == each + "名"))
        || Every.Any(every =>
            every is not ("担当" or "原") && Behind(word, every) is { } leader && Units.Any(each => leader == each + "長")
        )
        || InCharge.Any(every => Behind(word, every) is { Length: > 1 } post && Posts.Contains(post));

    /// <summary>Whom a form left open, by a letter before or behind: Ａ課長, Ａさん, 課長A.</summary>
    private static bool HasLetter(string word) =>
        word.Length is 2 or 3 or 4
        && (
            (IsLetter(word[0]) && !IsLetter(word[1]) && (Ends(word, Posts) || Ends(word, new[] { "さん", "氏", "様", "君" })))
            || (IsLetter(word[word.Length - 1]) && word[word.Length - 2] == '長')
        );

    private static bool IsLetter(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool IsOffice(string word) => Ends(word, Posts) || Ends(word, Units);

    private static bool Ends(string word, string[] ends) => ends.Any(end => word.EndsWith(end, StringComparison.Ordinal));

    private static string? Behind(string word, string start) =>
        word.StartsWith(start, StringComparison.Ordinal) ? word.Substring(start.Length) : null;
}
