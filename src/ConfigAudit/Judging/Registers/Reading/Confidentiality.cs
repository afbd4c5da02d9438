using System.Globalization;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>A class of confidentiality as offices write it: 2, ２, Ⅱ, 機密性2, 自治体機密性3A, 公開情報. One of 1, 2, 3, 3A, 3B and 3C comes of
/// it.</summary>
internal static class Confidentiality
{
    private static readonly Regex Form = LinearPattern.Of(
        "^(?:(?:自治体)?(?:機密性|機密|機密度)(?:の?(?:区分|分類|レベル))?|区分|分類|レベル|level|class|confidentiality)? *(?:(?<class>1|2|3|I{1,3})|(?<class>3|III) *(?<sub>[ABC]))(?:の?情報|以下)?(?: *[(](?:公開情報|公開|要機密情報|(?:自治体)?機密性[1-3][ABC]?(?:情報)?)[)])?$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Public = LinearPattern.Of(
        "^(?:公開|公表)(?:情報|データ|済み?(?:情報)?)?(?: *[(](?:(?:自治体)?機密性)? *1(?:情報)?[)])?$"
    );

    /// <exception cref="WrittenException">It is none.</exception>
    public static string Of(string text)
    {
        if (text.Length == 0)
            return text;
        var plain = HostileText.Compatible(text).Trim();
        if (Public.IsMatch(plain))
            return "1";
        var form = Form.Match(plain);
        if (!form.Success)
        {
            throw new WrittenException(
                new LocalText(
                    $"'{text}' は機密性の分類ではありません。1、2、3、3A、3B、3C（自治体機密性）のうち、扱う情報の最も高いものを書いてください",
                    $"'{text}' is no class of confidentiality: write 1, 2, 3, 3A, 3B or 3C, the highest of what it holds"
                )
            );
        }

        var written = form.Groups["class"].Value;
        // A Roman number has as many strokes.
        return (written[0] is 'I' or 'i' ? written.Length.ToString(CultureInfo.InvariantCulture) : written)
            + form.Groups["sub"].Value.ToUpperInvariant();
    }
}
