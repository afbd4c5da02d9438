using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>
/// What a provider of services was certified for, by name: ISMAP, ISO/IEC 27017, SOC 2 and the like, with a number, an edition or a day
/// beside. That it was applied for, or has lapsed,
/// is no certification, and neither is a mark that doesn't say which.
/// </summary>
internal static class Certification
{
    public static readonly LocalText Wanted = new(
        "は取得済みの認証の名前ではありません。認証の名前（ISMAP、ISO/IEC 27017、SOC 2 など）を書き、取得していない間は空にしてください",
        "is no name of a certification that is held: name it (ISMAP, ISO/IEC 27017, SOC 2 and the like); leave it empty while there is none"
    );

    private static readonly string[] Names = Bare(
        """
        ismap ismapliu isms ismsac 27001 27002 27017 27018 27701 15001 27014 pマーク プライバシーマーク privacymark pmark
        soc1 soc2 soc3 ssae16 ssae18 isae3402 isae3000 pcidss pcidss準拠 csastar csマーク csゴールドマーク csシルバーマーク クラウド情報セキュリティ監査 クラウドセキュリティ fedramp c5 aspic asp saas iaas paas jasa fisc truste hitrust tisax
        nist800171 ens irap mtcs g-cloud eucs tcdp lgwanasp bcms itsms pims ismsクラウド ismsクラウドセキュリティ 情報開示認定 情報開示認定制度 安全信頼性 安全信頼性情報開示認定 認定 安全 信頼性 sr wtca jcsi ccsf
        """
    );

    private static readonly string[] Beside = Bare(
        """
        認証 認定 登録 取得 取得済 取得済み 登録済 登録済み 認証取得 認証登録 認証済 合格 監査 監査済 監査報告書 報告書 保証報告書 マーク 制度 クラウド クラウドサービス クラウドサービスリスト リスト 掲載 掲載済 番号 登録番号 認証番号 付与 有効 有効期限 期限 まで 有効期間
        から より 年 月 日 令和 平成 版 レベル 第 号 type タイプ i ii typei typeii type1 type2 level レベル gold silver ゴールド シルバー certified certificate certification registered report no number valid until to since and の に 及び および と a b c d e f g h r
        iso isoiec iec jis jisq jisx soc csa star pci nist
        moderate high low security trust audit auditor 0 1 2 3 4 5 6 7 8 9
        """
    );

    private static readonly Regex Number = LinearPattern.Of("(?<![A-Za-z])[A-Z]{1,5}[ -]?[0-9][0-9A-Z-]{2,}");

    /// <summary>Struck out, changed, doubted or denied: "no" is a number's where one follows.</summary>
    private static readonly Regex Against = LinearPattern.Of(
        "[×✕✖✗✘❌→⇒➡△▲▽]|(?<![A-Za-z])(?:no(?![A-Za-z]|[. :]{0,3}[0-9])|to ?be(?![A-Za-z]))|[^0-9A-Za-z]0$|[－–—-]$",
        RegexOptions.IgnoreCase
    );

    /// <summary>Standards of quality and of the environment, which say nothing of security, and an edition that nothing is certified by any
    /// more (ISO/IEC 27001:2005 was replaced in 2013).</summary>
    private static readonly Regex Unrelated = LinearPattern.Of(
        "^ *(?:ISO|JIS ?Q)[ /IEC]*(?:9001|14001)|27001[ :-]{1,3}2005",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex End = LinearPattern.Of(
        "(?<![0-9A-Za-z-])(?:(?<era>令和|R)\\s*(?<year>[0-9]{1,2})|(?<year>20[0-9]{2}))(?:年(?<fiscal>度)?|[./-])?(?:(?<month>1[0-2]|0?[1-9])(?:月|[./-])?(?:(?<day>[0-3]?[0-9])日?)?)?(?![0-9])",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Until = LinearPattern.Of("期限|まで|満了|期間|[~～]|until|expir", RegexOptions.IgnoreCase);

    /// <summary>Whether it lapsed by its own words before a day: 有効期限R5.3.31, 2025年まで.</summary>
    public static bool HasLapsed(string text, DateTime today)
    {
        var plain = HostileText.Compatible(text);
        if (!Until.IsMatch(plain) || End.Matches(plain).Cast<Match>().LastOrDefault() is not { } end)
            return false;
        var year = Number("year") + (end.Groups["era"].Success ? 2018 : 0) + (end.Groups["fiscal"].Success ? 1 : 0);
        var month =
            end.Groups["month"].Success ? Number("month")
            : end.Groups["fiscal"].Success ? 3
            : 12;
        var days = DateTime.DaysInMonth(year, month);
        var day = end.Groups["day"].Success ? Math.Max(1, Math.Min(days, Number("day"))) : days;
        return new DateTime(year, month, day) < today.Date;

        int Number(string name) => int.Parse(end.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it names one that is held.</summary>
    public static bool Is(string text)
    {
        var plain = HostileText.Compatible(text);
        return plain.Length <= 200
            && plain.IndexOf('?') < 0
            && !Against.IsMatch(plain)
            && !Unrelated.IsMatch(plain)
            && (WordParts.AreAll(Plain(plain), Names, Beside) || WordParts.AreAll(Plain(Number.Replace(plain, " ")), Names, Beside));
    }

    private static string Plain(string text) => new string(text.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();

    private static string[] Bare(string words) =>
        words.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Distinct().ToArray();
}
