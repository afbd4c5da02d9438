using System;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// Whether what is written of a place, or of whose law applies, means Japan and nothing else: by the country, its prefectures, cities that
/// data centres and courts stand in, and
/// the names that clouds give their regions there. Beside those may stand what a place or a clause is made of; any other word may say that
/// it is so in part, or isn't yet.
/// </summary>
internal static class JapanesePlace
{
    /// <summary>More than a cell says of a place.</summary>
    private const int MaxLength = 200;

    private static readonly string[] Here = Bare(
        new[]
        {
            "日本",
            "日本国",
            "国内",
            "日本国内",
            "我が国",
            "わが国",
            "本邦",
            "庁内",
            "庁舎",
            "japan",
            "japanese",
            "jp",
            "jpn",
            "tokyo",
            "osaka",
            "hokkaido",
            "fukuoka",
            "saitama",
            "chiba",
            "ap-northeast-1",
            "ap-northeast-3",
            "asia-northeast1",
            "asia-northeast2",
            "jp-east",
            "jp-west",
            "jp-tok",
            "jp-osa",
            "北海道",
            "青森",
            "岩手",
            "宮城",
            "秋田",
            "山形",
            "福島",
            "茨城",
            "栃木",
            "群馬",
            "埼玉",
            "千葉",
            "東京",
            "神奈川",
            "新潟",
            "富山",
            "石川",
            "福井",
            "山梨",
            "長野",
            "岐阜",
            "静岡",
            "愛知",
            "三重",
            "滋賀",
            "京都",
            "大阪",
            "兵庫",
            "奈良",
            "和歌山",
            "鳥取",
            "島根",
            "岡山",
            "広島",
            "山口",
            "徳島",
            "香川",
            "愛媛",
            "高知",
            "福岡",
            "佐賀",
            "長崎",
            "熊本",
            "大分",
            "宮崎",
            "鹿児島",
            "沖縄",
            "首都圏",
            "関東",
            "関西",
            "東北",
            "中部",
            "九州",
            "四国",
            "札幌",
            "石狩",
            "仙台",
            "横浜",
            "川崎",
            "名古屋",
            "神戸",
            "松江",
            "北九州",
            "那覇",
            "東日本",
            "西日本",
            "japaneast",
            "japanwest",
        }
    );

    /// <summary>What may stand beside: parts of an address, of a cloud, of a clause, and whose cloud it is.</summary>
    private static readonly string[] Beside = Bare(
        """
        国 都 道 府 県 市 区 町 村 内 所在 設置 保管 保存 格納 運用 限定 限る 限り のみ だけ 全て すべて 領域 拠点 本社 本庁 本庁舎 サーバー サーバ サーバー室 サーバ室 電算室 室 館 棟 階 ビル
        データ データセンター データセンタ センター dc idc リージョン ゾーン アベイラビリティゾーン 地域 クラウド 第 丁目 番 番地 号 の に を は で が とし とする し する される された しています します している です および 及び ならびに 並びに と も
        アジアパシフィック アジア太平洋 asiapacific aws azure microsoft microsoft365 office365 google googlecloud gcp oracle oci ibm ibmcloud アマゾン マイクロソフト グーグル オラクル さくら さくらインターネット さくらのクラウド iij ntt nttdata nttコミュニケーションズ kddi
        富士通 nec 日立 ソフトバンク ニフクラ nifcloud lgwan lgwanasp asp saas paas iaas region datacenter datacentre center centre zone east west north south the of in and only law laws court courts district
        法 法律 法令 国法 準拠 準拠法 適用 地裁 高裁 最高裁 地方裁判所 高等裁判所 簡易裁判所 裁判所 専属 専属的 合意 合意管轄 管轄 管轄裁判所 第一審 一審 裁判管轄 に基づく による 利用規約 規約 約款 契約 契約書 仕様書 sla 条 項 章
        東 西 東部 西部 中央 0 1 2 3 4 5 6 7 8 9
        """.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries)
    );

    /// <summary>Words that let Japan be one of several, and others' names.</summary>
    private static readonly string[] Abroad =
    {
        "国外",
        "国内外",
        "海外",
        "外国",
        "世界",
        "以外",
        "除く",
        "グローバル",
        "多国",
        "越境",
        "global",
        "worldwide",
        "abroad",
        "overseas",
        "outside",
        "except",
        "other than",
        "米国",
        "アメリカ",
        "合衆国",
        "北米",
        "南米",
        "カナダ",
        "英国",
        "イギリス",
        "イングランド",
        "欧州",
        "ヨーロッパ",
        "eu",
        "ドイツ",
        "フランス",
        "アイルランド",
        "オランダ",
        "スイス",
        "スウェーデン",
        "他国",
        "諸国",
        "各国",
        "シンガポール",
        "香港",
        "台湾",
        "韓国",
        "ソウル",
        "中国本土",
        "中華",
        "中国法",
        "インド国",
        "ムンバイ",
        "オーストラリア",
        "豪州",
        "上海",
        "北京",
        "深圳",
        "ベトナム",
        "タイ王国",
        "マレーシア",
        "インドネシア",
        "フィリピン",
        "ロシア",
        "イスラエル",
        "ブラジル",
        "カリフォルニア",
        "ワシントン",
        "ニューヨーク",
        "デラウェア",
        "バージニア",
        "ヴァージニア",
        "オレゴン",
        "テキサス",
        "オハイオ",
        "州法",
        "ロンドン",
        "ダブリン",
        "フランクフルト",
        "シドニー",
        "釜山",
        "パリ",
        "ジャカルタ",
        "バンコク",
        "ハイデラバード",
        "us",
        "usa",
        "u.s.",
        "united states",
        "america",
        "canada",
        "uk",
        "united kingdom",
        "england",
        "europe",
        "ireland",
        "germany",
        "france",
        "netherlands",
        "singapore",
        "hong kong",
        "taiwan",
        "korea",
        "seoul",
        "china",
        "india",
        "australia",
        "california",
        "washington",
        "new york",
        "delaware",
        "virginia",
        "oregon",
        "ap-northeast-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "us-east-1",
        "us-west-2",
        "eu-west-1",
        "asia-northeast3",
    };

    private static readonly Regex Denied = LinearPattern.Of(
        "な[いかし]|無[いし]|ありません|ません|せず|(?<![a-z])(?:non|not|never)(?![a-z])|[非不否](?!動産)|禁止|対象外",
        RegexOptions.IgnoreCase
    );

    /// <summary>An address: any town is one, below a prefecture.</summary>
    private static readonly Regex Town = LinearPattern.Of(
        "(?<=[都道府県市区郡])[\\p{IsCJKUnifiedIdeographs}\\p{IsHiragana}ヶケ々]{1,4}[市区町村郡]"
    );

    /// <summary>Struck out, changed or doubted: 国内×, 日本→.</summary>
    private static readonly Regex Marked = LinearPattern.Of("[×✕✖✗✘❌→⇒➡△▲▽]");

    /// <summary>A court, whose place says where one sues, and not whose law applies.</summary>
    private static readonly Regex Court = LinearPattern.Of(
        "[\\p{IsCJKUnifiedIdeographs}の]{0,6}(?:裁判所|地裁|高裁|最高裁|簡裁)|\\b(?:[a-z]{1,20} )?(?:district )?courts?\\b(?: of [a-z]{1,20})?",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Country = LinearPattern.Of("日本|国内|我が国|わが国|本邦|japan|\\bjpn?\\b", RegexOptions.IgnoreCase);

    /// <summary>Whether the law that applies is Japan's: the same, and a country is named, beside whichever court.</summary>
    public static bool? IsLaw(string? written) =>
        Is(written) is not true ? Is(written)
        : Country.IsMatch(Court.Replace(HostileText.Compatible(written!), " ")) ? true
        : null;

    /// <summary>False for abroad, for Japan along with others, and where it says that it isn't; null where it says nothing, none of
    /// these, or more.</summary>
    public static bool? Is(string? written)
    {
        var text = HostileText.Compatible(written ?? string.Empty).Trim();
        if (text.Length == 0)
            return null;
        if (Abroad.Any(word => Says(text, word)) || Denied.IsMatch(text))
            return false;
        if (text.Length > MaxLength || text.IndexOf('?') >= 0 || Marked.IsMatch(text))
            return null;
        return WordParts.AreAll(Bare(Town.Replace(Town.Replace(text, string.Empty), string.Empty)), Here, Beside) ? true : null;
    }

    private static string[] Bare(string[] words) => words.Select(Bare).ToArray();

    /// <summary>Its letters and digits, as they are compared.</summary>
    private static string Bare(string text) => new string(text.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();

    /// <summary>What is written in Latin letters counts as a word of its own, so that "US" isn't found in "campus".</summary>
    private static bool Says(string text, string word)
    {
        for (
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (word[0] > '\x7f' || (!IsLatin(text, at - 1) && !IsLatin(text, at + word.Length)))
                return true;
        }

        return false;
    }

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && text[at] < '\x80' && char.IsLetterOrDigit(text[at]);
}
