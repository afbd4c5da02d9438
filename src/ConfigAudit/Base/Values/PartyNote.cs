using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// What stands in brackets beside the name of whoever approved. Nobody can list all the words by which people say that nothing is approved
/// yet; so a note is taken only if
/// it is of a class that says nothing against: that it is approved, a day or a number, an office, a place or how the office is held,
/// another person, the name's reading, an address.
/// </summary>
internal static class PartyNote
{
    /// <summary>What may stand there, for whoever wrote something else.</summary>
    public static readonly LocalText Allowed = new(
        "名前に添えて括弧内に書けるのは、役職・部署、別の名前、読み仮名、日付、連絡先、「承認済」です",
        "beside the name may stand, in brackets, an office, another name, a reading, a day, an address or 承認済 (approved)"
    );

    private const string No = "(?:差し?戻し|却下|否決|保留|棄却|取り?下げ|取り?消し?|承認取消)";

    /// <summary>承認, 決裁済, 再承認, 差戻し後、再承認, 却下なし; with 印, 付 or a number beside.</summary>
    private static readonly Regex Agreed = LinearPattern.Of(
        "^(?:"
            + No
            + "の?後[にの]?|"
            + No
            + "され?た?後[にの]?)?再?(?:(?:承認|決裁|専決|代決|許可|認可|了承|同意|裁可|確認)(?:者|日|番号)?(?:済み?|ずみ|しました|した|あり|有り?|印|付け?|日)?)+$|^"
            + No
            + "(?:なし|無し)$|^(?:押印|捺印|署名)?(?:済み?|ずみ|印|付け?|第|号|回|可|OK|内線|直通|電話番号)$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Office = LinearPattern.Of(
        "(?:[課室部局署所班係科庁省府市町村区県都道館校院園長監官]|補佐|代理|代行|主幹|主査|主任|主事|参事|理事|幹事|技師|委員会?|審議会|協議会|議会|会議|センター|グループ|チーム|担当|管理者|責任者|担当者|職員|幹部|本部員"
            + "|当時|現職|前任|後任|兼務|兼任|併任|兼職|兼|主|正|副|元|旧|前|現|故|事務取扱|心得|株|有|財|社|独|一社|一財|公社|公財|学|医|[階棟舎])$"
    );

    /// <summary>Words that end like an office and are none.</summary>
    private static readonly HashSet<string> NoOffice = new(StringComparer.Ordinal)
    {
        "一部",
        "全部",
        "内部",
        "外部",
        "延長",
        "期間延長",
        "結局",
        "照会",
        "関係",
        "無関係",
        "在室",
        "退室",
        "箇所",
        "見本",
        "基本",
        "根本",
        "以内",
        "以上",
        "以前",
        "承認前",
        "決裁前",
        "従前",
        "事前",
        "直前",
        "年度内",
        "市外",
        "課外",
        "部長前",
        "却下前",
    };

    /// <summary>Surnames end in what a landscape is made of; how a request stands doesn't.</summary>
    private const string Surname =
        "[\\p{IsCJKUnifiedIdeographs}々ヶケノ]{0,3}(?:[田山川河藤木本村野井島嶋崎﨑原橋林森沢澤谷岡石坂阪浜濱塚池瀬津岸宮松杉竹桑柳葉馬水岩城倉屋塩堀関熊尾浦越江海根辺邊邉"
        + "西東南北子賀羽町里條条垣須多波生置部嵐菅星宅納美笠萩荻菊梅桜楠榊椿柏柴荒角鳥鶴亀鷹鹿]|[井村池川野三坂水最田]上|[木山森松竹宮坂日岩]下|[田山竹畑野浜]中|[山竹堀木宮]内|[山川関野樋坂溝]口|[久大]保|[安遠]達|[菊福宮]地|[本仲佐久]間)";

    private const string Given =
        "[\\p{IsCJKUnifiedIdeographs}々]{0,2}[郎子男夫雄一二三四五六美恵香介輔太也哉人樹之助彦明和行幸宏弘浩博正治司史志士紀江代枝奈菜花華里佳加絵衣央音希貴輝基規誠真健建謙賢剛豪大翔昭章彰晃光隆孝敬崇俊淳純潤勇進学信伸茂繁守実稔豊勝克修久寿秀英栄政昌雅道達哲徹友朋直尚良涼亮吾悟平兵衛吉蔵造智裕祐優仁聡聖潔清]";

    private static readonly Regex Person = LinearPattern.Of(
        $"^(?:{Surname}(?:{Given}|\\p{{IsHiragana}}{{2,4}})?(?:氏|様|さん|殿)?|\\p{{IsCJKUnifiedIdeographs}}{{1,4}}(?:氏|様|さん|殿))$"
    );

    private static readonly Regex Kana = LinearPattern.Of(
        "^(?!.*(?:ない|ません|から|まで|ず|て|で|です|ます|した|だった|だめ|ダメ)$)(?:\\p{IsHiragana}{2,8}|[ァ-ヴ]{2,8})$"
    );

    /// <summary>What sounds like a name's reading and says how sure somebody is.</summary>
    private static readonly HashSet<string> Guesses = new(StringComparer.Ordinal)
    {
        "たぶん",
        "おそらく",
        "きっと",
        "もしかして",
        "もしかすると",
        "みなし",
        "いちおう",
        "とりあえず",
        "ひとまず",
        "らしい",
        "はず",
        "のはず",
        "だろう",
        "でしょう",
        "かも",
        "かもしれない",
        "よてい",
        "みこみ",
        "みてい",
        "まだ",
        "あとで",
        "のちほど",
        "これから",
        "そのうち",
        "いずれ",
        "たしか",
        "どうやら",
        "なるべく",
        "できれば",
        "かな",
        "うろおぼえ",
        "ほりゅう",
        "みおくり",
        "いくきゅう",
        "さんきゅう",
        "きゅうしょく",
        "たいしょく",
        "むり",
        "たのむ",
        "まかせ",
        "おまかせ",
        "けいゆ",
        "くちやくそく",
        "タブン",
        "オソラク",
        "ミナシ",
        "ミオクリ",
        "ヨテイ",
        "ミテイ",
        "ホリュウ",
        "ハズ",
        "マダ",
    };

    private static readonly Regex SurnameOnly = LinearPattern.Of($"^{Surname}$");

    private static readonly Regex GivenOnly = LinearPattern.Of($"^{Given}$");

    private static readonly Regex Document = LinearPattern.Of(
        "^(?:令和|平成|昭和|令|平|昭|[RHS])?[0-9元.年度 -]*[\\p{IsCJKUnifiedIdeographs}\\p{IsKatakana}A-Za-z]{1,16}?(?:発|収|達|告|訓|決|起)?(?:第 ?)?[0-9]+(?:-[0-9]+)*号(?:の[0-9]+|外)?$"
    );

    /// <summary>The name that somebody had or goes by, and that a seal was left out, as rules of offices allow it.</summary>
    private static readonly Regex Plain = LinearPattern.Of(
        "^(?:旧姓|旧氏|通称|戸籍名|本名)[ :]*[\\p{IsCJKUnifiedIdeographs}々ヶ]{1,4}$|^(?:公印|職印|印|押印|記名押印)(?:を)?(?:省略|略)$"
    );

    private static readonly Regex Address = LinearPattern.Of("^[^ @]+@[^ @]+[.][A-Za-z]{2,}$");

    /// <param name="words">Of the note, without days and numbers.</param>
    /// <param name="whole">The note as it is written.</param>
    /// <param name="isPerson">Whether it stands beside what may be a person's name, so that it may be its reading.</param>
    public static bool IsHarmless(string[] words, string whole, bool isPerson)
    {
        if (
            words.Length == 0
            || IsAddress(whole)
            || IsDocument(whole)
            || Plain.IsMatch(whole.Trim())
            || Agreed.IsMatch(string.Concat(words))
        )
        {
            return true;
        }

        if (words.All(LatinName.IsLatin))
            return LatinName.IsHarmless(words);
        // やまだ たろう: short, since what says how it stands is, too.
        if (
            isPerson
            && words.Sum(word => word.Length) > 2
            && words.All(word => Kana.IsMatch(word) && !PartyWordClass.IsStanding(word) && !Guesses.Contains(word))
        )
        {
            return true;
        }

        return words
            .Select((word, at) => (word, at))
            .All(each =>
                Agreed.IsMatch(each.word)
                || IsNamed(each.word)
                || (LatinName.IsLatin(each.word) && LatinName.IsHarmless(new[] { each.word }))
                || (
                    each.at > 0
                    && (GivenOnly.IsMatch(each.word) || Kana.IsMatch(each.word))
                    && !PartyWordClass.IsStanding(each.word)
                    && !Guesses.Contains(each.word)
                    && Person.IsMatch(words[each.at - 1])
                )
            );
    }

    /// <summary>Whether it is the number of a document, by which offices keep a decision: 情政第123号, 令8総第5号の2.</summary>
    public static bool IsDocument(string text) => Document.IsMatch(text.Trim());

    /// <summary>Whether it is somebody's address, which is as good as a name.</summary>
    public static bool IsAddress(string text) => Address.IsMatch(text.Trim());

    /// <summary>Whether it says how sure or how soon, and sounds like a name's reading: たぶん, のちほど.</summary>
    public static bool IsGuess(string word) => Guesses.Contains(word);

    /// <summary>Whether it can be a surname alone: 佐々木.</summary>
    public static bool IsSurname(string word) => SurnameOnly.IsMatch(word);

    /// <summary>Whether it can be a given name alone: 太郎.</summary>
    public static bool IsGiven(string word) => GivenOnly.IsMatch(word);

    private static bool IsNamed(string word) =>
        !NoOffice.Contains(word)
        && !PartyWordClass.IsStanding(word)
        && !PartyWordClass.IsRefusal(word)
        && (Office.IsMatch(word) || Person.IsMatch(word));
}
