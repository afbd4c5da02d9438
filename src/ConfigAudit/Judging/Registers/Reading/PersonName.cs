using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>
/// The form of one person's name: a surname, a given name after it or not, behind whatever the person belongs to (総務課 山田 太郎), a post with
/// one holder (情報政策課長), a name in Latin letters, or a number. What has the form of two names, or of a body that has many (情報政策課), is no
/// one person.
/// </summary>
internal static class PersonName
{
    /// <summary>The longest name in kanji is shorter: 勅使河原 with three more.</summary>
    private const int MostKanji = 7;

    /// <summary>Surnames that many have; two of them are two persons, parted or not.</summary>
    private static readonly HashSet<string> Common = Set(
        """
        佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 阿部 池田 橋本 石川 山下 中島 小川 前田 岡田 長谷川 藤田 後藤
        近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 原田 中川 松田 竹内 小野 田村 中山 和田 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 谷口 安藤 大野 丸山
        今井 高田 藤本 河野 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 古川 浜田 菅原 市川 水野 小松 島田 西田 平田 本田
        服部 安部 渡部 稲葉 秋葉 相馬 有馬 丹羽 赤羽 白鳥 麻生 桐生 羽生 高山 川口 大橋 西川 中田 永井 松岡 五十嵐 川上 熊谷 吉川 飯田 東海林 小池 土屋 福島 辻 関 堀 岡 林 森 原 谷 浜 橋 沢
        """
    );

    private static readonly HashSet<string> CommonLatin = Set(
        """
        sato suzuki takahashi tanaka ito itoh watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura saito saitoh shimizu yamazaki abe ikeda hashimoto ishikawa
        yamashita nakajima ogawa maeda okada hasegawa fujita goto kondo murakami endo aoki sakamoto fukuda ota nishimura fujii kaneko okamoto fujiwara miura nakano harada nakagawa matsuda ono tamura wada ueda morita
        """
    );

    /// <summary>What surnames end in and given names don't.</summary>
    private const string Surnames = "田山川藤木本村野井島嶋崎﨑原橋沢澤谷岡塚池瀬";

    private const string Kanji = "\\p{IsCJKUnifiedIdeographs}々ヶケノ";

    /// <summary>A body, or a part of one, that has several people.</summary>
    private const string Body =
        "(?:[課室局係班庁]|(?:総?務|政|企画|育|設|道|祉|民|境|済|業|理|報|療|防|計|活|振興|推進|商工|産|会|健康|税|資源|本|支)部|センター|グループ|チーム|委員会|協議会|審議会|事務所|役所|役場|支所|出張所|会社|法人|組合|財団|公社|機構|連合|事業団|大学|病院"
        + "|学校|保育[園所]|図書館|公民館|消防署|担当|業者|ベンダー?|メーカー|システムズ?|サービス|ソリューションズ?|テクノロジーズ?|エンジニアリング|コーポレーション|ネットワークス|コンピュータ|窓口|受付|宿直|当直|夜勤|日勤|事務局|運用|保守|庶務|職員|員|団|社)";

    private static readonly Regex IsBody = LinearPattern.Of(
        $"(?<=.){Body}$|^(?:(?:株式|有限|合同|合資)会社|(?:一般|公益|特定非営利活動)(?:社団|財団)?法人).|^(?:窓口|受付|宿直|当直|夜勤|日勤|事務局|運用|保守|庶務|全庁|本庁|当課|当社|弊社|他社)$|(?<=[{Kanji}]{{2}})[市県区]$|[(]?[株有財社][)]?$"
    );

    private static readonly Regex IsBodyInLatin = LinearPattern.Of(
        "(?:^| )(?:help ?desk|team|group|division|department|dept[.]?|section|office|inc[.]?|ltd[.]?|corp[.]?|co[.]?|company|llc|k[.]?k[.]?|desk|staff|users?|operators?|everyone|everybody)$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What stands before or behind a name and is none: a body, a post, how the post is held.</summary>
    private static readonly Regex IsBeside = LinearPattern.Of(
        "^(?:[株有財社独]|正|副|主|主任?担当|担当者?|責任者|管理者|利用者|使用者|保守|運用|代理|代行|兼務|兼任|併任|旧姓|通称|[0-9]+)$|(?:[課室部局署所係班館園校会次院庁]長|市長|町長|村長|知事|副市長|補佐|主幹|主査|主任|主事|参事|理事|技師|技監|係員|課員|主管|専門官|再任用|責任者|管理者|担当者|氏|様|さん|殿)$|(?<=.)長$"
    );

    /// <summary>A body and a post in front of a name, without a space: 情報政策課長山田太郎.</summary>
    private static readonly Regex Before = LinearPattern.Of(
        $"^[^ ]{{1,24}}?(?:課|室|局|係|班|センター|会社|業者)(?:長|補佐|長補佐|主幹|主査|主任|主事|技師)?(?=[{Kanji}]{{2,}}$)"
    );

    private static readonly Regex AllKanji = LinearPattern.Of($"^[{Kanji}]+$");

    private static readonly Regex Honorific = LinearPattern.Of("(?<=[^ ]{2})(?:氏|様|さん|殿|くん|君)(?= |$)");

    private static readonly Regex InBrackets = LinearPattern.Of("[(\\[【〔<][^)\\]】〕>]*(?:[)\\]】〕>]|$)");

    private static readonly Regex Maiden = LinearPattern.Of("旧姓|旧氏|通称|戸籍名|本名");

    public static readonly LocalText Two = new(
        "は、2人以上の名前に見えます。一人ずつ「;」で区切って書いてください（利用記録では1人1行）",
        "looks like the names of several persons: part them by ; (in a log of use, one row each)"
    );

    private static readonly LocalText Many = new(
        "は、組織や役割であり、特定の1人ではありません。人の名前を書いてください（情報政策課 山田）",
        "is a body or a role, and no person: name the person (情報政策課 山田)"
    );

    /// <summary>What is wrong with a text that is to be one person's name; null for nothing.</summary>
    public static LocalText? Mistake(string text)
    {
        var plain = HostileText.Compatible(text).Trim();
        if (plain.All(letter => letter < 0x250))
        {
            return IsBodyInLatin.IsMatch(plain) ? Many
                : AreSeveralLatin(plain) ? Two
                : null;
        }

        var outside = Names(InBrackets.Replace(plain, " "));
        var inside = Maiden.IsMatch(plain)
            ? Array.Empty<string>()
            : InBrackets
                .Matches(plain)
                .Cast<Match>()
                .SelectMany(match => Names(match.Value.Trim("()[]【】〔〕<>".ToCharArray())))
                .ToArray();
        if (outside.Length == 0)
        {
            return
                inside.Length == 1
                || plain.Split(' ').Any(word => IsBeside.IsMatch(word) && !IsBody.IsMatch(word))
                || !IsBody.IsMatch(plain)
                ? null
                : Many;
        }

        return AreSeveral(outside) || (inside.Length > 0 && inside.All(word => IsSurname(word) || IsWhole(word))) ? Two : null;
    }

    /// <summary>Whether it is what a person belongs to, and no person: 総務課, which may stand in front of one.</summary>
    public static bool IsOnlyBody(string text) =>
        HostileText.Compatible(text).Trim() is var plain && plain.IndexOf(' ') < 0 && IsBody.IsMatch(plain);

    /// <summary>The words of a text that are parts of names.</summary>
    private static string[] Names(string text) =>
        Honorific
            .Replace(text, string.Empty)
            .Split(" :".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Where(word => Common.Contains(word) || !IsBody.IsMatch(word))
            .Select(word => Before.Replace(word, string.Empty))
            .Where(word => Common.Contains(word) || (!IsBody.IsMatch(word) && !IsBeside.IsMatch(word)))
            .ToArray();

    private static bool AreSeveral(string[] words)
    {
        if (words.Any(IsTwoInOne))
            return true;
        var kanji = words.Where(word => AllKanji.IsMatch(word)).ToArray();
        if (kanji.Length > 3)
            return true;
        // What is no surname before others is what the person belongs to: 富士通 山田 太郎.
        var names = kanji.SkipWhile((word, at) => at < kanji.Length - 1 && !MayBegin(word)).ToArray();
        return names.Length > 2
            || (names.Length == 2 && ((IsWhole(names[0]) && names[1].Length > 1) || IsSurname(names[1]) || IsWhole(names[1])));
    }

    private static bool MayBegin(string word) => Common.Contains(word) || PartyNote.IsSurname(word) || IsWhole(word);

    /// <summary>山田佐藤, 山田太郎佐藤花子: longer than any name, or two surnames that many have.</summary>
    private static bool IsTwoInOne(string word) =>
        AllKanji.IsMatch(word)
        && (
            word.Length > MostKanji
            || Enumerable
                .Range(1, word.Length - 1)
                .Any(at => at > 1 && Common.Contains(word.Substring(0, at)) && IsSurnameOfMany(word.Substring(at)))
        );

    /// <summary>金子 is a given name as well.</summary>
    private static bool IsSurnameOfMany(string word) => word.Length > 1 && Common.Contains(word) && !PartyNote.IsGiven(word);

    private static bool IsSurname(string word) =>
        Common.Contains(word)
        || (word.Length > 1 && PartyNote.IsSurname(word) && !PartyNote.IsGiven(word) && Surnames.IndexOf(word[word.Length - 1]) >= 0);

    /// <summary>A surname with a given name: 山田太郎.</summary>
    private static bool IsWhole(string word) =>
        AllKanji.IsMatch(word)
        && word.Length > 2
        && Enumerable
            .Range(1, word.Length - 1)
            .Any(at =>
                Common.Contains(word.Substring(0, at))
                && word.Substring(0, at).Length > 1
                && (PartyNote.IsGiven(word.Substring(at)) || word.Length - at > 1)
                && !Common.Contains(word)
            );

    private static bool AreSeveralLatin(string plain)
    {
        var words = plain
            .Split(" .-".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetter))
            .ToArray();
        return words.Count(CommonLatin.Contains) > 1;
    }

    private static HashSet<string> Set(string text) =>
        new(text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
