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

    private static readonly Regex Numbered = LinearPattern.Of("(?<![A-Za-z])[A-Z]{1,5}[ -]?[0-9][0-9A-Z-]{2,}");

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

    /// <summary>Since when each is given: ISMAP began in June 2020, its list for small uses in November 2022, as consultants tell; a
    /// standard is as old as its first edition, which its name tells.</summary>
    private static readonly (Regex Name, DateTime Since)[] Beginnings = new[]
    {
        ("ISMAP[- ]?LIU", new DateTime(2022, 11, 1)),
        ("ISMAP", new DateTime(2020, 6, 1)),
        ("27017", new DateTime(2015, 1, 1)),
        ("27018", new DateTime(2014, 1, 1)),
        ("27701", new DateTime(2019, 1, 1)),
        ("27001|ISMS", new DateTime(2002, 1, 1)),
        ("SOC ?[123]", new DateTime(2010, 1, 1)),
        ("FedRAMP", new DateTime(2011, 1, 1)),
    }
        .Select(each => (LinearPattern.Of(each.Item1, RegexOptions.IgnoreCase), each.Item2))
        .ToArray();

    /// <summary>The number of a service in ISMAP's list has the year in front: C21-0005-2.</summary>
    private static readonly Regex IsmapNumber = LinearPattern.Of("(?<![A-Za-z])C(?<year>[0-9]{2})-[0-9]{4}", RegexOptions.IgnoreCase);

    /// <summary>ISO/IEC 27017:2015 beside a certification that demands it.</summary>
    private static readonly Regex Edition = LinearPattern.Of("[0-9]{4,5} ?[:-] ?(?:19|20)[0-9]{2}(?![0-9])");

    private static readonly Regex End = LinearPattern.Of(
        "(?<![0-9A-Za-z-])(?:(?<era>令和|R|平成|H)\\s*(?<year>[0-9]{1,2}|元)|(?<year>(?:19|20|21)[0-9]{2}))(?:年(?<fiscal>度)?|[./-])?(?:(?<month>1[0-2]|0?[1-9])(?:月|[./-])?(?:(?<day>[0-3]?[0-9])日?)?)?(?![0-9])",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Until = LinearPattern.Of("期限|まで|満了|期間|[~～]|until|expir", RegexOptions.IgnoreCase);

    /// <summary>Whether it lapsed by its own words before a day: 有効期限R5.3.31, 2025年まで.</summary>
    public static bool HasLapsed(string text, DateTime today) =>
        HostileText.Compatible(text) is var plain
        && Until.IsMatch(plain)
        && End.Matches(plain).Cast<Match>().LastOrDefault() is { } end
        && Last(end) < today.Date;

    /// <summary>Whether it was given on a day to come by its own words: ISMAP R20.4.1登録.</summary>
    public static bool IsYetToCome(string text, DateTime today) =>
        HostileText.Compatible(text) is var plain
        && End.Matches(plain).Cast<Match>().FirstOrDefault() is { } day
        && (!Until.IsMatch(plain) || End.Matches(plain).Count > 1)
        && First(day) > today.Date;

    /// <summary>Whether it is older, by its own words, than what it is a certification of.</summary>
    private static bool IsBeforeItBegan(string plain) =>
        Beginnings.FirstOrDefault(each => each.Name.IsMatch(plain)) is { Name: not null } held
        && (
            End.Matches(held.Since.Year < 2020 ? plain : Edition.Replace(plain, " ")).Cast<Match>().Any(day => Last(day) < held.Since)
            || (
                held.Since.Year >= 2020
                && IsmapNumber.Match(plain) is { Success: true } number
                && int.Parse(number.Groups["year"].Value, CultureInfo.InvariantCulture) < held.Since.Year - 2000
            )
        );

    private static DateTime First(Match day) =>
        new(
            Year(day),
            day.Groups["month"].Success ? Number(day, "month")
                : day.Groups["fiscal"].Success ? 4
                : 1,
            day.Groups["day"].Success ? Day(day) : 1
        );

    private static DateTime Last(Match day)
    {
        var year = Year(day) + (day.Groups["fiscal"].Success && !day.Groups["month"].Success ? 1 : 0);
        var month =
            day.Groups["month"].Success ? Number(day, "month")
            : day.Groups["fiscal"].Success ? 3
            : 12;
        return new DateTime(year, month, day.Groups["day"].Success ? Day(day) : DateTime.DaysInMonth(year, month));
    }

    private static int Year(Match day) =>
        (day.Groups["year"].Value == "元" ? 1 : Number(day, "year"))
        + day.Groups["era"].Value.ToUpperInvariant() switch
        {
            "令和" or "R" => 2018,
            "平成" or "H" => 1988,
            _ => 0,
        };

    private static int Day(Match day) => Math.Max(1, Math.Min(DateTime.DaysInMonth(Year(day), Number(day, "month")), Number(day, "day")));

    private static int Number(Match day, string name) => int.Parse(day.Groups[name].Value, CultureInfo.InvariantCulture);

    /// <summary>Whether it names one that is held.</summary>
    public static bool Is(string text)
    {
        var plain = HostileText.Compatible(text);
        return plain.Length <= 200
            && plain.IndexOf('?') < 0
            && !Against.IsMatch(plain)
            && !Unrelated.IsMatch(plain)
            && !IsBeforeItBegan(plain)
            && (WordParts.AreAll(Plain(plain), Names, Beside) || WordParts.AreAll(Plain(Numbered.Replace(plain, " ")), Names, Beside));
    }

    private static string Plain(string text) => new string(text.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();

    private static string[] Bare(string words) =>
        words.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Distinct().ToArray();
}
