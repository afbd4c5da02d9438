using System;
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
        ismap ismapliu isms ismsac iso isoiec jis jisq jisx iec 27001 27002 27017 27018 27701 20000 22301 9001 15001 27014 22237 42001 pマーク プライバシーマーク privacymark pmark
        soc soc1 soc2 soc3 ssae16 ssae18 isae3402 isae3000 pcidss pci csastar csa star csマーク csゴールドマーク csシルバーマーク クラウド情報セキュリティ監査 クラウドセキュリティ fedramp c5 aspic asp saas iaas paas jasa fisc truste hitrust hipaa tisax
        nist nist800171 ens irap mtcs g-cloud eucs tcdp lgwanasp bcms itsms pims ismsクラウド ismsクラウドセキュリティ 情報開示認定 情報開示認定制度 安全信頼性 安全信頼性情報開示認定 認定 安全 信頼性 sr wtca jcsi ccsf
        """
    );

    private static readonly string[] Beside = Bare(
        """
        認証 認定 登録 取得 取得済 取得済み 登録済 登録済み 認証取得 認証登録 認証済 適合 準拠 合格 監査 監査済 監査報告書 報告書 保証報告書 マーク 制度 クラウド クラウドサービス クラウドサービスリスト リスト 掲載 掲載済 番号 登録番号 認証番号 付与 有効 有効期限 期限 まで 有効期間
        から より 年 月 日 令和 平成 版 レベル 第 号 type タイプ i ii typei typeii type1 type2 level レベル gold silver ゴールド シルバー certified certificate certification registered report no number valid until to since and の に 及び および と a b c d e f g h r
        moderate high low security trust audit auditor 0 1 2 3 4 5 6 7 8 9
        """
    );

    private static readonly Regex Number = LinearPattern.Of("(?<![A-Za-z])[A-Z]{1,5}[ -]?[0-9][0-9A-Z-]{2,}");

    /// <summary>Whether it names one that is held.</summary>
    public static bool Is(string text)
    {
        var plain = HostileText.Compatible(text);
        return plain.Length <= 200
            && plain.IndexOf('?') < 0
            && (WordParts.AreAll(Plain(plain), Names, Beside) || WordParts.AreAll(Plain(Number.Replace(plain, " ")), Names, Beside));
    }

    private static string Plain(string text) => new string(text.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();

    private static string[] Bare(string words) =>
        words.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Distinct().ToArray();
}
