using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>What a word is that stands where a name ought to, or beside one: how a request stands, by what somebody agreed, what somebody is to
/// somebody, a refusal.</summary>
internal static class PartyWordClass
{
    /// <summary>What may stand behind a name without a space: it is approved.</summary>
    private static readonly HashSet<string> Approvals = new(StringComparer.Ordinal)
    {
        "承認",
        "承認済",
        "承認済み",
        "承認ずみ",
        "再承認",
        "決裁",
        "決裁済",
        "決裁済み",
        "専決",
        "専決済",
        "代決",
        "許可",
        "許可済",
        "許可済み",
        "認可",
        "了承",
        "了承済",
        "了承済み",
        "同意",
        "同意済",
        "同意済み",
        "裁可",
        "承認印",
        "確認",
        "確認済",
        "確認済み",
        "承認日",
        "決裁日",
        "承認しました",
        "承認した",
        "承認あり",
        "承認有り",
        "承認OK",
        "判断",
        "判断済",
        "判断済み",
        "決定",
        "決定済",
        "決定済み",
    };

    private static readonly string[] AroundMeans = PartyWords
        .Verdicts.Concat(PartyWords.Particles)
        .Concat(new[] { "No", "による", "により", "にて", "経由", "上" })
        .ToArray();

    private static readonly string[] AroundRelations = PartyWords.Around.Concat(PartyWords.Verdicts).Concat(PartyWords.Particles).ToArray();

    private const int MaxStanding = 16;

    /// <summary>Whether it says that it is approved, behind a name or alone.</summary>
    public static bool Agreed(string word) => Approvals.Any(approval => word.EndsWith(approval, StringComparison.Ordinal));

    /// <summary>Whether it says that it is approved, and nothing else.</summary>
    public static bool IsApproval(string word) => Approvals.Contains(word);

    /// <summary>How it stands, as it is said behind a name (CISO反対), or before one in Latin letters, in which no office begins so
    /// (依頼中CISO); null for approved, and for nothing.</summary>
    public static string? Standing(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            // No word that says so is longer, and a text of somebody else's may be long.
            if (at > MaxStanding && word.Length - at > MaxStanding)
                continue;
            var (front, behind) = (word.Substring(0, at), word.Substring(at));
            if (IsVerdict(behind))
                return IsApproval(behind) ? null : behind;
            if (word[at] < 0x80 && IsVerdict(front) && !IsApproval(front))
                return front;
        }

        return null;
    }

    public static bool IsNobody(string word) => IsAnswer(word) || PartyWords.Between.Contains(word) || IsVerdict(word) || IsMeans(word);

    /// <summary>NG is an answer, and Ng a surname.</summary>
    private static bool IsAnswer(string word) =>
        word is not ("Ng" or "Ai") && (PartyWords.Answers.Contains(word) || PartyWords.EnglishMeans.Contains(word));

    /// <summary>まだ, なし beside a name. One character (要), and No, are names as well.</summary>
    public static bool IsLaterAnswer(string word) =>
        word is "未" or "否" or "不" or "非" or "無" or "仮" or "却" or "没"
        || (word.Length > 1 && !LatinName.IsLatin(word) && PartyWords.Answers.Contains(word));

    /// <summary>Whether it is how a request stands, and nothing else.</summary>
    public static bool IsStanding(string word) => IsAnswer(word) || IsVerdict(word) || IsMeans(word);

    /// <summary>Whether it is anybody of some sort: 担当者, 全課, admin.</summary>
    public static bool IsAnybody(string word) =>
        IsRelation(word) || PartyWords.Accounts.Contains(word) || PartyWords.EnglishRelations.Contains(word);

    public static bool IsRefusal(string word) =>
        PartyWords.EnglishRefusals.Contains(word)
        || PartyWords.Refusals.Any(refusal =>
            word.StartsWith(refusal, StringComparison.Ordinal) || word.EndsWith(refusal, StringComparison.Ordinal)
        )
        || PartyWords.Endings.Any(refusal => word.EndsWith(refusal, StringComparison.Ordinal));

    /// <summary>Whether it is made of words for how a request stands, and nothing else: 未承認, 承認待ち中, 期限切れ.</summary>
    public static bool IsVerdict(string word) => WordParts.AreAll(word, PartyWords.Verdicts, PartyWords.Particles);

    /// <summary>Whether it is by what somebody agreed, or where that is written, and nothing else: メールで承認, 稟議書No.</summary>
    private static bool IsMeans(string word) => WordParts.AreAll(word, PartyWords.Means, AroundMeans);

    /// <summary>Whether it is made of words for what somebody is to somebody, and nothing else: 直属の上司, 各担当者, 上司承認済.</summary>
    public static bool IsRelation(string word) => WordParts.AreAll(word, PartyWords.Relations, AroundRelations);
}
