using System;
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
        "(?:書|約款|規約|特約|特記事項|要領|要綱|規程|規則|条例|基準|指針|ガイドライン|ポリシー|方針|チェックリスト|チェックシート|シート|一覧|一覧表|別表|表|体制図|図|別紙|別添|別冊|附則|付則|附属資料|添付資料|資料|ホワイトペーパー"
        + "|マニュアル|手順|覚書|様式|台帳|協定|契約|条項|条件|モデル|SLA|SLO|DPA|NDA|RFP|TOS|MOU)";

    /// <summary>What says of a document that it isn't the one that holds, or isn't yet.</summary>
    private static readonly Regex Pending = LinearPattern.Of(
        "未|予定|検討|見込|次[回期年]|今[後回]|来[年期月]|後日|別途|仮|旧|案|改[訂定正]中|作成中|締結[中前待]|協議|調整|交渉|口頭|不要|不明|不可|対象外|省略|候補|希望|なし|ない|無し|なく|せず|中$"
    );

    /// <summary>A section 0, a mark that strikes it out, an annex of which nobody says which.</summary>
    private static readonly Regex Nowhere = LinearPattern.Of(
        "(?<![0-9.])0+(?![0-9.])|[×✕✖✗✘❌→⇒➡△▲▽?]|^(?:別紙|別添|別冊|別表|添付|資料|添付資料)(?:の?(?:とおり|通り)|(?:を)?参照)$"
    );

    /// <summary>委託契約書, 橋梁設計業務委託仕様書, 責任分界点一覧: whatever it is of, and what documents are called.</summary>
    private static readonly Regex Document = LinearPattern.Of(
        $"^[「『]?[\\p{{IsCJKUnifiedIdeographs}}\\p{{IsKatakana}}A-Za-z々ーの]{{0,40}}{Title}[」』]?[A-Za-z]?$",
        RegexOptions.IgnoreCase
    );

    /// <summary>第5条第2項, 5.2, p.12, §3.</summary>
    private static readonly Regex Section = LinearPattern.Of(
        "(?:第|§|(?<![A-Za-z])(?:p{1,2}|no|art|sec)[.]? ?)?(?>[0-9]+)(?>(?:[-.][0-9]+)*)(?:[条項号章節款目編部回版頁欄番]|ページ|年度|年|月|日)?(?:の(?=[0-9]))?|第(?>[一二三四五六七八九十百]+)[条項号章節款編]",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Numbered = LinearPattern.Of(
        "[0-9一二三四五六七八九十百][条項号章節款編頁]|[0-9]ページ|^p{1,2}[.]? ?[0-9]|^§",
        RegexOptions.IgnoreCase
    );

    /// <summary>How it stands there.</summary>
    private static readonly Regex Standing = LinearPattern.Of(
        "(?:の|に|で|にて|中に|内に)?(?:記載|規定|明記|定め|明示)(?:済み?|あり|有り?)?$|(?:の|に)?(?:とおり|通り|よる|基づく|定める)$|(?:を)?参照$|[.](?:pdf|docx?|xlsx?)$",
        RegexOptions.IgnoreCase
    );

    private static readonly string[] English =
    {
        "contract",
        "agreement",
        "specification",
        "specifications",
        "spec",
        "terms",
        "conditions",
        "service",
        "use",
        "sla",
        "slo",
        "dpa",
        "nda",
        "rfp",
        "tos",
        "annex",
        "appendix",
        "exhibit",
        "schedule",
        "addendum",
        "section",
        "sections",
        "sec",
        "article",
        "articles",
        "art",
        "clause",
        "chapter",
        "chap",
        "paragraph",
        "para",
        "page",
        "p",
        "pp",
        "no",
        "policy",
        "whitepaper",
        "guide",
        "statement",
        "work",
        "sow",
        "shared",
        "responsibility",
        "model",
        "matrix",
        "raci",
        "of",
        "the",
        "and",
        "in",
        "to",
        "level",
        "data",
        "processing",
        "security",
        "master",
        "general",
        "special",
        "msa",
        "procurement",
    };

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
        if (Pending.IsMatch(plain) || Nowhere.IsMatch(plain))
            return null;
        var parts = plain
            .Split(" \t\r\n、,;・/()[]【】及".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim('び', ':'))
            .Where(part => part.Length > 0)
            .ToArray();
        return parts.Length > 0 && parts.All(part => IsPlace(part) || Yes.IsMatch(part)) && parts.Any(part => IsPlace(part, alone: true))
            ? true
            : null;
    }

    /// <param name="part">Without blanks.</param>
    /// <param name="alone">Whether it has to tell by itself: a bare number doesn't.</param>
    private static bool IsPlace(string part, bool alone = false)
    {
        var title = Section.Replace(Standing.Replace(part, string.Empty), string.Empty);
        return title.Length == 0
            ? !alone || Numbered.IsMatch(part)
            : Document.IsMatch(title)
                || (IsEnglish(title) && (!alone || title.Length > 2))
                || (!alone && title.Length == 1 && title[0] < 0x80);
    }

    private static bool IsEnglish(string part) => English.Contains(part.Trim('.'), StringComparer.OrdinalIgnoreCase);
}
