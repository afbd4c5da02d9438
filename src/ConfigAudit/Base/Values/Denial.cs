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
    private const string Wanted =
        "認証|暗号|対策|バックアップ|ログ|記録|監視|点検|訓練|研修|教育|規[程定則]|台帳|計画|体制|手順|方針|ポリシー|資料|証跡|契約|仕組|制限|分離|遮断|更新|適用|管理|責任者|担当|対応|予算|検知|検査|監査|審査|承認|申請|確認|把握|整備|導入|設定|実施|防御|保護|フィルタ|ファイアウォール|ウイルス|二要素|多要素|施錠|定め|取り?決め|マニュアル|チェック";

    /// <summary>What makes of a wanted thing one that isn't.</summary>
    private const string Unwanted =
        "単要素|のみ|だけ|平文|既定|初期|共[用有]|不要|不審|不正|不備|未|非|無断|漏|違反|異常|問題|指摘|例外|事故|障害|脆弱|旧|古い|外部|私物|個人|ない[^。]*$";

    /// <summary>What is well left undone.</summary>
    private const string Left =
        "使用|利用|使っ?|使わ|用い|接続|つなが|繋が|許可|認め|共有|公開|開放|露出|保有|保管|保存|格納|所有|持ち?出|持ち?込|持っ|貸与|貸し|存在|該当|発生|検出|検知|見つか|見当た|見られ|確認され|発見|残っ|残存|含[まんむ]|取り?扱|扱っ|置い|付与|与え|送信|送付|転送|流出|漏|変更|依存|委託|越え|超え|超過|経由|書き?込|記載|搭載|インストール|あっ|受け";

    private static readonly Regex Negated = LinearPattern.Of(
        "(?:て|で)?(?:い|お|き)?(?:ない|なかった|ません|ませんでした|らず|おらず)(?:状態|状況)?(?:である|です|だ)?$|(?:せず|できず|ておらず|ず)$"
    );

    private static readonly Regex Copula = LinearPattern.Of(
        "(?:で|では|じゃ|とは(?:言え|いえ)|とは限ら|に至ら|に至って(?:い)?)(?:ない|ありません|なかった)(?:です)?$"
    );

    /// <summary>That there is none: whether that is well depends on of what.</summary>
    private static readonly Regex None = LinearPattern.Of(
        "(?:は|が|も|を)?(?:特に)?(?:な[しい]|無し|無い|ナシ|ありません|なかった|存在しない|存在しません)(?:です|である)?$"
    );

    private static readonly Regex Lacking = LinearPattern.Of(
        "(?:不在|不明|不可|不能|不足|不十分|不充分|不完全|不適切|欠如|欠員|無効|困難|未[\\p{IsCJKUnifiedIdeographs}]{1,3}|非対応|対象外|要改善|要検討|要対応|要確認)(?:である|です|だ|の(?:状態|まま))?$"
    );

    private static readonly Regex WellLacking = LinearPattern.Of(
        "未(?:使用|利用|接続|発生|検出|公開|開放|共有|保有|所有|設置)(?:である|です|だ)?$"
    );

    private static readonly Regex Open = LinearPattern.Of(
        "(?:検討|調整|準備|整備|是正|構築|作業|改修|協議|交渉|調査|確認|審査|選定|計画|申請|手続き?|移行|更新|改善|策定|作成|導入|対応|着手|見直し|依頼|試行|募集|設計|要求)(?:作業)?中(?:です|である|だ)?$"
            + "|(?:予定|見込み?|方針|つもり|意向|計画|目標|考え|課題)(?:です|である|だ)?$|(?:見送り?|見送った|見送りました|見送る|断念(?:した)?|中止(?:した)?|延期(?:した)?|先送り|却下|棄却|否決|保留|取り?下げ|放置|凍結)(?:中|した|しました|です|となった)?$"
            + "|(?:今後|次年度|来年度|翌年度|次回|来月|来年|将来|今年度中|年度内|近日|近々|後日|追って|順次)(?:に|から|中に|、)?[^。]{0,12}(?:する|実施|対応|導入|整備|確認|検討|設定|点検|行う|始める|開始)(?:する|します|予定)?$"
    );

    private static readonly Regex Unsure = LinearPattern.Of(
        "おそらく|恐らく|たぶん|多分|きっと|もしかし|かもしれ|思[うわいっ]|気がする|(?:らしい|はず|だろう|でしょう|ようだ|ようです|みたい|そうだ|そうです|模様|と聞いて(?:いる|います|いた)|とのこと|と推[測定]|とみられる|かと|かな|どうか)(?:です|だ|である)?$"
            + "|(?:分から|わから|知ら|存じ)(?:ない|ません|ず|ん)|不明"
    );

    private static readonly Regex No = LinearPattern.Of(
        "^(?:いいえ|いえ|ちがう|違う|違います|だめ|ダメ|駄目|no|nope|nein|ng|false|否|無|×|✕)[^\\p{L}]*$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Struck = LinearPattern.Of("[×✕✖✗✘❌☓△▲?]+[ )\\]]*$|(?<![A-Za-z])NG$");

    private static readonly Regex EnglishNot = LinearPattern.Of(
        "(?:\\b(?:not|never|cannot|neither|nor|nobody|lacks?|lacking|missing|without|fails?|failed|unable)\\b|n['’]t\\b)(?<rest>.*)$|\\bno (?<none>.*)$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex EnglishLeft = LinearPattern.Of(
        "\\b(?:us(?:e[ds]?|ing)|connect(?:ed|s)?|allow(?:ed|s)?|permit(?:ted|s)?|stor(?:ed?|es)|expos(?:ed?|es)|shar(?:ed?|es)|found|detected|seen|present|exists?|open(?:ed)?|available|reachable|accessible|possible|publish(?:ed)?|installed|leav(?:es?|ing)|left|affected|applicable|kept|held|sent|carried|lent|granted|removable|unless|more than|exceed(?:s|ed)?)\\b",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex EnglishWanted = LinearPattern.Of(
        "\\b(?:plan|policy|policies|backups?|mfa|two-?factor|multi-?factor|authentication|encryption|encrypted|evidence|process|procedures?|records?|inventory|controls?|owner|budget|training|logs?|logging|monitoring|review|antivirus|protection|firewall|segmentation|idea|information|blocked|enforced|implemented|configured)\\b",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex EnglishUnsure = LinearPattern.Of(
        "\\b(?:probably|perhaps|maybe|presumably|supposedly|i think|we think|i believe|we believe|i guess|should be|might|may be|seems?|apparently|planned|will be|going to|to be done|in progress|under way|underway|not sure|unknown|unclear|don['’]?t know)\\b",
        RegexOptions.IgnoreCase
    );

    private static readonly char[] Ends = "。．!\r\n;".ToCharArray();

    private static readonly char[] Trailing = " .,、!:：)]」』）】".ToCharArray();

    /// <summary>Whether a sentence of it does.</summary>
    public static bool Is(string text) =>
        HostileText
            .Compatible(text)
            .Split(Ends)
            .Select(sentence => sentence.Trim().Trim(Trailing))
            .Where(sentence => sentence.Length > 0)
            .Any(Denies);

    private static bool Denies(string sentence)
    {
        if (No.IsMatch(sentence) || Struck.IsMatch(sentence) || Unsure.IsMatch(sentence) || Open.IsMatch(sentence))
            return true;
        if (sentence.Any(letter => letter >= 0x3040))
            return DeniesInJapanese(sentence);
        if (EnglishUnsure.IsMatch(sentence))
            return true;
        var not = EnglishNot.Match(sentence);
        return not.Success
            && (
                not.Groups["none"].Success
                    ? EnglishWanted.IsMatch(not.Groups["none"].Value)
                    : !EnglishLeft.IsMatch(not.Groups["rest"].Value) || EnglishWanted.IsMatch(sentence)
            );
    }

    private static bool DeniesInJapanese(string sentence)
    {
        if (Lacking.Match(sentence) is { Success: true } lacking)
            return !WellLacking.IsMatch(sentence) || IsWanted(sentence.Substring(0, lacking.Index));
        if (Copula.IsMatch(sentence))
            return true;
        if (Verb(sentence) is { } verb)
            return !verb.IsLeft || IsWanted(verb.Before);
        // 漏れはない, 資料なし: of what there is none.
        return None.Match(sentence) is { Success: true } none && IsWanted(sentence.Substring(0, none.Index));
    }

    /// <summary>Whether what is denied is wanted, and nothing beside it says that it is of the other kind.</summary>
    private static bool IsWanted(string before) => Regex.IsMatch(before, Wanted) && !Regex.IsMatch(before, Unwanted);

    /// <summary>A negated verb at the end, what it is of, and whether it is one that is well left undone.</summary>
    private static (bool IsLeft, string Before)? Verb(string sentence)
    {
        var negated = Negated.Match(sentence);
        if (!negated.Success || None.IsMatch(sentence))
            return null;
        var before = sentence.Substring(0, negated.Index);
        // The verb is what stands behind the last particle.
        var at = before.LastIndexOfAny(new[] { 'は', 'が', 'を', 'に', 'も', 'の', 'と', '、', ' ' });
        var verb = before.Substring(at + 1);
        return (Regex.IsMatch(verb, Left), before.Substring(0, at + 1));
    }
}
