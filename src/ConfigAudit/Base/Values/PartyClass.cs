using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// An office that is named so that it is nobody's in particular, or nobody's now: all of a kind (各課長, 関係課長), whichever is in charge
/// (主管課), whoever held it before (前課長) or may hold it one day (次期課長, 課長候補), all of a rank (課長級), one that a form left open (Ａ課長).
/// Surnames begin with the same characters (前田課長, 元木課長, 各務課長, 原課長): so what stands between has to be made of what offices are
/// called by, and nothing else.
/// </summary>
internal static class PartyClass
{
    private const string Latin = "(?:CISO|CIO|CTO|CSO|CEO|CDO|DPO|PM)";

    /// <summary>An office without whose it is.</summary>
    private const string Post =
        "(?:所属長|担当課長|[課部室局係班所署館園校支科院]長|副?[市区町村]長|副?知事|次長|教育長|会計管理者|(?:課長|部長|局長|室長)?補佐官?|主幹|主査|主任|主事|参事|理事|技監|管理者|責任者|担当者?|委員長?|職員|"
        + Latin
        + ")";

    private const string Unit = "(?:[課部室局係班署]|部署|部門|部局|機関|施設|組織)";

    /// <summary>What sections are called by.</summary>
    private const string Section =
        "(?:情報|政策|企画|推進|システム|デジタル|電算|電子|統計|総務|総合|財政|税務|[課徴収]税|納税|資産|市民|住民|区民|町民|村民|生活|戸籍|福祉|保健|健康|医療|保険|年金|介護|高齢|障害|子育て|こども|子ども|児童|教育|学校|学務|生涯|学習|文化|スポーツ"
        + "|建設|建築|土木|道路|河川|都市|計画|開発|整備|住宅|環境|衛生|農林|農政|農業|林務|水産|商工|産業|観光|経済|労働|雇用|水道|下水道|会計|出納|契約|管財|検査|監査|人事|職員|行政|行革|庶務|文書|法務|法制|秘書|広報|広聴|防災|危機|管理|消防|警防|予防|選挙|議会|事務|支援|振興|対策|調整|保全|地域|協働|改革|経営|統括|最高|セキュリティ|ネットワーク|業務|運用|第?[一二三四五六七八九])";

    private static readonly Regex Whole = LinearPattern.Of(
        $"^(?:(?:各|全|両|他|某|関係|関連|当該|該当|主管|所管|所轄|主務|次期?|前々?|元|旧|後任|前任|歴代|先代)の?(?:{Section}*(?:{Unit}?{Post}|{Unit}長?))+"
            + $"|(?:各|全|両|他|自|当|原|関係|関連|当該|該当|主管|所管|所轄|担当|主務){Unit}(?:長?名)?"
            + $"|次期[^ ]+|[A-Za-z](?:(?!{Latin}){Post}|さん|氏|様|君)|[^ ]*(?<![A-Za-z])長[A-Za-z]|[^ ]*(?:{Post}|{Unit})(?:級|クラス|相当|以上|以下|一同|の誰か|のいずれか|の誰|達|たち)|部課長|課長等|管理職|特別職|幹部|役員|役職者)$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Candidate = LinearPattern.Of(
        "候補者?(?:者名)?$|^候補|[^ ]内定者?$|就任者$|[^ ]以外$|(?:を|は)?除く$|を除き$"
    );

    /// <summary>＊課長, ●部長: a sign where the name is to stand.</summary>
    private static readonly Regex Open = LinearPattern.Of($"(?:^| )[○〇◯●◎×✕✖△▲▽□■◇◆☆★*_~・]{{1,3}}(?!{Latin}){Post}(?: |$)");

    /// <summary>Whether a word names it.</summary>
    public static bool Is(string word) => Whole.IsMatch(word) || Candidate.IsMatch(word);

    /// <summary>Whether a sign stands where the name is to stand.</summary>
    public static bool IsOpen(string plain) => Open.IsMatch(plain);
}
