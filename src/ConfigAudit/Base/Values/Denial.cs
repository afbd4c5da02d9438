using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// Whether a statement says that something wanted isn't so: it ends in a negation, in what is still under way or given up, or says how sure
/// somebody is. That something unwanted isn't done, or isn't there (外部媒体は使用していない, 問題なし), is what is wanted.
/// </summary>
internal static class Denial
{
    /// <summary>What one wants to be there and to be done.</summary>
    private static readonly string[] Wanted = Words(
        "認証 暗号 対策 バックアップ ログ 記録 監視 点検 訓練 研修 規程 規定 規則 台帳 計画 体制 手順 方針 ポリシー 資料 証跡 仕組 制限 分離 遮断 更新 責任者 担当 対応 予算 監査 審査 確認 ファイアウォール 連絡網 窓口 マニュアル"
    );

    /// <summary>What makes of a wanted thing one that isn't: 不正アクセスの記録.</summary>
    private static readonly string[] Unwanted = Words(
        "不審 不正 不備 不要 ない 未 非 漏 違反 異常 指摘 例外 事故 障害 平文 単要素 共用 私物"
    );

    /// <summary>What is well left undone.</summary>
    private static readonly string[] Left = Words(
        "使用 利用 使っ 使わ 使え 用い 接続 通信 つなが 許可 認め 共有 共用 公開 保有 保管 保存 所有 持 貸 存在 発生 検出 検知 見つか 見当た 見られ 確認され 発見 残 含 取り扱 取り込 取扱 扱 置い 付与 与え 送信 漏 変更 再委託 超 経由 書き込 インストール 開い 開け 開放 受け"
    );

    /// <summary>Verbs that leave what is done to their object: 再委託を行っていない.</summary>
    private static readonly string[] Do = Words("行っ 行わ 行え し 実施し され");

    /// <summary>Ends that say against whatever stands in front: it lacks, is to come, was given up, or somebody thinks so.</summary>
    private static readonly string[] Against = Words(
        """
        ではない じゃない ではありません ではなかった とは言えない とはいえない 不在 不明 不可 不可能 不能 不足 不十分 不完全 不適切 不適合 欠如 欠員 無効 困難 非対応 対象外 要改善 要検討 要対応 要確認
        検討中 調整中 準備中 整備中 是正中 構築中 作業中 改修中 協議中 交渉中 調査中 確認中 選定中 計画中 申請中 手続中 手続き中 移行中 策定中 作成中 導入中 対応中 着手中 見直し中 試行中
        予定 見込み 見込 つもり 目標 課題 見送り 見送った 断念 断念した 中止 中止した 延期 延期した 先送り 却下 保留 保留中 放置 凍結 凍結中
        らしい はず だろう でしょう のよう いるよう みたい 模様 と聞いている と聞いています とのこと
        """
    );

    /// <summary>When it will be so, of what ends in doing it.</summary>
    private static readonly string[] Later = Words("今後 次年度 来年度 翌年度 来年 将来 近日 後日 追って");

    private static readonly string[] Doing = Words("する します 実施 対応 導入 整備 確認 設定 行う 開始");

    private static readonly string[] Unsure = Words(
        "おそらく 恐らく たぶん 多分 きっと かもしれ 思う 思わ 思い 思っ 分からな 分かりま 分からず わからな わかりま わからず 知らな 知りま"
    );

    private static readonly HashSet<string> No = new(
        Words("いいえ いえ 違う 違います だめ ダメ 駄目 まだ no nope ng false 否 無"),
        StringComparer.OrdinalIgnoreCase
    );

    private const string Marks = "×✕✖✗✘❌☓△▲?";

    private static readonly Regex Copula = LinearPattern.Of("(?:状[態況])?(?:です|である|だ)?$", RegexOptions.RightToLeft);

    /// <summary>A negated predicate, and 未 in front of one. Read from its end, as an end is what it is.</summary>
    private static readonly Regex Negated = LinearPattern.Of(
        "(?:[てで]?[いおき]?(?:ない|なかった|ません|ませんでした|らず|ず)|未(?<verb>[\\p{IsCJKUnifiedIdeographs}]{1,3}))$",
        RegexOptions.RightToLeft
    );

    /// <summary>That there is none: whether that is well depends on of what.</summary>
    private static readonly Regex None = LinearPattern.Of(
        "(?:[はがもを]?(?:特に)?(?:なし|無し|ナシ)|[はがもを](?:特に)?(?:ない|無い|ありません|なかった|いない|いません|存在しない|存在しません))$",
        RegexOptions.RightToLeft
    );

    /// <summary>That it isn't so everywhere: 導入していない端末がある.</summary>
    private static readonly Regex Elsewhere = LinearPattern.Of(
        "(?:ない|未[\\p{IsCJKUnifiedIdeographs}]{1,3}の?|例外)[^。]{0,10}(?<!で)(?:ある|あり|あります|残っている)$",
        RegexOptions.RightToLeft
    );

    /// <summary>The main clause's negation (is not, don't, nobody), or what there is none of. An aside may deny what it likes.</summary>
    private static readonly Regex EnglishNot = LinearPattern.Of(
        "^not\\b|\\b(?:is|are|was|were|do|does|did|has|have|had|can|could) ?not\\b|n['’]t\\b|\\b(?:nobody|never|no)\\b",
        RegexOptions.IgnoreCase
    );

    private static readonly string[] EnglishLeft = Words(
        "used use uses using connect allow permit stor expos shar found detect seen present exist open available reachable accessible possible publish install affected applicable kept held sent granted"
    );

    private static readonly string[] EnglishWanted = Words(
        "plan polic backup mfa two-factor multi-factor authentication encrypt evidence process procedure record inventory control owner budget training log monitoring review antivirus protection firewall segmentation idea information"
    );

    private static readonly string[] EnglishUnsure = new[]
    {
        "probably",
        "perhaps",
        "maybe",
        "presumably",
        "i think",
        "we think",
        "i believe",
        "we believe",
        "i guess",
        "should be",
        "might",
        "may be",
        "seems",
        "apparently",
        "planned",
        "will be",
        "to be done",
        "in progress",
        "under way",
        "not sure",
        "unknown",
        "unclear",
    };

    private static readonly Regex Aside = LinearPattern.Of("[(][^()]*[)]");

    private static readonly char[] Ends = "。．!\r\n;".ToCharArray();

    private static readonly char[] Trailing = " .,、!:：)]」』）】".ToCharArray();

    /// <summary>What stands between the parts of a sentence.</summary>
    private static readonly char[] Between = "はがをにもので、と ".ToCharArray();

    /// <summary>Whether a sentence of it does.</summary>
    public static bool Is(string text) =>
        Aside
            .Replace(HostileText.Compatible(text), " ")
            .Split(Ends)
            .Select(sentence => sentence.Trim().Trim(Trailing))
            .Where(sentence => sentence.Length > 0)
            .Any(Denies);

    private static bool Denies(string sentence) =>
        No.Contains(sentence)
        || Marks.IndexOf(sentence[sentence.Length - 1]) >= 0
        || (
            sentence.Any(letter => letter >= 0x3040)
                ? DeniesInJapanese(Copula.Replace(sentence, string.Empty, 1))
                : DeniesInEnglish(sentence)
        );

    private static bool DeniesInEnglish(string sentence)
    {
        if (EnglishUnsure.Any(word => $" {sentence} ".IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase) >= 0))
            return true;
        var not = EnglishNot.Match(sentence);
        if (!not.Success)
            return false;
        var rest = sentence.Substring(not.Index + not.Length);
        return string.Equals(not.Value, "no", StringComparison.OrdinalIgnoreCase)
            ? Begins(rest, EnglishWanted)
            : !Begins(rest, EnglishLeft) || Begins(sentence, EnglishWanted);
    }

    private static bool DeniesInJapanese(string sentence)
    {
        if (
            Against.Any(end => sentence.EndsWith(end, StringComparison.Ordinal))
            || Has(sentence, Unsure)
            || Elsewhere.IsMatch(sentence)
            || (Has(sentence, Later) && Doing.Any(end => sentence.EndsWith(end, StringComparison.Ordinal)))
        )
        {
            return true;
        }

        // 漏れはない, 資料なし: of what there is none.
        if (None.Match(sentence) is { Success: true } none)
            return IsWanted(sentence.Substring(0, none.Index));
        var negated = Negated.Match(sentence);
        return negated.Success && IsLeftUndone(sentence.Substring(0, negated.Index), negated.Groups["verb"]) is false;
    }

    /// <summary>Whether what isn't done is well left undone: 外部媒体は使用していない, and not 二要素認証は導入していない.</summary>
    private static bool IsLeftUndone(string before, Group unDone)
    {
        var at = unDone.Success ? before.Length : before.LastIndexOfAny(Between) + 1;
        var verb = unDone.Success ? unDone.Value : before.Substring(at);
        var front = before.Substring(0, at);
        var of = LastWord(front);
        return Has(verb, Left) || (Do.Contains(verb) && Has(of, Left)) ? !IsWanted(front) : Has(of, Unwanted) && !Has(of, Wanted);
    }

    /// <summary>Whether what is denied, the last word in front, is wanted, and nothing beside it says that it is of the other kind.</summary>
    private static bool IsWanted(string front) => Has(LastWord(front), Wanted) && !Has(front, Unwanted);

    private static string LastWord(string front)
    {
        var trimmed = front.TrimEnd(Between);
        return trimmed.Substring(trimmed.LastIndexOfAny(Between) + 1);
    }

    private static bool Has(string text, string[] words) => words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether a word of it begins so.</summary>
    private static bool Begins(string text, string[] words) =>
        text.Split(' ').Any(each => words.Any(word => each.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static string[] Words(string text) => text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries);
}
