using System;
using System.Linq;
using ConfigAudit.Values;

namespace ConfigAudit.Registers;

/// <summary>
/// Whether what is written of a place, or of whose law applies, means Japan: by the country, its prefectures, cities that data centres and courts stand in, and
/// the names that clouds give their regions there.
/// </summary>
internal static class JapanesePlace
{
    private static readonly string[] Here =
    {
        "日本", "国内", "我が国", "わが国", "本邦", "庁内", "庁舎", "japan", "tokyo", "osaka", "hokkaido", "fukuoka", "saitama", "chiba",
        "ap-northeast-1", "ap-northeast-3", "asia-northeast1", "asia-northeast2", "jp-east", "jp-west", "jp-tok", "jp-osa",
        "北海道", "青森", "岩手", "宮城", "秋田", "山形", "福島", "茨城", "栃木", "群馬", "埼玉", "千葉", "東京", "神奈川", "新潟", "富山", "石川", "福井", "山梨", "長野",
        "岐阜", "静岡", "愛知", "三重", "滋賀", "京都", "大阪", "兵庫", "奈良", "和歌山", "鳥取", "島根", "岡山", "広島", "山口", "徳島", "香川", "愛媛", "高知",
        "福岡", "佐賀", "長崎", "熊本", "大分", "宮崎", "鹿児島", "沖縄", "首都圏", "関東", "関西", "東北", "中部", "九州", "四国",
        "札幌", "石狩", "仙台", "横浜", "川崎", "名古屋", "神戸", "松江", "北九州", "那覇",
    };

    /// <summary>Words that let Japan be one of several, and others' names.</summary>
    private static readonly string[] Abroad =
    {
        "国外", "国内外", "海外", "外国", "世界", "以外", "除く", "グローバル", "多国", "越境", "global", "worldwide", "abroad", "overseas", "outside", "except", "other than",
        "米国", "アメリカ", "合衆国", "北米", "南米", "カナダ", "英国", "イギリス", "イングランド", "欧州", "ヨーロッパ", "eu", "ドイツ", "フランス", "アイルランド", "オランダ", "スイス", "スウェーデン",
        "シンガポール", "香港", "台湾", "韓国", "ソウル", "中国本土", "中華", "中国法", "インド国", "ムンバイ", "オーストラリア", "豪州", "上海", "北京", "深圳", "ベトナム", "タイ王国", "マレーシア", "インドネシア", "フィリピン", "ロシア", "イスラエル", "ブラジル",
        "カリフォルニア", "ワシントン", "ニューヨーク", "デラウェア", "バージニア", "ヴァージニア", "オレゴン", "テキサス", "オハイオ", "州法", "ロンドン", "ダブリン", "フランクフルト", "シドニー",
        "us", "usa", "u.s.", "united states", "america", "canada", "uk", "united kingdom", "england", "europe", "ireland", "germany", "france", "netherlands", "singapore", "hong kong",
        "taiwan", "korea", "seoul", "china", "india", "australia", "california", "washington", "new york", "delaware", "virginia", "oregon", "ap-northeast-2", "asia-northeast3",
    };

    /// <summary>False for nowhere, for abroad, and for Japan along with others; null where it says neither.</summary>
    public static bool? Is(string? written)
    {
        var text = HostileText.Compatible(written ?? string.Empty).Trim();
        if (text.Length == 0 || Abroad.Any(word => Says(text, word)))
            return false;
        return Here.Any(word => Says(text, word)) ? true : null;
    }

    /// <summary>What is written in Latin letters counts as a word of its own, so that "US" isn't found in "campus".</summary>
    private static bool Says(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (word[0] > '\x7f' || (!IsLatin(text, at - 1) && !IsLatin(text, at + word.Length)))
                return true;
        }

        return false;
    }

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && text[at] < '\x80' && char.IsLetterOrDigit(text[at]);
}
