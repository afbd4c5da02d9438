using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>
/// Whether something is written down, and where: yes (有, 記載あり), no (無, 求めていない), or a place: a document, a part of one, or both (契約書第5条,
/// 別紙2, 仕様書3.2).
/// Nobody can list all the words by which people say that it will be, or was said aloud: so what is none of the three isn't taken.
/// </summary>
internal static class WrittenPlace
{
    /// <summary>More than any title with its section has.</summary>
    private const int MaxLength = 200;

    public static readonly LocalText Wanted = new(
        "。書かれている場所（契約書第5条、別紙2、仕様書3.2）、有、無のいずれかを書いてください",
        ": write where it is (契約書第5条, Annex 2, specification 3.2), or 有 (yes) or 無 (no)"
    );

    private const string Asked =
        "記載|規定|定め|要求|明記|盛り?込み|条項|記述|明文|明示|義務付け|義務づけ|締結|合意|確認|実施|適用|対応|取り?決め|特約";

    private const string Done =
        "(?:記載|規定|要求|明記|記述|明文化|明示|締結|合意|確認|実施|適用|対応)(?:する|して(?:いる|います)|した|しました)|定め(?:る|て(?:いる|います)|た)|求め(?:る|て(?:いる|います)|た)"
        + "|盛り?込(?:む|んで(?:いる|います)|んだ)|義務[付づ]け(?:る|て(?:いる|います)|た)|する|して(?:いる|います)|した";

    private static readonly Regex Yes = LinearPattern.Of(
        $"^(?:有り?|あり|[○〇◯✓✔☑]|はい|yes|y|true|済み?|ずみ|(?:{Asked})(?:が|は|も)?(?:あり|有り?|済み?|ずみ)|明記|{Done})$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex No = LinearPattern.Of(
        $"^(?:無し?|なし|ナシ|ない|[×✕✖✗]|いいえ|no|n|false|none|(?:{Asked}|条文|該当|特に|再委託)(?:が|は|も)?(?:なし|無し?|ない|ありません)"
            + "|(?:(?:記載|規定|要求|明記|記述|明示|締結|合意|確認|実施|適用|対応)?し|(?:定|求)め|義務[付づ]け)(?:て)?(?:い)?(?:ない|ません)|盛り?込んで(?:い)?(?:ない|ません)"
            + "|未(?:記載|規定|要求|明記|記述|締結|合意|確認|実施|適用|対応|整理|整備|作成|策定|契約)?)$",
        RegexOptions.IgnoreCase
    );

    private const string Title =
        "(?:書|約款|規約|特約|特記事項|要領|要綱|規程|規則|条例|基準|指針|ガイドライン|ポリシー|方針|チェックリスト|チェックシート|シート|一覧|一覧表|別表|表|体制図|図|別紙|別添|別冊|別記|附則|付則|附属資料|添付資料|資料|ホワイトペーパー"
        + "|マニュアル|手順|覚書|様式|台帳|協定|契約|条項|条件|要件|要求事項|モデル|アグリーメント|SLA|SLO|DPA|NDA|RFP|TOS|MOU)";

    /// <summary>What says of a document that it isn't the one that holds, or isn't yet. Behind some of them stands what a contract is about:
    /// 案内業務, 協議会, 調整池, 旧庁舎.</summary>
    private static readonly Regex Pending = LinearPattern.Of(
        "未(?!来|就学|就園|利用地|給水)|予定(?!価格|地)|検討(?!業務|委員会|会|調査)|見込(?!客)|次[回年]|次期(?!システム|基幹|[^ ]{0,16}(?:システム|基盤|構築))|今[後回]|来[年期月]|後日|別途|仮(?!設|庁舎|称|置|想)|旧(?!庁舎|館|校|[^ ]{0,6}(?:町|村|市|跡|施設|小学校|中学校|システム))"
            + "|(?<!提)案(?!内|件)|改[訂定正]中|作成中|締結[中前待]|協議(?!会)|調整(?!池|区域|給付|交付金)|交渉|口頭|不要|不明(?!水)|不可|対象外|省略|候補(?!者|地)|希望(?![がヶケ]丘)|なし|ない|無し|なく|せず|中$|削除(?!手順|証明|方法|基準|要領|に関)|抹消|欠番|取消"
    );

    /// <summary>What says of a document that it is somebody else's, another, or over: 他社契約, 別契約, 前契約書, 昨年度契約書, 契約書（失効）.</summary>
    private static readonly Regex Elsewhere = LinearPattern.Of(
        "(?<!その)他(?:[社市町村県課部]|の|団体|自治体|業者|事業者|契約|案件|システム|人)|(?<![個特種区性階級類])別(?:の|契約|会社|業者|事業者|社|件|案件|システム|団体|人)|第三者の|競合|同業|(?<![\\p{IsCJKUnifiedIdeographs}])前(?:の|契約|年度?|回|期(?!高齢)|任|仕様|覚書|協定|約款|規約|版|委託|業者|事業者|々)|以前|過去|従前|当時|昨年|一昨年|去年|先代|元の?契約|下請"
            + "|失効|満了(?!時|後|日)|解約(?!時|条|手続)|終了(?!時|後|日)|破棄(?!証明|手順)|廃止(?!措置|施設|時)|期限切|期間切|切れ|無効|打切|(?:雛|ひな)[形型がた]|見本$|サンプル|テンプレート|記入例|記載例|^例[ :(]|ダミー|テスト(?:契約|用|データ)|架空|偽|嘘|たぶん|おそらく|はず|らしい|思わ|かもしれ"
    );

    /// <summary>A mark that strikes it out, an annex or a list of which nobody says which.</summary>
    private static readonly Regex Nowhere = LinearPattern.Of(
        "[×✕✖✗✘❌→⇒➡△▲▽?]|^(?:別紙|別添|別冊|別表|別記|添付|資料|添付資料|附属資料|様式|表|図|シート|一覧|一覧表|台帳|書|条件|要件|要求事項|モデル|基準|手順|方針)(?:(?:の?(?:とおり|通り)|(?:を)?参照))?$"
    );

    /// <summary>What stands between the words of a title: 運用及び保守業務委託契約書, 利用に係る契約書.</summary>
    private static readonly Regex Joining = LinearPattern.Of(
        "その他の?|及び|並びに|または|又は|若しくは|・|に係る|に関する|における|に伴う|に対する|のための|による|等の|等"
    );

    /// <summary>委託契約書, 橋梁設計業務委託仕様書, 責任分界点一覧: whatever it is of, and what documents are called.</summary>
    private static readonly Regex Document = LinearPattern.Of(
        $"^[「『]?[\\p{{IsCJKUnifiedIdeographs}}\\p{{IsKatakana}}A-Za-z々ーの]{{0,60}}{Title}[」』]?[A-Za-z]?$",
        RegexOptions.IgnoreCase
    );

    /// <summary>第5条第2項, 5.2, p.12, §3.</summary>
    private static readonly Regex Section = LinearPattern.Of(
        "(?:第|§|(?<![A-Za-z])(?:p{1,2}|no|art|sec)[.]? ?)?(?>[0-9]+)(?>(?:[-.][0-9]+)*)(?:[条項号章節款目編部回版頁欄番期]|ページ|年度版?|年版?|月版?|日版?)?(?:の(?=[0-9]))?|第(?>[一二三四五六七八九十百]+)[条項号章節款編]|ただし書き?|[前後]段|[本各]文",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Numbered = LinearPattern.Of(
        "[0-9一二三四五六七八九十百][条項号章節款編頁]|[0-9]ページ|^p{1,2}[.]? ?[0-9]|^§",
        RegexOptions.IgnoreCase
    );

    /// <summary>The heading of an article, behind its number: 第8条（再委託の禁止）.</summary>
    private static readonly Regex Heading = LinearPattern.Of(
        "(?<=[0-9一二三四五六七八九十百][条項号章節]) ?[(【\\[][\\p{IsCJKUnifiedIdeographs}\\p{IsKatakana}々ーのとや等及びに関するおける・]{2,30}[)】\\]]"
    );

    /// <summary>The numbers of a section, by what they count.</summary>
    private static readonly Regex Counted = LinearPattern.Of(
        "(?<number>[0-9]{1,9}|[一二三四五六七八九十百]{1,9})(?<unit>[条項号章節款編頁]|ページ)"
    );

    /// <summary>How many articles the longest contracts and terms have, and how many of the rest: what is beyond is nowhere.</summary>
    private const int MostArticles = 300,
        MostParts = 100,
        MostPages = 2000;

    /// <summary>How it stands there.</summary>
    private static readonly Regex Standing = LinearPattern.Of(
        "(?:の|に|で|にて|中に|内に)?(?:記載|規定|明記|定め|明示)(?:済み?|あり|有り?)?$|(?:の|に)?(?:とおり|通り|よる|基づく|定める)$|(?:を)?参照$|[.](?:pdf|docx?|xlsx?)$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What documents and their parts are called in English.</summary>
    private static readonly string[] EnglishTitles = Words(
        """
        contract agreement specification specifications spec terms conditions sla slo dpa nda rfp tos annex appendix exhibit schedule addendum section sections sec article articles art clause chapter chap paragraph
        para page p pp policy whitepaper guide statement sow matrix raci msa model
        """
    );

    /// <summary>What stands between and before them.</summary>
    private static readonly string[] EnglishBetween = Words(
        "service use work shared responsibility of the and in to level data processing security master general special procurement"
    );

    /// <summary>no. 5, which denies nothing.</summary>
    private static readonly Regex Numbers = LinearPattern.Of("(?<![A-Za-z])no[. :]{0,3}([0-9])", RegexOptions.IgnoreCase);

    /// <summary>A section 0.</summary>
    private static readonly Regex Zero = LinearPattern.Of("(?<![0-9.])0+(?![0-9.])");

    private static readonly Regex Url = LinearPattern.Of("^https?://[^ ]+[.][^ ]+$", RegexOptions.IgnoreCase);

    /// <summary>True for yes and for a place, false for no; null for anything else.</summary>
    public static bool? Is(string text)
    {
        var plain = HostileText.Compatible(text).Trim();
        if (plain.Length > MaxLength)
            return null;
        if (Yes.IsMatch(plain) || Url.IsMatch(plain))
            return true;
        if (No.IsMatch(plain))
            return false;
        if (Pending.IsMatch(plain) || Elsewhere.IsMatch(plain) || Nowhere.IsMatch(plain) || IsBeyond(plain))
            return null;
        var parts = Numbers
            .Replace(Joining.Replace(Heading.Replace(plain, string.Empty), "の"), " $1")
            .Split(" \t\r\n、,;/()[]【】「」『』".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim('び', ':', 'の'))
            .Where(part => part.Length > 0)
            .ToArray();
        // Who says yes and no says neither.
        return parts.Length > 0 && parts.All(part => IsPlace(part) || Yes.IsMatch(part)) && parts.Any(part => IsPlace(part, alone: true))
            ? true
            : null;
    }

    private static bool IsBeyond(string plain) =>
        Counted
            .Matches(plain)
            .Cast<Match>()
            .Select(match => (Number: Number(match.Groups["number"].Value), Unit: match.Groups["unit"].Value))
            .Any(each => each.Number == 0 || each.Number > Most(each.Unit)) || Zero.IsMatch(plain);

    private static int Most(string unit) =>
        unit switch
        {
            "条" => MostArticles,
            "頁" or "ページ" => MostPages,
            _ => MostParts,
        };

    private static long Number(string text)
    {
        if (text[0] <= '9')
            return long.Parse(text, CultureInfo.InvariantCulture);
        // 九百九十九: what stands before 十 and 百 counts them.
        var (sum, digit) = (0L, 0L);
        foreach (var letter in text)
        {
            var value = "一二三四五六七八九".IndexOf(letter) + 1;
            if (value > 0)
                digit = value;
            else
                (sum, digit) = (sum + (Math.Max(digit, 1) * (letter == '十' ? 10 : 100)), 0);
        }

        return sum + digit;
    }

    /// <param name="part">Without blanks.</param>
    /// <param name="alone">Whether it has to tell by itself: a bare number doesn't, and neither does what stands between titles.</param>
    private static bool IsPlace(string part, bool alone = false)
    {
        var title = Section.Replace(Standing.Replace(part, string.Empty), string.Empty);
        return title.Length == 0
            ? !alone || Numbered.IsMatch(part)
            : Document.IsMatch(title)
                || EnglishTitles.Contains(title.Trim('.'), StringComparer.OrdinalIgnoreCase)
                || (!alone && EnglishBetween.Contains(title.Trim('.'), StringComparer.OrdinalIgnoreCase))
                || (!alone && title.Length == 1 && title[0] < 0x80);
    }

    private static string[] Words(string text) => text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries);
}
